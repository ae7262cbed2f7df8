import * as v from 'valibot';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { basisBy } from '../../../miniprogram/domain/dispute/security';
import { dayAndTime } from '../../../miniprogram/domain/time/format';
import { command } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id, moment, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** When, and in which words, somebody with an account said yes on the telephone. */
const heardSchema = v.object({ at: moment, words: text('他怎么说的', disputeLimits.words) });

/** Both are willing, and both know their rights and duties (人民调解法 第23、24条; 程序规定 第180–183条). */
export const acceptMediation = command('dispute.accept', {
  input: v.object({ id, hasRespondentAgreed: v.boolean(), hasApplicantAgreed: v.exactOptional(v.boolean()), isRightsNoticeRead: v.boolean(), heard: v.exactOptional(heardSchema) }),
  allow: involvedIn(disputes),
  async run(context, { hasRespondentAgreed, hasApplicantAgreed = false, isRightsNoticeRead, heard }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    if (!isRightsNoticeRead) throw badField('isRightsNoticeRead', '请先把权利和义务念给双方听。');
    const respondent = facts.respondent && hasRespondentAgreed ? { ...facts.respondent, consentedAt: facts.respondent.consentedAt ?? now } : facts.respondent;
    const applicant = hasApplicantAgreed ? { ...facts.applicant, consentedAt: facts.applicant.consentedAt ?? now } : facts.applicant;
    const accepted = { ...facts, applicant, acceptedAt: now, ...(respondent && { respondent, repliedAt: facts.repliedAt ?? now }) };
    const isOwnWord = facts.respondent?.id === undefined || facts.respondent.consentedAt !== undefined;
    await theCase.move('accept', { facts: accepted, ...(!isOwnWord && heard && { words: `${dayAndTime(heard.at)}电话里，被申请人说：${heard.words}`, isInternal: true }) });
    // The table has spoken first: only an officer hears whether the other side has an account.
    if (!isOwnWord) assertHeard(heard, facts, now);
    return summaryAfter(context, theCase);
  },
});

/** Nobody says yes for somebody who can say so himself: on the own phone, or in a call that is written down. */
function assertHeard(heard: { readonly at: number } | undefined, facts: DisputeFacts, now: number): void {
  if (!heard) {
    const message = '对方自己有账号，请他在手机上点“我愿意谈”。他是在电话里说的，请写明几点打的、他怎么说的。';
    throw new Refusal('REFUSED', { message, basis: basisBy('人民调解法 第17条', '180')(facts) });
  }
  if (heard.at > now || heard.at < (facts.invitedAt ?? 0)) throw badField('heard.at', '请写联系对方以后、现在以前的时间。');
}
