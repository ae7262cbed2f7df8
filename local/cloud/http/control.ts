/** `/control/…`: what tests, tools and the host page may do with the local cloud. Every path needs the host key. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenApiFaults } from '../admin/wechat-actions';
import type { Clock } from '../clock';
import { CloudError, invalidParameter } from '../errors';
import type { FileStore } from '../files/file-store';
import type { Logs } from '../logs';
import type { Timers } from '../timers/timers';
import { MOST_FILE_BYTES } from './file-route';
import { header, readBody, sendJson } from './messages';

export interface ControlContext {
  clock: Clock;
  logs: Logs;
  timers: Timers;
  files: FileStore;
  faults: OpenApiFaults;
}

type Handler = (context: ControlContext, request: IncomingMessage, url: URL) => unknown;

const MOST_BYTES = 64 * 1024;

const ROUTES: Record<string, Handler> = {
  'GET clock': ({ clock }) => clockOf(clock),
  'POST clock': moveClock,
  'GET requests': ({ logs }, _request, url) => listRequests(logs, url),
  'DELETE requests': ({ logs }) => logs.requests.clear(),
  'GET logs': ({ logs }, _request, url) => only(logs.lines.list(after(url)), url),
  'GET outbox': ({ logs }, _request, url) => logs.outbox.list(after(url)),
  'POST outbox/fail': failNext,
  'POST timers/run': runTimers,
  'POST upload': upload,
  'POST file-urls': lendOwnFiles,
};

/** Answers a request whose key has been checked. A refusal is `{code, message}` with status 400. */
export async function answerControl(context: ControlContext, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const name = `${request.method ?? ''} ${url.pathname.slice('/control/'.length)}`;
  const handler = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
  if (handler === undefined) {
    sendJson(response, { code: 'NOT_FOUND', message: `no such control: ${name}` }, 404);
    return;
  }
  try {
    sendJson(response, (await handler(context, request, url)) ?? { ok: true });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    sendJson(response, { code: error.code, message: error.message }, 400);
  }
}

function clockOf(clock: Clock): object {
  return { offsetMs: clock.offsetMs, now: clock.now() };
}

async function moveClock({ clock }: ControlContext, request: IncomingMessage): Promise<object> {
  const { offsetMs, to, by } = await readJson(request);
  try {
    if (typeof offsetMs === 'number') clock.setOffset(offsetMs);
    else if (typeof to === 'number') clock.moveTo(to);
    else if (typeof by === 'number') clock.setOffset(clock.offsetMs + by);
    else throw invalidParameter('the clock is moved with {offsetMs}, {to} or {by}, in milliseconds');
  } catch (error) {
    if (error instanceof RangeError) throw invalidParameter(error.message);
    throw error;
  }
  return clockOf(clock);
}

function listRequests(logs: Logs, url: URL): object[] {
  return only(logs.requests.list(after(url)), url);
}

/** With `?invocation=<request id>` only what one function call did. */
function only<T extends { invocation?: string }>(list: T[], url: URL): T[] {
  const invocation = url.searchParams.get('invocation');
  return invocation === null ? list : list.filter((item) => item.invocation === invocation);
}

function after(url: URL): number {
  return Number(url.searchParams.get('after') ?? 0);
}

async function failNext({ faults }: ControlContext, request: IncomingMessage): Promise<void> {
  const { api, errCode, errMsg } = await readJson(request);
  if (typeof api !== 'string' || typeof errCode !== 'number') throw invalidParameter('{api, errCode, errMsg?} are needed');
  faults.add(api, errCode, typeof errMsg === 'string' ? errMsg : `openapi.${api}:fail`);
}

async function runTimers({ timers }: ControlContext, request: IncomingMessage): Promise<object> {
  const { function: name } = await readJson(request);
  return { fired: await timers.runAll(typeof name === 'string' ? name : undefined) };
}

/** What `wx.cloud.uploadFile` does: the body is the file, `?path=` where it goes, the person is in the header. */
async function upload({ files }: ControlContext, request: IncomingMessage, url: URL): Promise<object> {
  const path = url.searchParams.get('path') ?? '';
  const openid = header(request, 'x-wx-openid');
  if (openid === '') throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'nobody is signed in');
  const fileID = files.fileIdOf(path);
  files.save(path, await readBody(request, MOST_FILE_BYTES), openid);
  return { fileID };
}

/** What `wx.cloud.getTempFileURL` does under the rule that a person reads what she has sent up herself, and no more. */
async function lendOwnFiles({ files }: ControlContext, request: IncomingMessage, url: URL): Promise<object> {
  const { fileList } = await readJson(request);
  if (!Array.isArray(fileList)) throw invalidParameter('{fileList} is needed');
  const openid = header(request, 'x-wx-openid');
  return { fileList: fileList.map((fileID: unknown) => lendOwnFile(files, String(fileID), openid, url.origin)) };
}

function lendOwnFile(files: FileStore, fileID: string, openid: string, origin: string): object {
  const path = files.pathOf(fileID);
  const file = files.find(path);
  if (file === undefined || openid === '' || file.owner !== openid) return { fileID, tempFileURL: '', status: 1, errMsg: 'STORAGE_EXCEED_AUTHORITY' };
  return { fileID, tempFileURL: `${origin}/cos/${path}?${files.sign('get', path)}`, status: 0, errMsg: 'ok' };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBody(request, MOST_BYTES)).toString('utf8');
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through: one sentence for both.
  }
  throw invalidParameter('the body is not a JSON object');
}
