/** A store that forgets: for tests of the engine alone. */
import type { Change, Store } from '../../../local/cloud/store/store';

export function memoryStore(): Store & { readonly commits: Change[][] } {
  const commits: Change[][] = [];
  const settings = new Map<string, string>();
  return {
    commits,
    collections: () => [],
    documents: () => [],
    commit: (changes) => void commits.push([...changes]),
    setting: (name) => settings.get(name),
    saveSetting: (name, value) => void settings.set(name, value),
    files: () => [],
    file: () => undefined,
    saveFile: () => undefined,
    removeFile: () => undefined,
    close: () => undefined,
  };
}
