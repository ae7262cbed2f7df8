/** The phone's own parts around the page: navigation bar, tab bar. */
import { config } from 'virtual:config';
import type { TabItem } from '../build/config';
import { fileUrl } from './file-url';
import { make, part, setAttribute } from './dom';
import { faultsOf } from './guard';
import { isTab, navigateBack, openPages, reLaunch, firstPage, stackChanged, switchTab, topPage } from './navigation';
import type { OpenPage } from './page';
import { openShareSheet } from './share';
import { settings } from './settings';

const DEFAULT_TAB = { color: '#7a7e83', selected: '#07c160', ground: '#ffffff' };

export function drawChrome(): void {
  const tabs = config.app.tabBar;
  if (tabs && !tabs.custom) part('tabs').append(...tabs.list.map(makeTab));
  part('back').onclick = faultsOf(() => navigateBack(1));
  part('home').onclick = faultsOf(() => reLaunch(`/${firstPage()}`));
  part('capsule-menu').onclick = faultsOf(() => openShareSheet(topPage()));
  stackChanged.on(updateChrome);
  settings.themeChanged.on(() => openPages().length > 0 && updateChrome(topPage()));
}

/** After a change of page, of its bar, or of the theme. */
export function updateChrome(page: OpenPage): void {
  updateBar(page);
  updateTabs(page.path);
  const { backgroundColor } = page.settings;
  part('stage').style.backgroundColor = page.bar.groundColor ?? themed(backgroundColor) ?? '';
}

function updateBar({ bar, settings: page, path }: OpenPage): void {
  const title = bar.title ?? page.navigationBarTitleText ?? '';
  const isRoot = openPages().length <= 1;
  const front = bar.frontColor ?? (themed(page.navigationBarTextStyle) === 'white' ? '#ffffff' : '#000000');
  const nav = part('nav');
  part('title').textContent = title;
  document.title = title ? `${title} · ${config.app.window?.navigationBarTitleText ?? ''}` : document.title;
  nav.classList.toggle('is-custom', page.navigationStyle === 'custom');
  nav.style.background = bar.backgroundColor ?? themed(page.navigationBarBackgroundColor) ?? '#ffffff';
  nav.style.color = front;
  nav.classList.toggle('is-on-dark', front === '#ffffff');
  part('back').hidden = isRoot;
  part('home').hidden = !isRoot || isTab(path) || path === firstPage();
  part('bar-busy').hidden = !bar.isLoading;
}

/** What `wx.setTabBarStyle` and `wx.setTabBarItem` laid over app.json. */
const changedTabs: { style: TabStyle; items: Map<number, Partial<TabItem>> } = { style: {}, items: new Map() };

export interface TabStyle {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
}

/** Throws as WeChat does on a page that has no tab bar. */
export function setTabStyle(style: TabStyle): void {
  assertTabs();
  Object.assign(changedTabs.style, style);
  updateTabs(topPage().path);
}

export function setTabItem(index: number, item: Partial<TabItem>): void {
  assertTabs();
  changedTabs.items.set(index, { ...changedTabs.items.get(index), ...item });
  updateTabs(topPage().path);
}

function assertTabs(): void {
  if (!isTab(topPage().path)) throw new Error('not TabBar page');
}

function updateTabs(path: string): void {
  const settingsOfTabs = config.app.tabBar && { ...config.app.tabBar, ...changedTabs.style };
  const bar = part('tabs');
  bar.hidden = !isTab(path) || settingsOfTabs?.custom === true;
  if (!settingsOfTabs || bar.hidden) return;
  bar.style.background = themed(settingsOfTabs.backgroundColor) ?? DEFAULT_TAB.ground;
  bar.dataset.border = themed(settingsOfTabs.borderStyle) ?? 'black';
  settingsOfTabs.list.forEach((item, index) => {
    const tab = bar.children[index] as HTMLElement | undefined;
    if (tab) updateTab(tab, { ...item, ...changedTabs.items.get(index) }, item.pagePath === path);
  });
}

function makeTab({ pagePath, text }: TabItem): HTMLElement {
  const icon = make('img', { alt: '', hidden: true });
  const tab = make('button', { type: 'button', role: 'tab', 'data-path': pagePath }, icon, make('span', {}, text));
  tab.onclick = faultsOf(() => {
    const item = { pagePath, text, index: String(config.app.tabBar?.list.findIndex((entry) => entry.pagePath === pagePath)) };
    topPage().call('onTabItemTap', item);
    switchTab(`/${pagePath}`);
  });
  return tab;
}

function updateTab(tab: HTMLElement, item: TabItem, isSelected: boolean): void {
  const { color, selectedColor } = { ...config.app.tabBar, ...changedTabs.style };
  tab.setAttribute('aria-selected', String(isSelected));
  tab.style.color = isSelected ? (themed(selectedColor) ?? DEFAULT_TAB.selected) : (themed(color) ?? DEFAULT_TAB.color);
  const icon = themed(isSelected ? (item.selectedIconPath ?? item.iconPath) : item.iconPath);
  const image = tab.querySelector('img');
  if (!image) return;
  image.hidden = icon === undefined;
  if (icon !== undefined) setAttribute(image, 'src', fileUrl(icon));
}

/** The number or the dot on a tab. */
export function setTabBadge(index: number, text: string | null): void {
  const tab = part('tabs').children[index];
  tab?.querySelector('.tab-badge')?.remove();
  if (text !== null) tab?.append(make('span', { class: text === '' ? 'tab-badge is-dot' : 'tab-badge' }, text));
}

/** `@name` in JSON is a value of theme.json. */
function themed(value: string | undefined): string | undefined {
  if (!value?.startsWith('@')) return value;
  return config.theme[settings.theme][value.slice(1)] ?? config.theme.light[value.slice(1)];
}
