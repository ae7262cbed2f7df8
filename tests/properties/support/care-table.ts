/** The table of visits, written by hand from spec/childcare.md and from nothing else: what the product is held against. */
import type { VisitMove, VisitRole, VisitState } from '../../../typings/contract/childcare';
import type { Name } from '../../support/community';

interface Row {
  /** Without it the move begins a visit. */
  readonly from?: readonly VisitState[];
  /** Without it the state stays. */
  readonly to?: VisitState;
  readonly by: readonly VisitRole[];
}

export const present: readonly VisitState[] = ['checkedIn', 'pickupPending', 'releaseRefused', 'releaseClaimed'];
export const open: readonly VisitState[] = ['booked', 'waitlisted', 'offered', 'expected', 'fetching', 'noShow', ...present, 'incident'];
const atTheDoor: readonly VisitState[] = ['pickupPending', 'releaseRefused', 'checkedIn', 'incident'];
const handing: readonly VisitRole[] = ['carer', 'officer'];
const staff: readonly VisitRole[] = ['carer', 'officer', 'auxiliary', 'leader', 'system'];

const table: readonly (Row & { readonly move: VisitMove })[] = [
  { move: 'book', to: 'booked', by: ['guardian', 'system'] },
  { move: 'book', from: ['cancelled'], to: 'booked', by: ['guardian', 'system'] },
  { move: 'queue', to: 'waitlisted', by: ['guardian', 'system'] },
  { move: 'queue', from: ['cancelled'], to: 'waitlisted', by: ['guardian', 'system'] },
  { move: 'offer', from: ['waitlisted'], to: 'offered', by: ['system'] },
  { move: 'take', from: ['offered'], to: 'booked', by: ['guardian'] },
  { move: 'pass', from: ['offered'], to: 'waitlisted', by: ['guardian', 'system'] },
  { move: 'open', from: ['booked'], to: 'expected', by: ['system'] },
  { move: 'askFetch', to: 'fetching', by: ['guardian'] },
  { move: 'askFetch', from: ['booked', 'expected', 'noShow'], to: 'fetching', by: ['guardian'] },
  { move: 'takeFetch', from: ['fetching'], by: ['officer'] },
  { move: 'declineFetch', from: ['fetching'], to: 'cancelled', by: ['officer'] },
  { move: 'pickUp', from: ['fetching'], by: ['officer'] },
  { move: 'checkIn', from: ['booked', 'expected', 'noShow', 'fetching'], to: 'checkedIn', by: ['carer'] },
  { move: 'walkIn', to: 'checkedIn', by: ['carer'] },
  { move: 'consentLater', from: present, by: ['guardian'] },
  { move: 'activity', from: ['checkedIn'], by: ['carer'] },
  { move: 'note', from: open, by: staff },
  { move: 'ask', from: ['checkedIn', 'releaseRefused'], to: 'pickupPending', by: handing },
  { move: 'release', from: ['pickupPending'], to: 'released', by: handing },
  { move: 'refuseRelease', from: ['pickupPending'], to: 'releaseRefused', by: [...handing, 'system'] },
  { move: 'back', from: ['pickupPending', 'releaseRefused'], to: 'checkedIn', by: handing },
  { move: 'proposeException', from: atTheDoor, by: ['officer'] },
  { move: 'releaseByException', from: atTheDoor, to: 'released', by: ['officer'] },
  { move: 'claimOffline', from: ['checkedIn', 'pickupPending', 'releaseRefused'], to: 'releaseClaimed', by: ['carer'] },
  { move: 'confirmClaim', from: ['releaseClaimed'], to: 'released', by: ['claimReviewer'] },
  { move: 'doubtClaim', from: ['releaseClaimed'], to: 'incident', by: ['claimReviewer'] },
  { move: 'noShow', from: ['expected'], to: 'noShow', by: ['system'] },
  { move: 'cancel', from: ['booked', 'waitlisted', 'offered', 'expected', 'noShow'], to: 'cancelled', by: ['guardian', 'carer'] },
  { move: 'cancel', from: ['waitlisted'], to: 'cancelled', by: ['system'] },
  { move: 'cancel', from: ['fetching'], to: 'cancelled', by: ['guardian'] },
  { move: 'transfer', from: [...present, 'incident'], to: 'transferred', by: ['leader'] },
];

const offices: Readonly<Partial<Record<Name, VisitRole>>> = { carer: 'carer', carer2: 'carer', officer: 'officer', officer2: 'officer', auxiliary: 'auxiliary', leader: 'leader' };

export function officeOf(name: Name): VisitRole | undefined {
  return offices[name];
}

/** What somebody is to a visit. A guardian is that and nothing else, whatever the office. */
export function rolesOf(name: Name, { guardians, claim }: { readonly guardians: readonly Name[]; readonly claim?: { readonly by: Name } }): VisitRole[] {
  if (guardians.includes(name)) return ['guardian'];
  const office = offices[name];
  if (office === undefined) return [];
  return (office === 'officer' || office === 'leader') && claim?.by !== name ? [office, 'claimReviewer'] : [office];
}

export function mayMove(move: VisitMove, state: VisitState | undefined, roles: readonly VisitRole[]): boolean {
  return rowsOf(move, state).some(({ by }) => by.some((role) => roles.includes(role)));
}

/** Where a move leads. */
export function stateAfter(move: VisitMove, state: VisitState | undefined): VisitState {
  const to = rowsOf(move, state)[0]?.to ?? state;
  if (to === undefined) throw new Error(`${move} begins nothing`);
  return to;
}

/** Somebody may make this move from here. */
export function hasRow(move: VisitMove, state: VisitState): boolean {
  return rowsOf(move, state).length > 0;
}

function rowsOf(move: VisitMove, state: VisitState | undefined): Row[] {
  return table.filter((row) => row.move === move && (state === undefined ? row.from === undefined : row.from?.includes(state) === true));
}

interface Step {
  readonly move: string;
  readonly to: string;
  readonly as: string;
}

/** The first step of a history that the table does not have, or nothing. Events in order. */
export function findForeignStep(events: readonly Step[]): string | undefined {
  let state: VisitState | undefined;
  for (const [position, { move, to, as }] of events.entries()) {
    const isKnown = rowsOf(move as VisitMove, state).some((row) => (row.to ?? state) === to && row.by.includes(as as VisitRole));
    if (!isKnown) return `step ${position + 1}: ${move} by ${as} from ${String(state)} to ${to}`;
    state = to as VisitState;
  }
  return undefined;
}
