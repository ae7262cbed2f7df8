import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { childAfter, sealedNote } from '../children';
import { keepingChild } from '../policies';

export const completeChild = command('childcare.complete', {
  input: v.object({
    id,
    className: v.exactOptional(text('班级', childLimits.className)),
    allergy: v.exactOptional(text('过敏和要留意的', childLimits.allergy)),
    school: v.exactOptional(text('学校', childLimits.school)),
  }),
  allow: keepingChild,
  async run(context, { id: childId, className, allergy, school }) {
    const { record, childRoles } = context;
    const { facts } = record.document;
    const note = allergy === undefined ? undefined : sealedNote(childId, allergy);
    await record.move('complete', { facts: { ...facts, ...(className !== undefined && { className }), ...(school !== undefined && { school }), ...(note && { allergy: note }) } });
    return childAfter(context, record, childRoles);
  },
});
