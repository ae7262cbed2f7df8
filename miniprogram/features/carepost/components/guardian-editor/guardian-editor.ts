/** 改监护人: police alone, as a court has decided, with the ground. Its `change` says that the list is another now. */
import { childLimits } from '../../../../domain/childcare/policy';
import { call } from '../../../../platform/call';
import { act, type, type FieldEvent } from '../../../../platform/page';
import type { PhoneRow } from '../phone-rows/phone-rows.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    childId: { type: String, value: '' },
    guardians: { type: Array, value: [] as PhoneRow[] },
  },

  data: { status: 'ready' as const, problem: '', problems: {}, busy: '', most: childLimits, gone: null as PhoneRow | null, reason: '' },

  methods: {
    onRemoving({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { who: string }>) {
      this.setData({ gone: this.data.guardians.find(({ who }) => who === currentTarget.dataset.who) ?? null, reason: '', problem: '', problems: {} });
    },
    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible && this.data.busy === '') this.setData({ gone: null });
    },
    onType(event: FieldEvent) {
      type(this, event);
    },
    async onSend() {
      const { childId: id, gone } = this.data;
      const reason = this.data.reason.trim();
      const problems = { ...(reason === '' && { reason: '写一句依据什么。' }) };
      this.setData({ problems });
      if (!gone || reason === '') return;
      if (!(await act(this, `remove:${gone.who}`, (attemptId) => call('childcare.removeGuardian', { id, who: gone.who, reason }, attemptId)))) return;
      this.setData({ gone: null });
      this.triggerEvent('change');
    },
  },
});
