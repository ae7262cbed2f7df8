/** `POST /fn/<name>`: what `wx.cloud.callFunction` does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { CloudError, invalidParameter, messageOf } from '../errors';
import type { Functions } from '../functions/functions';
import type { Logs } from '../logs';
import { header, readBody, sendJson } from './messages';

/** The largest event that WeChat passes on, in bytes. */
const MOST_BYTES = 100 * 1024;

const OPENID = /^[\w-]{1,64}$/;

export async function answerFunctionCall(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { functions, logs, clock }: { functions: Functions; logs: Logs; clock: Clock },
): Promise<void> {
  const started = performance.now();
  const record = { requestId: '', at: clock.now(), action: 'function', target: name, examined: 0, index: '-', isInTransaction: false };
  try {
    const body = await readBody(request, MOST_BYTES);
    const openid = header(request, 'x-wx-openid');
    if (openid !== '' && !OPENID.test(openid)) throw invalidParameter('x-wx-openid is not an openid');
    const { invocation, result } = await functions.invoke(name, readEvent(body), { kind: 'person', openid });
    logs.requests.add({ ...record, requestId: invocation, ms: elapsed(started) });
    sendRaw(response, `{"requestId":"${invocation}","result":${result}}`);
  } catch (error) {
    const code = error instanceof CloudError ? error.code : 'SYS_ERR';
    logs.requests.add({ ...record, ms: elapsed(started), code });
    sendJson(response, { code, message: messageOf(error) });
  }
}

function elapsed(started: number): number {
  return Math.round((performance.now() - started) * 100) / 100;
}

function readEvent(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw invalidParameter('the event is not JSON');
  }
}

function sendRaw(response: ServerResponse, json: string): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(json);
}
