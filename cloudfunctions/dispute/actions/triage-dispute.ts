import * as v from 'valibot';
import { agreedFloor, floorOf, isDangerCleared, isLowered } from '../../../miniprogram/domain/dispute/grading';
import { colours, tracks } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { dangerSchema, securitySchema, summaryAfter } from '../store';

export const triageDispute = command('dispute.triage', {
  input: v.object({
    id,
    colour: v.picklist(colours, '请选颜色。'),
    danger: dangerSchema,
    track: v.picklist(tracks, '请选处理方式。'),
    security: v.exactOptional(securitySchema),
    reason: v.exactOptional(text('理由', disputeLimits.reason)),
    seen: v.exactOptional(v.pipe(v.number(), v.integer())),
  }),
  allow: involvedIn(disputes),
  async run(context, { colour, danger, track, security, reason, seen }) {
    const { theCase } = context;
    if (seen !== undefined) await theCase.assertUnmoved(seen);
    const { security: _asWas, lowering: _ofAnother, ...before } = theCase.document.facts;
    const facts = { ...before, colour, danger, track, ...(track === 'security' && security && { security }) };
    await theCase.move('triage', { facts, isInternal: reason !== undefined, ...(reason !== undefined && { words: reason }) });
    // The table has spoken first: only an officer hears what stands in the way.
    if (before.colour === 'red' && colour !== 'red') throw new Refusal('INVALID_MOVE', { message: '红色的事不能由一个人降级。' });
    if (isDangerCleared(before.danger, danger)) throw new Refusal('INVALID_MOVE', { message: '说过有危险的，要两个人同意才能改成没有。' });
    if (reason === undefined && isLowered(colour, floorOf(agreedFloor(facts), before.colour))) throw badField('reason', '比建议的颜色低，请写明理由。');
    return summaryAfter(context, theCase);
  },
});
