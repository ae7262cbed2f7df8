/** 不能接的人: police alone write it, staff alone read it. Its `change` says that the list is another now. */
import type { ChildView } from '../../../../../typings/contract/childcare';
import { childLimits } from '../../../../domain/childcare/policy';
import { call } from '../../../../platform/call';
import { act, type, type FieldEvent } from '../../../../platform/page';

type Bar = NonNullable<ChildView['barred']>[number];

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    childId: { type: String, value: '' },
    barred: { type: Array, value: [] as Bar[] },
    mayChange: { type: Boolean, value: false },
  },

  data: { status: 'ready' as const, problem: '', problems: {}, busy: '', most: childLimits, isOpen: false, lifted: null as Bar | null, name: '', reason: '' },

  methods: {
    onAdd() {
      this.setData({ isOpen: true, lifted: null, name: '', reason: '', problem: '', problems: {} });
    },
    onLift({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ isOpen: true, lifted: this.data.barred.find(({ id }) => id === currentTarget.dataset.id) ?? null, reason: '', problem: '', problems: {} });
    },
    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (this.data.busy === '') this.setData({ isOpen: detail.visible });
    },
    onType(event: FieldEvent) {
      type(this, event);
    },
    async onSend() {
      const { childId: id, lifted } = this.data;
      const [name, reason] = [this.data.name.trim(), this.data.reason.trim()];
      const problems = { ...(!lifted && name === '' && { name: '写清楚姓名。' }), ...(reason === '' && { reason: '写一句依据什么。' }) };
      this.setData({ problems });
      if (Object.keys(problems).length > 0) return;
      const send = (attemptId: string) =>
        lifted ? call('childcare.liftBar', { id, barId: lifted.id, reason }, attemptId) : call('childcare.bar', { id, name, reason }, attemptId);
      if (!(await act(this, lifted ? `lift:${lifted.id}` : 'bar', send))) return;
      this.setData({ isOpen: false });
      this.triggerEvent('change');
    },
  },
});
