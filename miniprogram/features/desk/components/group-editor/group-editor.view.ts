/** 很多人一起的: who they are, who speaks for them, who has agreed to what. Pure. */
import type { DisputeView, GroupMember, Side } from '../../../../../typings/contract/dispute';
import type { Chip } from '../../../../components/filter-chips/filter-chips.view';
import { sideLabels, sides } from '../../../../domain/dispute/labels';
import { mostMembers, mostRepresentatives } from '../../../../domain/dispute/policy';

export type Mark = 'isRepresentative' | 'hasConsented' | 'hasAgreed';

/** What may be said of each; of the text only once there is one. */
export function marksFor(hasText: boolean): readonly { readonly mark: Mark; readonly label: string; readonly all: string }[] {
  const marks = [
    { mark: 'isRepresentative', label: '代表', all: '' },
    { mark: 'hasConsented', label: '同意调解', all: '大家都同意调解' },
  ] as const;
  return hasText ? [...marks, { mark: 'hasAgreed', label: '同意约定', all: '大家都同意约定' }] : marks;
}

export function sideChips({ parties }: Pick<DisputeView, 'parties'>): Chip[] {
  return sides.map((value) => ({ value, label: `${sideLabels[value]} ${parties.find(({ side }) => side === value)?.name ?? ''}`.trim() }));
}

export function membersOf({ groups }: Pick<DisputeView, 'groups'>, side: Side): GroupMember[] {
  return groups.find((group) => group.side === side)?.members ?? [];
}

/** Names that were pasted, one a line or with commas between; whoever is there already stays as he is. */
export function withNames(members: readonly GroupMember[], pasted: string): GroupMember[] {
  const names = pasted.split(/[\n,，、;；\t]+/).map((name) => name.trim().replace(/^\d+[.．)）]?\s*/, '')).filter((name) => name !== '');
  const fresh = [...new Set(names)].filter((name) => !members.some((member) => member.name === name));
  return [...members, ...fresh.map((name) => ({ name, isRepresentative: false, hasConsented: false, hasAgreed: false }))].slice(0, mostMembers);
}

export function marked(members: readonly GroupMember[], at: number, mark: Mark): GroupMember[] {
  return members.map((member, index) => (index === at ? { ...member, [mark]: !member[mark] } : member));
}

export function allMarked(members: readonly GroupMember[], mark: Mark): GroupMember[] {
  return members.map((member) => ({ ...member, [mark]: true }));
}

/** `共 25 人，代表 5 人，还有 2 人没说同意调解。` */
export function groupSentence(members: readonly GroupMember[], hasText: boolean): string {
  const count = (mark: Mark) => members.filter((member) => member[mark]).length;
  const missing = (mark: Mark, words: string) => (count(mark) === members.length ? '' : `，还有 ${members.length - count(mark)} 人没说${words}`);
  if (members.length === 0) return '只有当事人自己，就不用填。';
  return `共 ${members.length} 人，代表 ${count('isRepresentative')} 人${missing('hasConsented', '同意调解')}${hasText ? missing('hasAgreed', '同意约定') : ''}。`;
}

export function problemOf(members: readonly GroupMember[]): string {
  const speaking = members.filter(({ isRepresentative }) => isRepresentative).length;
  if (members.length > 0 && speaking === 0) return '请点出谁是代表。';
  return speaking > mostRepresentatives ? `代表最多 ${mostRepresentatives} 人，现在 ${speaking} 人。` : '';
}
