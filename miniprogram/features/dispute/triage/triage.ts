/** 分流台: colour, danger and track of what was told; a lead is asked about first; what is not for here goes elsewhere. */
import type { Colour, DisputeView } from '../../../../typings/contract/dispute';
import { disputeCardOf, storyPage, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, more, pageData, show } from '../../../platform/page';
import type { WayOut } from '../components/away-sheet/away-sheet';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { formOf, gradingOf, inputOf, partnerChips, problemsOf, toldOf, trackChips, type Grading, type TriageForm } from './triage.view';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    tracks: trackChips,
    card: null as DisputeCard | null,
    told: null as ReturnType<typeof toldOf> | null,
    form: {} as TriageForm,
    /** Nothing for a lead: nobody has told of anything yet. */
    grading: null as Grading | null,
    emptyNote: '',
    /** It was graded before. */
    isAgain: false,
    isLeaving: false,
    partners: [] as Chip[],
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

  async onLead({ detail }: WechatMiniprogram.CustomEvent<{ isAdopted: boolean }>) {
    if (detail.isAdopted) await this.load();
    else void wx.redirectTo({ url: storyPage(this.id) });
  },

  onMerged({ detail }: WechatMiniprogram.CustomEvent<{ intoId: string }>) {
    dropDraft(this.draftKey);
    void wx.redirectTo({ url: storyPage(detail.intoId) });
  },

  async onTriage() {
    const { form, grading } = this.data;
    if (!grading || complain(this, problemsOf(form, grading))) return;
    const isSent = await act(this, 'triage', (attemptId) => call('dispute.triage', inputOf(this.id, form, grading), attemptId));
    if (isSent) this.goOn();
  },

  async onLeave() {
    this.setData({ isLeaving: true, problem: '' });
    await more(this, async () => ({ partners: partnerChips(await call('dispute.helpers', { id: this.id })) }));
  },

  onStay() {
    this.setData({ isLeaving: false });
  },

  /** The table grades before it lets go: what nobody has looked at is neither turned away nor passed on. */
  async onWayOut({ detail: { way, unit, personId, words } }: WechatMiniprogram.CustomEvent<WayOut>) {
    const { form, grading } = this.data;
    const { dispute, id } = this;
    if (!grading || !dispute || complain(this, problemsOf(form, grading))) return;
    const isSent = await act(this, way, async (attemptId) => {
      if (!dispute.moves.includes(way)) await call('dispute.triage', inputOf(id, form, grading), `${attemptId}-first`);
      await (way === 'transfer' ? call('dispute.transfer', { id, unit, words, ...(personId !== '' && { personId }) }, attemptId) : call('dispute.decline', { id, reason: words }, attemptId));
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
      const isLead = moves.includes('dismissLead');
      if (!moves.includes('triage') && !isLead) return { status: 'empty', emptyNote: `现在是：${stateLabels[state]}` };
      const form = formOf(dispute, draftOf<TriageForm>(this.draftKey));
      const card = { ...disputeCardOf(dispute, now), excerpt: '', colour: '' as Colour | '' };
      this.dispute = dispute;
      return { card, form, told: toldOf(dispute), grading: isLead ? null : gradingOf(dispute, form), isAgain: state !== 'submitted' };
    });
  },
});
