/** `npm start`: builds everything, starts the local cloud with the demo community, and shows the way in. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createHost } from './browser';
import { buildAll } from './build';
import { type Cloud, emptyDataFolder, startCloud, StartError } from './cloud';
import { loadCollections } from './cloud/declared';
import { personas } from './personas';
import { makeDemo } from './start/demo';

const ROOT = join(__dirname, '..');

const HELP = `npm start -- [options]

  --port N     the port on 127.0.0.1 (default 8123)
  --data DIR   where everything is kept (default .jiaan in this folder)
  --empty      without the demo community
  --reset      empty the data folder first
  --no-open    do not open a browser
  --no-build   take what is built already
`;

const OPTIONS = {
  port: { type: 'string', default: '8123' },
  data: { type: 'string', default: join(ROOT, '.jiaan') },
  empty: { type: 'boolean', default: false },
  reset: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const dataDir = resolve(values.data);
  const port = portFrom(values.port);
  if (values.reset) {
    console.log(`Emptying ${dataDir}`);
    emptyDataFolder(dataDir);
  }
  if (!values['no-build']) await buildAll();
  const collections = await loadCollections();
  const start = (): Promise<Cloud> => startCloud({ dataDir, port, collections, functionsDir: join(ROOT, 'dist/cloudfunctions'), functionEnv: { JIAAN_MESSAGE_TEMPLATE: 'demo' } });
  const cloud = await makeDemo(await start(), { dataDir, isWanted: !values.empty, start });
  stopOnSignals(cloud);
  await mountHost(cloud);
  printWelcome(cloud, dataDir);
  if (!values['no-open']) openBrowser(`${cloud.url}/`);
}

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)} (see npm start -- --help)`, { cause: error });
  }
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new StartError(`--port needs a number up to 65535, not "${text}".`);
  return port;
}

async function mountHost(cloud: Cloud): Promise<void> {
  const host = await createHost({ dist: join(ROOT, 'dist/browser'), hostKey: cloud.hostKey, personas: [...personas] });
  cloud.mount((request, response) => host.handle(request, response));
}

function printWelcome(cloud: Cloud, dataDir: string): void {
  const now = new Date(cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  console.log(`\n嘉安 Jia'an  ${cloud.url}/   (云端时间 ${now})\n`);
  for (const { id, name, title } of personas) {
    console.log(`  ${id.padEnd(10)} ${name} ${title}   ${cloud.url}/?as=${id}`);
  }
  console.log(`\n  console    ${cloud.url}/console\n  data       ${dataDir}\n\nCtrl-C ends it; the next start goes on with the same data.`);
}

/** Where there is no browser nothing happens: the address is on the screen. */
function openBrowser(url: string): void {
  const isHeadless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (isHeadless) return;
  const [command, ...prefix] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? ['xdg-open'];
  const child = spawn(command as string, [...prefix, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

function stopOnSignals(cloud: Cloud): void {
  const stop = (): void => void cloud.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
});
