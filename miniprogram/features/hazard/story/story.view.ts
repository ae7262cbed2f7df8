/** 隐患进展: one hazard as this reader may see it: words and flags, no rules. */
import type { HazardItemView, HazardView } from '../../../../typings/contract/hazard';
import type { MediaView } from '../../../../typings/contract/media';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { hazardCardOf, type HazardCard } from '../../../components/hazard-card/hazard-card.view';
import type { TimelineLine } from '../../../components/timeline/timeline.view';
import { departments, stepsDone } from '../../../domain/hazard/labels';
import { isHazardStaff } from '../../../domain/hazard/relations';
import { hazardSentence } from '../../../domain/hazard/story';
import { beforeDay } from '../days.view';
import { momentOfDay, spokenDay, spokenTime } from '../../../domain/time/format';

export interface ItemLine {
  readonly key: string;
  readonly what: string;
  readonly judge: string;
  readonly state: string;
  readonly tone: 'ok' | 'warm' | 'plain' | 'danger';
  readonly due: string;
}

export interface Way {
  readonly label: string;
  readonly page: string;
}

/** What a sheet does: moves of the staff that need a word or two. */
export type SheetName = 'escalate' | 'link' | 'revokeInvitation';

/** What a sheet is called, what it says of itself, and what its button does. */
export const sheetWords: Readonly<Record<SheetName, { readonly title: string; readonly note: string; readonly button: string }>> = {
  escalate: { title: '转给管这件事的单位', note: '警务室这边就到这里，之后由他们办。', button: '转出去' },
  link: { title: '连到一件纠纷', note: '两边的经办人都看得到对方的编号。', button: '连起来' },
  revokeInvitation: { title: '收回邀请', note: '没打开的，打不开了；打开过的，也看不到了。', button: '收回' },
};

export interface StoryView {
  readonly card: HazardCard;
  readonly told: string;
  readonly done: number;
  readonly brokenPromise: string;
  readonly itemsTitle: string;
  readonly items: readonly ItemLine[];
  readonly people: readonly { readonly who: string; readonly name: string }[];
  readonly story: string;
  readonly albums: readonly { readonly title: string; readonly photos: readonly MediaView[] }[];
  /** The way in for whoever has to put it right. */
  readonly invite: { readonly words: string; readonly page: string } | null;
  readonly dispute: { readonly words: string; readonly page: string } | null;
  readonly lines: readonly TimelineLine[];
  readonly primary: Way | null;
  readonly second: Way;
  readonly sheets: readonly { readonly name: SheetName; readonly label: string }[];
}

export const departmentTiles: Choice[] = departments.map((value) => ({ value, label: value }));

export function storyView(hazard: HazardView): StoryView {
  const { now, state, openedAt, brokenPromise = '', items, story, department, before, rectified, rechecked, dispute, lines } = hazard;
  const [primary, second] = waysOf(hazard);
  const isUnjudged = state === 'found' || state === 'dismissed'; // nobody has been told to put anything right
  return {
    card: hazardCardOf(hazard, now),
    told: `${spokenTime(openedAt, now)} 报的${department === undefined ? '' : ` · 已转给${department}`}`,
    done: stepsDone[state],
    brokenPromise,
    itemsTitle: isUnjudged ? '看到了什么' : '要整改的',
    items: items.map((item) => itemLine(item, isUnjudged, now)),
    people: peopleOf(hazard),
    story,
    invite: inviteOf(hazard),
    albums: [
      { title: '发现的时候', photos: before },
      { title: '整改以后', photos: rectified },
      { title: '复查的时候', photos: rechecked },
    ].filter(({ photos }) => photos.length > 0),
    dispute: dispute ? { words: `和纠纷 ${dispute.number} 连在一起`, page: dispute.id === undefined ? '' : `/features/dispute/story/story?id=${dispute.id}` } : null,
    lines: lines.map((line) => ({ key: String(line.version), title: hazardSentence(line, hazard.relations.includes('responsible')), who: spokenTime(line.at, now), ...(line.words !== undefined && { words: line.words }) })),
    primary: primary ?? null,
    second: second ?? { label: '', page: '' },
    sheets: sheetsOf(hazard),
  };
}

