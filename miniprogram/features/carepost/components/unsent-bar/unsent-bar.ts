/** 未发出 2 条: quietly there while something waits; what the server refused is said until it was read. */
import type { Unsent } from '../../../../domain/childcare/taps';
import { forgetRefused, takeBack } from '../../unsent';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    unsent: { type: Object, value: null as unknown as Unsent },
  },

  data: { isOpen: false },

  methods: {
    onToggle() {
      this.setData({ isOpen: !this.data.isOpen });
    },
    onTakeBack({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      takeBack(currentTarget.dataset.id);
      this.triggerEvent('change');
    },
    onAgain() {
      this.triggerEvent('change');
    },
    onRead() {
      forgetRefused();
      this.triggerEvent('change');
    },
  },
});
