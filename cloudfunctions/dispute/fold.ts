/**
 * Figures are kept up by the timer, so that the board reads a few sums however many cases there are. It takes the cases in
 * the order in which they changed; each has noted what it gave, so folding it late, twice or after a crash changes nothing.
 */
import isEqual from 'lodash/isEqual';
import { contributionOf, noFigures, replaced } from '../../miniprogram/domain/dispute/figures';
import { dayKey, MINUTE } from '../../miniprogram/domain/time/format';
import { collections, indexes, type DisputeDocument } from '../_kit/collections';
import { endOfMoment, find, reader } from '../_kit/database';
import { inTransaction, type Transaction } from '../_kit/transaction';

/** Cases that one round takes at most; the next round takes the rest. */
const ROUND = 40;
/** A move is written some time after the moment that it bears: no function runs longer than a minute. */
const SETTLES_WITHIN = 2 * MINUTE;
const CURSOR = 'figures of disputes';

/** What one round did: the cases that it looked at, and whether one could not be folded. */
export interface FoldRound {
  readonly seen: number;
  readonly failed: number;
}

export async function foldFigures(now: number): Promise<FoldRound> {
  const cursor = await reader.get(collections.cursors, CURSOR);
  const changed = await find(indexes.disputesChanged, {}, { limit: ROUND, after: cursor?.after, upTo: endOfMoment(now - SETTLES_WITHIN) });
  let reached: string | undefined;
  let failed = 0;
  for (const { _id, changedKey } of changed) {
    try {
      await inTransaction((db) => foldCase(db, _id));
      reached = changedKey;
    } catch (fault) {
      failed = 1; // the next round begins with this one: a sum that leaves a case out is wrong for good
      console.error(JSON.stringify({ figures: _id, fault: String(fault) }));
      break;
    }
  }
  if (reached !== undefined) await keepCursor(reached);
  return { seen: changed.length, failed };
}

function keepCursor(after: string): Promise<void> {
  return inTransaction((db) => db.replace(collections.cursors, { _id: CURSOR, after }));
}

/** Takes out what the case gave before, and puts in what it gives now. */
async function foldCase(db: Transaction, id: string): Promise<void> {
  const dispute = await db.get(collections.disputes, id);
  if (!dispute) return;
  const before = (await db.get(collections.contributions, id))?.figures ?? noFigures;
  const now = contributionOf(dispute);
  if (isEqual(before, now)) return;
  const { _id, station, month } = monthOf(dispute);
  const figures = (await db.get(collections.figures, _id))?.figures ?? noFigures;
  await db.replace(collections.figures, { _id, station, month, figures: replaced(figures, before, now) });
  await db.replace(collections.contributions, { _id: id, figures: now });
}

/** The sums to which a case belongs for good: its station, and the month in which it was opened. */
function monthOf({ places, openedAt }: DisputeDocument): { _id: string; station: string; month: string } {
  const [station = ''] = places;
  const month = dayKey(openedAt).slice(0, 7);
  return { _id: figuresId(station, month), station, month };
}

export function figuresId(station: string, month: string): string {
  return `${station}:${month}`;
}
