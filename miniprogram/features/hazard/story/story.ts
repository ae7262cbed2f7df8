/** 隐患进展: how far it has come, what happens next, item by item, and what this person may do now. */
import { call, CallError } from '../../../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { SpokenError } from '../../../platform/sentences';
import { hazardLimits } from '../../../domain/hazard/policy';
import { departmentTiles, storyView, type SheetName, type StoryView } from './story.view';

Page({
  data: {
    ...pageData,
    view: null as StoryView | null,
    /** It has just been handed in. */
    isNew: false,
    most: hazardLimits,
    departments: departmentTiles,
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
    const { sheet, department, reason, disputeNumber } = this.data;
    const problems = sheet === 'escalate' ? { ...(department === '' && { department: '请选转给谁。' }), ...(reason.trim() === '' && { reason: '请写一句为什么。' }) } : disputeNumber.trim() === '' ? { disputeNumber: '请写纠纷的编号，例如 桂花27。' } : {};
    this.setData({ problems });
    if (!sheet || Object.keys(problems).length > 0) return;
    const isDone = await act(this, sheet, (attemptId) =>
      sheet === 'escalate'
        ? call('hazard.escalate', { id: this.id, department, reason: reason.trim() }, attemptId)
        : call('hazard.link', { id: this.id, disputeNumber: disputeNumber.trim() }, attemptId),
    );
    if (!isDone) return;
    this.setData({ sheet: null });
    await this.load();
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
