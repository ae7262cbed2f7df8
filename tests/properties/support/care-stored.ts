/** A post as it is kept, read past the functions; and the same picture drawn from the model. */
import type { CareRoster, CareSlotDocument, ChildDocument, VisitDocument } from '../../../cloudfunctions/_kit/care-documents';
import type { CaseEvent, Stored } from '../../../cloudfunctions/_kit/collections';
import type { Community, Name } from '../../support/community';
import { entriesOf, hasConsent, here, isPresent, openVisitsOf, times, type CareModel, type Time } from './care-model';

export interface StoredPost {
  readonly visits: readonly VisitDocument[];
  readonly children: readonly ChildDocument[];
  readonly slots: readonly CareSlotDocument[];
  readonly roster: CareRoster;
  /** Wrong codes of a visit that is under way; like the codes and the events, read only when asked for. */
  readonly wrong: ReadonlyMap<string, number>;
  readonly usedCodes: number;
  /** Oldest first. */
  readonly events: readonly CaseEvent[];
}

export async function readPost({ cloud: { database } }: Community, isWhole: boolean): Promise<StoredPost> {
  const all = async <T>(name: string) => (await database.collection(name).where({ _id: database.command.gt('') }).limit(1000).get()).data as T[];
  const [visits, children, slots, rosters, tries, used, events] = await Promise.all([
    all<VisitDocument>('visits'), all<ChildDocument>('children'), all<CareSlotDocument>('careSlots'), all<CareRoster>('careRosters'),
    isWhole ? all<Stored & { readonly at: readonly number[] }>('tries') : [], isWhole ? all<Stored>('usedCodes') : [], isWhole ? all<CaseEvent>('events') : [],
  ]);
  const wrong = new Map(tries.map(({ _id, at }) => [_id.replace('pickup:', ''), at.length]));
  return { visits, children, slots, roster: rosters[0]!, wrong, usedCodes: used.length, events: [...events].sort((a, b) => a.version - b.version) };
}

/** How the product calls what the story calls otherwise. */
export interface Names {
  readonly child: ReadonlyMap<string, string>;
  readonly visit: ReadonlyMap<string, string>;
  readonly idOf: (name: Name) => string;
}

/** The names of visits and of children who came to the door: in the order in which they came. */
export function nameVisits(m: CareModel, { visits, children }: StoredPost, childIds: Map<string, string>): Map<string, string> {
  const arrived = children.filter(({ _id }) => ![...childIds.values()].includes(_id)).sort((a, b) => a.openedAt - b.openedAt || (a._id < b._id ? -1 : 1));
  const unnamed = Object.keys(m.children).filter((child) => !childIds.has(child));
  for (const [n, child] of unnamed.entries()) if (arrived[n]) childIds.set(child, arrived[n]._id);
  const inOrder = [...visits].sort((a, b) => a.openedAt - b.openedAt);
  const ids = new Map<string, string>();
  for (const [key, visit] of entriesOf(m)) {
    const slotEnd = visit.time === undefined ? '' : `:${times[visit.time].startAt}`;
    const own = inOrder.filter(({ _id, facts }) => facts.childId === childIds.get(visit.child) && (slotEnd === '' ? facts.slotId === '' : facts.slotId.endsWith(slotEnd)) && ![...ids.values()].includes(_id));
    if (own[0]) ids.set(key, own[0]._id);
  }
  return ids;
}

type Picture = Readonly<Record<string, unknown>>;

export function pictureOf(m: CareModel, isWhole: boolean): Picture {
  return {
    visits: Object.fromEntries(entriesOf(m).map(([key, visit]) => [key, `${visit.state} ${visit.moves.length}${isWhole && isPresent(visit) ? ` wrong ${visit.wrongCodes}` : ''}`])),
    limits: isWhole ? Object.fromEntries(entriesOf(m).map(([key, { exception }]) => [key, exception?.bars])) : {},
    moves: isWhole ? Object.fromEntries(entriesOf(m).map(([key, { moves }]) => [key, moves.map(({ move, by }) => `${move} by ${by}`).join(', ')])) : {},
    queues: Object.fromEntries((Object.keys(times) as Time[]).map((time) => [time, m.queues[time].map(({ child, state }) => `${child} ${state}`)])),
    here: here(m).map(([key]) => key).sort(),
    carers: m.carers.map(({ name }) => name).sort(),
    children: Object.fromEntries(Object.entries(m.children).map(([key, child]) => [key, {
      guardians: child.guardians, persons: child.persons.filter(({ removedAt }) => removedAt === undefined).map(({ name }) => name),
      bars: child.bars.filter(({ liftedAt }) => liftedAt === undefined).length, consents: hasConsent(child), visits: openVisitsOf(m, key).map(([visit]) => visit).sort(),
    }])),
    usedCodes: isWhole ? entriesOf(m).reduce((sum, [, { usedCodes }]) => sum + usedCodes.length, 0) : 0,
  };
}

export function pictureFrom({ visits, children, slots, roster, wrong, usedCodes, events }: StoredPost, { child, visit, idOf }: Names, people: readonly Name[], isWhole: boolean): Picture {
  const back = (names: ReadonlyMap<string, string>) => new Map([...names].map(([name, id]) => [id, name]));
  const [childNames, visitNames] = [back(child), back(visit)];
  const personNames = new Map(people.map((name) => [idOf(name), name]));
  const named = visits.map((document) => [visitNames.get(document._id) ?? document._id, document] as const);
  return {
    visits: Object.fromEntries(named.map(([key, { _id, state, version }]) => [key, `${state} ${version}${isWhole && isPresent({ state }) ? ` wrong ${wrong.get(_id) ?? 0}` : ''}`])),
    limits: isWhole ? Object.fromEntries(named.map(([key, { facts }]) => [key, facts.exception?.limits])) : {},
    moves: isWhole ? Object.fromEntries(named.map(([key, { _id }]) => [key, events.filter(({ caseId }) => caseId === _id).map(({ move, by }) => `${move} by ${personNames.get(by) ?? by}`).join(', ')])) : {},
    queues: Object.fromEntries((Object.keys(times) as Time[]).map((time) => [time, (slots.find(({ startAt }) => startAt === times[time].startAt)?.entries ?? []).map(({ childId, state }) => `${childNames.get(childId)} ${state}`)])),
    here: roster.present.map(({ visitId }) => visitNames.get(visitId) ?? visitId).sort(),
    carers: roster.carers.map(({ id }) => personNames.get(id)).sort(),
    children: Object.fromEntries(children.map(({ _id, facts }) => [childNames.get(_id) ?? _id, {
      guardians: facts.guardians.flatMap(({ id }) => (id === undefined ? [] : [personNames.get(id)])), persons: facts.persons.filter(({ removedAt }) => removedAt === undefined).map(({ name }) => name),
      bars: facts.barred.filter(({ liftedAt }) => liftedAt === undefined).length, consents: facts.consent !== undefined && facts.consent.withdrawnAt === undefined, visits: facts.visits.map(({ id }) => visitNames.get(id) ?? id).sort(),
    }])),
    usedCodes,
  };
}
