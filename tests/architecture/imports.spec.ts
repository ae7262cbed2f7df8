/** The import rules themselves: a rule that catches nothing would look like a clean house. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { readText, ROOT } from '../support/repository';

const TYPE = 'type '; // before a target: `import type`

/** From, to, and the rule that forbids it. */
const FORBIDDEN: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['miniprogram/pages/home/a', 'cloudfunctions/dispute/store', 'phone-imports-no-server'],
  ['miniprogram/pages/home/b', `${TYPE}cloudfunctions/dispute/store`, 'phone-imports-no-server'],
  ['miniprogram/platform/a', 'lodash/groupBy', 'phone-imports-nothing-outside-at-run-time'],
  ['miniprogram/components/x/b', 'typings/contract/errors', 'phone-imports-nothing-outside-at-run-time'],
  ['miniprogram/pages/home/c', 'miniprogram/features/dispute/list/list', 'pages-import-components-platform-domain'],
  ['miniprogram/pages/home/d', 'miniprogram/pages/me/me', 'pages-import-components-platform-domain'],
  ['miniprogram/features/dispute/a', 'miniprogram/features/identity/who', 'features-do-not-meet'],
  ['miniprogram/features/dispute/b', `${TYPE}miniprogram/features/identity/who`, 'features-do-not-meet'],
  ['miniprogram/features/dispute/c', 'miniprogram/pages/me/me', 'features-do-not-meet'],
  ['miniprogram/components/x/a', 'miniprogram/features/identity/who', 'components-import-platform-and-domain'],
  ['miniprogram/platform/b', 'miniprogram/components/x/x', 'platform-imports-domain'],
  ['miniprogram/app', 'miniprogram/pages/me/me', 'app-imports-platform-and-domain'],
  ['miniprogram/domain/time/a', 'miniprogram/platform/call', 'domain-is-pure'],
  ['miniprogram/domain/time/b', 'fs', 'domain-is-pure'],
  ['miniprogram/domain/time/c', 'lodash/groupBy', 'domain-is-pure'],
  ['miniprogram/platform/c', 'miniprogram/vendor/dayjs', 'only-domain-imports-vendor'],
  ['cloudfunctions/dispute/a', 'cloudfunctions/identity/store', 'functions-do-not-meet'],
  ['cloudfunctions/_kit/a', 'cloudfunctions/dispute/store', 'kit-knows-no-feature'],
  ['cloudfunctions/dispute/b', 'miniprogram/platform/call', 'server-takes-only-domain-from-phone'],
  ['cloudfunctions/dispute/c', 'esbuild', 'server-uses-no-development-package'],
  ['cloudfunctions/dispute/d', 'typings/contract/errors', 'contract-is-types'],
  ['typings/contract/a', `${TYPE}miniprogram/domain/time/clock`, 'contract-imports-contract'],
  ['cloudfunctions/dispute/e', 'local/start', 'nothing-shipped-imports-tools'],
  ['cloudfunctions/dispute/f', 'cloudfunctions/dispute/nowhere', 'unresolved'],
  ['local/a', 'jest-worker', 'no-undeclared-package'],
];

const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['miniprogram/pages/home/z', 'miniprogram/components/x/x'],
  ['miniprogram/pages/home/y', `${TYPE}typings/contract/errors`],
  ['miniprogram/features/dispute/z', 'miniprogram/platform/call'],
  ['miniprogram/features/dispute/y', 'miniprogram/features/dispute/list/list'],
  ['miniprogram/components/x/z', 'miniprogram/domain/time/clock'],
  ['miniprogram/domain/time/z', 'miniprogram/vendor/dayjs'],
  ['cloudfunctions/dispute/z', 'cloudfunctions/_kit/dispatch'],
  ['cloudfunctions/dispute/y', 'miniprogram/domain/time/clock'],
  ['cloudfunctions/_kit/z', 'valibot'],
  ['tests/z', 'cloudfunctions/dispute/store'],
  ['local/z', 'miniprogram/domain/time/clock'],
];

const TARGETS = [
  'cloudfunctions/dispute/store', 'cloudfunctions/identity/store', 'cloudfunctions/_kit/dispatch', 'local/start', 'typings/contract/errors',
  'miniprogram/features/dispute/list/list', 'miniprogram/features/identity/who', 'miniprogram/pages/me/me', 'miniprogram/components/x/x',
  'miniprogram/platform/call', 'miniprogram/domain/time/clock', 'miniprogram/vendor/dayjs',
]; // prettier-ignore

test('each forbidden import is caught by its rule, and the allowed ones by none', () => {
  const house = mkdtempSync(join(tmpdir(), 'jiaan-imports-'));
  try {
    const expected = FORBIDDEN.map(([from, to, rule]) => `${rule}: ${from} → ${to}`);
    for (const target of TARGETS) write(house, target, 'export const here = 1;\nexport type Here = 1;\n');
    for (const [from, to] of [...FORBIDDEN, ...ALLOWED]) write(house, from, importOf(from, to));
    write(house, 'local/round', "import { there } from './trip';\nexport const here = there;\n");
    write(house, 'local/trip', "import { here } from './round';\nexport const there = here;\n");
    expect(cruise(house).sort()).toEqual([...expected, 'no-circular: local/round → local/trip'].sort());
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});

function write(house: string, module: string, text: string): void {
  const file = join(house, fileOf(module));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function fileOf(module: string): string {
  return module.startsWith('typings/') ? `${module}.d.ts` : `${module}.ts`;
}

function importOf(from: string, to: string): string {
  const target = to.replace(TYPE, '');
  const isOurs = /^(?:miniprogram|cloudfunctions|typings|local|tests)\//.test(target);
  const path = isOurs ? `./${relative(dirname(from), target).replaceAll('\\', '/')}` : target;
  return to.startsWith(TYPE) ? `import type { Here } from '${path}';\nexport type There = Here;\n` : `import { here } from '${path}';\nexport const there = here;\n`;
}

/** What dependency-cruiser says of the house, as `rule: from → to`; the first rule that DESIGN.md would name for each import. */
function cruise(house: string): string[] {
  writeFileSync(join(house, 'package.json'), readText('package.json'));
  writeFileSync(join(house, '.dependency-cruiser.cjs'), readText('.dependency-cruiser.cjs'));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction');
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = ['--output-type', 'json', 'miniprogram', 'cloudfunctions', 'typings', 'local', 'tests'];
  const report = JSON.parse(execFileSync(process.execPath, [program, ...words], { cwd: house, encoding: 'utf8', maxBuffer: 64 << 20 })) as Report;
  const named = new Map([...FORBIDDEN].map(([from, to, rule]) => [`${from} ${rule}`, to]));
  return report.summary.violations.flatMap(({ from, to, rule }) => {
    const source = from.replace(/(?:\.d)?\.ts$/, '');
    const target = named.get(`${source} ${rule.name}`);
    if (target !== undefined) return [`${rule.name}: ${source} → ${target}`];
    // One import may break several rules; a row names one of them, and only a row without any is a surprise
    const isRow = FORBIDDEN.some(([row]) => row === source);
    return isRow ? [] : [`${rule.name}: ${source} → ${to.replace(/\.ts$/, '')}`];
  });
}

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}
