/** 以前的托管: all visits of one child, newest first, as long as they are kept. */
import type { OutputOf } from '../../../../typings/contract/actions';
import { visitCardOf, type VisitCard } from '../../../components/visit-card/visit-card.view';
import { retention } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { more, pageData, show } from '../../../platform/page';

Page({
  data: { ...pageData, cards: [] as VisitCard[], after: '', days: retention.visitDays },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
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
    const { after, cards } = this.data;
    if (after === '') return;
    await more(this, async () => {
      const page = pageView(await call('childcare.history', { childId: this.id, after }));
      return { ...page, cards: [...cards, ...page.cards] };
    });
  },
  async load() {
    await show(this, async () => {
      const page = pageView(await call('childcare.history', { childId: this.id }));
      return { ...page, status: page.cards.length > 0 ? 'ready' : 'empty' };
    });
  },
});

function pageView({ visits, next = '', now }: OutputOf<'childcare.history'>) {
  return { cards: visits.map((visit) => visitCardOf(visit, now)), after: next };
}
