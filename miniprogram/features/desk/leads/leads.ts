/** 苗头: what volunteers and grid workers saw, for officers to look at, least time left first. */
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { call } from '../../../platform/call';
import { more, pageData, show } from '../../../platform/page';

Page({
  data: { ...pageData, cards: [] as DisputeCard[], next: '' },

  /** Every time: one of them may have been looked at in between. */
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
    const { cards, next } = this.data;
    if (next === '') return;
    await more(this, async () => {
      const page = await fetchLeads({ after: next });
      return { ...page, cards: [...cards, ...page.cards] };
    });
  },

  onNotice() {
    void wx.navigateTo({ url: '/features/desk/notice/notice' });
  },

  async load() {
    await show(this, async () => {
      const page = await fetchLeads({});
      return { ...page, status: page.cards.length > 0 ? 'ready' : 'empty' };
    });
  },
});

async function fetchLeads(from: { after?: string }) {
  const { disputes, next = '', now } = await call('dispute.desk', { desk: 'lead', as: 'officer', ...from });
  return { cards: disputes.map((lead) => disputeCardOf(lead, now)), next };
}
