/** What goes on beside the way to an agreement: the court, more days. It says how it stands, and leads to where one joins in. */
import type { SideCard } from './side-card.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** Of `courtCardOf` or `moreDaysCardOf`; nothing shows without. */
    card: { type: Object, value: null as unknown as SideCard },
  },

  methods: {
    onOpen() {
      void wx.navigateTo({ url: this.data.card.page });
    },
  },
});
