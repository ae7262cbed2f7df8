import * as v from 'valibot';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { raised } from '../../../miniprogram/domain/dispute/grading';
import { securityRetry } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { workCalendar } from '../../_kit/workdays';
import { disputes } from '../kind';
import { chosenMediator } from '../mediators';
import { summaryAfter } from '../store';

/** Once more, when both want to. What was drafted the first time is void, and the thirty days begin anew. */
export const retryMediation = command('dispute.retry', {
  input: v.object({ id, areBothWilling: v.boolean(), mediatorId: v.exactOptional(id) }),
  allow: involvedIn(disputes),
  async run(context, { areBothWilling, mediatorId }) {
    const { theCase, db, now } = context;
    const { agreement: _void, session: _past, extension: _spent, handling, ...facts } = theCase.document.facts;
    if (!areBothWilling) throw badField('areBothWilling', '要双方都愿意，才能再谈一次。');
    const chosen = mediatorId ?? facts.mediator?.id;
    const mediator = chosen === undefined ? undefined : await chosenMediator(db, facts, chosen, now);
    const anew = { ...facts, ...(await timesOf(facts, now)), colour: raised(facts.colour, facts), ...(mediator && { mediator }), ...(handling?.decidedOn !== undefined && { handling }) }; // what was only meant to be done is void
    await theCase.move('retry', { facts: anew });
    return summaryAfter(context, theCase);
  },
});

/** The people's track counts from today; police finish within 7 workdays of the first time (程序规定 第183条). */
async function timesOf({ track, retries = 0, held = [] }: DisputeFacts, now: number): Promise<Partial<DisputeFacts>> {
  if (track !== 'security') return { retries: retries + 1, acceptedAt: now, extendedDays: 0 };
  const first = held.find(({ isByPolice }) => isByPolice);
  const retryUntil = (await workCalendar(now)).endOfWorkday(first?.startAt ?? now, securityRetry.workdays);
  return { retries: retries + 1, retryUntil };
}
