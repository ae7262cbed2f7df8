/** 核对交接: who stands there, how that is checked, and what the screen says meanwhile. Nobody who is barred is ever named. Pure. */
import type { OfflineLine, PickupPersonView, RosterChild, VisitView } from '../../../../typings/contract/childcare';
import type { PickupProof } from '../../../../typings/contract/childcare-words';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { kinshipLabels, proofLabels, stateSentence } from '../../../domain/childcare/labels';
import { codes } from '../../../domain/childcare/policy';
import { spokenTime, timeOfDay } from '../../../domain/time/format';
import type { PhoneRow } from '../components/phone-rows/phone-rows.view';

/** `who`: choose and check. `pending`: checked, to be handed over. `refused`: everybody waits. `offline`: by the signed roster. `over`: nothing to do here. */
export type DoorStep = 'who' | 'pending' | 'refused' | 'offline' | 'over';

export interface DoorPerson {
  readonly id: string;
  readonly name: string;
  readonly kinship: string;
  readonly note: string;
  readonly isToday: boolean;
  /** Named today: the post rings back, and then it holds at once. */
  readonly isWaiting: boolean;
}

export interface DoorView {
  readonly childId: string;
  readonly nickname: string;
  readonly about: string;
  readonly state: string;
  readonly step: DoorStep;
  readonly persons: readonly DoorPerson[];
  /** Whom to ring: the numbers that were stored before today. */
  readonly phones: readonly PhoneRow[];
  readonly hasFamilyWord: boolean;
  /** `外婆 · 回拨电话 · 16:51`, once it was checked. */
  readonly asked: string;
  readonly askedName: string;
  readonly needsPhoto: boolean;
  readonly mayRefuse: boolean;
  readonly mayBack: boolean;
  readonly mayReview: boolean;
  readonly isFetch: boolean;
  /** Of the signed roster: `离线名册 18:20 前有用`. */
  readonly validity: string;
}

/** The guardian's phone makes a code for whoever may come. */
export const proofs: readonly (Chip & { readonly value: PickupProof })[] = [
  { value: 'code', label: '六位码' },
  { value: 'callback', label: '回拨电话' },
];

export function doorView(visit: VisitView): DoorView {
  const { childId, nickname, child, state, moves, now, asked, endAt, withWhom, lateSince } = visit;
  const guardians = (child.guardians ?? []).flatMap(({ id, name, kinship, phone }) => (id === undefined ? [] : [{ id, name, kinship: kinshipLabels[kinship], note: phone ?? '', isToday: false, isWaiting: false }]));
  return {
    childId,
    nickname,
    about: [`${child.age}岁`, child.school, `${timeOfDay(endAt)} 前接`].filter((word) => word !== '').join(' · '),
    state: stateSentence(state, { isLate: lateSince !== undefined, ...(withWhom !== undefined && { to: withWhom }) }),
    step: stepOf(visit),
    persons: [...guardians, ...child.persons.map((person) => personOf(person, now))],
    phones: (child.guardians ?? []).map(({ id, name, kinship, phone = '' }, position) => ({ who: id ?? `guardian${position}`, name, note: `${kinshipLabels[kinship]} ${phone}` })),
    hasFamilyWord: child.hasFamilyWord,
    asked: asked ? `${asked.name} · ${proofLabels[asked.proof]} · ${timeOfDay(asked.at)}` : '',
    askedName: asked?.name ?? '',
    needsPhoto: asked?.proof === 'callback',
    mayRefuse: moves.includes('refuseRelease'),
    mayBack: moves.includes('back'),
    mayReview: (['proposeException', 'confirmClaim', 'transfer'] as const).some((move) => moves.includes(move)),
    isFetch: state === 'fetching',
    validity: '',
  };
}

function stepOf({ state, moves }: VisitView): DoorStep {
  if (state === 'pickupPending' && moves.includes('release')) return 'pending';
  if (state === 'releaseRefused') return 'refused';
  return state === 'checkedIn' && moves.includes('ask') ? 'who' : 'over';
}

function personOf({ id, name, kinship, phone = '', from, isToday, isWaiting = false }: PickupPersonView, now: number): DoorPerson {
  const note = isWaiting ? `${spokenTime(from, now)} 起可以接，要早就回拨家长` : phone;
  return { id, name, kinship: kinshipLabels[kinship], note, isToday, isWaiting };
}

/** Without a network: whoever stands on the signed roster, and nobody else. */
export function offlineView({ child, lines, validUntil }: { child: RosterChild; lines: readonly OfflineLine[]; validUntil: number }, isTaken: boolean): DoorView {
  const { childId, nickname, age, endAt, state } = child;
  return {
    childId,
    nickname,
    about: `${age}岁 · ${timeOfDay(endAt)} 前接`,
    state: stateSentence(isTaken ? 'releaseClaimed' : state, {}),
    step: isTaken || (state !== 'checkedIn' && state !== 'pickupPending') ? 'over' : 'offline',
    persons: lines.map(({ personId, name }) => ({ id: personId, name, kinship: '', note: '', isToday: false, isWaiting: false })),
    phones: [], hasFamilyWord: false, asked: '', askedName: '', needsPhoto: false, mayRefuse: false, mayBack: false, mayReview: false, isFetch: false,
    validity: `没有网络，按离线名册交，${timeOfDay(validUntil)} 前有用。连上后民警会核实。`,
  }; // prettier-ignore
}

export interface DoorForm {
  readonly person: string;
  readonly proof: PickupProof;
  readonly code: string;
  readonly isRung: boolean;
  readonly word: string;
}

export const emptyDoor: DoorForm = { person: '', proof: 'callback', code: '', isRung: false, word: '' };

/** What is still missing before anything is asked, in a sentence; empty when nothing is. */
export function lackingAtDoor({ person, proof, code, isRung }: DoorForm, step: DoorStep): string {
  if (person === '') return '先点是谁来接';
  if (step === 'offline') return isRung ? '' : '先看清楚人，问清楚，再点上面那一行';
  if (proof === 'callback') return isRung ? '' : '先打电话问家长，说好了点上面那一行';
  return code.length < codes.digits ? `还差 ${codes.digits - code.length} 位` : '';
}
