/** The timer's work on the cases of one kind: it takes what is due by the index, page by page, for as long as a round may last. */
import { dueMarks, withTold, type DueMark } from '../../miniprogram/domain/case/clock';
import type { CaseTypes } from '../../miniprogram/domain/case/transition';
import { handleOf, SYSTEM, writeCase, type CaseHandle, type CaseKind } from './case-engine';
import { collections, type CaseDocument, type Index, type Message } from './collections';
import { endOfMoment, find } from './database';
import { messageOf } from './outbox';
import { inTransaction, type Transaction } from './transaction';

/** What one round of the clocks did. */
export interface ClockRound {
  readonly due: number;
  readonly failed: number;
}

/** Cases of one read. */
const PAGE = 50;
/** More cases than a round has time for. */
const MOST_PAGES = 40;
/** A round begins no further case after so long: a function may run for 20 seconds, and clocks are not all it has to do. */
const ROUND_MS = 12_000;

/** Fires what is due now, case by case. Late, twice or after a crash does no harm: each firing is noted with its case. */
export async function runClocks<T extends CaseTypes, K extends object>(
  kind: CaseKind<T, K>,
  index: Index<CaseDocument<T> & K, never>,
  now: number,
): Promise<ClockRound> {
  const until = performance.now() + ROUND_MS; // of the process: the time of day may be set back
  let round: ClockRound = { due: 0, failed: 0 };
  for await (const id of dueCases(index, now)) {
    if (performance.now() > until) break; // the next round takes the rest
    const isDone = await fired(kind, id, now);
    round = { due: round.due + 1, failed: round.failed + (isDone ? 0 : 1) };
  }
  return round;
}

/** Each case once, the longest due first: past those that could not be moved, as in a year without holidays. */
async function* dueCases<T extends CaseTypes, K extends object>(index: Index<CaseDocument<T> & K, never>, now: number): AsyncGenerator<string> {
  const seen = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const due = await find(index, {}, { limit: PAGE, after, upTo: endOfMoment(now) });
    yield* due.map(({ _id }) => _id).filter((id) => !seen.has(id)); // what moved may be due again at once: in the next round
    for (const { _id } of due) seen.add(_id);
    const last = due[due.length - 1];
    if (due.length < PAGE || !last) return;
    after = String(last[index.orderBy]);
  }
}

/** False when it could not be moved: one of them must not stop the others. */
async function fired<T extends CaseTypes, K extends object>(kind: CaseKind<T, K>, id: string, now: number): Promise<boolean> {
  try {
    await inTransaction((db) => fireClocks(kind, db, id, now));
    return true;
  } catch (fault) {
    console.error(JSON.stringify({ kind: kind.name, case: id, fault: String(fault) }));
    return false;
  }
}

async function fireClocks<T extends CaseTypes, K extends object>(kind: CaseKind<T, K>, db: Transaction, id: string, now: number): Promise<void> {
  const found = await db.get(kind.collection, id);
  if (!found) return;
  const ends: (() => Promise<void>)[] = [];
  const messages = new Map<string, Message>();
  let told: CaseDocument<T> = found;
  const marks = dueMarks(found.clocks, kind.clocks, now);
  for (const due of marks) {
    told = { ...told, clocks: withTold(told.clocks, due) };
    for (const letter of await kind.reminders(db, due, found, now)) {
      const message = messageOf({ about: `${id}:${due.clock.name}:${due.clock.startedAt}:${due.mark}`, at: now, ...letter });
      messages.set(message._id, message);
    }
  }
  const handle = handleOf(kind, { db, now, caller: SYSTEM, atEnd: (work) => void ends.push(work) }, told);
  for (const due of marks) await runOut(kind, handle, due, now);
  if (handle.document.version === found.version) await writeCase(kind, db, told, false);
  for (const end of ends) await end();
  if (messages.size > 0) await db.create(collections.messages, [...messages.values()]);
}

/** At 100 percent: the clock's own move, or a line that says what was not kept. */
async function runOut<T extends CaseTypes, K extends object>(kind: CaseKind<T, K>, handle: CaseHandle<T>, due: DueMark<T['clock']>, now: number): Promise<void> {
  if (due.mark !== 100) return;
  const { move, facts, then } = kind.clocks[due.clock.name];
  const isMoved = move !== undefined && (await handle.moveBySystem(move, facts && { facts: facts(handle.document.facts, now) }));
  if (isMoved && then !== undefined) await handle.moveBySystem(then);
  if (isMoved) return;
  const line = kind.broken?.(due, now);
  if (line) await handle.moveBySystem(line.move, { words: line.words });
}
