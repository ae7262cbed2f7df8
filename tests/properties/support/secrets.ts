/** Words planted in a story, each of which may reach some eyes and no others; every answer is searched for them. */
import type { DisputeRole } from '../../../typings/contract/dispute';
import type { CaseModel } from './model';
import type { Actor } from './people';

type Kind = 'story' | 'side' | 'internal' | 'reason' | 'record';

interface Planted {
  readonly kind: Kind;
  readonly speaker: Actor;
  /** Which respondent of the case it was said about. */
  readonly round: number;
  about?: CaseModel;
}

/** A full number, which no answer of a case holds. */
const phone = /139\d{8}/g;
const staff: readonly DisputeRole[] = ['officer', 'auxiliary', 'leader', 'mediator', 'panelMember', 'gridWorker'];

export class Secrets {
  private readonly planted: Planted[] = [];

  /** A sentence with a word that can be found again. */
  plant(kind: Kind, speaker: Actor, about?: CaseModel): string {
    this.planted.push({ kind, speaker, round: about?.round ?? 0, ...(about && { about }) });
    return `暗语${this.planted.length}。`;
  }

  /** What a story was planted in, known only when it has been filed. */
  plantedIn(theCase: CaseModel): void {
    const last = this.planted.at(-1);
    if (last) last.about = theCase;
  }

  /** What this answer tells and must not; nothing when all is well. `relations` are what the reader is to each case. */
  findLeaks(answer: unknown, reader: Actor, relations: (about: CaseModel) => readonly DisputeRole[]): string[] {
    const text = JSON.stringify(answer);
    const leaks: string[] = [...(text.match(phone) ?? [])];
    for (const [word, number] of text.matchAll(/暗语(\d+)/g)) {
      const secret = this.planted[Number(number) - 1];
      if (secret?.about && !maySee(reader, relations(secret.about), secret, secret.about.round)) {
        leaks.push(`${word}: ${secret.kind} said by ${secret.speaker} in round ${secret.round}, read by ${reader}`);
      }
    }
    return leaks;
  }
}

function maySee(reader: Actor, relations: readonly DisputeRole[], { kind, speaker, round }: Planted, nowRound: number): boolean {
  if (relations.length === 0) return false;
  if (speaker === reader || relations.some((relation) => staff.includes(relation))) return true;
  const isRespondent = relations.includes('respondent');
  switch (kind) {
    case 'story':
      return !isRespondent;
    case 'side': // the respondent's own words are the respondent's
    case 'internal':
    case 'reason':
      return false;
    case 'record':
      return !isRespondent || round === nowRound; // what was said with somebody else is not the new respondent's to read
  }
}
