/** One open page: its frame in the phone, its instance, its lifecycle. */
import * as glassEasel from 'glass-easel';
import type { Root } from 'glass-easel-miniprogram-adapter/dist/glass_easel_miniprogram_adapter';
import { config } from 'virtual:config';
import type { PageAddress, Query } from './address';
import { make, part } from './dom';
import type { EventChannel } from './event-channel';
import { addFault, textOf } from './faults';
import { ScrollWatcher } from './page-scroll';
import { backend, space } from './space';

export interface PageInstance {
  route: string;
  options: Query;
  setData(data: object, callback?: () => void): void;
  [name: string]: unknown;
}

/** What the navigation bar shows; a page may change it while it is open. */
export interface BarState {
  title?: string;
  backgroundColor?: string;
  frontColor?: string;
  /** Behind the page, seen when it is pulled down. */
  groundColor?: string;
  isLoading?: boolean;
}

export class OpenPage {
  readonly path: string;
  readonly query: Query;
  /** Fills the phone's screen and scrolls. */
  readonly frame: HTMLElement;
  readonly instance: PageInstance;
  readonly component: glassEasel.GeneralComponent;
  readonly scroll: ScrollWatcher;
  readonly bar: BarState = {};
  private readonly root: Root;
  private readonly placeholder = make('i');
  private isReady = false;

  constructor({ path, query }: PageAddress, channel: EventChannel) {
    this.path = path;
    this.query = query;
    this.frame = part('stage').appendChild(make('div', { class: 'page-frame', tabindex: 0 }, this.placeholder));
    this.root = backend.createRoot('wx-page', space, path);
    this.component = this.root.getComponent();
    this.instance = this.root.get() as unknown as PageInstance;
    Object.assign(this.instance, { options: query, getOpenerEventChannel: () => channel, __wxExparserNodeId__: '' });
    Object.defineProperty(this.instance, 'route', { value: path });
    this.dom().setAttribute('wx-path', path);
    this.passQuery();
    this.scroll = new ScrollWatcher(this);
  }

  /** Draws the page. It must be in the stack by now: getCurrentPages() knows it in `attached` and onLoad. */
  load(): void {
    this.root.attach(this.frame as never, this.placeholder as never);
    this.call('onLoad', this.query);
  }

  /** page.json over app.json's window. */
  get settings() {
    return { ...config.app.window, ...config.units[this.path] };
  }

  show(): void {
    this.frame.hidden = false;
    this.component.triggerPageLifetime('show', []);
    this.call('onShow');
    if (this.isReady) return;
    this.isReady = true;
    requestAnimationFrame(() => setTimeout(() => this.call('onReady')));
  }

  hide(): void {
    this.frame.hidden = true;
    this.component.triggerPageLifetime('hide', []);
    this.call('onHide');
  }

  close(): void {
    this.call('onUnload');
    this.scroll.stop();
    this.root.release();
    this.frame.remove();
  }

  has(handler: string): boolean {
    return typeof this.instance[handler] === 'function';
  }

  /** Calls a handler of the page, if it has one. What it throws, now or later, is a fault. */
  call(handler: string, ...values: unknown[]): unknown {
    const method = this.instance[handler];
    if (typeof method !== 'function') return undefined;
    try {
      return method.apply(this.instance, values) as unknown;
    } catch (error) {
      addFault(`${this.path} ${handler}: ${textOf(error)}`, error);
      return undefined;
    }
  }

  dom(): HTMLElement {
    return this.component.getBackendElement() as unknown as HTMLElement;
  }

  /** A page made with Component() gets its query as properties too. */
  private passQuery(): void {
    const known = Object.entries(this.query).filter(([name]) => glassEasel.Component.hasProperty(this.component, name));
    if (known.length > 0) this.component.setData(Object.fromEntries(known));
  }
}
