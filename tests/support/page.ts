/** A page or component without a phone: WeChat's own template compiler, TDesign's real components, a cloud that the test plays. */
import { render, showAttributes, type Instance, type Rendered, type SimulatedNode } from './simulate';
import { playWechat, type Answers, type Asked, type Wechat, type WechatSettings } from './wechat';

export type { Answers } from './wechat';

export interface PageSettings extends WechatSettings {
  /** The page's query: `?id=…` */
  readonly query?: Record<string, string>;
}

export interface MountedPage {
  readonly dom: HTMLElement;
  readonly data: Record<string, unknown>;
  readonly instance: Instance;
  /** The requests to the cloud, in order. */
  readonly sent: Wechat['sent'];
  /** What was asked of WeChat: `{ name: 'navigateTo', options: { url } }`. */
  readonly asked: Asked[];
  readonly storage: Map<string, unknown>;
  /** Takes the network away, or gives it back. */
  setOffline: Wechat['setOffline'];
  /** All words on the page, without spaces between the blocks. */
  text(): string;
  /** What `.class` or `#id` finds on the page itself (not inside its components; tag names are unknown to simulate). */
  find(selector: string, index?: number): SimulatedNode;
  findAll(selector: string): SimulatedNode[];
  /** Taps what carries these words or this accessible name, wherever it is, and waits until the cloud has answered. */
  press(words: string, index?: number): Promise<void>;
  /** Taps what `.class` or `#id` finds, or the `index`th of them, and waits until the cloud has answered. */
  tap(selector: string, index?: number): Promise<void>;
  /** A component's own event: `emit('#place', 'change', { value: '3栋' })`. */
  emit(selector: string, event: string, detail?: unknown, index?: number): Promise<void>;
  /** Calls a method of the page: a lifecycle (`onPullDownRefresh`), or a handler with an event. */
  run(method: string, ...values: unknown[]): Promise<unknown>;
  /** Waits until the cloud has answered and the page shows it. */
  settled(): Promise<void>;
  /** Hides and unloads the page as leaving it does. */
  leave(): Promise<void>;
}

/** Opens a page through onLoad, onShow and onReady. `answers` may be changed while it is open. */
export async function openPage(path: string, answers: Answers = {}, settings: PageSettings = {}): Promise<MountedPage> {
  const page = mount(path, {}, answers, settings);
  Object.assign(page.instance, { route: path, options: settings.query ?? {} });
  await page.run('onLoad', settings.query ?? {});
  await page.run('onShow');
  await page.run('onReady');
  await page.settled();
  return page;
}

/** Mounts one component with its properties. */
export async function openComponent(path: string, properties: object = {}, answers: Answers = {}, settings: WechatSettings = {}): Promise<MountedPage> {
  const component = mount(path, properties, answers, settings);
  await component.settled();
  return component;
}

function mount(path: string, properties: object, answers: Answers, settings: WechatSettings): MountedPage {
  const wechat = playWechat(answers, settings);
  document.body.replaceChildren(); // one page at a time, as on a phone
  const rendered = render(path, () => Object.assign(Reflect.get(globalThis, 'wx') as object, wechat.api), properties);
  return handle(rendered, wechat);
}

function handle({ root, touch }: Rendered, wechat: Wechat): MountedPage {
  const settled = async () => {
    await untilQuiet(wechat);
    showAttributes(root.dom);
  };
  const findAll = (selector: string) => root.querySelectorAll(selector);
  const findOne = (selector: string, index = 0) => {
    const node = findAll(selector)[index];
    if (!node) throw new Error(`The page has no ${selector}${index > 0 ? ` number ${index}` : ''}:\n${root.dom.innerHTML}`);
    return node;
  };
  const emit = async (selector: string, event: string, detail: unknown = {}, index = 0) => {
    const node = findOne(selector, index);
    // What a component emits is its own event; a plain element gets a touch
    if (node.instance) node.instance.triggerEvent(event, detail, { bubbles: true, composed: false });
    else node.dispatchEvent(event, { bubbles: true, detail });
    await settled();
  };
  const run = async (method: string, ...values: unknown[]) => {
    const answer: unknown = await (root.instance[method] as ((...values: unknown[]) => unknown) | undefined)?.call(root.instance, ...values);
    await settled();
    return answer;
  };
  return {
    dom: root.dom,
    get data() {
      return root.data;
    },
    instance: root.instance,
    sent: wechat.sent,
    asked: wechat.asked,
    storage: wechat.storage,
    setOffline: wechat.setOffline,
    text: () => root.dom.textContent.replace(/\s+/g, ' ').trim(),
    find: findOne,
    findAll,
    async press(words, index = 0) {
      touch(findByWords(root.dom, words, index));
      await settled();
    },
    async tap(selector, index) {
      const { dom } = findOne(selector, index);
      if (!dom) return emit(selector, 'tap', {}, index);
      touch(dom);
      return settled();
    },
    emit,
    run,
    settled,
    async leave() {
      await run('onHide');
      await run('onUnload');
      root.detach();
    },
  };
}

/** The innermost elements that say exactly this or are named so; where none does, those whose words contain it. */
function findByWords(dom: Element, words: string, index: number): Element {
  const all = [...dom.querySelectorAll('*')];
  const said = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
  const innermost = (matches: Element[]) => matches.filter((element) => !matches.some((other) => other !== element && element.contains(other)));
  const exact = innermost(all.filter((element) => said(element) === words || element.getAttribute('aria-label') === words));
  const found = exact.length > 0 ? exact : innermost(all.filter((element) => said(element).includes(words)));
  const element = found[index];
  if (!element) throw new Error(`Nothing here says ${words}: ${said(dom)}`);
  return element;
}

/** Two turns without a call under way: the first lets an answer be shown, the second lets what it showed call again. */
async function untilQuiet(wechat: Wechat): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet = wechat.isBusy() ? 0 : quiet + 1) {
    await new Promise((resume) => setTimeout(resume, 0));
  }
}
