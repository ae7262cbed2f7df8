/** Doors into the features: large ones, the first of which stands out, or small ones side by side. */
import type { Door } from './door-list.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    doors: { type: Array, value: [] as Door[] },
    isSmall: { type: Boolean, value: false },
  },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      void wx.navigateTo({ url: currentTarget.dataset.page });
    },
  },
});
