import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** The first of two officers: the document was seen, the guardian rung back at the stored number. The way for a barred person too. */
export const proposeException = command('childcare.proposeException', {
  input: v.object({ id, personId: id, name: text('姓名', childLimits.name), isDocumentSeen: v.boolean(), isRungBack: v.boolean(), words: text('怎么核对的', childLimits.words) }),
  allow: involvedIn(visits),
  async run(context, { personId, name, isDocumentSeen, isRungBack, words }) {
    const { theCase, db, caller, now } = context;
    const child = await db.get(collections.children, theCase.document.facts.childId);
    const exception = { personId, name, by: caller.id, isDocumentSeen, isRungBack, at: now, limits: child?.facts.barred.length ?? 0 };
    await theCase.move('proposeException', { facts: { ...theCase.document.facts, exception }, words, isInternal: true });
    return visitAfter(context, theCase);
  },
});
