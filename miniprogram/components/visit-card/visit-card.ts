/** 孩子卡: one child, where and with whom; a tap opens the visit, the button the pickup code. Fill it with `visitCardOf`. */
import type { VisitCard } from './visit-card.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    card: { type: Object, value: null as unknown as VisitCard },
    /** The page has the button of the code itself. */
    isPlain: { type: Boolean, value: false },
  },

  methods: {
    onOpen() {
      void wx.navigateTo({ url: this.data.card.page });
    },
    onCode() {
      void wx.navigateTo({ url: this.data.card.codePage });
    },
  },
});
