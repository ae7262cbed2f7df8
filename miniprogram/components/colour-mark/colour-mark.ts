/** 三色: how hard a dispute is, by shape, word and colour. Nothing is shown before it was graded. */
import type { Colour } from '../../../typings/contract/dispute';
import { colourLabels } from '../../domain/dispute/labels';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** `blue`, `yellow` or `red`. */
    colour: { type: String, value: '' },
    /** Somebody's body is in danger: said beside the colour. */
    hasDanger: { type: Boolean, value: false },
  },

  data: { label: undefined as (typeof colourLabels)[Colour] | undefined },

  observers: {
    colour(colour: string) {
      this.setData({ label: colour in colourLabels ? colourLabels[colour as Colour] : undefined });
    },
  },
});
