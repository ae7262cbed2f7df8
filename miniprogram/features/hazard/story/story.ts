/** 隐患进展: how far it has come, what happens next, item by item, and what this person may do now. */
import { call, CallError } from '../../../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { SpokenError } from '../../../platform/sentences';
import { hazardLimits } from '../../../domain/hazard/policy';
import { departmentTiles, problemsIn, sheetWords, storyView, type SheetName, type StoryView } from './story.view';

Page({
  data: {
    ...pageData,
    view: null as StoryView | null,
    /** It has just been handed in. */
    isNew: false,
    most: hazardLimits,
    departments: departmentTiles,
    sheetWords,
    sheet: null as SheetName | null,
    department: '',
    reason: '',
    disputeNumber: '',
  },

  id: '',

  onLoad({ id = '', isNew }) {
    this.id = id;
    this.setData({ isNew: isNew === '1' });
  },
  async onShow() {
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  async onGo({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    if (currentTarget.dataset.page !== '') await wx.navigateTo({ url: currentTarget.dataset.page });
  },
  async onPrimary() {
    await wx.navigateTo({ url: this.data.view?.primary?.page ?? '' });
  },
  async onSecond() {
    await wx.navigateTo({ url: this.data.view?.second.page ?? '' });
  },
  onSheet({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { name: SheetName }>) {
    this.setData({ sheet: currentTarget.dataset.name, problem: '', problems: {} });
  },
  onClose() {
    if (this.data.busy === '') this.setData({ sheet: null, problem: '', problems: {} });
  },
  onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.onClose();
  },
  onType(event: FieldEvent) {
    type(this, event);
  },
  async onSend() {
    const { sheet } = this.data;
    if (!sheet) return;
    const problems = problemsIn(sheet, this.data);
    this.setData({ problems });
    if (Object.keys(problems).length > 0 || !(await act(this, sheet, (attemptId) => this.send(sheet, attemptId)))) return;
    this.setData({ sheet: null });
    await this.load();
  },

  send(sheet: SheetName, attemptId: string): Promise<unknown> {
    const { department, reason, disputeNumber } = this.data;
    if (sheet === 'link') return call('hazard.link', { id: this.id, disputeNumber: disputeNumber.trim() }, attemptId);
    if (sheet === 'escalate') return call('hazard.escalate', { id: this.id, department, reason: reason.trim() }, attemptId);
    return call('hazard.revokeInvitation', { id: this.id, reason: reason.trim() }, attemptId);
  },
  load(): Promise<void> {
    return show(this, async () => ({ view: storyView(await call('hazard.open', { id: this.id }).catch(sayWhoMaySee)) }));
  },
});

/** Whether there is such a hazard is not for everybody to know. */
function sayWhoMaySee(error: unknown): never {
  const isUnknown = error instanceof CallError && error.failure?.code === 'NOT_FOUND';
  throw isUnknown ? new SpokenError('只有报的人、整改的人和经办人能看。') : error;
}
