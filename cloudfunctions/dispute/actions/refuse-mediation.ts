import * as v from 'valibot';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnSide, summaryAfter } from '../store';

export const refuseMediation = command('dispute.refuse', {
  input: v.object({ id, side: v.picklist(sides), reason: v.exactOptional(text('原因', disputeLimits.reason)) }),
  allow: involvedIn(disputes),
  async run(context, { side, reason }) {
    const { theCase, now } = context;
    const { relations, document: { facts } } = theCase;
    assertOwnSide(relations, side);
    const isOwn = relations.includes(side);
    const words = isOwn ? reason : `${sideLabels[side]}不愿意。${reason ?? ''}`; // whose word staff put down, for staff
    const answered = side === 'respondent' ? { ...facts, repliedAt: facts.repliedAt ?? now } : facts;
    await theCase.move('refuse', { facts: answered, ...(words !== undefined && { words }) });
    return summaryAfter(context, theCase);
  },
});
