/** Something that is on or off, with its words; the whole row can be tapped. */
Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '' },
    note: { type: String, value: '' },
    value: { type: Boolean, value: false },
  },

  methods: {
    onToggle() {
      this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
