/** A sentence in which telephone numbers ring when they are tapped. */
import { wordParts, type WordPart } from './phone-words.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: { words: { type: String, value: '' } },

  data: { parts: [] as WordPart[] },

  observers: {
    words(words: string) {
      this.setData({ parts: wordParts(words) });
    },
  },

  methods: {
    onRing({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { phone: string }>) {
      void wx.makePhoneCall({ phoneNumber: currentTarget.dataset.phone, fail: () => undefined });
    },
  },
});
