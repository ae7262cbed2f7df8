import * as v from 'valibot';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Both are willing, and both know their rights and duties (人民调解法 第23、24条). */
export const acceptMediation = command('dispute.accept', {
  input: v.object({ id, hasRespondentAgreed: v.boolean(), isRightsNoticeRead: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { hasRespondentAgreed, isRightsNoticeRead }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    if (!isRightsNoticeRead) throw badField('isRightsNoticeRead', '请先把权利和义务念给双方听。');
    const respondent = facts.respondent && hasRespondentAgreed ? { ...facts.respondent, consentedAt: now } : facts.respondent;
    await theCase.move('accept', { facts: { ...facts, ...(respondent && { respondent }) } });
    return summaryAfter(context, theCase);
  },
});
