/** Every component of TDesign mounts in the host, alone, without a fault. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openPhone } from '../support/browser';
import { startHost } from './support';

const ROOT = resolve(__dirname, '../..');
const TDESIGN = join(ROOT, 'node_modules/tdesign-miniprogram/miniprogram_dist');
const APP = join(ROOT, 'dist/host-tests/tdesign-app');

/** Folders with a component of the same name, the heavy chat family included. */
const components = readdirSync(TDESIGN).filter((name) => {
  try {
    return (JSON.parse(readFileSync(join(TDESIGN, name, `${name}.json`), 'utf8')) as { component?: boolean }).component === true;
  } catch {
    return false;
  }
});

/** What a component cannot do without. */
const NEEDS: Record<string, string> = { 'chat-content': `content="{{({ type: 'text', data: '' })}}"` };

function writeApp(): void {
  rmSync(APP, { recursive: true, force: true });
  const pages = components.map((name) => `pages/${name}/${name}`);
  write('app.json', JSON.stringify({ pages, window: { navigationBarTitleText: 'TDesign' } }));
  for (const name of components) {
    write(`pages/${name}/${name}.json`, JSON.stringify({ usingComponents: { subject: `tdesign-miniprogram/${name}/${name}` } }));
    write(`pages/${name}/${name}.wxml`, `<view data-testid="mounted"><subject id="subject" ${NEEDS[name] ?? ''} />${name}</view>`);
    write(`pages/${name}/${name}.js`, 'Page({ data: {} });');
  }
}

function write(path: string, text: string): void {
  mkdirSync(resolve(APP, path, '..'), { recursive: true });
  writeFileSync(join(APP, path), text);
}

test('all of them', async () => {
  writeApp();
  const host = await startHost('tdesign', APP);
  const { phone, faults, close } = await openPhone(host.url, 'parent', `pages/${components[0] ?? ''}/${components[0] ?? ''}`);
  const broken: Record<string, string[]> = {};
  let known = 0;
  for (const name of components) {
    await phone.evaluate((hash) => void (location.hash = hash), `#/pages/${name}/${name}`);
    await phone.locator(`wx-page[wx-path="pages/${name}/${name}"]`).getByTestId('mounted').waitFor({ timeout: 3000, state: 'attached' });
    for (let frame = 0; frame < 3; frame += 1) await phone.evaluate(() => new Promise(requestAnimationFrame)); // `ready` comes a frame later
    const all = await faults();
    if (all.length > known) broken[name] = all.slice(known);
    known = all.length;
  }
  await close();
  await host.stop();
  expect(host.warnings).toEqual([]);
  expect(components.length).toBeGreaterThan(80);
  expect(broken).toEqual({});
}, 90_000);
