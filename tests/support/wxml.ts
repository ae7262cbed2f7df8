/** Reads WXML far enough to check it. Syntax is the official compiler's concern: here it is taken to be right. */

export interface WxmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: WxmlElement[];
  /** Words directly inside, `{{…}}` included. */
  words: string;
  readonly line: number;
}

const TOKEN = /<!--[\s\S]*?-->|<wxs\b[^>]*?(?:\/>|>[\s\S]*?<\/wxs>)|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** The root's children are the file's outermost elements. */
export function parseWxml(source: string): WxmlElement {
  const root: WxmlElement = { tag: '', attributes: new Map(), children: [], words: '', line: 1 };
  const open = [root];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    parent.words += source.slice(end, match.index);
    end = match.index + match[0].length;
    const [, closing, tag, attributes = '', selfClosing] = match;
    if (closing !== undefined && open.length > 1) open.pop();
    if (tag === undefined) continue;
    const element = { tag, attributes: readAttributes(attributes), children: [], words: '', line: source.slice(0, match.index).split('\n').length };
    parent.children.push(element);
    if (selfClosing !== '/') open.push(element);
  }
  return root;
}

function readAttributes(source: string): Map<string, string> {
  return new Map([...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}

/** Every element of the tree, outermost first. */
export function walk(element: WxmlElement): WxmlElement[] {
  return element.children.flatMap((child) => [child, ...walk(child)]);
}

/** Whether something can be read aloud inside: words, or a component that brings its own. */
export function hasWords(element: WxmlElement): boolean {
  return element.words.trim() !== '' || element.children.some((child) => isNamed(child) || hasWords(child));
}

export function isNamed({ attributes }: WxmlElement): boolean {
  return ['aria-label', 'label', 'title', 'content', 'text'].some((name) => (attributes.get(name) ?? '') !== '');
}
