/** 案发情况: when, where, why, how and with what result an act took place; `change` carries the whole form. */
import { disputeLimits } from '../../../../domain/dispute/policy';
import { dayWords } from '../../../../domain/time/last-days';
import { emptyOccurrence, type OccurrenceForm } from './occurrence-fields.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    value: { type: Object, value: emptyOccurrence },
    /** As `occurrence.place`. */
    problems: { type: Object, value: {} },
    /** The last day: nothing to come has happened. */
    today: { type: String, value: '' },
  },

  data: { most: disputeLimits.occurrence, words: '' },

  observers: {
    value(value: OccurrenceForm | null) {
      this.setData({ words: dayWords(value?.day ?? '') });
    },
  },

  methods: {
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>) {
      this.triggerEvent('change', { value: { ...this.data.value, [currentTarget.dataset.field]: detail.value } });
    },
  },
});
