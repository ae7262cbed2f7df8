/** What was typed and not sent yet. It stays on the phone, and goes when it was sent or the person drops it. */

const prefix = 'draft:';

/** A draft that may not stay: on the phone's clock. */
export interface Passing {
  readonly goneAt: number;
}

export function keepDraft(key: string, draft: object): void {
  wx.setStorageSync(prefix + key, draft);
}

/** The draft under a key; an empty object when there is none. */
export function draftOf<T extends object>(key: string): Partial<T> {
  return wx.getStorageSync<Partial<T> | ''>(prefix + key) || {};
}

export function dropDraft(key: string): void {
  wx.removeStorageSync(prefix + key);
}

/** At the start of the app: what should be gone by now goes, whether or not its page is ever opened again. */
export function dropOldDrafts(): void {
  for (const key of wx.getStorageInfoSync().keys) {
    if (!key.startsWith(prefix)) continue;
    const { goneAt } = draftOf<Passing>(key.slice(prefix.length));
    if (goneAt !== undefined && goneAt < Date.now()) wx.removeStorageSync(key);
  }
}
