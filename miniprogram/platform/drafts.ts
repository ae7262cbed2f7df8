/** What was typed and not sent yet. It stays on the phone, and goes when it was sent or the person drops it. */

const prefix = 'draft:';

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
