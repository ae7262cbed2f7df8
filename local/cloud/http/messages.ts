/** Reading requests and writing answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';

/** The body was larger than allowed. */
export class TooLarge extends CloudError {
  constructor(limit: number) {
    super('EXCEED_MAX_PAYLOAD_SIZE', `data exceed max size: ${Math.floor(limit / 1024)} KB`);
  }
}

/** The whole body. Throws TooLarge past `limit` bytes; the rest is then read and dropped. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new TooLarge(limit);
  return Buffer.concat(chunks);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

export function sendText(response: ServerResponse, text: string, status: number): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

/** One header, the first when it was sent twice. */
export function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
