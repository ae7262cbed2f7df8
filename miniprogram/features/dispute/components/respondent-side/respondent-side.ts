/** What the respondent told, and the way to tell it. */
import type { RespondentSide } from './respondent-side.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** Of `respondentSideOf`; nothing shows without. */
    side: { type: Object, value: null as unknown as RespondentSide },
  },

  methods: {
    onTell() {
      void wx.navigateTo({ url: this.data.side.page });
    },
  },
});
