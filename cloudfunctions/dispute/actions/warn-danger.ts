import * as v from 'valibot';
import type { DangerAnswers } from '../../../typings/contract/dispute';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { hasDanger, isDangerCleared, raised } from '../../../miniprogram/domain/dispute/grading';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { dangerSchema, refuseRepeats, summaryAfter } from '../store';

/** What was told of stays told of: here danger is added alone. */
export const warnDanger = command('dispute.warn', {
  input: v.object({ id, danger: dangerSchema, words: text('看到什么', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { danger, words }) {
    const { theCase } = context;
    const { state, facts } = theCase.document;
    if (!isDangerCleared(danger, facts.danger)) await refuseRepeats(context, theCase); // what is new is always heard
    const warned = hasDanger(danger) ? keptApart(facts, danger) : { ...facts, danger };
    await theCase.move('warn', { facts: isMeeting(state) ? asBeforeTalks(warned) : warned, words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});

/** Whatever was agreed about the colour was agreed before anybody knew. */
function keptApart({ lowered: _beforeIt, lowering: _unheard, ...facts }: DisputeFacts, danger: DangerAnswers): DisputeFacts {
  const both = {
    isHurt: facts.danger.isHurt || danger.isHurt,
    isThreatened: facts.danger.isThreatened || danger.isThreatened,
    isChildAtRisk: facts.danger.isChildAtRisk || danger.isChildAtRisk,
    isHomeViolence: facts.danger.isHomeViolence || danger.isHomeViolence,
  };
  return { ...facts, danger: both, ...(facts.colour && { colour: raised(facts.colour, { ...facts, danger: both }) }) };
}

function isMeeting(state: string): boolean {
  return ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'].includes(state);
}

/** Nobody meets, and what was said under danger binds nobody; the mediator still hears of it. */
function asBeforeTalks({ session: _off, agreement: _void, extension: _over, acceptedAt: _ended, respondent, ...facts }: DisputeFacts): DisputeFacts {
  const { consentedAt: _askedAnew, ...other } = respondent ?? {};
  return { ...facts, ...(respondent && { respondent: { ...other, name: respondent.name } }) };
}
