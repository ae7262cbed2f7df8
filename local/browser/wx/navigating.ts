import { EventChannel } from '../runtime/event-channel';
import { setTabBadge, setTabItem, setTabStyle, updateChrome, type TabStyle } from '../runtime/chrome';
import { navigateBack, navigateTo, reLaunch, redirectTo, switchTab, topPage } from '../runtime/navigation';
import { api } from './api';
import { prepareSubject, selectorTop } from './scroll-target';

type Url = { url: string };

export const navigating = {
  navigateTo: api('navigateTo', ({ url, events }: Url & { events?: Record<string, (...values: unknown[]) => void> }) => {
    const eventChannel = new EventChannel(events);
    navigateTo(url, eventChannel);
    return { eventChannel };
  }),
  redirectTo: api('redirectTo', ({ url }: Url) => redirectTo(url)),
  navigateBack: api('navigateBack', ({ delta = 1 }: { delta?: number }) => navigateBack(delta)),
  switchTab: api('switchTab', ({ url }: Url) => switchTab(url)),
  reLaunch: api('reLaunch', ({ url }: Url) => reLaunch(url)),

  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }: { title: string }) => changeBar({ title })),
  setNavigationBarColor: api('setNavigationBarColor', (colors: { frontColor: string; backgroundColor: string }) => {
    changeBar({ frontColor: colors.frontColor, backgroundColor: colors.backgroundColor });
  }),
  showNavigationBarLoading: api('showNavigationBarLoading', () => changeBar({ isLoading: true })),
  hideNavigationBarLoading: api('hideNavigationBarLoading', () => changeBar({ isLoading: false })),
  setBackgroundColor: api('setBackgroundColor', ({ backgroundColor }: { backgroundColor?: string }) => changeBar({ groundColor: backgroundColor })),
  setTabBarStyle: api('setTabBarStyle', ({ color, selectedColor, backgroundColor, borderStyle }: TabStyle) => {
    setTabStyle({ ...(color && { color }), ...(selectedColor && { selectedColor }), ...(backgroundColor && { backgroundColor }), ...(borderStyle && { borderStyle }) });
  }),
  setTabBarItem: api('setTabBarItem', ({ index, text, iconPath, selectedIconPath }: { index: number; text?: string; iconPath?: string; selectedIconPath?: string }) => {
    setTabItem(index, { ...(text && { text }), ...(iconPath && { iconPath }), ...(selectedIconPath && { selectedIconPath }) });
  }),
  setTabBarBadge: api('setTabBarBadge', ({ index, text }: { index: number; text: string }) => setTabBadge(index, text)),
  removeTabBarBadge: api('removeTabBarBadge', ({ index }: { index: number }) => setTabBadge(index, null)),
  showTabBarRedDot: api('showTabBarRedDot', ({ index }: { index: number }) => setTabBadge(index, '')),
  hideTabBarRedDot: api('hideTabBarRedDot', ({ index }: { index: number }) => setTabBadge(index, null)),

  startPullDownRefresh: api('startPullDownRefresh', () => topPage().scroll.startRefresh()),
  stopPullDownRefresh: api('stopPullDownRefresh', () => topPage().scroll.stopRefresh()),
  pageScrollTo: api('pageScrollTo', async (target: { scrollTop?: number; selector?: string; offsetTop?: number; duration?: number }) => {
    await prepareSubject();
    const top = target.selector === undefined ? (target.scrollTop ?? 0) : selectorTop(target.selector) + (target.offsetTop ?? 0);
    topPage().frame.scrollTo({ top, behavior: target.duration === 0 ? 'instant' : 'smooth' });
  }),
};

function changeBar(change: object): void {
  const page = topPage();
  Object.assign(page.bar, change);
  updateChrome(page);
}
