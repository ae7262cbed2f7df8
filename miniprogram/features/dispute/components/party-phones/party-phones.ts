/** The two parties, and a way to ring each. A number is asked for when it is needed: each look is on record. */
import type { PartyView, Side } from '../../../../../typings/contract/dispute';
import { sideLabels } from '../../../../domain/dispute/labels';
import { call } from '../../../../platform/call';
import { act, formData } from '../../../../platform/page';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** Of the dispute. */
    caseId: { type: String, value: '' },
    parties: { type: Array, value: [] as PartyView[] },
    /** `mayRing` of the reader's relations. */
    canRing: { type: Boolean, value: false },
  },

  data: { ...formData, labels: sideLabels },

  methods: {
    onRing({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { side: Side }>) {
      const { side } = currentTarget.dataset;
      return act(this, side, async (attemptId) => {
        const { phone } = await call('dispute.phone', { id: this.data.caseId, side }, attemptId);
        void wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
      });
    },
  },
});
