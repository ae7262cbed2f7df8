/** 邀请函 of a hazard: opened, whoever has to put something right comes to it. */
import { hazardPage } from '../../../components/hazard-card/hazard-card.view';
import { letterPage } from '../../../components/letter-page';
import { call } from '../../../platform/call';

letterPage({
  words: { asks: '有一件事请您看', note: '看过以后，办到哪一步您可以自己说。', opens: '填上口令就能看。' },
  open: (id) => wx.redirectTo({ url: hazardPage(id) }),
  async read(code) {
    const { hazardId, ...letter } = await call('hazard.readInvitation', { code });
    return { ...letter, ...(hazardId !== undefined && { caseId: hazardId }) };
  },
  async bind(code, word, attemptId) {
    const { id } = await call('hazard.bindInvitation', { code, word }, attemptId);
    await wx.redirectTo({ url: hazardPage(id) });
  },
});
