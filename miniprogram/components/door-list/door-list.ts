/** Large doors into the features. The first stands out. */
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
  },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      void wx.navigateTo({ url: currentTarget.dataset.page });
    },
  },
});
