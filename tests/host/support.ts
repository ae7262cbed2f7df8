/** The host with a small mini-program of its own, and a cloud that the test plays. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildApp, createHost } from '../../local/browser/index';

const ROOT = resolve(__dirname, '../..');

export const personas = [
  { id: 'parent', openid: 'demo-parent', name: '安然', title: '家长' },
  { id: 'officer', openid: 'demo-officer', name: '沈砚秋', title: '民警' },
];

/** One request that the fake cloud got. */
export interface Seen {
  path: string;
  openid: string;
  key: string;
  body: string;
}

export interface HostForTests {
  url: string;
  warnings: string[];
  seen: Seen[];
  stop(): Promise<void>;
}

/** Tuesday, 3 March 2026, 16:35 in China. */
export const DEMO_NOW = Date.parse('2026-03-03T16:35:00+08:00');

export async function startHost(name: string, root = join(__dirname, 'fixture')): Promise<HostForTests> {
  const dist = join(ROOT, 'dist', 'host-tests', name);
  const { warnings } = await buildApp({ root, nodeModules: join(ROOT, 'node_modules'), outDir: dist });
  const host = await createHost({ dist, root, hostKey: 'key-of-this-run', personas });
  const seen: Seen[] = [];
  let offsetMs = DEMO_NOW - Date.now();

  const server = createServer((request, response) => {
    void (async () => {
      if (await host.handle(request, response)) return;
      const asked = await read(request);
      seen.push(asked);
      if (asked.path === '/control/clock' && asked.body) {
        const { by, to } = JSON.parse(asked.body) as { by?: number; to?: number };
        offsetMs = to === undefined ? offsetMs + (by ?? 0) : to - Date.now();
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(asked, offsetMs)));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    warnings,
    seen,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What the page says in its own global scope. */
export function say<T>(phone: Page, expression: string): Promise<T> {
  return phone.evaluate<T>(expression);
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const header = (name: string) => String(request.headers[name] ?? '');
  return { path: request.url ?? '', openid: header('x-wx-openid'), key: header('x-host-key'), body: Buffer.concat(chunks).toString() };
}

function answer({ path, openid, body }: Seen, offsetMs: number): object {
  if (path === '/control/clock') return { offsetMs, now: Date.now() + offsetMs };
  if (path === '/fn/broken') return { code: 'FUNCTIONS_EXECUTE_FAIL', message: 'it threw' };
  if (path.startsWith('/fn/')) return { requestId: 'r1', result: { openid, event: JSON.parse(body) as unknown } };
  if (path.startsWith('/control/upload')) return { fileID: `cloud://local-env/${new URL(path, 'http://x').searchParams.get('path') ?? ''}` };
  return {};
}
