/** A few large tiles, one of which is chosen. */
import type { Choice } from './choice-tiles.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** The question, read out before the tiles. */
    label: { type: String, value: '' },
    choices: { type: Array, value: [] as Choice[] },
    value: { type: String, value: '' },
    /** Tiles in a row: 1, 2 or 3. */
    columns: { type: Number, value: 2 },
    problem: { type: String, value: '' },
  },

  methods: {
    onChoose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      this.triggerEvent('change', { value: currentTarget.dataset.value });
    },
  },
});
