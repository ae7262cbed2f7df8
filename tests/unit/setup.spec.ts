/** When a start or a test run installs packages anew, and when it does not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arePackagesCurrent } from '../../local/setup/packages.cjs';

type Packages = Record<string, { version: string; optional?: boolean }>;

const WANTED: Packages = { '': { version: '0.1.0' }, 'node_modules/dayjs': { version: '1.11.23' }, 'node_modules/binary-for-mac': { version: '2.0.0', optional: true } };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jiaan-setup-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function given(wanted: Packages, installed?: Packages): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (!installed) return;
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
}

test('a fresh clone needs its packages', () => {
  given(WANTED);
  expect(arePackagesCurrent(root)).toBe(false);
});

test('what is installed as locked stays, also without another system’s binaries', () => {
  given(WANTED, { 'node_modules/dayjs': { version: '1.11.23' } });
  expect(arePackagesCurrent(root)).toBe(true);
});

test('another version, or a package that is missing, means installing', () => {
  given(WANTED, { 'node_modules/dayjs': { version: '1.11.22' } });
  expect(arePackagesCurrent(root)).toBe(false);
  given({ ...WANTED, 'node_modules/ulid': { version: '3.0.2' } });
  expect(arePackagesCurrent(root)).toBe(false);
});
