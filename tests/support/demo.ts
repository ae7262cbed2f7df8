/** `npm start` as a newcomer runs it: the demo community on a folder of its own, in a process that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copySeeded } from './seeded';

const ROOT = resolve(__dirname, '../..');

export class Demo {
  readonly folder = mkdtempSync(join(tmpdir(), 'jiaan-demo-'));
  private port = 0;
  private process: ChildProcess | undefined;
  private readonly data: string;

  constructor(data?: string) {
    this.data = data ?? join(this.folder, 'data');
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts, or starts again on the same folder and port. Resolves when the address is printed; gives what was printed. */
  async start(...options: string[]): Promise<string> {
    if (!existsSync(this.data) && !options.includes('--empty')) await copySeeded(this.data, (folder) => new Demo(folder).make());
    return this.run(...options);
  }

  /** Makes the demo community in its folder, as the first start does, and ends. */
  async make(): Promise<void> {
    await this.run();
    await this.stop();
  }

  private async run(...options: string[]): Promise<string> {
    this.port ||= await freePort();
    const words = ['--port', String(this.port), '--data', this.data, '--no-open', '--no-build', ...options];
    const child = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    let printed = '';
    const ready = new Promise<void>((done, fail) => {
      const onText = (text: Buffer): void => {
        printed += text.toString();
        if (printed.includes('Ctrl-C')) done();
      };
      child.stdout.on('data', onText);
      child.stderr.on('data', onText);
      child.once('exit', () => {
        fail(new Error(`npm start ended: ${printed}`));
      });
    });
    await ready;
    return printed;
  }

  /** Power gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.removeAllListeners('exit');
    child.kill(signal);
    await once(child, 'exit');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
