/** The table of hazards, written by hand from docs/hazards.md and from nothing else: what the product is held against. */
import type { HazardItemState, HazardMove, HazardRole, HazardState } from '../../../typings/contract/hazard';
import type { Name } from '../../support/community';

interface Row {
  readonly from: readonly HazardState[];
  /** Without it the state stays. */
  readonly to?: HazardState;
  readonly by: readonly HazardRole[];
}

const open: readonly HazardState[] = ['found', 'advised', 'ordered', 'rectifying', 'recheck'];
const workers: readonly HazardRole[] = ['officer', 'auxiliary', 'gridWorker'];

const table: Readonly<Partial<Record<HazardMove, Row>>> = {
  advise: { from: ['found'], to: 'advised', by: [...workers, 'volunteer', 'finder'] },
  order: { from: ['found', 'advised'], to: 'ordered', by: ['officer'] },
  dismiss: { from: ['found'], to: 'dismissed', by: ['officer'] },
  rectify: { from: ['advised', 'ordered', 'rectifying'], to: 'rectifying', by: ['responsible', ...workers] },
  present: { from: ['rectifying'], to: 'recheck', by: ['system'] },
  recheck: { from: ['recheck'], by: ['rechecker'] },
  close: { from: ['recheck'], to: 'closed', by: ['system'] },
  sendBack: { from: ['recheck'], to: 'rectifying', by: ['system'] },
  invite: { from: ['advised', 'ordered', 'rectifying', 'recheck'], by: workers },
  bind: { from: ['advised', 'ordered', 'rectifying', 'recheck'], by: ['system'] },
  revokeInvitation: { from: ['advised', 'ordered', 'rectifying', 'recheck'], by: workers },
  escalate: { from: ['ordered', 'rectifying'], to: 'escalated', by: ['officer'] },
  link: { from: [...open, 'closed', 'escalated'], by: ['officer'] },
  remind: { from: open, by: ['system'] },
};

export interface ItemModel {
  readonly key: string;
  state: HazardItemState;
  failures: number;
  /** The moment at which the day that it was given has passed; nothing while none was ordered. */
  lateAt?: number;
}

/** What the model knows of one hazard: as much as the rules ask. */
export interface HazardModel {
  readonly id: string;
  readonly grid: 'grid01' | 'grid02';
  readonly finder: Name;
  readonly companion?: Name;
  state: HazardState;
  version: number;
  items: ItemModel[];
  isOrdered: boolean;
  /** An invitation is out, or was accepted. */
  isInvited: boolean;
  responsible?: { readonly name: string; account?: Name };
  readonly told: Set<Name>;
  readonly recorded: Set<Name>;
  /** Photos that it has, and whose. */
  readonly photos: Map<string, Name>;
  /** Those that tell from which window they were taken. */
  readonly finderPhotos: Set<string>;
}

const recheckers: readonly Name[] = ['officer', 'officer2', 'auxiliary', 'gridWorker', 'otherGridWorker'];

/** What somebody of the test community is to a hazard. Who has to put it right is that and nothing else. */
export function relationsOf(actor: Name, { grid, finder, companion, responsible, told, recorded }: HazardModel): HazardRole[] {
  if (actor === responsible?.account) return ['responsible'];
  const found: HazardRole[] = [];
  if (actor === 'officer' || actor === 'officer2') found.push('officer');
  if (actor === 'auxiliary' || actor === 'leader') found.push(actor);
  if (actor === (grid === 'grid01' ? 'gridWorker' : 'otherGridWorker')) found.push('gridWorker');
  const hadAHand = actor === finder || actor === companion || told.has(actor) || recorded.has(actor);
  if (found.length > 0 && recheckers.includes(actor) && !hadAHand) found.push('rechecker');
  if (actor === companion) found.push('companion');
  if (actor === finder) found.push('finder', ...(actor === 'volunteer' ? ['volunteer' as const] : []));
  return found;
}

/** Somebody may make this move from here. */
export function isOpen(move: HazardMove, state: HazardState): boolean {
  return table[move]?.from.includes(state) === true;
}

export function mayMove(move: HazardMove, state: HazardState, roles: readonly HazardRole[]): boolean {
  const row = table[move];
  return row !== undefined && row.from.includes(state) && row.by.some((role) => roles.includes(role));
}

interface Step {
  readonly move: string;
  readonly to: string;
  readonly as: string;
  readonly by: string;
}

/** The first step of a history that the table does not have, or nothing. Events in order. */
export function findForeignStep(events: readonly Step[]): string | undefined {
  let state: string | undefined;
  for (const [position, { move, to, as }] of events.entries()) {
    const row = table[move as HazardMove];
    const isKnown =
      position === 0
        ? move === 'find' && to === 'found'
        : row?.from.includes(state as HazardState) === true && (row.to ?? state) === to && row.by.includes(as as HazardRole);
    if (!isKnown) return `step ${position + 1}: ${move} by ${as} from ${String(state)} to ${to}`;
    state = to;
  }
  return undefined;
}

/** Moves after which somebody else is to look. */
const hands: ReadonlySet<string> = new Set(['find', 'advise', 'order', 'rectify']);

/** The first recheck by somebody who had a hand in it before, read from the history alone. */
export function findBiasedRecheck(events: readonly Step[], companion: string | undefined): string | undefined {
  const had = new Set<string | undefined>([companion]);
  for (const { move, by } of events) {
    if (move === 'recheck' && had.has(by)) return by;
    if (hands.has(move)) had.add(by);
  }
  return undefined;
}
