import { wx } from '../wx/wx';
import { anything, defineElement } from './define';

const VERBS = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
} as const;
type Verb = (typeof VERBS)[keyof typeof VERBS];

export function defineNavigator(): void {
  defineElement('navigator', {
    properties: { url: '', openType: 'navigate', delta: 1, target: anything, appId: anything, path: anything, extraData: anything, version: anything, shortLink: anything },
    connect(link) {
      link.onTap(() => {
        const { url, delta, openType } = link.data;
        const verb = (VERBS as Partial<Record<string, Verb>>)[openType];
        if (verb) void wx[verb]({ url, delta, fail: (error: object) => link.emit('fail', error), success: () => link.emit('success') });
      });
      return { role: 'link' };
    },
  });
}
