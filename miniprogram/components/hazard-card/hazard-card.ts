/** One hazard in a list; a tap opens its story. Fill it with `hazardCardOf`. */
import type { HazardCard } from './hazard-card.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    card: { type: Object, value: null as unknown as HazardCard },
  },

  methods: {
    onOpen() {
      void wx.navigateTo({ url: this.data.card.page });
    },
  },
});
