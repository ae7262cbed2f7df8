/** 对方这边的情况: what the respondent told, for the respondent and for staff; the applicant gets nothing to show. */
import type { DisputeView } from '../../../../../typings/contract/dispute';
import type { MediaView } from '../../../../../typings/contract/media';

export interface RespondentSide {
  readonly heading: string;
  readonly words: string;
  readonly voice: MediaView | null;
  readonly photos: readonly MediaView[];
  /** Where the respondent tells it, or tells it anew; empty for everybody else. */
  readonly page: string;
  readonly invites: string;
}

/** Nothing when there is nothing to read and nothing to tell. */
export function respondentSideOf({ id, relations, moves, respondentStory, respondentVoice, photos }: DisputeView): RespondentSide | null {
  const isOwn = relations.includes('respondent');
  const canTell = isOwn && moves.includes('tell');
  if (respondentStory === undefined && !canTell) return null;
  return {
    heading: isOwn ? '我这边的情况' : '对方说的',
    words: respondentStory ?? '',
    voice: respondentVoice ?? null,
    photos: isOwn ? photos : [], // staff have them among all photos of the case
    page: canTell ? `/features/dispute/tell/tell?id=${id}` : '',
    invites: respondentStory === undefined ? '说说我这边的情况' : '再补充一些',
  };
}
