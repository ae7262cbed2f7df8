import * as v from 'valibot';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits, mostMembers } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { agreeWhenSigned } from '../effect';
import { disputes } from '../kind';
import { assertOwnSide, summaryAfter } from '../store';

const memberSchema = v.object({ name: text('姓名', disputeLimits.name), isRepresentative: v.boolean(), hasConsented: v.boolean(), hasAgreed: v.boolean() });

/** Everybody for whom a few speak, by name alone. The last one who agrees to a text that both have signed makes it hold. */
export const recordGroup = command('dispute.group', {
  input: v.object({ id, side: v.picklist(sides), members: v.pipe(v.array(memberSchema), v.maxLength(mostMembers, `一方最多 ${mostMembers} 人。`)) }),
  allow: involvedIn(disputes),
  async run(context, { side, members: told }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    assertOwnSide(theCase.relations, side);
    const members = told.map((member) => ({ ...member, hasAgreed: member.hasAgreed && facts.agreement !== undefined }));
    await theCase.move('group', { facts: { ...facts, groups: { ...facts.groups, [side]: members } } });
    await agreeWhenSigned(context, theCase);
    return summaryAfter(context, theCase);
  },
});
