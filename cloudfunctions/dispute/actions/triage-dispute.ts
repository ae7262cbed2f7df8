import * as v from 'valibot';
import { isLowered, proposeColour } from '../../../miniprogram/domain/dispute/grading';
import { colours, tracks } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { dangerSchema, summaryAfter } from '../store';

export const triageDispute = command('dispute.triage', {
  input: v.object({
    id,
    colour: v.picklist(colours, '请选颜色。'),
    danger: dangerSchema,
    track: v.picklist(tracks, '请选处理方式。'),
    reason: v.exactOptional(text('理由', disputeLimits.reason)),
  }),
  allow: involvedIn(disputes),
  async run(context, { colour, danger, track, reason }) {
    const { theCase } = context;
    const facts = { ...theCase.document.facts, colour, danger, track };
    const proposed = proposeColour(facts).colour;
    if (isLowered(colour, proposed) && reason === undefined) throw badField('reason', '比建议的颜色低，请写明理由。');
    await theCase.move('triage', { facts, isInternal: reason !== undefined, ...(reason !== undefined && { words: reason }) });
    return summaryAfter(context, theCase);
  },
});
