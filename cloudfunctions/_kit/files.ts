/** Photos and voice notes of a case: attaching them in its transaction, and lending them out for a few minutes. */
import type { MediaKind, MediaView } from '../../typings/contract/media';
import type { WriteContext } from './action';
import { collections, indexes, type StoredFile } from './collections';
import { app, find } from './database';
import { badField } from './errors';

/** How long an address of a photo works, in seconds. */
const LENT_SECONDS = 600;
/** Files of one case that one answer shows. */
const MOST_FILES = 100;

/**
 * Makes the caller's own files part of a case, and gives what is known of them. Throws `INVALID_INPUT` for another
 * person's file, or one of another case; a signature is drawn for one signing.
 */
export async function attachFiles({ db, caller }: Pick<WriteContext, 'db' | 'caller'>, caseId: string, ids: readonly string[], kind: MediaKind): Promise<StoredFile[]> {
  const attached: StoredFile[] = [];
  for (const id of ids) {
    const file = await db.get(collections.files, id);
    const isUsable = file?.owner === caller.id && file.kind === kind && (file.caseId === undefined || (file.caseId === caseId && kind !== 'signature'));
    if (!isUsable) throw badField('photos', '有一张没传好，请重新选。');
    await db.replace(collections.files, { ...file, caseId });
    attached.push(file);
  }
  return attached;
}

/** The files of a case, each with an address that works for ten minutes. Only for whoever may see the case. */
export async function lendFiles(caseId: string): Promise<Map<string, MediaView>> {
  const files = await find(indexes.filesByCase, { caseId }, { limit: MOST_FILES });
  if (files.length === 0) return new Map();
  const { fileList } = await app.getTempFileURL({ fileList: files.map(({ fileId }) => ({ fileID: fileId, maxAge: LENT_SECONDS })) });
  const addresses = new Map(fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]));
  return new Map(files.map((file) => [file._id, viewOf(file, addresses.get(file.fileId) ?? '')]));
}

function viewOf({ _id, kind, seconds }: StoredFile, url: string): MediaView {
  return { id: _id, kind, url, ...(seconds !== undefined && { seconds }) };
}
