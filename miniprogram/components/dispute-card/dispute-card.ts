/** One dispute in a list; a tap opens its story. Fill it with `disputeCardOf`. */
import type { DisputeCard } from './dispute-card.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    card: { type: Object, value: null as unknown as DisputeCard },
    /** Where a tap leads when it is not the story, such as 分流台. */
    page: { type: String, value: '' },
  },

  methods: {
    onOpen() {
      void wx.navigateTo({ url: this.data.page || this.data.card.page });
    },
  },
});
