import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import type { DisputeRole } from '../../../typings/contract/dispute';
import { isClaimed } from '../../../miniprogram/domain/dispute/claims';
import type { Clause } from '../../../miniprogram/domain/dispute/facts';
import { dueOfClause } from '../../../miniprogram/domain/dispute/guards';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { clauseAt, clauseIndex, withClause, withDenial } from '../clauses';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** A promise was not kept; or the other side's word that it was is not so, and before its day it is open again. */
export const recordDefault = command('dispute.default', {
  input: v.object({ id, clause: clauseIndex, words: text('情况', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { clause, words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const promise = clauseAt(facts, clause);
    const isDenied = isClaimed(promise) && (promise.state === 'broken' || now < dueOfClause(promise));
    if (promise.state === 'open' && !isDenied) assertDayIsOver(theCase.relations, promise, now);
    await theCase.move('default', { facts: isDenied ? withDenial(facts, clause) : withClause(facts, clause, { state: 'broken', settledAt: now }), words });
    await theCase.moveBySystem('conclude');
    return summaryAfter(context, theCase);
  },
});

/** A party calls a promise broken when its day is over; a mediator who hears that it will not be kept may say so before. */
function assertDayIsOver(relations: readonly DisputeRole[], clause: Clause, now: number): void {
  const isParty = relations.includes('applicant') || relations.includes('respondent');
  if (isParty && now < dueOfClause(clause)) throw new Refusal('INVALID_MOVE', { message: '说好的日子还没到，到了再说没做到。' });
}
