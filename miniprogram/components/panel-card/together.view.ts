/** 一起办: what staff may do beside mediation, one thing at a time. Pure. */
import type { DisputeMove, DisputeView } from '../../../typings/contract/dispute';
import type { Chip } from '../filter-chips/filter-chips.view';

export type Tab = 'panel' | 'group' | 'whistle' | 'task' | 'cover' | 'urge';

const tabs: readonly { readonly value: Tab; readonly label: string; readonly moves: readonly DisputeMove[]; readonly has: (dispute: DisputeView) => boolean }[] = [
  { value: 'panel', label: '请人帮忙', moves: ['formPanel'], has: ({ panel }) => panel !== undefined },
  { value: 'group', label: '很多人一起', moves: ['group'], has: ({ groups }) => groups.length > 0 },
  { value: 'task', label: '会商的事', moves: ['decide', 'finishTask'], has: ({ tasks }) => tasks.length > 0 },
  { value: 'whistle', label: '吹哨', moves: ['whistle', 'answerWhistle'], has: ({ whistles }) => whistles.length > 0 },
  { value: 'cover', label: '换调解员', moves: ['cover'], has: () => false },
  { value: 'urge', label: '催办', moves: ['urge'], has: () => false },
];

/** What this person may do here, and what there is to read. */
export function tabsFor(dispute: DisputeView): Chip[] {
  return tabs
    .filter(({ value, moves, has }) => moves.some((move) => dispute.moves.includes(move)) && (value !== 'task' || dispute.moves.includes('decide') || has(dispute)))
    .map(({ value, label }) => ({ value, label }));
}

/** Where this page is offered, and what it says there: `请人帮忙、吹哨` */
export function togetherLink(dispute: DisputeView): { readonly label: string; readonly page: string } {
  const open = tabsFor(dispute);
  return { label: open.map(({ label }) => label).join('、'), page: open.length > 0 ? togetherPage(dispute.id) : '' };
}

export function togetherPage(id: string, tab?: Tab): string {
  return `/features/desk/together/together?id=${id}${tab === undefined ? '' : `&tab=${tab}`}`;
}
