import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { stateLabels } from '../../../domain/dispute/labels';
import { call } from '../../../platform/call';
import { act, pageData, show } from '../../../platform/page';
import { myself } from '../../../platform/session';
import { daysAhead, proposalNote, proposedSlot, stillFree, type ChosenSlot, type SlotSearch } from '../components/slot-picker/slot-picker.view';
import { fetchCalendar } from '../fetch-calendar';
import { complain } from '../../../platform/form';
import { goToStory } from '../../../components/dispute-card/to-story';
import { earlierNote, searchFor, spokenSlot, weekDays, weekOf, weekSentence, type WeekDay } from './calendar.view';

Page({
  data: {
    ...pageData,
    isWeek: false,
    days: [] as WeekDay[],
    sentence: '',
    card: null as DisputeCard | null,
    search: null as SlotSearch | null,
    slot: null as ChosenSlot | null,
    chosen: '',
    note: '',
    /** The first time, the mediator says that he has no interest in the matter. */
    needsWord: false,
    isChange: false,
    hasNoConflict: false,
    emptyNote: '',
  },

  id: '',

  onLoad({ id = '' }) {
    this.id = id;
    this.setData({ isWeek: id === '' });
  },

  /** Every time: sessions that were opened from here may have moved. */
  onShow(): Promise<void> {
    return this.load();
  },

  onRetry(): Promise<void> {
    return this.load();
  },

  onPullDownRefresh(): Promise<void> {
    return this.load();
  },

  onSlot({ detail: { slot } }: WechatMiniprogram.CustomEvent<{ slot: ChosenSlot | null }>) {
    this.setData({ slot, chosen: spokenSlot(slot), problem: '' });
  },

  onConflictWord({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ hasNoConflict: detail.value, problem: '', 'problems.hasNoConflict': '' });
  },

  onSession({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    if (currentTarget.dataset.page !== '') void wx.navigateTo({ url: currentTarget.dataset.page });
  },

  async onSchedule() {
    const { slot, needsWord, hasNoConflict } = this.data;
    if (needsWord && !hasNoConflict) {
      complain(this, { hasNoConflict: '请先确认您和双方都没有利害关系。' });
      return;
    }
    if (!slot) return;
    const isDone = await act(this, `schedule:${slot.startAt}:${slot.room}`, (attemptId) => call('dispute.schedule', { id: this.id, ...slot, hasNoConflict: true }, attemptId));
    if (isDone) goToStory(this.id);
  },

  load(): Promise<void> {
    return show(this, () => (this.id === '' ? this.week() : this.times()));
  },

  /** The next days of somebody who mediates; of the whole post for others. */
  async week(): Promise<object> {
    const { id, roles } = await myself();
    const calendar = await fetchCalendar(weekDays, roles.includes('mediator') ? id : undefined);
    const days = weekOf(calendar, id);
    return { days, sentence: weekSentence(days) };
  },

  async times(): Promise<object> {
    const [dispute, calendar] = await Promise.all([call('dispute.open', { id: this.id }), fetchCalendar(daysAhead)]);
    const { moves, state, now } = dispute;
    if (!moves.includes('schedule')) return { status: 'empty', emptyNote: `现在是：${stateLabels[state]}` };
    const search = searchFor(dispute, calendar);
    // once somebody has looked around, nothing is chosen for him: a time that was taken meanwhile is simply gone
    const isChange = state === 'scheduled';
    const slot = this.data.search || isChange ? stillFree(search, this.data.slot) : (proposedSlot(search) ?? null);
    const note = isChange ? earlierNote(dispute) : proposalNote(search);
    return {
      card: { ...disputeCardOf(dispute, now), excerpt: '' }, search, slot, chosen: spokenSlot(slot), note, isChange, needsWord: state === 'assigned',
    }; // prettier-ignore
  },
});
