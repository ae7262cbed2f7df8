/** A field: label above, help under, what is wrong beside it. Its `change` carries the value at every letter. */
Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    help: { type: String, value: '' },
    problem: { type: String, value: '' },
    /** The most letters; a long text counts against it. */
    most: { type: Number, value: 100 },
    /** Several lines, growing with the text. */
    isLong: { type: Boolean, value: false },
    /** The keyboard: `text`, `number`, `digit` or `idcard`. */
    keyboard: { type: String, value: 'text' },
    /** Words that stand after the value, such as 元. */
    unit: { type: String, value: '' },
  },

  methods: {
    onInput({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { value: detail.value });
    },
  },
});
