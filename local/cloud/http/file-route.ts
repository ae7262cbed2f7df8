/** `/cos/<path>`: files are written and read with a signed address, as in the object storage behind CloudBase. */
import { extname } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';
import type { FileStore } from '../files/file-store';
import { readBody, sendText, TooLarge } from './messages';

/** The largest file that is taken, in bytes. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** What a browser may show. Everything else is handed over to be saved, so that no file runs as a page of ours. */
const SHOWN: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain; charset=utf-8',
};

export async function answerFile(request: IncomingMessage, response: ServerResponse, url: URL, files: FileStore): Promise<void> {
  const path = decodePath(url.pathname.slice('/cos/'.length));
  if (request.method === 'PUT') await receive(request, response, path, url, files);
  else if (request.method === 'GET' || request.method === 'HEAD') send(request, response, path, url, files);
  else sendText(response, 'GET, HEAD or PUT', 405);
}

async function receive(request: IncomingMessage, response: ServerResponse, path: string, url: URL, files: FileStore): Promise<void> {
  if (!files.isSigned('put', path, url.searchParams)) {
    request.resume();
    sendXmlError(response, 403, 'SignatureDoesNotMatch', 'The Signature you specified is invalid.');
    return;
  }
  try {
    files.save(path, await readBody(request, MOST_FILE_BYTES), '');
    response.writeHead(200, { 'content-length': 0 });
    response.end();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    sendXmlError(response, error instanceof TooLarge ? 400 : 403, error.code, error.message);
  }
}

function send(request: IncomingMessage, response: ServerResponse, path: string, url: URL, files: FileStore): void {
  if (!files.isSigned('get', path, url.searchParams)) {
    sendXmlError(response, 403, 'AccessDenied', 'Request has expired or its signature does not match.');
    return;
  }
  const file = files.find(path);
  if (file === undefined) {
    sendXmlError(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    return;
  }
  const type = SHOWN[extname(path).toLowerCase()];
  response.writeHead(200, {
    'content-type': type ?? 'application/octet-stream',
    'content-length': file.size,
    'content-disposition': type === undefined ? 'attachment' : 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  if (request.method === 'HEAD') response.end();
  else files.stream(file).on('error', () => response.destroy()).pipe(response);
}

/** Errors look as the object storage writes them: the SDK reads this XML. */
function sendXmlError(response: ServerResponse, status: number, code: string, message: string): void {
  const safe = message.replace(/[<>&]/g, ' ');
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${safe}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml; charset=utf-8', 'content-length': Buffer.byteLength(body), 'x-content-type-options': 'nosniff' });
  response.end(body);
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
