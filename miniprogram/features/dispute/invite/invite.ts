/** 邀请对方: a card or a door note with a code, and a word that is said. The code is shown this once. */
import { disputeLimits } from '../../../domain/dispute/policy';
import { groupedCode, letterPicture, proposedWord } from '../../../domain/letter/word';
import { call } from '../../../platform/call';
import { openDocument } from '../../../platform/documents';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import type { DeedGiven } from '../components/deed-sheet/deed-sheet';
import { goToStory } from '../../../components/dispute-card/to-story';
import { inputOf, inviteView, letterPage, problemsOf, revoking, shareTitle, untilWords, usual, ways, type InviteView, type Revoking } from './invite.view';

Page({
  data: {
    ...pageData,
    most: disputeLimits,
    ways,
    view: null as InviteView | null,
    channel: usual,
    word: proposedWord((below) => Math.floor(Math.random() * below)),
    name: '',
    phone: '',
    /** What was made just now; nothing else has the code. */
    code: '',
    groups: '',
    until: '',
    /** The sheet of 收回邀请, while it is open. */
    deed: null as Revoking | null,
    words: '',
  },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
    wx.hideShareMenu({ fail: () => undefined }); // without a code there is nothing to hand on
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onType(event: FieldEvent) {
    type(this, event);
  },
  async onMake() {
    const { view, channel, word, name, phone } = this.data;
    const given = { channel, word, name, phone };
    const problems = problemsOf(given, view?.isKnown === true);
    this.setData({ problems });
    if (Object.keys(problems).length > 0) return;
    await act(this, 'make', async (attemptId) => {
      const { code, expiresAt } = await call('dispute.makeInvitation', inputOf(this.id, given, view?.isKnown === true), attemptId);
      this.setData({ code, groups: groupedCode(code), word: word.trim(), until: untilWords(expiresAt) });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => undefined });
    });
  },
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: shareTitle, path: letterPage(this.data.code), imageUrl: letterPicture };
  },
  async onNote() {
    await act(this, 'note', async () => openDocument(await call('papers.doorNote', { id: this.id, code: this.data.code })));
  },
  async onCopy() {
    await wx.setClipboardData({ data: this.data.code });
  },
  onDone() {
    goToStory(this.id);
  },

  onRevoke() {
    this.setData({ deed: revoking, problem: '' });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value });
  },
  onClose() {
    this.setData({ deed: null, problem: '' });
  },
  async onSend({ detail }: WechatMiniprogram.CustomEvent<DeedGiven>) {
    await act(this, `revoke:${this.data.code}`, async (attemptId) => {
      await call('dispute.revokeInvitation', { id: this.id, reason: detail.words.trim() }, attemptId);
      this.setData({ deed: null, words: '', code: '' });
      await this.load();
    });
  },

  load(): Promise<void> {
    return show(this, async () => {
      const view = inviteView(await call('dispute.open', { id: this.id }));
      return { view, status: view.whyNot === '' || this.data.code !== '' ? 'ready' : 'empty' };
    });
  },
});
