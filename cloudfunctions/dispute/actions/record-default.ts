import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { clauseIndex, withClause } from '../clauses';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const recordDefault = command('dispute.default', {
  input: v.object({ id, clause: clauseIndex, words: text('情况', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { clause, words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    await theCase.move('default', { facts: withClause(facts, clause, { state: 'broken', settledAt: now }), words });
    await theCase.moveBySystem('conclude');
    return summaryAfter(context, theCase);
  },
});
