import * as v from 'valibot';
import { activities, activityLabels } from '../../../miniprogram/domain/childcare/labels';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

export const noteActivity = command('childcare.activity', {
  input: v.object({ id, activity: v.picklist(activities, '请选在做什么。') }),
  allow: involvedIn(visits),
  async run(context, { activity }) {
    const { theCase, caller, now } = context;
    const { facts } = theCase.document;
    await theCase.move('activity', { facts: { ...facts, activities: [...facts.activities, { activity, at: now, by: caller.id }] }, words: activityLabels[activity] });
    return visitAfter(context, theCase);
  },
});
