import * as v from 'valibot';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter, unseenByApplicant } from '../store';

/** Apart from the other side; what was said is for staff alone, and with whom also for that side. */
export const contactParty = command('dispute.contact', {
  input: v.object({ id, words: text('联系情况', disputeLimits.words), side: v.exactOptional(v.picklist(sides)) }),
  allow: involvedIn(disputes),
  async run(context, { words, side }) {
    const { theCase } = context;
    const { facts, version } = theCase.document;
    await theCase.move('contact', { ...(side === 'respondent' && { facts: { ...facts, ...unseenByApplicant(facts, version) } }), words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
