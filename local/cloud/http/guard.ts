/** Who may speak to this server: programs of this machine, and the pages that it serves itself. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { header } from './messages';

/**
 * Why a request is refused, or undefined. A foreign `Host` means that another site's name was pointed at this
 * machine (DNS rebinding); a foreign `Origin`, that another site's page sent it (CSRF).
 */
export function refusalOf(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(header(request, 'host').toLowerCase())) return 'foreign Host';
  const origin = request.headers.origin;
  if (origin !== undefined && !hosts.some((host) => origin.toLowerCase() === `http://${host}`)) return 'foreign Origin';
  return undefined;
}

/** No browser speaks to `/admin`: the SDK sends neither of these headers, a page cannot leave them out. */
export function isFromBrowser(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
}

/** Whether a request has the key of this run, which only the host page and this machine's tools are given. */
export function hasKey(request: IncomingMessage, key: string): boolean {
  const given = Buffer.from(header(request, 'x-host-key'));
  const right = Buffer.from(key);
  return given.length === right.length && timingSafeEqual(given, right);
}
