/** rich-text: a closed list of tags and attributes; anything else is dropped with its attributes, its text stays. */
import { hostLengths } from './lengths';
import { anything, defineElement } from './define';

interface RichNode {
  type?: 'node' | 'text';
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

const TAGS = new Set(
  'a abbr b big blockquote br code col colgroup dd del div dl dt em fieldset h1 h2 h3 h4 h5 h6 hr i img ins label legend li ol p pre q small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(' '),
);
const ATTRIBUTES = new Set(['class', 'style', 'alt', 'src', 'width', 'height', 'colspan', 'rowspan', 'start', 'type', 'dir']);

export function defineRichText(): void {
  defineElement('rich-text', {
    properties: { nodes: anything, space: anything, userSelect: anything, mode: anything },
    connect: ({ dom, data }) => ({
      update(changed) {
        if (changed.size > 0 && !changed.has('nodes')) return;
        const { nodes } = data;
        const content = typeof nodes === 'string' ? fromHtml(nodes) : ((nodes as RichNode[] | null) ?? []).map(fromNode);
        dom.replaceChildren(...content);
      },
    }),
  });
}

/** Parsed in a document of its own, where nothing runs and nothing loads. */
function fromHtml(html: string): Node[] {
  // handlers would be refused by the page's policy, which counts that as a fault
  const quiet = html.replace(/<[^>]*>/g, (tag) => tag.replace(/\son\w+\s*=/gi, ' data-dropped='));
  const { body } = new DOMParser().parseFromString(quiet, 'text/html');
  return [...body.childNodes].flatMap(copy);
}

function copy(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element)) return [];
  const children = [...node.childNodes].flatMap(copy);
  const name = node.localName;
  if (name === 'script' || name === 'style') return [];
  if (!TAGS.has(name)) return children;
  return [build(name, Object.fromEntries([...node.attributes].map((attribute) => [attribute.name, attribute.value])), children)];
}

function fromNode({ type, name = 'span', text, attrs = {}, children = [] }: RichNode): Node {
  if (type === 'text') return document.createTextNode(text ?? '');
  return build(TAGS.has(name) ? name : 'span', attrs, children.map(fromNode));
}

function build(name: string, attributes: Record<string, string>, children: Node[]): Element {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.has(key)) element.setAttribute(key, key === 'style' ? hostLengths(value) : value);
  }
  element.append(...children);
  return element;
}
