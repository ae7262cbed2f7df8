import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { childAfter, familyWordIndex } from '../children';
import { keepingChild } from '../policies';
import { tellGuardians } from '../store';

/** 家庭暗号: a second factor that the child knows too, and never enough alone. Kept as a keyed hash. */
export const setFamilyWord = command('childcare.familyWord', {
  input: v.object({ id, word: text('家庭暗号', childLimits.familyWord) }),
  allow: keepingChild,
  async run(context, { id: childId, word }) {
    const { record, childRoles } = context;
    await record.move('setFamilyWord', { facts: { ...record.document.facts, familyWord: familyWordIndex(childId, word) } });
    await tellGuardians(context, record.document, `${record.document.facts.nickname}改了家庭暗号。不是您家的意思，请马上打警务室电话。`);
    return childAfter(context, record, childRoles);
  },
});
