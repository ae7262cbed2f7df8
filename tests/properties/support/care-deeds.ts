/** What somebody might think of doing now: every deed that the story could go on with, the sensible and the others. */
import { MINUTE } from '../../../miniprogram/domain/time/format';
import type { VisitMove } from '../../../typings/contract/childcare';
import type { Name } from '../../support/community';
import { entriesOf, times, type CareModel, type Time } from './care-model';
import { deedNames, may, rolesToward } from './care-records';
import { quarterOf, type Code, type Deed, type Line } from './care-rules';
import { hasRow, mayMove, rolesOf } from './care-table';

export const actors = ['resident', 'neighbour', 'volunteer', 'carer', 'carer2', 'auxiliary', 'officer', 'officer2', 'leader', 'stranger'] as const satisfies readonly Name[];
const parents = ['resident', 'neighbour', 'volunteer', 'carer2'] as const satisfies readonly Name[];
/** Whom no record names. */
export const NOBODY = '路人';
const MOST_PERSONS = 4;

const variantsOf: Readonly<Record<string, number>> = { pickUp: 3, checkIn: 3, walkIn: 2, consentLater: 2, release: 2, proposeException: 3, addPerson: 2, shift: 2, vet: 2 };
const ofChild: readonly string[] = ['askFetch', 'complete', 'consent', 'withdrawConsent', 'familyWord', 'card', 'consentLater'];
const ofPerson: readonly string[] = ['confirmPerson', 'removePerson', 'bar', 'liftBar', 'removeGuardian'];

type Part = Omit<Deed, 'do' | 'by'>;

/** Everything that one could do of one kind, whoever might do it. */
function partsOf(name: string, m: CareModel, lines: readonly Line[]): Part[] {
  const children = Object.keys(m.children);
  if (name === 'book') return children.filter((child) => !child.startsWith('w')).flatMap((child) => (Object.keys(times) as Time[]).map((time) => ({ child, time })));
  if (name === 'walkIn' || name === 'shift') return [{}];
  if (name === 'vet') return ['carer', 'carer2', 'officer'].map((whom) => ({ whom }));
  if (name === 'addPerson') return children.filter((child) => m.children[child]!.persons.length < MOST_PERSONS).map((child) => ({ child, whom: `来人${m.names}` }));
  if (ofChild.includes(name)) return children.map((child) => ({ child }));
  if (ofPerson.includes(name)) return children.flatMap((child) => takersOf(m, child).map((whom) => ({ child, whom })));
  const visits = entriesOf(m).filter(([, { state }]) => hasRow(name as VisitMove, state));
  if (name === 'ask') return visits.flatMap(([visit, { child }]) => takersOf(m, child).flatMap((whom) => codesFor(m, visit, whom).flatMap((code) => [0, 1, 2, 3].map((variant) => ({ visit, whom, variant, ...(code && { code }) })))));
  if (name === 'claimOffline') return visits.flatMap(([visit, { child }]) => lines.flatMap((line) => [line.whom, ...(line.visit === visit ? takersOf(m, child).slice(0, 1) : [])].flatMap((whom) => momentsOf(m, line).map((at) => ({ visit, whom, line, at })))));
  return visits.map(([visit]) => ({ visit }));
}

function takersOf(m: CareModel, child: string): string[] {
  const { guardians, persons } = m.children[child]!;
  return [...guardians, ...persons.map(({ name }) => name), NOBODY];
}

/** Right and wrong ones: of this quarter, of the last, too old; another guardian's, another visit's, guessed. The missing one is a call back. */
function codesFor(m: CareModel, visit: string, whom: string): (Code | undefined)[] {
  const quarter = quarterOf(m.now);
  const { child } = m.visits[visit]!;
  const makers = parents.includes(whom as (typeof parents)[number]) ? [whom as Name] : m.children[child]!.guardians;
  const own = makers.flatMap((maker): Code[] => [
    { visit, maker, whom, quarter, variant: 0 }, { visit, maker, whom, quarter: quarter - 1, variant: 1 }, { visit, maker, whom, quarter: quarter - 2, variant: 0 },
  ]);
  const elsewhere = entriesOf(m).filter(([key]) => key !== visit).slice(-1).flatMap(([key]): Code[] => makers.map((maker) => ({ visit: key, maker, whom, quarter, variant: 0 })));
  return [undefined, ...own, ...elsewhere, { visit, maker: 'volunteer', whom, quarter, variant: 0 }, { visit, whom, quarter, variant: 0 }];
}

