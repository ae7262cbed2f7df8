/** Rows in a card, each of which opens a page. */
import type { LinkRow } from './link-rows.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    rows: { type: Array, value: [] as LinkRow[] },
  },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      void wx.navigateTo({ url: currentTarget.dataset.page });
    },
  },
});
