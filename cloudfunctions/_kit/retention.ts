/** Deleting on time: what `collections.ts` says is kept for so many days, and not longer. */
import { DAY, wallClock } from '../../miniprogram/domain/time/format';
import { collections } from './collections';
import { database } from './database';

/** How many documents of which collection are gone. Once an hour is often enough: at other minutes it does nothing. */
export async function deleteWhatIsTooOld(now: number): Promise<Record<string, number>> {
  if (wallClock(now).minute !== 0) return {};
  const gone: Record<string, number> = {};
  for (const { name, keepDays, agedBy } of Object.values(collections)) {
    if (agedBy === undefined) continue;
    const oldest = now - keepDays * DAY;
    const { deleted } = (await database.collection(name).where({ [agedBy]: database.command.lt(oldest) }).remove()) as { deleted?: unknown };
    if (typeof deleted === 'number' && deleted > 0) gone[name] = deleted;
  }
  return gone;
}
