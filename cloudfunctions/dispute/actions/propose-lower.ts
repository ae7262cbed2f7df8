import * as v from 'valibot';
import type { DangerAnswers } from '../../../typings/contract/dispute';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { isDangerCleared, isLowered, proposeColour } from '../../../miniprogram/domain/dispute/grading';
import { colours } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { dangerSchema, summaryAfter } from '../store';

/** A yellow one is taken down by one named person; a red one or a danger waits for a second. */
export const proposeLower = command('dispute.proposeLower', {
  input: v.object({ id, colour: v.picklist(colours, '请选颜色。'), danger: dangerSchema, reason: text('理由', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { colour, danger, reason }) {
    const { theCase, caller } = context;
    const { facts } = theCase.document;
    const said = { words: reason, isInternal: true };
    if (needsTwo(facts, danger)) {
      const lowering = { colour, danger, reason, by: caller.id, byName: caller.user?.facts.name ?? '' };
      await theCase.move('proposeLower', { ...said, facts: { ...facts, lowering } });
    } else {
      await theCase.move('lower', { ...said, facts: { ...facts, colour, lowered: { colour, by: [caller.id], neededTwo: false } } });
    }
    // The table has spoken first: only an officer hears what is wrong with it.
    if (isDangerCleared(danger, facts.danger)) throw badField('danger', '这里只能减少，新看到的危险请点“有危险”。');
    if (!isDangerCleared(facts.danger, danger) && !isLowered(colour, facts.colour ?? 'blue')) throw badField('colour', '请选比现在低的颜色。');
    return summaryAfter(context, theCase);
  },
});

function needsTwo(facts: DisputeFacts, danger: DangerAnswers): boolean {
  return facts.colour === 'red' || proposeColour(facts).colour === 'red' || isDangerCleared(facts.danger, danger);
}
