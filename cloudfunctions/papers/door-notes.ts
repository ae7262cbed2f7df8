/** Notes for doors: the code to scan comes from WeChat, and the file is gone after an hour. */
import { HOUR } from '../../miniprogram/domain/time/format';
import { collections, indexes } from '../_kit/collections';
import { app, endOfMoment, find } from '../_kit/database';
import { removeFiles } from '../_kit/storage';
import { inTransaction } from '../_kit/transaction';

/** Where a code leads: the page that asks for the word (features/dispute/letter). */
const LETTER_PAGE = 'features/dispute/letter/letter';
/** Notes that one round of the timer clears. */
const ROUND = 50;

/**
 * The picture of a mini-program code [WeChat: wxacode.getUnlimited, a scene of at most 32 characters]. Never tried
 * against the real service: it has been seen to give the bytes as base64 and as Node writes a Buffer to JSON.
 */
export async function codePicture(scene: string): Promise<Buffer> {
  const { result } = (await app.callWxOpenApi({ apiName: '/wxacode.getUnlimited', requestData: { scene, page: LETTER_PAGE, check_path: false } })) as { result?: { errCode?: number; errMsg?: string; buffer?: unknown } };
  const bytes = bytesOf(result?.buffer);
  if (!bytes) throw new Error(`wxacode.getUnlimited: ${result?.errCode ?? ''} ${result?.errMsg ?? 'no picture'}`);
  return bytes;
}

function bytesOf(buffer: unknown): Buffer | undefined {
  if (typeof buffer === 'string') return Buffer.from(buffer, 'base64');
  const data = typeof buffer === 'object' && buffer !== null && 'data' in buffer ? buffer.data : undefined;
  return Array.isArray(data) ? Buffer.from(data as number[]) : undefined;
}

/** The timer's work. Late, twice or after a crash does no harm. */
export async function clearDoorNotes(now: number): Promise<number> {
  const over = await find(indexes.doorNotesToClear, { isCleared: false }, { limit: ROUND, upTo: endOfMoment(now - HOUR) });
  await removeFiles(over.map(({ fileId }) => fileId));
  for (const { _id } of over) {
    await inTransaction(async (db) => {
      const note = await db.get(collections.doorNotes, _id);
      if (note) await db.replace(collections.doorNotes, { ...note, isCleared: true });
    });
  }
  return over.length;
}
