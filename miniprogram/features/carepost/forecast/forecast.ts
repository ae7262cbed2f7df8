/** 接下来几天, so that nobody stands there alone with too many children. */
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { call } from '../../../platform/call';
import { pageData, show } from '../../../platform/page';
import { forecastRows, type ForecastRow } from './forecast.view';

const spans: readonly Chip[] = [{ value: '7', label: '7 天' }, { value: '14', label: '14 天' }];

Page({
  data: { ...pageData, spans, days: '7', rows: [] as ForecastRow[] },

  post: '',

  async onLoad({ post = '' }) {
    this.post = post;
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },
  async onSpan({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ days: detail.value });
    await this.load();
  },

  async load() {
    await show(this, async () => {
      const post = this.post || ((await call('childcare.posts', {})).posts[0]?.id ?? '');
      this.post = post;
      if (post === '') return { status: 'empty' };
      return { rows: forecastRows(await call('childcare.forecast', { postId: post, from: 0, days: Number(this.data.days) })) };
    });
  },
});
