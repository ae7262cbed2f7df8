/** wx.cloud: functions, files. Everything goes to the local cloud as the person who holds the phone. */
import { cloudHeaders } from '../runtime/person';
import { settings } from '../runtime/settings';
import { addTempFile, extensionOf, findFile } from '../runtime/temp-files';
import { api, ApiFailure, loud } from './api';

interface FileAddress {
  fileID: string;
  tempFileURL: string;
  status?: number;
  errMsg?: string;
}

/** The local cloud's answer: a result, or why there is none. */
interface FunctionAnswer {
  result?: unknown;
  requestId?: string;
  code?: string;
  message?: string;
}

export const cloud = loud('wx.cloud', {
  DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV'),
  init: (_options?: object) => undefined,

  callFunction: api('cloud.callFunction', async ({ name, data = {} }: { name: string; data?: object }) => {
    const response = await send(`/fn/${encodeURIComponent(name)}`, JSON.stringify(data), 'application/json');
    const answer = (await response.json()) as FunctionAnswer;
    if (answer.code !== undefined) throw new ApiFailure(`Error: errCode: -504002 | errMsg: ${answer.code} ${answer.message ?? ''}`, { errCode: -504_002 });
    return { result: answer.result, requestID: answer.requestId ?? '' };
  }),

  uploadFile: api('cloud.uploadFile', async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
    const file = findFile(filePath);
    if (!file) throw new ApiFailure(`file not found: ${filePath}`);
    const type = file.blob.type || 'application/octet-stream';
    const response = await send(`/control/upload?path=${encodeURIComponent(cloudPath)}`, file.blob, type);
    const { fileID } = (await response.json()) as { fileID: string };
    return { fileID, statusCode: 204 };
  }),

  downloadFile: api('cloud.downloadFile', async ({ fileID }: { fileID: string }) => {
    const [address] = await addressesOf([fileID]);
    if (!address?.tempFileURL) throw new ApiFailure(address?.errMsg || 'file not found', { errCode: -503_003 });
    const response = await online(address.tempFileURL);
    const blob = await response.blob();
    return { tempFilePath: addTempFile(blob, extensionOf(blob.type, fileID)).path, statusCode: response.status };
  }),

  getTempFileURL: api('cloud.getTempFileURL', async ({ fileList }: { fileList: (string | { fileID: string; maxAge?: number })[] }) => {
    return { fileList: await addressesOf(fileList.map((file) => (typeof file === 'string' ? file : file.fileID))) };
  }),
});

async function addressesOf(fileList: string[]): Promise<FileAddress[]> {
  const response = await send('/control/file-urls', JSON.stringify({ fileList }), 'application/json');
  return ((await response.json()) as { fileList: FileAddress[] }).fileList;
}

/** Throws as WeChat does without a network, and with the server's words when it refuses. */
async function send(path: string, body: BodyInit, type: string): Promise<Response> {
  return online(path, { method: 'POST', headers: { ...cloudHeaders(), 'content-type': type }, body });
}

async function online(path: string, request?: RequestInit): Promise<Response> {
  if (settings.isOffline) throw noNetwork();
  const response = await fetch(path, request).catch(() => Promise.reject(noNetwork()));
  if (response.ok) return response;
  const words = await response.text();
  throw new ApiFailure(`Error: errCode: -504002 ${messageIn(words) || response.status}`, { errCode: -504_002 });
}

function noNetwork(): ApiFailure {
  return new ApiFailure('Error: errCode: -1 | errMsg: request:fail net::ERR_INTERNET_DISCONNECTED', { errCode: -1 });
}

function messageIn(body: string): string {
  if (!body.startsWith('{')) return body.slice(0, 200);
  const { errMsg, message } = JSON.parse(body) as { errMsg?: string; message?: string };
  return errMsg ?? message ?? body.slice(0, 200);
}
