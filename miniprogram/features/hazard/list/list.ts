/** 隐患: staff's lists by what is to be done; for everybody else what they told of. */
import type { HazardPage } from '../../../../typings/contract/hazard';
import type { Role } from '../../../../typings/contract/identity';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { hazardCardOf, type HazardCard } from '../../../components/hazard-card/hazard-card.view';
import { call } from '../../../platform/call';
import { more, pageData, show } from '../../../platform/page';
import { currentIdentity } from '../../../platform/session';
import { emptyWords, listsOf, type ListName } from './list.view';

Page({
  data: { ...pageData, lists: [] as Chip[], ...opened('mine') },

  role: null as Role | null,

  async onShow() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onList({ detail }: WechatMiniprogram.CustomEvent<{ value: ListName }>) {
    this.setData({ ...opened(detail.value), status: 'loading' });
    await this.load();
  },
  async onReport() {
    await wx.navigateTo({ url: '/features/hazard/report/report' });
  },
  async onLetter() {
    await wx.navigateTo({ url: '/features/hazard/letter/letter' });
  },
  async onReachBottom() {
    const { after, cards, list } = this.data;
    if (after === '') return;
    await more(this, async () => {
      const page = pageView(await fetchPage(list, this.role, after));
      return { ...page, cards: [...cards, ...page.cards] };
    });
  },

  async load() {
    await show(this, async () => {
      if (this.role === null) {
        this.role = await currentIdentity();
        const lists = listsOf(this.role);
        this.setData({ lists, ...opened((lists[0]?.value ?? 'mine') as ListName) });
      }
      const { list } = this.data;
      const page = await fetchPage(list, this.role, '');
      if (list !== this.data.list) return { status: this.data.status }; // another chip was tapped meanwhile
      return { ...pageView(page), status: page.hazards.length > 0 ? 'ready' : 'empty' };
    });
  },
});

/** A list before its first page has come. */
function opened(list: ListName) {
  return { list, empty: emptyWords[list], cards: [] as HazardCard[], after: '' };
}

function fetchPage(list: ListName, role: Role | null, after: string): Promise<HazardPage> {
  const from = after === '' ? {} : { after };
  if (list === 'mine') return call('hazard.listMine', from);
  return call('hazard.desk', { desk: list, ...(role !== null && role !== 'resident' && { as: role }), ...from });
}

function pageView({ hazards, next = '', now }: HazardPage) {
  return { cards: hazards.map((hazard) => hazardCardOf(hazard, now)), after: next };
}
