/** WeChat's own compiler reads every template, and a screen reader finds a name on every control. */
import { join } from 'node:path';
import { has, resolveTemplate } from '../support/mini-program';
import { listFiles, readText, ROOT } from '../support/repository';
import { hasWords, isNamed, parseWxml, walk, type WxmlElement } from '../support/wxml';

const templates = listFiles().filter((file) => file.startsWith('miniprogram/') && file.endsWith('.wxml'));

test('the official compiler accepts every template', () => {
  const compiler = require('miniprogram-compiler') as { wxmlToJs(root: string, options: object): string };
  const wxmlList = templates.map((file) => file.slice('miniprogram/'.length));
  // It stops at the first error and names file, line and column. An expression with `?.`, `??` or backquotes is one.
  expect(() => compiler.wxmlToJs(join(ROOT, 'miniprogram'), { wxmlList, maxBuffer: 64 << 20 })).not.toThrow();
});

test('what a template imports or includes exists', () => {
  const paths = templates.map((file) => file.slice('miniprogram/'.length, -'.wxml'.length));
  const missing = paths.flatMap((path) =>
    walk(parseWxml(readText(`miniprogram/${path}.wxml`)))
      .filter(({ tag }) => tag === 'import' || tag === 'include')
      .map(({ attributes }) => resolveTemplate(path, attributes.get('src') ?? ''))
      .filter((target) => !has(`${target}.wxml`))
      .map((target) => `${path} takes ${target}.wxml`),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['a picture has a name, or says that it is decoration', isNamelessPicture],
  ['what can be tapped has words or a name', isNamelessTarget],
  ['a plain element that can be tapped says what it is (aria-role)', isTargetWithoutRole],
  ['a field has a name', isNamelessField],
])('%s', (_rule, isWrong) => {
  const wrong = templates.flatMap((file) =>
    walk(parseWxml(readText(file)))
      .filter(isWrong)
      .map(({ tag, line }) => `${file}:${line} <${tag}>`),
  );
  expect(wrong).toEqual([]);
});

function isNamelessPicture({ tag, attributes }: WxmlElement): boolean {
  return ['image', 't-image', 'canvas'].includes(tag) && !attributes.has('aria-label') && !attributes.has('aria-hidden');
}

function isTarget({ tag, attributes }: WxmlElement): boolean {
  const isTapped = ['bind:tap', 'bindtap', 'catch:tap', 'catchtap', 'mut-bind:tap'].some((name) => (attributes.get(name) ?? '') !== '');
  return isTapped || ['button', 't-button', 't-fab', 'navigator'].includes(tag);
}

function isNamelessTarget(element: WxmlElement): boolean {
  return isTarget(element) && !isNamed(element) && !hasWords(element);
}

/** Components bring their own roles. A veil that only swallows taps is hidden from the reader. */
function isTargetWithoutRole(element: WxmlElement): boolean {
  return isTarget(element) && ['view', 'text', 'image'].includes(element.tag) && !element.attributes.has('aria-role') && !element.attributes.has('aria-hidden');
}

const FIELDS = ['input', 'textarea', 'switch', 'slider', 'picker', 't-input', 't-textarea', 't-search', 't-switch', 't-slider', 't-stepper', 't-upload'];

function isNamelessField(element: WxmlElement): boolean {
  if (!FIELDS.includes(element.tag)) return false;
  return !isNamed(element) && (element.attributes.get('placeholder') ?? '') === '' && !hasWords(element);
}
