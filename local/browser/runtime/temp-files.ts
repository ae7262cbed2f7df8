/** Files of one visit: what was chosen, recorded or written. Named as WeChat names them, kept as blobs. */

export interface TempFile {
  path: string;
  blob: Blob;
  url: string;
}

export const USER_DATA_PATH = 'wxfile://usr';

const files = new Map<string, TempFile>();

/** `extension` without a dot. */
export function addTempFile(blob: Blob, extension: string): TempFile {
  return putFile(`wxfile://tmp_${crypto.randomUUID().replaceAll('-', '')}.${extension}`, blob);
}

export function putFile(path: string, blob: Blob): TempFile {
  removeFile(path);
  const file = { path, blob, url: URL.createObjectURL(blob) };
  files.set(path, file);
  return file;
}

export function findFile(path: string): TempFile | undefined {
  return files.get(path);
}

export function removeFile(path: string): boolean {
  const file = files.get(path);
  if (file) URL.revokeObjectURL(file.url);
  return files.delete(path);
}

export function filesBelow(folder: string): string[] {
  const prefix = folder.replace(/\/*$/, '/');
  return [...files.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

export function extensionOf(type: string, name = ''): string {
  const fromName = /\.(\w+)$/.exec(name)?.[1];
  return (fromName ?? type.split('/')[1]?.split(/[;+]/)[0] ?? 'bin').toLowerCase().replace('jpeg', 'jpg');
}
