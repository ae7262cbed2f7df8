/** What I can do now: one primary button, fixed above the safe area; a second at most, as text. */
Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '' },
    /** The second, quieter way; none when empty. */
    second: { type: String, value: '' },
    /** A line above the button: what it does, or why it cannot be tapped yet. */
    note: { type: String, value: '' },
    /** Why it did not work, beside the thumb: a long form hides the top of the page. */
    problem: { type: String, value: '' },
    /** It was tapped and is under way. */
    busy: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    /** `danger` for what cannot be undone. */
    theme: { type: String, value: 'primary' },
  },

  methods: {
    onAct() {
      if (!this.data.busy && !this.data.disabled) this.triggerEvent('act');
    },
    onSecond() {
      if (!this.data.busy) this.triggerEvent('second');
    },
  },
});
