/** The browser's side of the local cloud: the page with the phone, the app, its pictures and the icons. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { iconFolder } from './build/icons';

export { buildApp, type BuildOptions } from './build/build-app';

export interface Persona {
  id: string;
  openid: string;
  name: string;
  /** What the person does: 家长, 调解员. */
  title: string;
}

export interface HostOptions {
  /** What buildApp wrote. */
  dist: string;
  /** The mini-program's folder, for its pictures. By default `miniprogram` beside the folder of `local`. */
  root?: string;
  nodeModules?: string;
  /** Goes with every request to /fn and /control: only this page knows it. */
  hostKey: string;
  personas: Persona[];
}

export interface Host {
  /** Answers and returns true; returns false, untouched, for a path that is not the host's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/** Styles may be inline, since every page sets them; scripts never. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ROOT = join(__dirname, '..', '..');

export async function createHost(options: HostOptions): Promise<Host> {
  const { dist, root = join(ROOT, 'miniprogram'), nodeModules = join(ROOT, 'node_modules') } = options;
  const icons = iconFolder(nodeModules);
  await readFile(join(dist, 'index.html')); // says at once that nothing is built

  return {
    async handle(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const { pathname } = new URL(`http://host${request.url ?? '/'}`);
      if (pathname === '/') return sendPage(response, options);
      if (/^\/(app\.js|app\.js\.map|(host|elements|tools)\.css)$/.test(pathname)) return sendFile(response, dist, pathname);
      if (pathname.startsWith('/__static/')) return sendFile(response, root, pathname.slice('/__static'.length));
      if (pathname.startsWith('/__icons/')) return sendFile(response, icons, pathname.slice('/__icons'.length));
      return false;
    },
  };
}

async function sendPage(response: ServerResponse, { dist, hostKey, personas }: HostOptions): Promise<true> {
  const page = await readFile(join(dist, 'index.html'), 'utf8');
  // "<" would end the script element
  const data = JSON.stringify({ hostKey, personas }).replaceAll('<', '\\u003c');
  const body = page.replace(/(<script id="host-data"[^>]*>)/, (tag) => tag + data);
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('referrer-policy', 'no-referrer');
  return send(response, '.html', body);
}

async function sendFile(response: ServerResponse, folder: string, path: string): Promise<true> {
  const file = normalize(join(folder, decoded(path)));
  const extension = extname(file);
  const isAllowed = file.startsWith(folder + sep) && extension in TYPES;
  const content = isAllowed ? await readFile(file).catch(() => null) : null;
  if (content === null) {
    response.statusCode = 404;
    response.end();
    return true;
  }
  return send(response, extension, extension === '.svg' ? withViewBox(String(content)) : content);
}

/** The root itself, which is no file, for what is not percent-encoded as it should be. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function send(response: ServerResponse, extension: string, body: string | Buffer): true {
  response.setHeader('content-type', TYPES[extension] ?? 'application/octet-stream');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.end(body);
  return true;
}

/** Many files of tdesign-icons-svg misspell it, and then nothing scales them. */
function withViewBox(svg: string): string {
  return svg.includes('viewBox') ? svg : svg.replace('<svg ', '<svg viewBox="0 0 24 24" ');
}