function itemLine({ key, what, judge, state, byDay, failures }: HazardItemView, isUnjudged: boolean, now: number): ItemLine {
  const words = {
    open: failures > 0 ? ({ state: failures > 1 ? `${failures}次没过` : '没过', tone: 'danger' } as const) : ({ state: isUnjudged ? '' : '还没整改', tone: 'plain' } as const),
    rectified: { state: '整改了，等复查', tone: 'warm' } as const,
    passed: { state: '过了', tone: 'ok' } as const,
  };
  return { key, what, judge, ...words[state], due: state === 'open' && byDay !== undefined ? `最晚${spokenDay(momentOfDay(byDay), now)}` : '' };
}

function peopleOf({ responsible, finder, recheckers = [] }: HazardView): StoryView['people'] {
  return [
    ...(responsible ? [{ who: '谁来整改', name: responsible.isMe ? '您' : responsible.name }] : []),
    ...(finder ? [{ who: '谁报的', name: finder.name }] : []),
    ...(finder?.companion === undefined ? [] : [{ who: '一起看的', name: finder.companion }]),
    ...(recheckers.length > 0 ? [{ who: '谁能复查', name: recheckers.join('、') }] : []),
  ];
}

/** The pages that lead on; the first is the one thing to do now. A resident who told of it only reads. */
function waysOf({ id, moves, relations }: HazardView): Way[] {
  if (!isHazardStaff(relations) && !relations.includes('responsible') && !relations.includes('volunteer')) return [];
  const to = (label: string, page: string): Way => ({ label, page: `/features/hazard/${page}/${page}?id=${id}` });
  return [
    ...(moves.includes('recheck') ? [to('去复查', 'recheck')] : []),
    ...(moves.includes('advise') ? [to('定怎么整改', 'handle')] : []),
    ...(moves.includes('rectify') ? [to(relations.includes('responsible') ? '我整改好了' : '记下整改了什么', 'rectify')] : []),
    ...(moves.includes('order') && !moves.includes('advise') ? [to('改成责令整改', 'handle')] : []),
  ];
}

function sheetOf(name: SheetName): StoryView['sheets'][number] {
  return { name, label: sheetWords[name].title };
}

function inviteOf({ id, moves, invitation }: HazardView): StoryView['invite'] {
  if (!moves.includes('invite') && !invitation) return null;
  if (invitation?.isBound === true) return { words: '责任人自己在看，会自己说整改得怎样', page: '' };
  const words = invitation ? `邀请发出去了，${beforeDay(invitation.expiresAt)}有效，还没打开` : '请责任人自己来看、自己说整改好了';
  return { words, page: moves.includes('invite') ? `/features/hazard/invite/invite?id=${id}` : '' };
}

function sheetsOf({ moves, dispute, invitation }: HazardView): StoryView['sheets'] {
  return [
    ...(moves.includes('escalate') ? [sheetOf('escalate')] : []),
    ...(moves.includes('link') && !dispute ? [sheetOf('link')] : []),
    ...(moves.includes('revokeInvitation') && invitation ? [sheetOf('revokeInvitation')] : []),
  ];
}

/** What a sheet needs before it is sent. */
export function problemsIn(sheet: SheetName, { department, reason, disputeNumber }: Readonly<Record<'department' | 'reason' | 'disputeNumber', string>>): Record<string, string> {
  if (sheet === 'link') return disputeNumber.trim() === '' ? { disputeNumber: '请写纠纷的编号，例如 桂花27。' } : {};
  return {
    ...(sheet === 'escalate' && department === '' && { department: '请选转给谁。' }),
    ...(reason.trim() === '' && { reason: '请写一句为什么。' }),
  };
}
