import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { mayRing } from '../../../miniprogram/domain/dispute/relations';
import { command } from '../../_kit/action';
import { collections, type Message } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id, messageId, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** What is told in one call. */
const MOST = 50;

/** The case stays as it is; who was told, by whom and how stands with each line. Where nobody picked up, the lines stay. */
export const markCalled = command('dispute.called', {
  input: v.object({
    id,
    calls: v.pipe(v.array(messageId), v.minLength(1, '请选打的是哪个电话。'), v.maxLength(MOST, `一次最多 ${MOST} 条。`)),
    isReached: v.boolean(),
    words: text('怎么说的', disputeLimits.words),
  }),
  allow: involvedIn(disputes),
  async run(context, { id: caseId, calls, isReached, words }) {
    const { theCase, caller, db, now } = context;
    if (!mayRing(theCase.relations)) throw new Refusal('FORBIDDEN');
    const missed = (line: Message): Message => ({ ...line, missed: { times: (line.missed?.times ?? 0) + 1, at: now, by: caller.id } });
    for (const call of new Set(calls)) {
      const line = await db.get(collections.messages, call);
      if (line?.push !== 'none' || line.ring?.caseId !== caseId) throw new Refusal('NOT_FOUND');
      if (!line.isRead) await db.replace(collections.messages, isReached ? { ...line, isRead: true, rung: { by: caller.id, at: now, words } } : missed(line));
    }
    return summaryAfter(context, theCase);
  },
});
