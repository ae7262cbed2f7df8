/** Rows of people who may be rung: one number at a time. */
import { call } from '../../../../platform/call';
import { act } from '../../../../platform/page';
import type { PhoneRow } from './phone-rows.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    childId: { type: String, value: '' },
    rows: { type: Array, value: [] as PhoneRow[] },
  },

  data: { status: 'ready' as const, problem: '', problems: {}, busy: '' },

  methods: {
    async onRing({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { who: string }>) {
      const { who } = currentTarget.dataset;
      await act(this, `ring:${who}`, async (attemptId) => {
        const { phone } = await call('childcare.phone', { childId: this.data.childId, who }, attemptId);
        void wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
      });
    },
  },
});
