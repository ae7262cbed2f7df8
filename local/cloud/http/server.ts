/** The one port of the local cloud, on 127.0.0.1 alone. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Admin } from '../admin/admin';
import type { ConsolePages } from '../console/console';
import { StartError } from '../errors';
import type { Functions } from '../functions/functions';
import { type ControlContext, answerControl } from './control';
import { answerFile } from './file-route';
import { answerFunctionCall } from './function-route';
import { hasKey, isFromBrowser, refusalOf } from './guard';
import { header, readBody, sendJson, sendText } from './messages';

/** Answers other paths: the browser host. False when it has nothing there. */
export type Routes = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface ServerContext extends ControlContext {
  admin: Admin;
  functions: Functions;
  pages: ConsolePages;
  hostKey: string;
  routes: () => Routes | undefined;
}

const MOST_ADMIN_BYTES = 32 * 1024 * 1024;

export class CloudServer {
  port = 0;
  private readonly context: ServerContext;
  private readonly server: Server;

  constructor(context: ServerContext) {
    this.context = context;
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        console.error('local cloud: a request failed', error);
        if (!response.headersSent) sendText(response, 'the local cloud failed; its own output says why', 500);
        else response.destroy();
      });
    });
    // The SDK keeps connections open between calls; this must outlast its 4.8 seconds.
    this.server.keepAliveTimeout = 20_000;
  }

  /** Listens; port 0 takes a free one. Throws StartError when it is taken. */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
      this.server.listen(port, '127.0.0.1', resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, this.port);
    if (refusal !== undefined) {
      sendText(response, `refused: ${refusal}`, 403);
      return;
    }
    // Put together, not resolved: `//elsewhere/` would be the address of another machine.
    const address = `http://127.0.0.1:${this.port}${request.url ?? '/'}`;
    if (!URL.canParse(address)) {
      sendText(response, 'not an address', 400);
      return;
    }
    const url = new URL(address);
    const { pathname } = url;
    if (pathname === '/' && header(request, 'host').startsWith('localhost')) {
      // One address for the page, or its pictures would come from another origin than its own.
      response.writeHead(302, { location: url.href });
      response.end();
      return;
    }
    if (pathname === '/admin' || pathname.startsWith('/admin/')) await this.answerAdmin(request, response, url);
    else if (pathname.startsWith('/cos/')) await answerFile(request, response, url, this.context.files);
    else if (pathname.startsWith('/fn/')) await this.answerFunction(request, response, pathname.slice('/fn/'.length));
    else if (pathname.startsWith('/control/')) await this.answerWithKey(request, response, () => answerControl(this.context, request, response, url));
    else if (pathname === '/console' || pathname.startsWith('/console/')) this.context.pages.answer(request, response, url);
    else if ((await this.context.routes()?.(request, response)) !== true) sendText(response, 'not found', 404);
  }

  private async answerAdmin(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'POST') {
      response.writeHead(302, { location: '/?as=admin' });
      response.end();
      return;
    }
    if (isFromBrowser(request)) {
      sendText(response, 'refused: /admin is for programs, not for pages', 403);
      return;
    }
    const invocation = url.pathname.slice('/admin/'.length);
    const body = await readBody(request, MOST_ADMIN_BYTES);
    sendJson(response, await this.context.admin.answer(body, {
      origin: `http://127.0.0.1:${this.port}`,
      invocation: invocation === '' ? undefined : invocation,
      sentAt: Number(header(request, 'x-client-timestamp')) || Date.now(),
    }));
  }

  private async answerFunction(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (request.method !== 'POST') sendText(response, 'POST', 405);
    else await this.answerWithKey(request, response, () => answerFunctionCall(request, response, name, this.context));
  }

  /** Identity and the clock are taken from nobody but the holder of this run's key. */
  private async answerWithKey(request: IncomingMessage, response: ServerResponse, answer: () => Promise<void>): Promise<void> {
    if (hasKey(request, this.context.hostKey)) await answer();
    else sendJson(response, { code: 'FORBIDDEN', message: 'x-host-key is missing or wrong' }, 403);
  }
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`Port ${port} is in use by another program. Choose another with --port.`, { cause: error });
  if (error.code === 'EACCES') return new StartError(`Port ${port} may not be used by this user. Choose one above 1023 with --port.`, { cause: error });
  return error;
}
