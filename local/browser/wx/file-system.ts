/** FileSystemManager on the files of this visit. */
import { addTempFile, extensionOf, filesBelow, findFile, putFile, removeFile } from '../runtime/temp-files';
import { make } from '../runtime/dom';
import { fileUrl } from '../runtime/file-url';
import { api, ApiFailure, loud } from './api';

interface PathRequest {
  filePath: string;
}

type Encoding = 'utf8' | 'utf-8' | 'base64';

const manager = loud('FileSystemManager', {
  access: api('access', ({ path }: { path: string }) => void needFile(path)),
  readFile: api('readFile', async ({ filePath, encoding }: PathRequest & { encoding?: Encoding }) => ({ data: await contentOf(needFile(filePath).blob, encoding) })),
  writeFile: api('writeFile', ({ filePath, data, encoding }: PathRequest & { data: string | ArrayBuffer; encoding?: Encoding }) => {
    const content = encoding === 'base64' && typeof data === 'string' ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : data;
    putFile(filePath, new Blob([content]));
  }),
  unlink: api('unlink', ({ filePath }: PathRequest) => {
    if (!removeFile(filePath)) throw missing(filePath);
  }),
  getFileInfo: api('getFileInfo', ({ filePath }: PathRequest) => ({ size: needFile(filePath).blob.size })),
  saveFile: api('saveFile', ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) => {
    const { blob } = needFile(tempFilePath);
    const saved = filePath === undefined ? addTempFile(blob, extensionOf(blob.type, tempFilePath)) : putFile(filePath, blob);
    return { savedFilePath: saved.path };
  }),
  copyFile: api('copyFile', ({ srcPath, destPath }: { srcPath: string; destPath: string }) => void putFile(destPath, needFile(srcPath).blob)),
  mkdir: api('mkdir', () => undefined),
  readdir: api('readdir', ({ dirPath }: { dirPath: string }) => ({ files: filesBelow(dirPath) })),
});

export const fileSystem = {
  getFileSystemManager: () => manager,
  /** As on the phone, a reply that is no success is one too: its `statusCode` says so. */
  downloadFile: api('downloadFile', async ({ url, filePath }: { url: string; filePath?: string }) => {
    const response = await fetch(fileUrl(url));
    const blob = await response.blob();
    const { path } = filePath === undefined ? addTempFile(blob, extensionOf(blob.type, url.split('?')[0])) : putFile(filePath, blob);
    return { statusCode: response.status, ...(filePath === undefined ? { tempFilePath: path } : { filePath: path }) };
  }),
  openDocument: api('openDocument', ({ filePath }: PathRequest) => {
    needFile(filePath);
    // a browser shows no Word file: it is saved under its own name. A link that is clicked: window.open after an await would be taken for a pop-up
    const isShown = /\.pdf$/.test(filePath);
    make('a', { href: fileUrl(filePath), rel: 'noopener', ...(isShown ? { target: '_blank' } : { download: filePath.split('/').pop() ?? '' }) }).click();
  }),
};

function needFile(path: string) {
  const file = findFile(path);
  if (!file) throw missing(path);
  return file;
}

function missing(path: string): ApiFailure {
  return new ApiFailure(`no such file or directory, open '${path}'`, { errno: 1_300_002 });
}

async function contentOf(blob: Blob, encoding: Encoding | undefined): Promise<string | ArrayBuffer> {
  if (encoding === undefined) return blob.arrayBuffer();
  if (encoding !== 'base64') return blob.text();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
