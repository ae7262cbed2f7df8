/** 转发: what onShareAppMessage answers, shown in a sheet with the address that a friend would open. */
import { formatAddress } from './address';
import { make } from './dom';
import { openSheet } from './overlays';
import type { OpenPage } from './page';

interface ShareAnswer {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<ShareAnswer>;
}

export function openShareSheet(page: OpenPage, from: 'menu' | 'button' = 'menu', target?: unknown): void {
  const answer = (page.call('onShareAppMessage', { from, target }) ?? {}) as ShareAnswer;
  void Promise.resolve(answer.promise ?? answer).then((share) => showSheet(page, { ...answer, ...share }));
}

function showSheet(page: OpenPage, share: ShareAnswer): void {
  const title = share.title ?? page.bar.title ?? page.settings.navigationBarTitleText ?? '';
  const link = share.path ?? formatAddress(page);
  const canShare = page.has('onShareAppMessage');
  const address = new URL(location.href);
  address.hash = `#${link.startsWith('/') ? link : `/${link}`}`;
  const content = canShare
    ? [make('p', {}, title), make('p', { class: 'host-note' }, link), make('a', { href: address.href, target: '_blank' }, '以朋友的身份打开')]
    : [make('p', {}, '这个页面不能转发')];
  void openSheet({ label: '转发给朋友', content, actions: ['知道了'] });
}
