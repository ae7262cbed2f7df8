/** Storage: one space a person, as on the phones of two people. */
import { person } from '../runtime/person';
import { api, ApiFailure } from './api';

const PREFIX = `jiaan:${person.id}:`;

/** WeChat gives '' for a key that is not there. */
function read(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key);
  return text === null ? '' : (JSON.parse(text) as unknown);
}

function write(key: string, data: unknown): void {
  localStorage.setItem(PREFIX + key, JSON.stringify(data ?? null));
}

function keys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
}

function remove(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

function info() {
  const size = keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0);
  return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: 10_240 };
}

export const storage = {
  getStorageSync: read,
  setStorageSync: write,
  removeStorageSync: remove,
  clearStorageSync: () => keys().forEach(remove),
  getStorageInfoSync: info,
  getStorage: api('getStorage', ({ key }: { key: string }) => {
    if (localStorage.getItem(PREFIX + key) === null) throw new ApiFailure('data not found');
    return { data: read(key) };
  }),
  setStorage: api('setStorage', ({ key, data }: { key: string; data: unknown }) => write(key, data)),
  removeStorage: api('removeStorage', ({ key }: { key: string }) => remove(key)),
  clearStorage: api('clearStorage', () => keys().forEach(remove)),
  getStorageInfo: api('getStorageInfo', info),
};
