import * as v from 'valibot';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { withSession } from '../held';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const sitDown = command('dispute.sit', {
  input: v.object({ id, isSafe: v.boolean(), isGuardianTold: v.exactOptional(v.boolean()) }),
  allow: involvedIn(disputes),
  async run(context, { isSafe, isGuardianTold = false }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    if (!isSafe) throw badField('isSafe', '不安全就先不要见面，请联系民警。');
    const security = facts.security && { ...facts.security, isGuardianTold: facts.security.isGuardianTold || isGuardianTold };
    await theCase.move('sit', { facts: withSession({ ...facts, ...(security && { security }) }, now) });
    return summaryAfter(context, theCase);
  },
});
