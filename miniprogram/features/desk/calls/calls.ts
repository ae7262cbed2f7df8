/** 要打的电话: who must know, and has no account to read it in. */
import type { CallToMake } from '../../../../typings/contract/dispute-actions';
import { call } from '../../../platform/call';
import { act, more, pageData, show } from '../../../platform/page';
import { peopleToRing, type PersonToRing } from './calls.view';

type Tapped = WechatMiniprogram.TouchEvent<object, object, { row: PersonToRing }>;

Page({
  data: { ...pageData, people: [] as PersonToRing[], next: '' },

  calls: [] as CallToMake[],

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
    const { next } = this.data;
    if (next === '') return;
    await more(this, () => this.fetch(this.calls, { after: next }));
  },

  onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    void wx.navigateTo({ url: currentTarget.dataset.page });
  },
  async onRing({ currentTarget }: Tapped) {
    const { key, disputeId, side } = currentTarget.dataset.row;
    await act(this, `ring:${key}`, async (attemptId) => {
      const { phone } = await call('dispute.phone', { id: disputeId, side }, attemptId);
      void wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
    });
  },
  async onTold({ currentTarget }: Tapped) {
    await this.record(currentTarget.dataset.row, true);
  },
  async onMissed({ currentTarget }: Tapped) {
    await this.record(currentTarget.dataset.row, false);
  },

  async record({ key, disputeId, calls }: PersonToRing, isReached: boolean) {
    await act(this, `${isReached ? 'told' : 'missed'}:${key}`, async (attemptId) => {
      await call('dispute.called', { id: disputeId, calls: [...calls], isReached, words: isReached ? '电话里告诉了。' : '没人接。' }, attemptId);
      await this.load();
    });
  },
  async load() {
    await show(this, async () => {
      const page = await this.fetch([], {});
      return { ...page, status: page.people.length > 0 ? 'ready' : 'empty' };
    });
  },
  async fetch(known: readonly CallToMake[], from: { after?: string }) {
    const { calls, next = '', now } = await call('dispute.calls', from);
    this.calls = [...known, ...calls];
    return { people: peopleToRing(this.calls, now), next };
  },
});
