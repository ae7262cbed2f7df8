/** What a reader of the repository may rely on. */
import { countLines, listFiles, readText } from '../support/repository';

const files = listFiles();
const THIS = 'tests/architecture/repository.spec.ts';
const TEXT = /\.(?:ts|mts|cts|js|mjs|cjs|json|md|wxml|wxss|wxs|html|css|csv|yml|sh)$|^\.[^/]+$|^\.ci\//;

/** DESIGN.md §2: these, and lock and dot files. */
const ROOT_ENTRIES = new Set(
  ['miniprogram', 'cloudfunctions', 'typings', 'local', 'tests', 'docs', 'project.config.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE', 'CONTRIBUTING.md'],
);

/** Files that are long for a reason, with the most lines they may have. */
const LONG_FILES: Readonly<Record<string, number>> = {};

test('the root holds what the design lists, and dot files', () => {
  const entries = new Set(files.map((file) => file.split('/')[0] ?? ''));
  expect([...entries].filter((entry) => !entry.startsWith('.') && !ROOT_ENTRIES.has(entry))).toEqual([]);
});

test.each([
  ['a path of somebody’s machine', /(?<![\w.~-])\/(?:home|Users|root|work)\/\w|[A-Z]:\\Users\\/, TEXT],
  ['the address of a package registry', /registry\.npm|npmmirror|registry\.yarnpkg|"resolved":/, TEXT],
  ['a test that runs alone or not at all', /\b(?:test|it|describe)\.(?:only|skip|todo)\b|\b(?:fdescribe|fit|xdescribe|xit|xtest)\(/, /^tests\/.*\.ts$/],
  ['an unexplained exception from the types', /@ts-(?:ignore|nocheck)/, /\.[cm]?ts$/],
  ['an unexplained exception from a rule', /(?:eslint|stylelint)-disable(?!.* -- \S)/, /\.(?:[cm]?[jt]s|wxss)$/],
])('no file holds %s', (_what, pattern, kind) => {
  const found = files
    .filter((file) => file !== THIS && kind.test(file))
    .flatMap((file) => {
      const line = readText(file).split('\n').findIndex((text) => pattern.test(text));
      return line < 0 ? [] : [`${file}:${line + 1}`];
    });
  expect(found).toEqual([]);
});

test('a page has at most 120 lines of code, any other file 300', () => {
  const all = new Set(files);
  const long = files
    .filter((file) => /\.(?:[cm]?ts|[cm]js)$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const isPage = /^miniprogram\/(?:pages|features)\//.test(file) && all.has(file.replace(/\.ts$/, '.wxml'));
      const most = LONG_FILES[file] ?? (isPage ? 120 : 300);
      const lines = countLines(readText(file));
      return lines > most ? [`${file}: ${lines} lines, at most ${most}`] : [];
    });
  expect(long).toEqual([]);
});

test('packages are named with their exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(readText('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

test('nothing in the tests sleeps: they wait for a condition', () => {
  const sleeping = files
    .filter((file) => /^tests\/.*\.spec\.ts$/.test(file))
    .filter((file) => /(?<!jest\.)setTimeout\([^,]+,\s*[1-9]|waitForTimeout\(/.test(readText(file)));
  expect(sleeping.filter((file) => file !== THIS)).toEqual([]);
});
