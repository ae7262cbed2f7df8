/** 所里看板: what is stuck and with whom, and what became of a month's cases. */
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { act, pageData, show } from '../../../platform/page';
import { complain } from '../../../platform/form';
import { boardView, type BoardView, type StuckCase } from './board.view';

const URGING = '请今天办一步，办了说一声。';

Page({
  data: {
    ...pageData,
    most: disputeLimits.reason,
    view: null as BoardView | null,
    /** Whose urging sheet is open. */
    urged: null as StuckCase | null,
    words: URGING,
    /** What was urged a moment ago. */
    done: '',
  },

  month: '',

  async onLoad() {
    await this.load();
  },

  async onRetry() {
    await this.load();
  },

  async onPullDownRefresh() {
    await this.load();
  },

  async onMonth({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { month: string }>) {
    this.month = currentTarget.dataset.month;
    await this.load();
  },

  onCase({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    void wx.navigateTo({ url: currentTarget.dataset.page });
  },

  onUrge({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const cases = this.data.view?.stuck.flatMap((group) => group.cases) ?? [];
    this.setData({ urged: cases.find(({ id }) => id === currentTarget.dataset.id) ?? null, words: URGING, problem: '', done: '' });
  },

  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '', problems: {} });
  },

  onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.onClose();
  },

  onClose() {
    if (this.data.busy === '') this.setData({ urged: null, problem: '' });
  },

  async onSend() {
    const { urged } = this.data;
    const words = this.data.words.trim();
    if (!urged || complain(this, words === '' ? { words: '请写一句，办的人看得到。' } : {})) return;
    if (!(await act(this, `urge:${urged.id}`, (attemptId) => call('dispute.urge', { id: urged.id, words }, attemptId)))) return;
    this.setData({ urged: null, done: `催过了：${urged.number}` });
    await this.load();
  },

  async load() {
    await show(this, async () => ({ view: boardView(await call('dispute.board', this.month === '' ? {} : { month: this.month })) }));
  },
});
