/** createSelectorQuery: WeChat's answers, with places relative to the page's own area. */
import * as glassEasel from 'glass-easel';
import { controllerOf } from '../elements/define';
import { kebab, part } from '../runtime/dom';
import { topPage } from '../runtime/navigation';
import { domOf } from '../runtime/plain-nodes';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

type Answer = Record<string, unknown> | null;
type Callback = (answer: Answer | Answer[]) => void;
type Component = glassEasel.GeneralComponent;

interface Request {
  scope: Component;
  /** null is the viewport. */
  selector: string | null;
  isSingle: boolean;
  fields: Fields;
  callback: Callback | undefined;
}

class NodesRef {
  private readonly ask: (fields: Fields, callback?: Callback) => SelectorQuery;

  constructor(ask: (fields: Fields, callback?: Callback) => SelectorQuery) {
    this.ask = ask;
  }

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.ask(fields, callback);
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.ask({ node: true }, callback);
  }

  context(callback?: Callback): SelectorQuery {
    return this.ask({ context: true }, callback);
  }
}

export class SelectorQuery {
  private readonly requests: Request[] = [];
  private scope: Component;

  constructor(scope: Component) {
    this.scope = scope;
  }

  in(component: { _$: Component }): this {
    this.scope = component._$;
    return this;
  }

  select(selector: string): NodesRef {
    return this.reference(selector, true);
  }

  selectAll(selector: string): NodesRef {
    return this.reference(selector, false);
  }

  selectViewport(): NodesRef {
    return this.reference(null, true);
  }

  /** Answers after the next frame, when what setData changed is drawn. */
  exec(callback?: (answers: (Answer | Answer[])[]) => void): NodesRef {
    requestAnimationFrame(() => {
      const answers = this.requests.map(answer);
      this.requests.forEach((request, index) => request.callback?.(answers[index] ?? null));
      callback?.(answers);
    });
    return this.reference(null, true);
  }

  private reference(selector: string | null, isSingle: boolean): NodesRef {
    const { scope } = this;
    return new NodesRef((fields, callback) => {
      this.requests.push({ scope, selector, isSingle, fields, callback });
      return this;
    });
  }
}

export function createSelectorQuery(): SelectorQuery {
  return new SelectorQuery(topPage().component);
}

function answer({ scope, selector, isSingle, fields }: Request): Answer | Answer[] {
  if (selector === null) return viewport(fields);
  const shadow = scope.getShadowRoot();
  if (isSingle) {
    const node = shadow?.querySelector(selector);
    return node ? describe(node, fields) : null;
  }
  return (shadow?.querySelectorAll(selector) ?? []).map((node) => describe(node, fields));
}

function viewport(fields: Fields): Answer {
  const { clientWidth: width, clientHeight: height } = part('stage');
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = topPage().frame;
  return {
    ...(fields.id && { id: '' }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && { left: 0, top: 0, right: width, bottom: height }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && { scrollTop, scrollLeft, scrollHeight, scrollWidth }),
  };
}

function describe(node: glassEasel.Element, fields: Fields): Answer {
  const dom = domOf(node) ?? firstDomIn(node);
  const data = (node as Component).data as Record<string, unknown> | undefined;
  const style = dom && fields.computedStyle ? getComputedStyle(dom) : null;
  return {
    ...(fields.id && { id: node.id }),
    ...(fields.dataset && { dataset: { ...node.dataset } }),
    ...(fields.mark && { mark: node.collectMarks() }),
    ...placeOf(dom, fields),
    ...(fields.scrollOffset && dom && { scrollTop: dom.scrollTop, scrollLeft: dom.scrollLeft, scrollHeight: dom.scrollHeight, scrollWidth: dom.scrollWidth }),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, data?.[name] ?? dom?.getAttribute(kebab(name))])),
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style?.getPropertyValue(kebab(name))])),
    ...(fields.node && { node: dom?.querySelector(':scope > canvas') ?? controllerOf(node) ?? null }),
    ...(fields.context && { context: null }),
  };
}

function placeOf(dom: HTMLElement | null, fields: Fields): object {
  if (!fields.rect && !fields.size) return {};
  const rect = dom?.getBoundingClientRect() ?? new DOMRect();
  const stage = part('stage').getBoundingClientRect();
  const [left, top] = [rect.left - stage.left, rect.top - stage.top];
  return {
    ...(fields.rect && { left, top, right: left + rect.width, bottom: top + rect.height }),
    ...(fields.size && { width: rect.width, height: rect.height }),
  };
}

/** A component with a virtual host has no node of its own: the first one inside stands for it. */
function firstDomIn(node: glassEasel.Element): HTMLElement | null {
  const children = glassEasel.Component.isComponent(node) ? (node.getShadowRoot()?.childNodes ?? []) : node.childNodes;
  for (const child of children) {
    if (!('childNodes' in child)) continue;
    const dom = domOf(child) ?? firstDomIn(child);
    if (dom) return dom;
  }
  return null;
}
