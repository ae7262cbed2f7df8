import * as v from 'valibot';
import type { Side } from '../../../typings/contract/dispute';
import type { DisputeFacts, Signature } from '../../../miniprogram/domain/dispute/facts';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { command } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { agreeWhenSigned } from '../effect';
import { disputes } from '../kind';
import { digestField, summaryAfter } from '../store';

const ways = ['phone', 'paper', 'spoken'] as const;
/** What the mediator saw or heard. */
const recorded = { paper: '在纸上签了，拍了照。', spoken: '当面说同意。' } as const;

/** A party signs for itself on the phone; paper and word of mouth are the mediator's to record. An oral one holds with the last. */
export const signAgreement = command('dispute.sign', {
  input: v.object({
    id,
    digest: digestField,
    side: v.picklist(sides),
    how: v.picklist(ways),
    file: v.exactOptional(id),
  }),
  allow: involvedIn(disputes),
  async run(context, { digest, side, how, file }) {
    const { theCase, now } = context;
    const { _id, facts } = theCase.document;
    assertSigner(theCase.relations, side, how);
    if (facts.agreement && facts.agreement.digest !== digest) throw new Refusal('CONFLICT', { message: '约定改过了，请看过新内容再签。' });
    if (how !== 'spoken' && file === undefined) throw badField('file', how === 'phone' ? '请先签名。' : '请拍一张签好的纸。');
    const [kept] = file === undefined ? [] : await attachFiles(context, _id, [file], how === 'phone' ? 'signature' : 'photo');
    const signature = { side, at: now, how, digest, ...(kept && { file: kept._id, sha256: kept.sha256 }) };
    await theCase.move('sign', { facts: withSignature(facts, signature), ...(how !== 'phone' && { words: `${sideLabels[side]}${recorded[how]}` }) });
    await agreeWhenSigned(context, theCase);
    return summaryAfter(context, theCase);
  },
});

/** One signature a side: a later one replaces it. */
function withSignature(facts: DisputeFacts, signature: Signature): DisputeFacts {
  const { agreement } = facts;
  if (!agreement) return facts;
  return { ...facts, agreement: { ...agreement, signatures: [...agreement.signatures.filter(({ side }) => side !== signature.side), signature] } };
}

function assertSigner(relations: readonly string[], side: Side, how: (typeof ways)[number]): void {
  const isOwn = relations.includes(side);
  if (how === 'phone' ? isOwn : relations.includes('mediator')) return;
  throw new Refusal('FORBIDDEN', { message: '手机上只能由本人签；纸上签的和口头同意的，由调解员来记。' });
}
