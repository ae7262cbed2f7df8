/** 转给别的单位, and other cases that go with it; the unit, or an officer for it, says whether it takes it. Tells `done`. */
import { disputeLimits } from '../../../../domain/dispute/policy';
import { call } from '../../../../platform/call';
import { act, formData } from '../../../../platform/page';
import { myself } from '../../../../platform/session';
import { complain } from '../../../../platform/form';
import type { ElsewhereCard } from './elsewhere-card.view';

const answers = [{ value: 'taken', label: '接了' }, { value: 'returned', label: '不接，退回' }];

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    card: { type: Object, value: null as unknown as ElsewhereCard },
  },

  data: { ...formData, answers, answer: 'taken', receivedBy: '', words: '', limits: disputeLimits },

  observers: {
    /** Who answers for the own unit is the one who took it, until another name is typed. */
    async card(card: ElsewhereCard | null) {
      if (card?.isReceiver !== true || !card.canAnswer) return;
      const me = await myself().catch(() => undefined);
      const { receivedBy } = this.data;
      if (me && receivedBy === '') this.setData({ receivedBy: me.name });
    },
  },

  methods: {
    /** 值班的人 took it: the unit is known. */
    onTaker({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { taker: string }>) {
      this.setData({ receivedBy: currentTarget.dataset.taker, 'problems.receivedBy': '', problem: '' });
    },
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>) {
      const { field } = currentTarget.dataset;
      this.setData({ [field]: detail.value, [`problems.${field}`]: '', problem: '' });
    },
    onPage({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      if (currentTarget.dataset.page !== '') void wx.navigateTo({ url: currentTarget.dataset.page });
    },

    async onAnswer() {
      const { caseId: id, answer } = this.data;
      const [receivedBy, words] = [this.data.receivedBy.trim(), this.data.words.trim()];
      const isTaken = answer === 'taken';
      if (complain(this, isTaken ? (receivedBy === '' ? { receivedBy: '请写谁接的。' } : {}) : words === '' ? { words: '请写为什么不接。' } : {})) return;
      const isDone = await act(this, answer, (attemptId) =>
        isTaken ? call('dispute.acknowledge', { id, receivedBy, ...(words !== '' && { words }) }, attemptId) : call('dispute.return', { id, reason: words }, attemptId),
      );
      if (isDone) this.load();
    },
    /** Also when somebody was quicker. */
    load() {
      this.triggerEvent('done');
    },
  },
});