/** Just after the roster was read, now, before it was read, and in the future. */
function momentsOf({ now }: CareModel, line: Line): number[] {
  const soon = line.at + 3_000; // the server has read it a moment after the story says so
  return [soon, Math.max(soon, now), line.at - MINUTE, now + 60 * MINUTE];
}

export function deedsOf(name: string, m: CareModel, lines: readonly Line[]): Deed[] {
  const parts = partsOf(name, m, lines);
  const variants = Array.from({ length: variantsOf[name] ?? 1 }, (_, variant) => variant);
  return parts.flatMap((part) => actors.flatMap((by) => variants.map((variant): Deed => ({ do: name, by, variant, ...part }))));
}

/** How often each is thought of, where it is not once. */
const weights: Readonly<Record<string, number>> = {
  book: 6, checkIn: 7, ask: 7, release: 7, take: 4, pass: 3, pickUp: 2, takeFetch: 2, proposeException: 2, releaseByException: 4, claimOffline: 4, confirmClaim: 3, bar: 2, addPerson: 2, confirmPerson: 2, withdrawConsent: 2, transfer: 1,
};
const thoughts = deedNames.flatMap((name) => Array.from({ length: weights[name] ?? 1 }, () => name));

export interface Choice {
  readonly isPermitted: boolean;
  /** Children and visits of which it is to be, if any deed is. */
  readonly near?: Deed;
}

/** One of those that the rules permit, or forbid; each kind by its weight, whoever may do it. */
export function choose(m: CareModel, lines: readonly Line[], pick: number, { isPermitted, near }: Choice): Deed | undefined {
  const names = new Set(thoughts.map((_, n) => thoughts[(pick + n * 7) % thoughts.length]!));
  for (const name of names) {
    const all = deedsOf(name, m, lines).filter((deed) => may(m, deed) === isPermitted);
    const fitting = isPermitted || pick % 4 === 0 ? all : all.filter((deed) => isNearlyRight(m, deed));
    const rivals = near ? fitting.filter((deed) => isRival(m, deed, near)) : fitting;
    const choice = rivals.length > 0 ? rivals : near ? [] : fitting;
    if (choice.length > 0) return choice[Math.floor(pick / thoughts.length) % choice.length];
  }
  return undefined;
}

/** By somebody whom the table lets, and filled in well: something else forbids it. */
function isNearlyRight(m: CareModel, { do: name, by, visit = '', child, variant = 0 }: Deed): boolean {
  const found = m.visits[visit];
  const isTheirs = found ? mayMove(name as VisitMove, found.state, rolesOf(by, found)) : child === undefined || rolesToward(m, by, child).length > 0;
  return isTheirs && variant < 2;
}

/** They touch the same child, the same time or the same carer. */
function isRival(m: CareModel, deed: Deed, near: Deed): boolean {
  const childOf = ({ child, visit = '' }: Deed) => child ?? m.visits[visit]?.child;
  const timeOf = ({ time, visit = '' }: Deed) => time ?? m.visits[visit]?.time;
  if (deed.do === 'addPerson' && near.do === 'addPerson') return false; // the story could not tell them apart
  const isSameChild = childOf(deed) !== undefined && childOf(deed) === childOf(near);
  const isSameTime = timeOf(deed) !== undefined && timeOf(deed) === timeOf(near);
  return isSameChild || isSameTime || deed.do === 'shift' || deed.do === 'vet' || deed.do === 'walkIn';
}
