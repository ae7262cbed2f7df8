/** One statement, yes or not, as wide as the card: made for a thumb. */
Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '' },
    note: { type: String, value: '' },
    value: { type: Boolean, value: false },
    /** Yes means that somebody is in danger. */
    isDanger: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },

  methods: {
    onTap() {
      this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
