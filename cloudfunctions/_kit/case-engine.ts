/** Every piece of work is a case: the one place where a case changes, with its history, its clocks and its messages. */
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { clocksAfter, type ClockRules, type DueMark } from '../../miniprogram/domain/case/clock';
import { decide, type CaseTypes, type Decision, type Transition } from '../../miniprogram/domain/case/transition';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import { HOUR, timeOfDay } from '../../miniprogram/domain/time/format';
import type { WriteContext } from './action';
import { BEGINNING, saltedDigest, sealed } from './audit';
import { collections, type CaseDocument, type CaseEvent, type Collection, type Message, type RingUp } from './collections';
import { Refusal } from './errors';
import { messageOf } from './outbox';
import type { Transaction } from './transaction';
import { workCalendar } from './workdays';

/** A line for one person's inbox. */
export interface Letter {
  readonly to: string;
  readonly sentence: string;
  readonly page?: string;
  readonly ring?: RingUp;
}

/** What makes a dispute a dispute: where it is kept, how it moves, who is what to it, who is told what. */
export interface CaseKind<T extends CaseTypes, Keys extends object> {
  readonly name: string;
  readonly collection: Collection<CaseDocument<T> & Keys>;
  readonly transitions: readonly Transition<T>[];
  readonly clocks: ClockRules<T>;
  readonly relations: (person: Standing, theCase: Pick<CaseDocument<T>, '_id' | 'facts'>) => readonly T['role'][];
  /** The fields that it is found by. */
  readonly keys: (theCase: CaseDocument<T>) => Keys;
  readonly letters: (db: Transaction, move: T['move'], theCase: CaseDocument<T>, now: number) => Promise<Letter[]>;
  readonly reminders: (db: Transaction, due: DueMark<T['clock']>, theCase: CaseDocument<T>, now: number) => Promise<Letter[]>;
  /** Who made the last move, in a word that the caller may hear; nothing when it is not for the caller to know. */
  readonly whoMoved?: (db: Transaction, event: CaseEvent, theCase: Pick<CaseDocument<T>, '_id' | 'facts'>, caller: Standing) => Promise<string | undefined>;
  /** What else a case holds and lets go of when it has moved, such as its hour in a calendar. */
  readonly release?: (db: Transaction, before: CaseDocument<T>, after: CaseDocument<T>, mover: Mover) => Promise<void>;
  /** The line on the timeline when a clock has run out; nothing when nobody broke a promise. */
  readonly broken?: (due: DueMark<T['clock']>, now: number) => { move: T['move']; words: string } | undefined;
}

/** What goes with a move: the facts as they stand after it, what was said, and whether that is for staff alone. */
export interface Said<T extends CaseTypes> {
  readonly facts?: T['facts'];
  readonly words?: string;
  readonly isInternal?: boolean;
}

/** One case in one transaction. Its moves are written together when the action has ended. */
export interface CaseHandle<T extends CaseTypes> {
  /** As it stands after the moves so far. */
  readonly document: CaseDocument<T>;
  /** What the caller is to it now. */
  readonly relations: readonly T['role'][];
  /** Throws `CONFLICT`, with who was first, when it has moved on since this version. */
  assertUnmoved(seen: number): Promise<void>;
  /** Moves it as the caller. Throws `FORBIDDEN`, `INVALID_MOVE` or `REFUSED`. */
  move(move: T['move'], said?: Said<T>): Promise<void>;
  /** Moves it as the system does, when the table and the guards allow; says whether they did. */
  moveBySystem(move: T['move'], said?: Said<T>): Promise<boolean>;
}

/** Who moves a case, when, in which transaction. */
export type Mover = Pick<WriteContext, 'db' | 'now' | 'atEnd'> & { readonly caller: Standing };

/** For so long who comes second is told who was first. */
const JUST_NOW = HOUR;

/** The clock: it is nobody's colleague and holds no office. */
export const SYSTEM: Standing = { id: 'system', offices: [] };

/** Opens a case: the first move of its history. */
export async function openCase<T extends CaseTypes, K extends object>(
  kind: CaseKind<T, K>,
  mover: Mover,
  move: T['move'],
  said: Said<T> & { readonly facts: T['facts']; readonly id?: string },
): Promise<CaseHandle<T>> {
  const handle = handleOf(kind, mover, blankOf<T>(said.id ?? ulid(mover.now), mover.caller.id, said.facts, mover.now));
  await handle.move(move, said);
  return handle;
}

/** Opens a case that follows from another one, as the system does. Throws when the table has no such row. */
export async function openCaseBySystem<T extends CaseTypes, K extends object>(
  kind: CaseKind<T, K>,
  mover: Mover,
  move: T['move'],
  said: Said<T> & { readonly facts: T['facts']; readonly id: string },
): Promise<CaseHandle<T>> {
  const handle = handleOf(kind, mover, blankOf<T>(said.id, SYSTEM.id, said.facts, mover.now));
  if (!(await handle.moveBySystem(move, said))) throw new Error(`the system may not open a ${kind.name} with "${move}"`);
  return handle;
}

function blankOf<T extends CaseTypes>(_id: string, openedBy: string, facts: T['facts'], now: number): Draft<T> {
  return {
    _id,
    state: undefined,
    version: 0,
    facts,
    clocks: [],
    openedBy,
    openedAt: now,
    changedAt: now,
    since: now,
    spent: {},
    salt: randomBytes(16).toString('base64url'),
    head: BEGINNING,
  };
}

