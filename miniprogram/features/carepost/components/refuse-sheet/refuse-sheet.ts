/** Not now: quiet for whoever stands there, and police come. Its `refuse` carries the reason, which staff alone read. */
import { childLimits } from '../../../../domain/childcare/policy';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    problem: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },

  data: { most: childLimits.reason, isOpen: false, reason: '' },

  methods: {
    onOpen() {
      this.setData({ isOpen: true });
    },
    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!this.data.busy) this.setData({ isOpen: detail.visible });
    },
    onReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: detail.value });
    },
    onRefuse() {
      this.triggerEvent('refuse', { reason: this.data.reason.trim() || '没有核对上' });
    },
  },
});
