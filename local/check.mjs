/**
 * `npm test`: each step in turn; the first that fails stops the run and is named. `npm run lint` is the first three.
 * In CI the rest still runs, so that one push tells all. Steps may be named (`npm test -- types build`);
 * other words choose tests by their path, after a build: `npm test -- specs/dispute`.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What a step runs: Node with a package's program, found without a shell so that Windows runs it too. */
const steps = {
  imports: ['dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'err', 'miniprogram', 'cloudfunctions', 'typings', 'local', 'tests'],
  code: ['eslint/bin/eslint.js', '--config', 'local/lint/eslint.config.mjs', '--max-warnings', '0', '--no-error-on-unmatched-pattern', 'miniprogram', 'cloudfunctions', 'local', 'tests'],
  styles: ['stylelint/bin/stylelint.mjs', '--allow-empty-input', 'miniprogram/**/*.wxss', '!miniprogram/miniprogram_npm/**'],
  types: ['typescript/bin/tsc', '--build'],
  build: ['tsx/dist/cli.mjs', 'local/build.ts'],
  jest: ['jest/bin/jest.js', '--config', 'tests/jest.config.cjs', '--json', '--outputFile=dist/jest-result.json'],
};

const named = process.argv.slice(2).filter((word) => Object.hasOwn(steps, word));
const filters = process.argv.slice(2).filter((word) => !Object.hasOwn(steps, word));
if (filters.length > 0) {
  named.push('build', 'jest');
  steps.jest.push(...filters);
}

const failed = [];
for (const name of named.length > 0 ? new Set(named) : Object.keys(steps)) {
  if (run(name)) continue;
  failed.push(name);
  if (process.env.CI !== 'true') break;
}
if (failed.length > 0) {
  console.error(`✗ failed: ${failed.join(', ')}`);
  process.exit(1);
}

/** Whether the step passed. */
function run(name) {
  const [program, ...words] = steps[name];
  const started = performance.now();
  // Jest repeats its whole report on stdout under --json; what people read is on stderr.
  const stdout = name === 'jest' ? 'ignore' : 'inherit';
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...words], { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} ${seconds} s`);
  return status === 0;
}
