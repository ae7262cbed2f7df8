/** 邀请: whoever has to put something right opens it with the word that staff said, and comes to the hazard. */
import { invitation } from '../../../domain/dispute/policy';
import { hazardLimits } from '../../../domain/hazard/policy';
import { hazardPage } from '../../../components/hazard-card/hazard-card.view';
import { call } from '../../../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { letterView, missingIn, type LetterView } from './letter.view';

Page({
  data: {
    ...pageData,
    most: hazardLimits,
    view: null as LetterView | null,
    /** Typed off a note, when no card led here. */
    asksForCode: false,
    code: '',
    word: '',
  },

  async onLoad({ code = '', scene = '' }) {
    const given = code || decodeURIComponent(scene); // a printed code of WeChat brings it as the scene
    this.setData({ code: given, asksForCode: given === '' });
    await this.load();
  },
  async onRetry() {
    await this.load();
  },

  onType(event: FieldEvent) {
    type(this, event);
  },
  onCall() {
    void wx.makePhoneCall({ phoneNumber: this.data.view?.phone ?? '', fail: () => undefined });
  },
  async onOpen() {
    const [code, word] = [this.data.code.trim(), this.data.word.trim()];
    const problems = missingIn(code, word);
    this.setData({ problems });
    if (Object.keys(problems).length > 0) return;
    const isIn = await act(this, 'bind', async (attemptId) => {
      const { id } = await call('hazard.bindInvitation', { code, word }, attemptId);
      await wx.redirectTo({ url: hazardPage(id) });
    });
    if (isIn || this.data.asksForCode) return;
    const { problem, problems: wrong } = this.data;
    await this.load(); // how many tries are left
    this.setData({ problem, problems: wrong });
  },

  async load() {
    await show(this, async () => {
      if (this.data.asksForCode) return {};
      const letter = await call('hazard.readInvitation', { code: this.data.code });
      if (letter.state === 'mine' && letter.hazardId !== undefined) await wx.redirectTo({ url: hazardPage(letter.hazardId) });
      return { view: letterView(letter, invitation.tries) };
    });
  },
});
