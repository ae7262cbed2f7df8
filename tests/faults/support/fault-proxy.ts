/** Stands between the functions and the database, passes everything on, and does to one call what networks and databases do. */
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * conflict: the database says that somebody else wrote first, and the transaction is gone · expired: the transaction
 * was too old when the call came · unreached: the call never arrives · unanswered: it is done, and its answer is lost
 */
export const faults = ['conflict', 'expired', 'unreached', 'unanswered'] as const;
export type Fault = (typeof faults)[number];

interface AdminCall {
  readonly action: string;
  readonly collectionName?: string;
  readonly transactionId?: string;
}


export class FaultProxy {
  /** The calls since `arm`, as `insertDocument events`. */
  calls: string[] = [];
  /** Whether what was armed has happened. */
  hasFired = false;
  private readonly server: Server;
  private target = '';
  private nth = 0;
  private chance: (() => Fault | undefined) | undefined;
  private act: ((call: AdminCall, forward: () => Promise<Buffer>) => Promise<Buffer | undefined>) | undefined;

  private constructor() {
    this.server = createServer((incoming, response) => {
      this.answer(incoming, response).catch(() => incoming.socket.destroy());
    });
    this.server.keepAliveTimeout = 20_000;
  }

  static async start(): Promise<FaultProxy> {
    const proxy = new FaultProxy();
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The cloud behind it. */
  leadTo(url: string): void {
    this.target = url;
  }

  /** Counts calls from here on, and fails the nth. */
  arm(nth: number, fault?: Fault): void {
    this.set(nth, fault && ((call, forward) => this.fail(fault, call, forward)));
  }

  /** Counts calls from here on; the nth stays without an answer, done or not done, until the promise's function is called. */
  hold(nth: number, { isDone }: { readonly isDone: boolean }): Promise<() => void> {
    return new Promise((reached) => {
      this.set(nth, async (_call, forward) => {
        if (isDone) await forward();
        await new Promise<void>((release) => reached(release));
        return undefined;
      });
    });
  }

  /** Counts calls from here on; the nth goes on when `work` is done. */
  before(nth: number, work: () => Promise<unknown>): void {
    this.set(nth, async (_call, forward) => {
      await work();
      return forward();
    });
  }

  /** From here on any call may fail: `chance` says whether this one does, and how. */
  rain(chance: () => Fault | undefined): void {
    this.set(0, undefined);
    this.chance = chance;
  }

  disarm(): void {
    this.set(0, undefined);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private set(nth: number, act: typeof this.act): void {
    this.calls = [];
    this.hasFired = false;
    this.nth = nth;
    this.act = act;
    this.chance = undefined;
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const call = JSON.parse(body.toString('utf8')) as AdminCall;
    this.calls.push(`${call.action.replace('database.', '')} ${call.collectionName ?? ''}`.trim());
    const forward = () => this.pass(incoming, body);
    const isIt = this.act !== undefined && !this.hasFired && this.calls.length === this.nth;
    if (isIt) this.hasFired = true;
    const fault = this.chance?.();
    const answer = fault ? await this.fail(fault, call, forward) : isIt ? await this.act?.(call, forward) : await forward();
    if (answer === undefined) {
      incoming.socket.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
    response.end(answer);
  }

  private async fail(fault: Fault, call: AdminCall, forward: () => Promise<Buffer>): Promise<Buffer | undefined> {
    if (fault === 'unreached') return undefined;
    if (fault === 'unanswered') return forward().then(() => undefined);
    if (call.transactionId === undefined || call.action === 'database.abortTransaction') return forward(); // only a transaction can be gone
    await this.send({ action: 'database.abortTransaction', transactionId: call.transactionId });
    if (fault === 'expired') return forward();
    const message = '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.';
    return Buffer.from(JSON.stringify({ code: 'DATABASE_TRANSACTION_CONFLICT', message, requestId: 'fault' }));
  }

  private async send(body: object): Promise<void> {
    await fetch(`${this.target}/admin`, { method: 'POST', body: JSON.stringify(body) });
  }

  private pass(incoming: IncomingMessage, body: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const url = new URL(incoming.url ?? '/', this.target);
      const outgoing = ask(url, { method: incoming.method, headers: { ...incoming.headers, host: url.host } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}
