import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { mayRing } from '../../../miniprogram/domain/dispute/relations';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id, messageId, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** The case stays as it is; who was told, by whom and how stands with the line. */
export const markCalled = command('dispute.called', {
  input: v.object({ id, call: messageId, words: text('怎么说的', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { id: caseId, call, words }) {
    const { theCase, caller, db, now } = context;
    if (!mayRing(theCase.relations)) throw new Refusal('FORBIDDEN');
    const message = await db.get(collections.messages, call);
    if (message?.push !== 'none' || message.ring?.caseId !== caseId) throw new Refusal('NOT_FOUND');
    if (!message.isRead) await db.replace(collections.messages, { ...message, isRead: true, rung: { by: caller.id, at: now, words } });
    return summaryAfter(context, theCase);
  },
});
