/** What imports are to code, `usingComponents` are to templates: the same rules hold (DESIGN.md §2). */
import { readText } from '../support/repository';
import { app, elementsOf, has, listPages, listParts, type Part } from '../support/mini-program';

const parts = listParts();

const BUILT_IN = new Set(
  `ad block button camera canvas checkbox checkbox-group cover-image cover-view editor form icon image import include input keyboard-accessory label map
   match-media movable-area movable-view navigation-bar navigator page-container page-meta picker picker-view picker-view-column progress radio radio-group
   rich-text root-portal scroll-view share-element slider slot swiper swiper-item switch template text textarea video view web-view wxs`.split(/\s+/),
);

/** Where a part's components may live, as its path says. */
function isAllowed({ path }: Part, target: string): boolean {
  if (target.startsWith('npm:tdesign-miniprogram/') || target.startsWith('components/')) return true;
  const own = /^(?:pages|features)\/[^/]+\//.exec(path)?.[0];
  return own !== undefined && target.startsWith(own);
}

test('each page and component uses only components that it may know, and that exist', () => {
  const wrong = parts.flatMap((part) =>
    [...part.uses].flatMap(([tag, target]) => {
      if (!isAllowed(part, target)) return [`${part.path}: <${tag}> is ${target}, which it may not use`];
      return has(`${target}.json`) && has(`${target}.wxml`) ? [] : [`${part.path}: <${tag}> is ${target}, which does not exist`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('every tag is WeChat’s own or declared, and what is declared is used', () => {
  const everywhere = new Set(Object.keys(app.usingComponents ?? {}));
  const wrong = parts
    .filter(({ path }) => path !== 'app')
    .flatMap(({ path, uses }) => {
      const tags = new Set(elementsOf(path).map(({ tag }) => tag));
      const unknown = [...tags].filter((tag) => !BUILT_IN.has(tag) && !uses.has(tag) && !everywhere.has(tag));
      const unused = [...uses.keys()].filter((tag) => !tags.has(tag));
      return [...unknown.map((tag) => `${path}: <${tag}> is not declared`), ...unused.map((tag) => `${path}: <${tag}> is declared and not used`)];
    });
  expect(wrong).toEqual([]);
});

test('app.json names each page that there is, and no other', () => {
  const pages = parts.filter(({ path, isComponent }) => path !== 'app' && !isComponent).map(({ path }) => path);
  expect(pages.sort()).toEqual(listPages().sort());
  expect(listPages().filter((page) => !has(`${page}.ts`))).toEqual([]);
});

test('the pictures of the tab bar exist, in both themes', () => {
  const theme = JSON.parse(readText('miniprogram/theme.json')) as Record<'light' | 'dark', Record<string, string>>;
  const named = (app.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]);
  const files = named.flatMap((name) => (name.startsWith('@') ? [theme.light[name.slice(1)], theme.dark[name.slice(1)]] : [name]));
  expect(files.filter((file) => file === undefined || !has(file.replace(/^\//, '')))).toEqual([]);
});
