import * as v from 'valibot';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { summaryAfter } from '../store';

/** Twice not put right, or an order's day has passed: to the department that can make them. */
export const escalateHazard = command('hazard.escalate', {
  input: v.object({ id, department: text('转给谁', hazardLimits.department), reason: text('理由', hazardLimits.words) }),
  allow: involvedIn(hazards),
  async run(context, { department, reason }) {
    const { theCase } = context;
    await theCase.move('escalate', { facts: { ...theCase.document.facts, department }, words: `${department}：${reason}` });
    return summaryAfter(context, theCase);
  },
});
