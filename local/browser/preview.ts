/**
 * The mini-program alone, for those who write pages:
 *   node --import tsx local/browser/preview.ts [--port 8090]
 * Calls go to the cloud at JIAAN_CLOUD (with JIAAN_HOST_KEY); without it they fail as they do without a network.
 * Every visit of `/` builds again.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { personas } from '../personas';
import { buildApp, createHost } from './index';

const ROOT = join(__dirname, '..', '..');
const { values } = parseArgs({ options: { port: { type: 'string', default: '8090' } } });
const cloud = process.env.JIAAN_CLOUD;
const hostKey = process.env.JIAAN_HOST_KEY ?? 'preview';
const dist = join(ROOT, 'dist', 'browser-preview');

async function build(): Promise<void> {
  const begun = performance.now();
  const { warnings } = await buildApp({ root: join(ROOT, 'miniprogram'), nodeModules: join(ROOT, 'node_modules'), outDir: dist });
  for (const warning of warnings) console.warn(warning);
  console.log(`built in ${Math.round(performance.now() - begun)} ms, ${warnings.length} warnings`);
}

async function proxy(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!cloud) {
    response.statusCode = 502;
    response.end('JIAAN_CLOUD is not set');
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '', 'x-wx-openid': String(request.headers['x-wx-openid'] ?? ''), 'x-host-key': hostKey };
  const method = request.method ?? 'GET';
  const answer = await fetch(cloud + (request.url ?? ''), { method, headers, ...(method !== 'GET' && { body: Buffer.concat(chunks) }) });
  response.statusCode = answer.status;
  response.setHeader('content-type', answer.headers.get('content-type') ?? 'application/json');
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function main(): Promise<void> {
  await build();
  const host = await createHost({ dist, hostKey, personas: [...personas] });
  const server = createServer((request, response) => {
    void (async () => {
      if (request.url?.split('?')[0] === '/') await build();
      if (!(await host.handle(request, response))) await proxy(request, response);
    })().catch((error: unknown) => {
      console.error(error);
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${values.port}/?as=resident`));
}

void main();