/** Takes up a case that the caller may know of. Throws `NOT_FOUND` otherwise. */
export async function takeCase<T extends CaseTypes, K extends object>(
  kind: CaseKind<T, K>,
  mover: Mover,
  id: string,
): Promise<CaseHandle<T>> {
  const found = await mover.db.get(kind.collection, id);
  if (!found || kind.relations(mover.caller, found).length === 0) throw new Refusal('NOT_FOUND');
  return handleOf(kind, mover, found);
}

/** A case between its moves; one that is being opened has no state yet. */
type Draft<T extends CaseTypes> = Omit<CaseDocument<T>, 'state'> & { readonly state: T['state'] | undefined };

/** A case to be moved. Whoever asks for a handle has already judged that the mover may know of the case. */
export function handleOf<T extends CaseTypes, K extends object>(kind: CaseKind<T, K>, mover: Mover, start: Draft<T>): CaseHandle<T> {
  const { db, now, caller, atEnd } = mover;
  const events: CaseEvent[] = [];
  const messages = new Map<string, Message>();
  let current = start;

  atEnd(async () => {
    if (events.length === 0) return;
    const document = opened(current);
    await db.create(collections.events, events);
    await writeCase(kind, db, document, start.version === 0);
    if (start.version > 0) await kind.release?.(db, opened(start), document, mover);
    if (messages.size > 0) await db.create(collections.messages, [...messages.values()]);
  });

  return {
    get document() {
      return opened(current);
    },
    get relations() {
      return kind.relations(caller, current);
    },
    async assertUnmoved(seen) {
      if (current.version !== seen) throw new Refusal('CONFLICT', await whoWasFirst());
    },
    async move(move, said = {}) {
      const roles = kind.relations(caller, { _id: current._id, facts: current.facts });
      const decision = decide(kind.transitions, move, { state: current.state, roles, facts: said.facts ?? current.facts, at: now });
      await record(move, decision, caller.id, roles, said);
    },
    async moveBySystem(move, said = {}) {
      const roles: T['role'][] = ['system'];
      const decision = decide(kind.transitions, move, { state: current.state, roles, facts: said.facts ?? current.facts, at: now });
      if (decision.allowed) await record(move, decision, SYSTEM.id, roles, said);
      return decision.allowed;
    },
  };

  /** Notes the event of a move, and how the case stands after it. */
  async function record(move: T['move'], decision: Decision<T>, by: string, roles: readonly T['role'][], said: Said<T>): Promise<void> {
    if (!decision.allowed) {
      const isLate = decision.why === 'INVALID_MOVE' && decision.said.message === undefined;
      throw new Refusal(decision.why, isLate ? { ...decision.said, ...(await whoWasFirst()) } : decision.said);
    }
    const { to, row } = decision;
    const facts = said.facts ?? current.facts;
    const calendar = row.starts ? await workCalendar(now) : { endOfWorkday: () => now };
    const version = current.version + 1;
    const event = sealed({
      _id: `${current._id}:${version}`,
      caseId: current._id,
      version,
      move,
      to,
      by,
      as: row.by.find((role) => roles.includes(role)) ?? '',
      at: now,
      isInternal: said.isInternal ?? false,
      ...(said.words !== undefined && { words: said.words, wordsDigest: saltedDigest(current.salt, said.words) }),
      factsDigest: saltedDigest(current.salt, facts),
      previous: current.head,
    });
    events.push(event);
    current = { ...current, ...stayed(current, to, now), state: to, version, facts, clocks: clocksAfter(current.clocks, row, facts, now, calendar), changedAt: now, head: event.seal };
    await write(event, move, by);
  }

  /** `沈警官16:20刚办了这一步，已换成最新内容。`; nothing when it was long ago, or is not for the caller to know. */
  async function whoWasFirst(): Promise<{ message?: string }> {
    const last = start.version === current.version ? await db.get(collections.events, `${current._id}:${current.version}`) : undefined;
    if (!last || last.by === caller.id || now - last.at > JUST_NOW) return {};
    const who = await kind.whoMoved?.(db, last, current, caller);
    return who === undefined ? {} : { message: `${who}${timeOfDay(last.at)}刚办了一步，已换成最新内容。` };
  }

  async function write(event: CaseEvent, move: T['move'], by: string): Promise<void> {
    for (const letter of await kind.letters(db, move, opened(current), now)) {
      if (letter.to === by) continue; // who did it knows it
      const message = messageOf({ about: event._id, at: now, ...letter });
      messages.set(message._id, message);
    }
  }
}

/** How long a case was in the state that it leaves. */
function stayed<T extends CaseTypes>({ state, since, spent }: Draft<T>, to: T['state'], now: number): Pick<CaseDocument<T>, 'since' | 'spent'> {
  if (state === undefined || state === to) return { since, spent };
  return { since: now, spent: { ...spent, [state]: (spent[state] ?? 0) + now - since } };
}

/** Writes the case with the keys that it is found by. */
export async function writeCase<T extends CaseTypes, K extends object>(kind: CaseKind<T, K>, db: Transaction, document: CaseDocument<T>, isNew: boolean): Promise<void> {
  const stored = { ...document, ...kind.keys(document) };
  if (isNew) await db.create(kind.collection, stored);
  else await db.replace(kind.collection, stored);
}

function opened<T extends CaseTypes>(draft: Draft<T>): CaseDocument<T> {
  const { state } = draft;
  if (state === undefined) throw new Error('a case has no state before its first move');
  return { ...draft, state };
}
