/** Six digits with one thumb. Its `change` carries what was typed so far. */
import { codes } from '../../../../domain/childcare/policy';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    value: { type: String, value: '' },
    problem: { type: String, value: '' },
  },

  data: {
    places: Array.from({ length: codes.digits }, (_, place) => place),
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', 'back'],
  },

  methods: {
    onKey({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      const { key } = currentTarget.dataset;
      const { value } = this.data;
      const typed = key === 'back' ? value.slice(0, -1) : `${value}${key}`.slice(0, codes.digits);
      if (typed !== value) this.triggerEvent('change', { value: typed });
    },
  },
});
