/** A sheet that says what will happen, asks for a few words where they are needed, and does it: `send` carries `{ value }`. */
import type { Ask } from './ask-sheet.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** Open while there is one. */
    ask: { type: Object, value: null as unknown as Ask },
    /** What the field begins with. */
    value: { type: String, value: '' },
    problem: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },

  data: { words: '', missing: '' },

  observers: {
    'ask, value'(_ask: Ask | null, value: string) {
      this.setData({ words: value, missing: '' });
    },
  },

  methods: {
    onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: detail.value, missing: '' });
    },
    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.onClose();
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    onSend() {
      const { ask, words, busy } = this.data;
      if (busy) return;
      if (!ask.isFree && words.trim() === '') this.setData({ missing: ask.missing });
      else this.triggerEvent('send', { value: words.trim() });
    },
  },
});
