import * as v from 'valibot';
import { command } from '../../_kit/action';
import type { User } from '../../_kit/collections';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { willing } from '../respondent';
import { summaryAfter } from '../store';

/** 我愿意谈, by somebody who knows the rights and duties (人民调解法 第23、24条). */
export const consentInvitation = command('dispute.consent', {
  input: v.object({ id, isRightsNoticeRead: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { isRightsNoticeRead }) {
    const { theCase, caller, now } = context;
    const { _id, facts } = theCase.document;
    if (!isRightsNoticeRead) throw badField('isRightsNoticeRead', '请先看权利和义务，再点愿意。');
    const respondent = facts.respondent && willing(_id, facts.respondent, caller.user as User, now); // a party of a case has an account
    await theCase.move('consent', { facts: { ...facts, ...(respondent && { respondent }), repliedAt: facts.repliedAt ?? now } });
    return summaryAfter(context, theCase);
  },
});
