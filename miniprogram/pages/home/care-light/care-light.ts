/** 托管灯: how a childcare post stands, by shape and word; a tap opens its roster. */
import type { CareLight } from './care-light.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    lights: { type: Array, value: [] as CareLight[] },
  },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `/features/carepost/board/board?post=${currentTarget.dataset.id}` });
    },
  },
});
