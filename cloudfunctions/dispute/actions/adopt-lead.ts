import * as v from 'valibot';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { toldBefore } from '../similar';
import { agreedPersonSchema, partyOf, personSchema, summaryAfter } from '../store';

/** A party agrees, and only from then on it is a dispute that others in office see. */
export const adoptLead = command('dispute.adoptLead', {
  input: v.object({ id, applicant: agreedPersonSchema, respondent: v.exactOptional(personSchema) }),
  allow: involvedIn(disputes),
  async run(context, { applicant, respondent }) {
    const { theCase, now } = context;
    const { _id, facts } = theCase.document;
    const { isLead: _noMore, ...kept } = facts;
    const teller = partyOf(_id, 'applicant', applicant, applicant.hasAgreed ? now : undefined);
    const adopted = {
      ...kept,
      ...(await toldBefore(facts, teller, now, _id)),
      applicant: teller,
      ...(respondent && { respondent: { ...partyOf(_id, 'respondent', respondent), isAsTold: true } }),
    };
    await theCase.move('adoptLead', { facts: adopted });
    return summaryAfter(context, theCase);
  },
});
