/** 今天的孩子: where each child is, since when, with whom, and what comes next. */
import { pageData, show } from '../../../platform/page';
import { fetchChildren } from '../fetch-children';
import { childrenView, type ChildrenView } from './children.view';

Page({
  data: { ...pageData, view: null as ChildrenView | null, asOf: '' },

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

  async onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    await wx.navigateTo({ url: currentTarget.dataset.page });
  },
  async onPrimary() {
    await wx.navigateTo({ url: this.data.view?.primary.page ?? '' });
  },

  async load() {
    await show(this, async () => {
      const { known, asOf } = await fetchChildren();
      return { view: childrenView(known), asOf };
    });
  },
});
