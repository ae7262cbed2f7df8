import { call } from '../../../platform/call';
import { more, pageData, show } from '../../../platform/page';
import { messageLineOf, type MessageLine } from './inbox.view';

Page({
  data: { ...pageData, messages: [] as MessageLine[], next: '' },

  async onLoad() {
    await this.load();
  },

  async onPullDownRefresh() {
    await this.load();
  },

  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },

  async onReachBottom() {
    const { messages, next } = this.data;
    if (next === '') return;
    await more(this, async () => {
      const page = await fetchMessages({ before: next });
      return { ...page, messages: [...messages, ...page.messages] };
    });
  },

  async onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    if (currentTarget.dataset.page !== '') await wx.navigateTo({ url: currentTarget.dataset.page });
  },

  async load() {
    await show(this, async () => {
      const page = await fetchMessages({});
      return { ...page, status: page.messages.length > 0 ? 'ready' : 'empty' };
    });
    const unread = this.data.messages.filter(({ isRead }) => !isRead).map(({ id }) => id);
    // seen on the screen is read; should it not arrive, they stay new until the next visit
    if (unread.length > 0) await call('identity.markRead', { ids: unread }).catch(() => undefined);
  },
});

async function fetchMessages(from: { before?: string }) {
  const { messages, next = '', now } = await call('identity.inbox', from);
  return { messages: messages.map((message) => messageLineOf(message, now)), next };
}
