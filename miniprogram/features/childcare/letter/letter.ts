/** The letter of 请另一位监护人: whoever has the code and was told the word is a guardian from then on. */
import { childLimits } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { complain } from '../../../platform/form';
import { act, formData, type, type FieldEvent } from '../../../platform/page';
import { pages } from '../pages';

Page({
  data: {
    ...formData,
    most: childLimits,
    /** It came with a card; else it is typed. */
    isKnown: false,
    code: '',
    word: '',
  },

  onLoad({ code = '', scene = '' }) {
    const known = code || decodeURIComponent(scene); // a mini-program code brings it as the scene
    this.setData({ code: known, isKnown: known !== '' });
  },
  onType(event: FieldEvent) {
    type(this, event);
  },
  async onOpen() {
    const [code, word] = [this.data.code.trim(), this.data.word.trim()];
    if (complain(this, { ...(code === '' && { code: '请填邀请码，家里人转给您的那串字。' }), ...(word === '' && { word: '请填口令，家里人跟您说过的那个词。' }) })) return;
    await act(
      this,
      'join',
      async (attemptId) => {
        const { id } = await call('childcare.joinGuardian', { code, word }, attemptId);
        await wx.redirectTo({ url: pages.child(id) });
      },
      { phone: true },
    );
  },
});
