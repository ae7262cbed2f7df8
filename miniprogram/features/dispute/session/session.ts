import type { DisputeView } from '../../../../typings/contract/dispute';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { remediesOf, stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, more, pageData, show } from '../../../platform/page';
import { nextSearch } from '../calendar/calendar.view';
import { fetchCalendar } from '../fetch-calendar';
import { daysAhead, stillFree, type ChosenSlot, type SlotSearch } from '../components/slot-picker/slot-picker.view';
import { complain, keep, keepField, type FieldEvent } from '../../../platform/form';
import { goToStory } from '../../../components/dispute-card/to-story';
import { finishSession, sittingOf } from './session.deeds';
import { actions, emptyForm, meetingOf, openings, outcomeTiles, problemsOf, recordProblems, safetyTiles, stepOf, withOpening, type SessionForm } from './session.view';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    safetyTiles,
    outcomeTiles,
    openings,
    actions,
    remedies: remediesOf({}),
    card: null as DisputeCard | null,
    meeting: null as ReturnType<typeof meetingOf> | null,
    step: 'before',
    safety: '',
    form: emptyForm,
    search: null as SlotSearch | null,
    slot: null as ChosenSlot | null,
    emptyNote: '',
  },

  id: '',
  draftKey: '',
  dispute: undefined as DisputeView | undefined,

  onLoad({ id = '' }): Promise<void> {
    this.id = id;
    this.draftKey = `session:${id}`;
    this.setData({ form: { ...emptyForm, ...draftOf<SessionForm>(this.draftKey) } });
    return this.load();
  },

  onRetry(): Promise<void> {
    return this.load();
  },
  onSafety({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ safety: detail.value });
  },

  onAlarm() {
    void wx.makePhoneCall({ phoneNumber: '110', fail: () => undefined });
  },

  onMove() {
    void wx.redirectTo({ url: `/features/dispute/calendar/calendar?id=${this.id}` });
  },

  async onSit() {
    if (await act(this, 'sit', (attemptId) => call('dispute.sit', sittingOf(this.id, this.data.form), attemptId))) await this.load();
  },

  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
  },

  onOpening({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { words: string }>) {
    keep(this, this.draftKey, { record: withOpening(this.data.form.record, currentTarget.dataset.words) });
  },

  onDone() {
    if (!complain(this, recordProblems(this.data.form))) this.setData({ step: 'after', problem: '' });
  },

  onBack() {
    this.setData({ step: 'talk', problem: '' });
  },

  onOutcome(event: FieldEvent) {
    keepField(this, this.draftKey, event);
    return event.detail.value === 'again' && !this.data.search ? this.times() : undefined;
  },

  onSlot({ detail }: WechatMiniprogram.CustomEvent<{ slot: ChosenSlot | null }>) {
    this.setData({ slot: detail.slot, problem: '' });
  },

  async onFinish() {
    const { form, slot } = this.data;
    if (complain(this, problemsOf(form, slot))) return;
    const isDone = await act(this, `${form.outcome}:${slot?.startAt ?? ''}`, (attemptId) => finishSession(this.id, form, slot, attemptId));
    if (!isDone) return form.outcome === 'again' ? this.times() : undefined;
    dropDraft(this.draftKey);
    if (form.outcome !== 'agreed') return goToStory(this.id);
    return void wx.redirectTo({ url: `/features/dispute/agreement/agreement?id=${this.id}` });
  },

  /** Which times are free for the next one. */
  times(): Promise<void> {
    return more(this, async () => {
      const calendar = await fetchCalendar(daysAhead);
      const search = this.dispute ? nextSearch(this.dispute, calendar) : null;
      return { search, slot: search && stillFree(search, this.data.slot) };
    });
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const step = stepOf(dispute);
      if (!step) return { status: 'empty', emptyNote: `现在是：${stateLabels[dispute.state]}` };
      this.dispute = dispute;
      const isWritten = step === 'talk' && this.data.step === 'after'; // somebody else took the hour: only the time is chosen anew
      return { card: { ...disputeCardOf(dispute, dispute.now), excerpt: '' }, meeting: meetingOf(dispute), remedies: remediesOf(dispute), step: isWritten ? 'after' : step };
    });
  },
});
