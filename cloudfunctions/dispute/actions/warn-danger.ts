import * as v from 'valibot';
import type { DangerAnswers, Side } from '../../../typings/contract/dispute';
import { dangerOf, sideOfReader, warnedBy } from '../../../miniprogram/domain/dispute/danger';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { hasDanger, isDangerCleared, raised } from '../../../miniprogram/domain/dispute/grading';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnSide, dangerSchema, refuseRepeats, summaryAfter, unseenByApplicant } from '../store';

/** What was told of stays told of: here danger is added alone. What the respondent tells stays his and staff's, as the applicant's stays the applicant's. */
export const warnDanger = command('dispute.warn', {
  input: v.object({ id, danger: dangerSchema, words: text('看到什么', disputeLimits.words), side: v.exactOptional(v.picklist(sides)) }),
  allow: involvedIn(disputes),
  async run(context, { danger, words, side: about }) {
    const { theCase } = context;
    const { relations, document } = theCase;
    const { state } = document;
    const { calledOff: _told, ...facts } = document.facts;
    if (about) assertOwnSide(relations, about);
    const own = sideOfReader(relations);
    const side = own ?? about ?? 'applicant';
    if (!isDangerCleared(danger, own ? dangerOf(facts, own) : facts.danger)) await refuseRepeats(context, theCase); // what is new is always heard
    const warned = hasDanger(danger) ? keptApart(document.version, facts, side, danger, own !== undefined) : { ...facts, danger };
    const calledOff = state === 'scheduled' ? facts.session?.startAt : undefined;
    await theCase.move('warn', { facts: { ...(isMeeting(state) ? asBeforeTalks(warned) : warned), ...(calledOff !== undefined && { calledOff }) }, words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});

/** Whatever was agreed about the colour was agreed before anybody knew. */
function keptApart(version: number, before: DisputeFacts, side: Side, more: DangerAnswers, isOwnWord: boolean): DisputeFacts {
  const { lowered: _beforeIt, lowering: _unheard, ...facts } = before;
  const warned = { ...facts, ...warnedBy(facts, side, more, isOwnWord), ...(side === 'respondent' && unseenByApplicant(facts, version)) };
  return { ...warned, ...(facts.colour && { colour: raised(facts.colour, warned) }) };
}

function isMeeting(state: string): boolean {
  return ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'].includes(state);
}

/** Nobody meets, and what was said under danger binds nobody; the mediator still hears of it. */
function asBeforeTalks({ session: _off, agreement: _void, extension: _over, acceptedAt: _ended, respondent, ...facts }: DisputeFacts): DisputeFacts {
  const { consentedAt: _askedAnew, ...other } = respondent ?? {};
  return { ...facts, ...(respondent && { respondent: { ...other, name: respondent.name } }) };
}
