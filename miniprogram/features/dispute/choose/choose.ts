/** 选调解员: both parties may choose; the mediator who is asked then sets a time. 换人: staff choose another who goes on. */
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { call } from '../../../platform/call';
import { disputeLimits } from '../../../domain/dispute/policy';
import { act, pageData, show } from '../../../platform/page';
import { complain } from '../../../platform/form';
import { mediatorRows, type MediatorRow } from './choose.view';

Page({
  data: { ...pageData, mediators: [] as MediatorRow[], chosen: '', isCover: false, reason: '', limits: disputeLimits },

  id: '',

  async onLoad({ id = '', cover }) {
    this.id = id;
    this.setData({ isCover: cover === '1' });
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onChoose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.setData({ chosen: currentTarget.dataset.id, problems: {} });
  },
  async onAct() {
    await (this.data.isCover ? this.cover() : this.assign());
  },
  onReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '', problems: {} });
  },

  async assign() {
    const { chosen } = this.data;
    if (chosen === '') return;
    await act(this, `assign:${chosen}`, async (attemptId) => {
      await call('dispute.assign', { id: this.id, mediatorId: chosen }, attemptId);
      this.toStory();
    });
  },

  /** The hour that was booked is given back, and both are told. */
  async cover() {
    const { chosen } = this.data;
    const reason = this.data.reason.trim();
    if (chosen === '' || complain(this, reason === '' ? { reason: '请写一句为什么换人。' } : {})) return;
    await act(this, `cover:${chosen}`, async (attemptId) => {
      await call('dispute.cover', { id: this.id, mediatorId: chosen, reason }, attemptId);
      this.toStory();
    });
  },

  /** Back to the story that one came from; it shows what is new. */
  toStory() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: storyPage(this.id) });
  },
  load(): Promise<void> {
    return show(this, async () => {
      const { mediators } = await call('dispute.mediators', { id: this.id });
      const { chosen } = this.data;
      const isStillThere = mediators.some(({ id }) => id === chosen);
      return { mediators: mediatorRows(mediators), chosen: isStillThere ? chosen : '', status: mediators.length > 0 ? 'ready' : 'empty' };
    });
  },
});
