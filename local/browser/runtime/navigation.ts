/** The page stack: at most ten pages, and the tabs that stay alive beneath. */
import { config } from 'virtual:config';
import { parseAddress, type PageAddress } from './address';
import { EventChannel } from './event-channel';
import { OpenPage } from './page';
import { Signal } from './signal';
import { app } from './units';

/** WeChat's limit. */
const MOST_PAGES = 10;

export const stackChanged = new Signal<OpenPage>();

const stack: OpenPage[] = [];
const sleepingTabs = new Map<string, OpenPage>();
const tabPaths: ReadonlySet<string> = new Set(config.app.tabBar?.list.map(({ pagePath }) => pagePath) ?? []);

export function openPages(): readonly OpenPage[] {
  return stack;
}

/** The page in sight. Throws before the first one is open. */
export function topPage(): OpenPage {
  const page = stack.at(-1);
  if (!page) throw new Error('no page is open');
  return page;
}

export function isTab(path: string): boolean {
  return tabPaths.has(path);
}

export function firstPage(): string {
  return config.app.entryPagePath ?? config.pages[0] ?? '';
}

export function navigateTo(url: string, channel?: EventChannel): OpenPage {
  const address = known(url);
  if (isTab(address.path)) throw new Error('can not navigateTo a tabbar page');
  if (stack.length >= MOST_PAGES) throw new Error(`webview count limit exceed (${MOST_PAGES})`);
  stack.at(-1)?.hide();
  return push(address, channel);
}

export function redirectTo(url: string): void {
  const address = known(url);
  if (isTab(address.path)) throw new Error('can not redirectTo a tabbar page');
  discard(stack.pop());
  push(address);
}

/** Beyond the first page there is nowhere to go back to: that is not an error. */
export function navigateBack(delta: number): void {
  const count = Math.min(Math.max(delta, 1), stack.length - 1);
  if (count === 0) return;
  for (let i = 0; i < count; i++) discard(stack.pop());
  reveal(topPage());
}

export function switchTab(url: string): void {
  const { path } = known(url);
  if (!isTab(path)) throw new Error('can not switchTab to a no-tabBar page');
  if (stack.at(-1)?.path === path) return;
  for (let page = stack.pop(); page; page = stack.pop()) {
    if (isTab(page.path)) rest(page);
    else discard(page);
  }
  const sleeping = sleepingTabs.get(path);
  if (!sleeping) {
    push({ path, query: {} });
    return;
  }
  sleepingTabs.delete(path);
  stack.push(sleeping);
  reveal(sleeping);
}

export function reLaunch(url: string): void {
  const address = known(url);
  for (let page = stack.pop(); page; page = stack.pop()) discard(page);
  for (const page of sleepingTabs.values()) discard(page);
  sleepingTabs.clear();
  push(address);
}

/** The first page of all; an address that is not in app.json is the app's onPageNotFound, then its first page. */
export function launch(address: PageAddress): void {
  if (config.pages.includes(address.path)) {
    push(address);
    return;
  }
  app.onPageNotFound?.({ ...address, isEntryPage: true });
  if (stack.length === 0) push({ path: firstPage(), query: {} });
}

function known(url: string): PageAddress {
  const address = parseAddress(url, stack.at(-1)?.path);
  if (!config.pages.includes(address.path)) throw new Error(`page "${address.path}" is not found`);
  return address;
}

function push(address: PageAddress, channel = new EventChannel()): OpenPage {
  const page = new OpenPage(address, channel);
  stack.push(page);
  page.load();
  reveal(page);
  return page;
}

function reveal(page: OpenPage): void {
  page.show();
  stackChanged.emit(page);
}

function rest(page: OpenPage): void {
  if (!page.frame.hidden) page.hide();
  sleepingTabs.set(page.path, page);
}

function discard(page: OpenPage | undefined): void {
  page?.close();
}
