/** 愿不愿意谈: what it is about, rights and duties, and an answer. A no needs no reason, and ends it at once. */
import { call } from '../../../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { askToTell } from '../../../platform/subscribe';
import type { DeedGiven } from '../components/deed-sheet/deed-sheet';
import { noticesOf, type Notice } from '../rights';
import { goToStory } from '../../../components/dispute-card/to-story';
import { answerView, refusing, unread, type AnswerView, type Refusing } from './answer.view';

Page({
  data: {
    ...pageData,
    notices: [] as readonly Notice[],
    view: null as AnswerView | null,
    isRead: false,
    /** The sheet of 不愿意, while it is open. */
    deed: null as Refusing | null,
    words: '',
  },

  id: '',

  onLoad({ id = '' }) {
    this.id = id;
  },
  /** Every time: what was told on the page of its own shows here. */
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

  onRead(event: FieldEvent) {
    this.setData({ problem: '' });
    type(this, event);
  },
  async onWilling() {
    const { isRead, view } = this.data;
    if (!isRead) {
      this.setData({ problems: { isRead: unread } });
      void wx.pageScrollTo({ selector: '#unread', offsetTop: -200, duration: 150, fail: () => undefined });
      return;
    }
    await askToTell('progress', 'session');
    await act(this, 'consent', async (attemptId) => {
      await call('dispute.consent', { id: this.id, isRightsNoticeRead: isRead }, attemptId);
      goToStory(this.id);
    }, { phone: view?.hasPhone === false }); // prettier-ignore
  },

  onRefuse() {
    this.setData({ deed: refusing, problem: '' });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value });
  },
  onClose() {
    this.setData({ deed: null, problem: '' });
  },
  async onSend({ detail }: WechatMiniprogram.CustomEvent<DeedGiven>) {
    const reason = detail.words.trim();
    await act(this, 'refuse', async (attemptId) => {
      await call('dispute.refuse', { id: this.id, side: 'respondent', ...(reason !== '' && { reason }) }, attemptId);
      goToStory(this.id); // it shows which other ways there are
    });
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      if (!dispute.moves.includes('consent') || dispute.parties.some(({ isMe, hasConsented }) => isMe && hasConsented)) goToStory(this.id); // answered already
      return { view: answerView(dispute), notices: noticesOf(dispute) };
    });
  },
});
