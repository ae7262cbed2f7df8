import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { clauseAt, clauseIndex, withClaim, withClause } from '../clauses';
import { disputes } from '../kind';
import { photosSchema, summaryAfter } from '../store';

/** The other side or the mediator says that it was kept; whoever promised says so with a photograph, and the other side is asked. */
export const proveClause = command('dispute.prove', {
  input: v.object({ id, clause: clauseIndex, words: text('怎么做到的', disputeLimits.words), photos: v.exactOptional(photosSchema) }),
  allow: involvedIn(disputes),
  async run(context, { clause, words, photos = [] }) {
    const { theCase, now } = context;
    const { _id, facts } = theCase.document;
    const isOwn = theCase.relations.includes(clauseAt(facts, clause).side);
    if (isOwn) await theCase.move('claim', { facts: withClaim(facts, clause, photos, now), words });
    else await theCase.move('prove', { facts: withClause(facts, clause, { state: 'kept', settledAt: now, photos }), words });
    await attachFiles(context, _id, photos, 'photo');
    await theCase.moveBySystem('conclude');
    return summaryAfter(context, theCase);
  },
});
