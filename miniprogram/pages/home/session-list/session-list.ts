/** 今天见谁: today's mediation sessions in their order, and how much of the week is still free. */
import type { SessionLine } from '../home.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    sessions: { type: Array, value: [] as SessionLine[] },
    /** `本周还有 6 个空档`; nothing for those who hold no sessions. */
    free: { type: String, value: '' },
  },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      if (currentTarget.dataset.page !== '') void wx.navigateTo({ url: currentTarget.dataset.page });
    },
  },
});
