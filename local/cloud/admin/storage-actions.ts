/** The `storage.…` actions of the SDK. */
import { createHash } from 'node:crypto';
import { CloudError, invalidParameter } from '../errors';
import type { FileStore } from '../files/file-store';
import { type AdminAction, type AdminRequest, type Answer, listField, textField } from './request';

/** The oldest that an address may get, in seconds [CloudBase: one day]. */
const MOST_AGE = 86_400;

export function storageActions(files: FileStore): Record<string, AdminAction> {
  return {
    'storage.getUploadMetadata': (request) => uploadMetadata(files, request),
    'storage.batchGetDownloadUrl': (request) => downloadUrls(files, request),
    'storage.batchDeleteFile': (request) => deleteFiles(files, request),
    'storage.batchCopyFile': (request) => copyFiles(files, request),
  };
}

function uploadMetadata(files: FileStore, request: AdminRequest): Answer {
  const path = textField(request, 'path');
  const fileId = files.fileIdOf(path);
  const authorization = files.sign('put', path);
  const cosFileId = createHash('sha1').update(fileId).digest('hex');
  const url = `${request.origin}/cos/${encodeURI(path)}?${authorization}`;
  return { data: { url, token: 'local', authorization, fileId, cosFileId } };
}

/** The addresses are not percent-encoded: the SDK does that itself. */
function downloadUrls(files: FileStore, request: AdminRequest): Answer {
  const list = listField(request, 'file_list').map((item) => {
    const { fileid, max_age: maxAge } = item as { fileid?: unknown; max_age?: unknown };
    if (typeof fileid !== 'string') throw invalidParameter('batchGetDownloadUrl: fileid must be a text');
    const path = existing(files, fileid);
    if (path === undefined) return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
    const age = typeof maxAge === 'number' && maxAge > 0 ? Math.min(Math.floor(maxAge), MOST_AGE) : undefined;
    return { code: 'SUCCESS', fileID: fileid, tempFileURL: `${request.origin}/cos/${path}?${files.sign('get', path, age)}` };
  });
  return { data: { download_list: list } };
}

function deleteFiles(files: FileStore, request: AdminRequest): Answer {
  const list = listField(request, 'fileid_list').map((item) => {
    const path = existing(files, String(item));
    if (path !== undefined) files.remove(path);
    return { fileID: item, code: path === undefined ? 'STORAGE_FILE_NONEXIST' : 'SUCCESS' };
  });
  return { data: { delete_list: list } };
}

function copyFiles(files: FileStore, request: AdminRequest): Answer {
  const list = listField(request, 'file_list').map((item) => {
    const { src_path: from, dst_path: to, overwrite, remove_original: isMove } = item as Record<string, unknown>;
    if (typeof from !== 'string' || typeof to !== 'string') throw invalidParameter('batchCopyFile: src_path and dst_path must be texts');
    if (overwrite === false && files.find(to) !== undefined) return { code: 'STORAGE_FILE_EXIST', message: 'the target is there already' };
    if (!files.copy(from, to)) return { code: 'STORAGE_FILE_NONEXIST', message: 'the source is not there' };
    if (isMove === true) files.remove(from);
    return { fileId: files.fileIdOf(to), code: 'SUCCESS', message: '' };
  });
  return { data: { copy_list: list } };
}

/** The path of a file that is there. An id of another environment is a file that is not. */
function existing(files: FileStore, fileId: string): string | undefined {
  try {
    const path = files.pathOf(fileId);
    return files.find(path) === undefined ? undefined : path;
  } catch (error) {
    if (error instanceof CloudError) return undefined;
    throw error;
  }
}
