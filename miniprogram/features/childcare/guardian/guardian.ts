/** 请另一位监护人进来: a card with a code, and a word that is said. The code is shown this once. */
import { childLimits } from '../../../domain/childcare/policy';
import { groupedCode, letterPicture, proposedWord } from '../../../domain/letter/word';
import { call } from '../../../platform/call';
import { complain } from '../../../platform/form';
import { act, formData, type, type FieldEvent } from '../../../platform/page';
import { pages } from '../pages';
import { kinshipTiles, ownNames, personOf } from '../people.view';
import { problemsWith, shareTitle, untilWords } from './guardian.view';

Page({
  data: {
    ...formData,
    tiles: kinshipTiles,
    most: childLimits,
    name: '',
    kinship: '',
    phone: '',
    word: proposedWord((below) => Math.floor(Math.random() * below)),
    /** What was made just now; nothing else has the code. */
    code: '',
    groups: '',
    until: '',
  },

  id: '',

  onLoad({ id = '' }) {
    this.id = id;
    wx.hideShareMenu({ fail: () => undefined }); // without a code there is nothing to hand on
  },
  onType(event: FieldEvent) {
    type(this, event);
  },
  async onMake() {
    const { name, kinship, phone, word } = this.data;
    const form = { name, kinship, phone };
    if (complain(this, problemsWith(form, word))) return;
    const isMade = await act(this, 'make', async (attemptId) => {
      const { code, expiresAt } = await call('childcare.addGuardian', { id: this.id, guardian: personOf(form), word: word.trim() }, attemptId);
      this.setData({ code, groups: groupedCode(code), until: untilWords(expiresAt), word: word.trim() });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => undefined });
    });
    if (!isMade) this.setData({ problems: ownNames(this.data.problems) });
  },
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: shareTitle, path: pages.letter(this.data.code), imageUrl: letterPicture };
  },
  async onCopy() {
    await wx.setClipboardData({ data: this.data.code });
  },
  onDone() {
    void wx.navigateBack();
  },
});
