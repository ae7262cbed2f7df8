/** Rows in a card, each of which opens a page. */
export interface LinkRow {
  readonly title: string;
  readonly page: string;
  /** A TDesign icon's name. */
  readonly icon: string;
  /** Words at the end, such as `3 条新的`. */
  readonly note?: string;
  /** The note wants to be seen. */
  readonly isNew?: boolean;
}

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
