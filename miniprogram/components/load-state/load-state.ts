/** What stands in a list's or page's place while there is nothing to show: skeleton, empty, failed, offline. */
Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** A page's `Status`. */
    status: { type: String, value: 'loading' },
    problem: { type: String, value: '' },
    emptyTitle: { type: String, value: '' },
    emptyNote: { type: String, value: '' },
  },

  data: {
    /** A card's worth of lines. */
    rows: [{ width: '55%', height: '40rpx' }, { width: '100%', height: '32rpx' }, { width: '80%', height: '32rpx' }],
  },

  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
