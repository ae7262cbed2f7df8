import type { Colour, DisputeView } from '../../../../typings/contract/dispute';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { stateLabels, remedies } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { complain, keepField, type FieldEvent } from '../form';
import { fewSimilar, formOf, gradingOf, inputOf, problemsOf, toldOf, trackChips, type Grading, type TriageForm } from './triage.view';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    tracks: trackChips,
    remedies,
    card: null as DisputeCard | null,
    told: null as ReturnType<typeof toldOf> | null,
    form: {} as TriageForm,
    grading: null as Grading | null,
    emptyNote: '',
    /** It was graded before. */
    isAgain: false,
    /** How many similar cases are shown. */
    shown: fewSimilar,
    isDeclining: false,
    declineReason: '',
  },

  id: '',
  draftKey: '',
  dispute: undefined as DisputeView | undefined,

  onLoad({ id = '' }): Promise<void> {
    this.id = id;
    this.draftKey = `triage:${id}`;
    return this.load();
  },

  onRetry(): Promise<void> {
    return this.load();
  },

  onPullDownRefresh(): Promise<void> {
    return this.load();
  },

  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
    if (this.dispute) this.setData({ grading: gradingOf(this.dispute, this.data.form) });
  },

  onSimilar({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    void wx.navigateTo({ url: currentTarget.dataset.page });
  },

  onAllSimilar() {
    this.setData({ shown: this.data.told?.similar.length ?? 0 });
  },

  async onTriage() {
    const { form, grading } = this.data;
    if (!grading || complain(this, problemsOf(form, grading))) return;
    const isSent = await act(this, 'triage', (attemptId) => call('dispute.triage', inputOf(this.id, form, grading), attemptId));
    if (isSent) this.goOn();
  },

  onOpenDecline() {
    this.setData({ isDeclining: true, problem: '' });
  },

  onDeclineVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (this.data.busy === '') this.setData({ isDeclining: detail.visible });
  },

  onCloseDecline() {
    this.onDeclineVisible({ detail: { visible: false } } as WechatMiniprogram.CustomEvent<{ visible: boolean }>);
  },

  onDeclineReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ declineReason: detail.value, 'problems.reason': '' });
  },

  /** The table grades before it declines: a dispute that nobody has looked at is not turned away. */
  async onDecline() {
    const { dispute } = this;
    const { form, grading, declineReason } = this.data;
    const reason = declineReason.trim();
    if (!grading || !dispute || complain(this, reason === '' ? { reason: '请写明为什么这里办不了。' } : {})) return;
    const isSent = await act(this, 'decline', async (attemptId) => {
      if (!dispute.moves.includes('decline')) await call('dispute.triage', inputOf(this.id, form, grading), `${attemptId}-first`);
      await call('dispute.decline', { id: this.id, reason }, attemptId);
    });
    if (isSent) this.goOn();
  },

  goOn() {
    dropDraft(this.draftKey);
    void wx.redirectTo({ url: `/features/dispute/progress/progress?id=${this.id}` });
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const { now, moves, state } = dispute;
      if (!moves.includes('triage')) return { status: 'empty', emptyNote: `现在是：${stateLabels[state]}` };
      const form = formOf(dispute, draftOf<TriageForm>(this.draftKey));
      const card = { ...disputeCardOf(dispute, now), excerpt: '', colour: '' as Colour | '' };
      this.dispute = dispute;
      return { card, form, told: toldOf(dispute), grading: gradingOf(dispute, form), isAgain: state !== 'submitted' };
    });
  },
});
