/** The four questions about danger; once one is yes, 110 is one tap away. Its `change` carries all four answers. */
import type { DangerAnswers } from '../../../typings/contract/dispute';
import { hasDanger } from '../../domain/dispute/grading';
import { dangerRows, noDanger } from './danger-questions.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    value: { type: Object, value: noDanger },
    /** Words in the telling that make one ask. */
    hint: { type: String, value: '' },
  },

  data: { questions: dangerRows, isDanger: false },

  observers: {
    value(value: DangerAnswers | null) {
      this.setData({ isDanger: value !== null && hasDanger(value) }); // null before the page has its answers
    },
  },

  methods: {
    onAnswer({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { key: string }>) {
      this.triggerEvent('change', { value: { ...this.data.value, [currentTarget.dataset.key]: detail.value } });
    },

    onAlarm() {
      void wx.makePhoneCall({ phoneNumber: '110', fail: () => undefined });
    },
  },
});
