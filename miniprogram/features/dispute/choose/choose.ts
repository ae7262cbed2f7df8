/** 选调解员: both parties may choose; the mediator who is asked then sets a time. */
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { call } from '../../../platform/call';
import { act, pageData, show } from '../../../platform/page';
import { mediatorRows, type MediatorRow } from './choose.view';

Page({
  data: { ...pageData, mediators: [] as MediatorRow[], chosen: '' },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
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
  async onAssign() {
    const { chosen } = this.data;
    if (chosen === '') return;
    await act(this, `assign:${chosen}`, async (attemptId) => {
      await call('dispute.assign', { id: this.id, mediatorId: chosen }, attemptId);
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
