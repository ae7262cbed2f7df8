/** 会商: Wednesday's agenda, which fills itself, and what is decided about each. */
import { call } from '../../../platform/call';
import { more, pageData, show } from '../../../platform/page';
import { agendaOf, dayTitle, type AgendaItem } from './meeting.view';

Page({
  data: {
    ...pageData,
    title: '',
    items: [] as AgendaItem[],
    after: '',
    now: 0,
    /** The one for which something is being decided. */
    deciding: '',
  },

  /** Every time: what was done about one of them shows here. */
  async onShow() {
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },
  async onReachBottom() {
    const { after, items } = this.data;
    if (after === '') return;
    await more(this, async () => {
      const found = await call('dispute.meeting', { after });
      return { items: [...items, ...agendaOf(found, items.length)], after: found.next ?? '' };
    });
  },

  onDecide({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = currentTarget.dataset;
    this.setData({ deciding: this.data.deciding === id ? '' : id });
  },
  onTogether({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    void wx.navigateTo({ url: currentTarget.dataset.page });
  },
  async onDone() {
    this.setData({ deciding: '' });
    await this.load();
  },

  load(): Promise<void> {
    return show(this, async () => {
      const found = await call('dispute.meeting', {});
      const items = agendaOf(found);
      return { title: dayTitle(found), items, after: found.next ?? '', now: found.now, status: items.length > 0 ? 'ready' : 'empty' };
    });
  },
});
