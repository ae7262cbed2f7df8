/** What the cloud said last, for a phone without a network: it stays on the phone, and is always shown with its time. */
import { DAY, dayAndTime } from '../domain/time/format';
import { CallError } from './call';

const prefix = 'last:';
/** Names of children are in it: longer it is of no use to anybody. */
const KEPT = 7 * DAY;

/** What is known, and words for when it was not fresh: `没有网络，这是3月3日 16:35的情况`. */
export interface Known<T> {
  readonly known: T;
  /** Empty for what the cloud said just now. */
  readonly asOf: string;
}

/**
 * Asks the cloud; when it is silent, what it said last. Throws when that is nothing, and what was refused.
 * `part` is what may stay on the phone; nothing, when there is nothing worth keeping.
 */
export async function askOrLast<T extends { readonly now: number }>(key: string, ask: () => Promise<T>, part: (said: T) => T | undefined = (said) => said): Promise<Known<T>> {
  try {
    const known = await ask();
    const kept = part(known);
    if (kept) wx.setStorageSync(prefix + key, { said: kept, heardAt: Date.now() });
    else dropLast(key);
    return { known, asOf: '' };
  } catch (error) {
    if (error instanceof CallError && error.failure?.code === 'NOT_FOUND') dropLast(key); // it is not this person's any more
    const last = keptAs<T>(key)?.said;
    if (!last || !(error instanceof CallError) || error.silence === undefined) throw error;
    return { known: last, asOf: `${error.isOffline ? '没有网络' : '没收到回复'}，这是${dayAndTime(last.now)}的情况。` };
  }
}

/** What was said last, with the time that it must be there by now; for a page that asks afterwards for what changes. */
export function lastKnown<T extends { readonly now: number }>(key: string): T | undefined {
  const last = keptAs<T>(key);
  return last && { ...last.said, now: last.said.now + Date.now() - last.heardAt };
}

function keptAs<T>(key: string): { readonly said: T; readonly heardAt: number } | undefined {
  const kept = wx.getStorageSync<{ said: T; heardAt: number } | ''>(prefix + key) || undefined;
  const isOld = kept !== undefined && Date.now() - kept.heardAt > KEPT;
  if (isOld) dropLast(key);
  return isOld ? undefined : kept;
}

export function dropLast(key: string): void {
  wx.removeStorageSync(prefix + key);
}

/** At the start of the app: what is too old goes, whether or not its page is ever opened again. */
export function dropOldLasts(): void {
  for (const key of wx.getStorageInfoSync().keys) if (key.startsWith(prefix)) keptAs(key.slice(prefix.length));
}
