/** 一起办: others are asked to help, many are written down, departments are called, the meeting's tasks, 催办. For staff. */
import type { DisputeView } from '../../../../typings/contract/dispute';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../platform/drafts';
import { act, leave, pageData, show } from '../../../platform/page';
import { panelCardOf, type PanelCard } from '../../../components/panel-card/panel-card.view';
import { complain } from '../../../platform/form';
import { tabsFor, type Tab } from '../../../components/panel-card/together.view';

Page({
  data: {
    ...pageData,
    tabs: [] as Chip[],
    tab: '',
    card: null as DisputeCard | null,
    dispute: null as Pick<DisputeView, 'id' | 'now' | 'panel' | 'groups' | 'parties' | 'whistles' | 'tasks'> | null,
    panel: null as PanelCard | null,
    may: { decide: false, finish: false, whistle: false, answer: false },
    hasText: false,
    words: '',
    limits: disputeLimits,
    emptyNote: '',
  },

  id: '',

  async onLoad({ id = '', tab = '' }) {
    this.id = id;
    this.setData({ tab, words: draftOf<{ words: string }>(`urge:${id}`).words ?? '' });
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onTab({ detail }: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.setData({ tab: detail.value, problem: '' });
  },
  /** Something was done in one of the parts. */
  async onDone() {
    await this.load();
    await wx.showToast({ title: '记下了', icon: 'none' });
  },
  async onStale() {
    await this.load();
  },

  onCover() {
    void wx.navigateTo({ url: `/features/dispute/choose/choose?id=${this.id}&cover=1` });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '', problems: {} });
    keepDraft(`urge:${this.id}`, { words: detail.value });
  },
  async onUrge() {
    const words = this.data.words.trim();
    if (complain(this, words === '' ? { words: '请写一句要催什么。' } : {})) return;
    if (!(await act(this, 'urge', (attemptId) => call('dispute.urge', { id: this.id, words }, attemptId)))) return;
    dropDraft(`urge:${this.id}`);
    await leave('催过了，已经告诉他');
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const { id, now, panel, groups, parties, whistles, tasks, moves, agreement, state } = dispute;
      const tabs = tabsFor(dispute);
      if (tabs.length === 0) return { status: 'empty', emptyNote: `现在是：${stateLabels[state]}` };
      const tab = tabs.find(({ value }) => value === this.data.tab)?.value ?? tabs[0]?.value;
      return {
        tabs,
        tab,
        card: { ...disputeCardOf(dispute, now), excerpt: '' },
        dispute: { id, now, panel: panel ?? null, groups, parties, whistles, tasks },
        panel: panelCardOf(dispute),
        may: { decide: moves.includes('decide'), finish: moves.includes('finishTask'), whistle: moves.includes('whistle'), answer: moves.includes('answerWhistle') },
        hasText: agreement !== undefined,
      };
    });
  },
});
