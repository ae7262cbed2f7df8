import * as v from 'valibot';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Both are willing, and both know their rights and duties (人民调解法 第23、24条). */
export const acceptMediation = command('dispute.accept', {
  input: v.object({ id, hasRespondentAgreed: v.boolean(), hasApplicantAgreed: v.exactOptional(v.boolean()), isRightsNoticeRead: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { hasRespondentAgreed, hasApplicantAgreed = false, isRightsNoticeRead }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    if (!isRightsNoticeRead) throw badField('isRightsNoticeRead', '请先把权利和义务念给双方听。');
    const respondent = facts.respondent && hasRespondentAgreed ? { ...facts.respondent, consentedAt: facts.respondent.consentedAt ?? now } : facts.respondent;
    const applicant = hasApplicantAgreed ? { ...facts.applicant, consentedAt: facts.applicant.consentedAt ?? now } : facts.applicant;
    const accepted = { ...facts, applicant, acceptedAt: now, ...(respondent && { respondent, repliedAt: facts.repliedAt ?? now }) };
    await theCase.move('accept', { facts: accepted });
    return summaryAfter(context, theCase);
  },
});
