/** Doors into the features: large ones, the first of which stands out, or small ones side by side. */
export interface Door {
  readonly title: string;
  readonly note: string;
  /** A TDesign icon's name. */
  readonly icon: string;
  readonly page: string;
}

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
