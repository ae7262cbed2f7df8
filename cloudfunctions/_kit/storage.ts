/** The cloud's storage: files by their path. None of this is part of a transaction. */
import { app } from './database';
import { badField } from './errors';

/** What every file id of this environment begins with; asked for once a process. */
let prefix: string | undefined;

/** The id that the platform gives to a path, as `cloud://<environment>.<bucket>/<path>`. */
export async function fileIdOf(cloudPath: string): Promise<string> {
  if (prefix === undefined) {
    const { data } = await app.getUploadMetadata({ cloudPath });
    const { fileId } = data as { fileId: string };
    if (!fileId.endsWith(`/${cloudPath}`)) throw new Error(`the platform names ${cloudPath} in an unknown way`);
    prefix = fileId.slice(0, -cloudPath.length);
  }
  return prefix + cloudPath;
}

/** A file's content. Reading stops, and `INVALID_INPUT` is thrown, as soon as it is larger than announced. */
export async function readFile(fileId: string, mostBytes: number): Promise<Buffer> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: 60 }] });
  const [found] = fileList;
  const response = found?.code === 'SUCCESS' ? await fetch(encodeURI(found.tempFileURL)) : undefined;
  if (!response?.ok || !response.body) throw badField('fileId', '没有传上来，请再传一次。');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) throw badField('fileId', '文件比说好的大，请重新选。');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Writes a file; the same path again replaces it. */
export async function writeFile(cloudPath: string, content: Buffer): Promise<string> {
  const { fileID } = await app.uploadFile({ cloudPath, fileContent: content });
  return fileID;
}

/** Removes files; those that are not there are no fault. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await app.deleteFile({ fileList: [...fileIds] });
}
