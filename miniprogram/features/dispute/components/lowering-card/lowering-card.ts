/** 降颜色: one proposes, another sees who and why, and agrees or not. Tells `done` when something changed. */
import type { Colour, DangerAnswers } from '../../../../../typings/contract/dispute';
import { disputeLimits } from '../../../../domain/dispute/policy';
import { call } from '../../../../platform/call';
import { act, formData } from '../../../../platform/page';
import { complain } from '../../../../platform/form';
import { dangerAfter, emptyForm, problemsOf, type LoweringCard } from './lowering-card.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    colour: { type: String, value: '' },
    card: { type: Object, value: null as unknown as LoweringCard },
  },

  data: { ...formData, isOpen: false, form: emptyForm, isGone: {}, limits: disputeLimits, why: '' },

  methods: {
    onOpen() {
      this.setData({ isOpen: !this.data.isOpen, problem: '', problems: {} });
    },
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: unknown }, object, { field: string }>) {
      this.setData({ [currentTarget.dataset.field]: detail.value, 'problems.colour': '', 'problems.reason': '', problem: '' });
    },
    onDanger({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { danger: keyof DangerAnswers }>) {
      const { danger } = currentTarget.dataset;
      const others = this.data.form.gone.filter((each) => each !== danger);
      const gone = detail.value ? [...others, danger] : others;
      this.setData({ 'form.gone': gone, isGone: Object.fromEntries(gone.map((each) => [each, true])), 'problems.colour': '', problem: '' });
    },

    async onPropose() {
      const { form, card, caseId: id } = this.data;
      const current = (this.data.colour || 'blue') as Colour;
      if (complain(this, problemsOf(form, card, current))) return;
      const input = { id, colour: form.colour || current, danger: dangerAfter(card.danger, form.gone), reason: form.reason.trim() };
      if (!(await act(this, 'propose', (attemptId) => call('dispute.proposeLower', input, attemptId)))) return;
      this.setData({ isOpen: false, form: emptyForm, isGone: {} });
      this.load();
    },
    async onAgree() {
      await this.answer(true);
    },
    async onKeep() {
      await this.answer(false);
    },

    async answer(isAgreed: boolean) {
      const reason = this.data.why.trim();
      const seen = this.data.card.pending?.seen;
      const input = { id: this.data.caseId, isAgreed, ...(reason !== '' && { reason }), ...(seen !== undefined && { seen }) };
      if (!(await act(this, isAgreed ? 'agree' : 'keep', (attemptId) => call('dispute.lower', input, attemptId)))) return;
      this.setData({ why: '' });
      this.load();
    },
    /** Also when somebody was quicker. */
    load() {
      this.triggerEvent('done');
    },
  },
});
