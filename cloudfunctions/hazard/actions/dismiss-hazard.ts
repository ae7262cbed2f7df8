import * as v from 'valibot';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { summaryAfter } from '../store';

/** Looked at, and it is none: whoever told of it reads why. */
export const dismissHazard = command('hazard.dismiss', {
  input: v.object({ id, reason: text('为什么不算', hazardLimits.words) }),
  allow: involvedIn(hazards),
  async run(context, { reason }) {
    await context.theCase.move('dismiss', { words: reason });
    return summaryAfter(context, context.theCase);
  },
});
