/** 民警办理: what police and their leader decide of a visit, and what each decision needs. Pure. */
import type { VisitView } from '../../../../typings/contract/childcare';
import type { VisitMove } from '../../../../typings/contract/childcare-words';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import type { TimelineLine } from '../../../components/timeline/timeline.view';
import { visitMoveLabels } from '../../../domain/childcare/history';
import { kinshipLabels, stateSentence } from '../../../domain/childcare/labels';
import { spokenTime, timeOfDay } from '../../../domain/time/format';
import type { PhoneRow } from '../components/phone-rows/phone-rows.view';

export type ReviewWay = Extract<VisitMove, 'confirmClaim' | 'doubtClaim' | 'proposeException' | 'releaseByException' | 'transfer'>;

export interface ReviewForm {
  readonly way: ReviewWay | '';
  readonly person: string;
  readonly name: string;
  readonly isDocumentSeen: boolean;
  readonly isRungBack: boolean;
  readonly to: string;
  readonly words: string;
}

export const emptyReview: ReviewForm = { way: '', person: '', name: '', isDocumentSeen: false, isRungBack: false, to: '', words: '' };
/** Who is on no list: the name is written down. */
export const OTHER = 'other';

const tiles: readonly (Choice & { readonly value: ReviewWay })[] = [
  { value: 'confirmClaim', label: '核实了', note: '孩子确实交给了他', icon: 'check-circle' },
  { value: 'doubtClaim', label: '没核实上', note: '马上找，三方都会收到', icon: 'error-circle' },
  { value: 'releaseByException', label: '我也核对过，交给他', note: '第二位民警来点', icon: 'usergroup' },
  { value: 'proposeException', label: '两位民警核对', note: '看过证件，回拨过家长', icon: 'user-checked' },
  { value: 'transfer', label: '转交儿童督导员', note: '没人来接，由所领导定', icon: 'swap' },
];

export interface ReviewView {
  readonly childId: string;
  readonly nickname: string;
  readonly state: string;
  readonly time: string;
  readonly claim: string;
  readonly exception: string;
  readonly ways: readonly Choice[];
  readonly people: readonly Chip[];
  readonly phones: readonly PhoneRow[];
  readonly handover: readonly NonNullable<VisitView['handover']>[];
  readonly lines: readonly TimelineLine[];
}

export function reviewView(visit: VisitView): ReviewView {
  const { childId, nickname, state, moves, now, startAt, endAt, claim, exception, child, handover, lines, withWhom } = visit;
  const guardians = child.guardians ?? [];
  const people = [...guardians.map(({ id, name }, position) => ({ value: id ?? `guardian${position}`, label: name })), ...child.persons.map(({ id, name }) => ({ value: id, label: name }))];
  return {
    childId,
    nickname,
    state: stateSentence(state, { ...(withWhom !== undefined && { to: withWhom }) }),
    time: `${timeOfDay(startAt)}–${timeOfDay(endAt)}`,
    claim: claim ? `${claim.by}断网时交给了${claim.name}，${timeOfDay(claim.at)}。${claim.isMine ? '您自己交的，请另一位民警核实。' : '打电话问家长，孩子到了没有。'}` : '',
    exception: exception ? `${exception.by}核对过：${exception.name}。${exception.isMine ? '请另一位民警再核对一遍，由他来点。' : '您再看一遍证件，回拨一次家长。'}` : '',
    ways: tiles.filter(({ value }) => moves.includes(value) && (value !== 'releaseByException' || exception?.isMine === false)),
    people: [...people, { value: OTHER, label: '别的人' }],
    phones: guardians.map(({ id, name, kinship, phone = '' }, position) => ({ who: id ?? `guardian${position}`, name, note: `${kinshipLabels[kinship]} ${phone}` })),
    handover: handover ? [handover] : [],
    lines: lines.map(({ version, move, at, who, words }) => ({ key: String(version), title: visitMoveLabels[move], who: `${who} · ${spokenTime(at, now)}`, ...(words !== undefined && { words }) })),
  };
}

export function problemsOf({ way, person, name, isDocumentSeen, isRungBack, to, words }: ReviewForm): Record<string, string> {
  if (way === '') return { way: '请先选怎么办。' };
  return {
    ...(way === 'proposeException' && person === '' && { person: '请点是谁来接。' }),
    ...(way === 'proposeException' && person === OTHER && name.trim() === '' && { name: '写清楚他的姓名。' }),
    ...(way === 'proposeException' && !(isDocumentSeen && isRungBack) && { seen: '要看过证件，也回拨过家长，两样都要。' }),
    ...(way === 'transfer' && to.trim() === '' && { to: '写清楚转给哪位儿童督导员。' }),
    ...(words.trim() === '' && { words: way === 'transfer' ? '写一句为什么。' : '写一句怎么核对的。' }),
  };
}

/** Whoever is on no list has no id: the post's own word for it. */
export function nameIn({ person, name }: ReviewForm, people: readonly Chip[]): string {
  return person === OTHER ? name.trim() : (people.find(({ value }) => value === person)?.label ?? '');
}
