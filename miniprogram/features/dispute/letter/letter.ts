/** 邀请函 of a dispute: opened, the respondent reads what it is about and answers. */
import { goToStory } from '../../../components/dispute-card/to-story';
import { letterPage } from '../../../components/letter-page';
import { call } from '../../../platform/call';
import { answerPage } from '../pages';

letterPage({
  words: { asks: '想和您谈一件事', note: '想先听听您这边怎么说。谈不谈由您定，不收费。', opens: '填上口令就能看是什么事。' },
  open: goToStory,
  async read(code) {
    const { disputeId, ...letter } = await call('dispute.readInvitation', { code });
    return { ...letter, ...(disputeId !== undefined && { caseId: disputeId }) };
  },
  async bind(code, word, attemptId) {
    const { id, moves } = await call('dispute.bindInvitation', { code, word }, attemptId);
    if (moves.includes('consent')) await wx.redirectTo({ url: answerPage(id) });
    else goToStory(id);
  },
});
