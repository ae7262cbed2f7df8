/** 请对方自己来看: staff choose a word, say it, and hand over the card. The code is shown this once. */
import { hazardLimits } from '../../../domain/hazard/policy';
import { letterPicture, proposedWord } from '../../../domain/letter/word';
import { call } from '../../../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { beforeDay } from '../days.view';
import { letterPage, shareTitle, standingOf, whyNot } from './invite.view';

Page({
  data: {
    ...pageData,
    most: hazardLimits,
    name: '',
    standing: '',
    emptyNote: '',
    word: proposedWord((below) => Math.floor(Math.random() * below)),
    /** What was made just now. */
    code: '',
    until: '',
  },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
    wx.hideShareMenu({ fail: () => undefined }); // without a code there is nothing to hand on
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onType(event: FieldEvent) {
    type(this, event);
  },
  async onMake() {
    const word = this.data.word.trim();
    if (word.length < 2) {
      this.setData({ problems: { word: '口令至少两个字。' } });
      return;
    }
    await act(this, 'make', async (attemptId) => {
      const { code, expiresAt } = await call('hazard.makeInvitation', { id: this.id, word }, attemptId);
      this.setData({ code, word, until: beforeDay(expiresAt) });
    });
  },
  async onCopy() {
    await wx.setClipboardData({ data: this.data.code });
  },
  async onDone() {
    await wx.navigateBack();
  },
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: shareTitle, path: letterPage(this.data.code), imageUrl: letterPicture };
  },

  async load() {
    await show(this, async () => {
      const hazard = await call('hazard.open', { id: this.id });
      const emptyNote = this.data.code === '' ? whyNot(hazard) : '';
      if (emptyNote !== '') return { status: 'empty', emptyNote };
      return { name: hazard.responsible?.name ?? '', standing: standingOf(hazard) };
    });
  },
});
