/** 隐患进展: one hazard as this reader may see it: words and flags, no rules. */
import type { HazardItemView, HazardView } from '../../../../typings/contract/hazard';
import type { MediaView } from '../../../../typings/contract/media';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { hazardCardOf, type HazardCard } from '../../../components/hazard-card/hazard-card.view';
import type { TimelineLine } from '../../../components/timeline/timeline.view';
import { departments, stepsDone } from '../../../domain/hazard/labels';
import { isHazardStaff } from '../../../domain/hazard/relations';
import { hazardSentence } from '../../../domain/hazard/story';
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

/** What a sheet does: two of an officer's moves. */
export type SheetName = 'escalate' | 'link';

export interface StoryView {
  readonly card: HazardCard;
  readonly told: string;
  readonly done: number;
  readonly brokenPromise: string;
  readonly items: readonly ItemLine[];
  readonly people: readonly { readonly who: string; readonly name: string }[];
  readonly story: string;
  readonly albums: readonly { readonly title: string; readonly photos: readonly MediaView[] }[];
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
  return {
    card: hazardCardOf(hazard, now),
    told: `${spokenTime(openedAt, now)} 报的${department === undefined ? '' : ` · 已转给${department}`}`,
    done: stepsDone[state],
    brokenPromise,
    items: items.map((item) => itemLine(item, now)),
    people: peopleOf(hazard),
    story,
    albums: [
      { title: '发现的时候', photos: before },
      { title: '整改以后', photos: rectified },
      { title: '复查的时候', photos: rechecked },
    ].filter(({ photos }) => photos.length > 0),
    dispute: dispute ? { words: `和纠纷 ${dispute.number} 连在一起`, page: dispute.id === undefined ? '' : `/features/dispute/story/story?id=${dispute.id}` } : null,
    lines: lines.map((line) => ({ key: String(line.version), title: hazardSentence(line), who: spokenTime(line.at, now), ...(line.words !== undefined && { words: line.words }) })),
    primary: primary ?? null,
    second: second ?? { label: '', page: '' },
    sheets: sheetsOf(hazard),
  };
}

function itemLine({ key, what, judge, state, byDay, failures }: HazardItemView, now: number): ItemLine {
  const words = {
    open: failures > 0 ? ({ state: failures > 1 ? `${failures}次没过` : '没过', tone: 'danger' } as const) : ({ state: '还没整改', tone: 'plain' } as const),
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

function sheetsOf({ moves, dispute }: HazardView): StoryView['sheets'] {
  return [
    ...(moves.includes('escalate') ? [{ name: 'escalate' as const, label: '转给管这件事的单位' }] : []),
    ...(moves.includes('link') && !dispute ? [{ name: 'link' as const, label: '连到一件纠纷' }] : []),
  ];
}
