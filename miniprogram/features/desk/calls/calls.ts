/** 要打的电话: who must know, and has no account to read it in. */
import { call } from '../../../platform/call';
import { act, more, pageData, show } from '../../../platform/page';
import { callRowOf, type CallRow } from './calls.view';

Page({
  data: { ...pageData, calls: [] as CallRow[], next: '' },

  /** Every time: the case may have been open in between. */
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
    const { calls, next } = this.data;
    if (next === '') return;
    await more(this, async () => {
      const page = await fetchCalls({ after: next });
      return { ...page, calls: [...calls, ...page.calls] };
    });
  },

  onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    void wx.navigateTo({ url: currentTarget.dataset.page });
  },
  async onRing({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { row: CallRow }>) {
    const { id, disputeId, side } = currentTarget.dataset.row;
    await act(this, `ring:${id}`, async (attemptId) => {
      const { phone } = await call('dispute.phone', { id: disputeId, side }, attemptId);
      void wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
    });
  },
  async onTold({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { row: CallRow }>) {
    const { id, disputeId } = currentTarget.dataset.row;
    await act(this, `told:${id}`, async (attemptId) => {
      await call('dispute.called', { id: disputeId, call: id, words: '电话里告诉了。' }, attemptId);
      await this.load();
    });
  },

  async load() {
    await show(this, async () => {
      const page = await fetchCalls({});
      return { ...page, status: page.calls.length > 0 ? 'ready' : 'empty' };
    });
  },
});

async function fetchCalls(from: { after?: string }) {
  const { calls, next = '', now } = await call('dispute.calls', from);
  return { calls: calls.map((each) => callRowOf(each, now)), next };
}
