import * as v from 'valibot';
import type { DisputeRole } from '../../../typings/contract/dispute';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits, mostMembers } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { agreeWhenSigned } from '../effect';
import { disputes } from '../kind';
import { assertOwnSide, digestField, summaryAfter } from '../store';

const memberSchema = v.object({ name: text('姓名', disputeLimits.name), isRepresentative: v.boolean(), hasConsented: v.boolean(), hasAgreed: v.boolean() });

/** Everybody for whom a few speak, by name alone. The last one who agrees to a text that both have signed makes it hold. */
export const recordGroup = command('dispute.group', {
  input: v.object({
    id,
    side: v.picklist(sides),
    members: v.pipe(v.array(memberSchema), v.maxLength(mostMembers, `一方最多 ${mostMembers} 人。`)),
    digest: v.exactOptional(digestField),
  }),
  allow: involvedIn(disputes),
  async run(context, { side, members: told, digest }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    assertOwnSide(theCase.relations, side);
    if (side === 'respondent' && speaksForApplicant(theCase.relations)) throw new Refusal('FORBIDDEN', { message: '您替申请人说事，只能写申请人这一方。' });
    if (digest !== undefined && digest !== facts.agreement?.digest) throw new Refusal('CONFLICT', { message: '约定改过了，请把新内容念给大家听，再记谁同意。' });
    const members = told.map((member) => ({ ...member, hasAgreed: member.hasAgreed && facts.agreement !== undefined }));
    await theCase.move('group', { facts: { ...facts, groups: { ...facts.groups, [side]: members } } });
    await agreeWhenSigned(context, theCase);
    return summaryAfter(context, theCase);
  },
});

/** Whoever filed for the applicant, and does not handle it. */
function speaksForApplicant(relations: readonly DisputeRole[]): boolean {
  return relations.includes('agent') && !relations.includes('officer') && !relations.includes('mediator');
}
