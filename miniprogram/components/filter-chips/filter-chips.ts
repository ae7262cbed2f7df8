/** A row of chips, one of which is chosen. */
import type { Chip } from './filter-chips.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** What is chosen among, read out before the chips. */
    label: { type: String, value: '' },
    chips: { type: Array, value: [] as Chip[] },
    value: { type: String, value: '' },
  },

  methods: {
    onChoose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      const { value } = currentTarget.dataset;
      if (value !== this.data.value) this.triggerEvent('change', { value });
    },
  },
});
