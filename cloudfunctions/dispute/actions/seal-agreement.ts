import * as v from 'valibot';
import { paperOnly } from '../../../miniprogram/domain/dispute/guards';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { takeEffect } from '../effect';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** The mediator signs, on the phone or on the paper that is photographed, and the seal is on it: from here it holds (人民调解法 第29条; 程序规定 第184条). */
export const sealAgreement = command('dispute.seal', {
  input: v.object({ id, isSealed: v.boolean(), file: id }),
  allow: involvedIn(disputes),
  async run(context, { isSealed, file }) {
    const { theCase, db, caller, now } = context;
    const { _id, facts } = theCase.document;
    const { agreement } = facts;
    if (!isSealed) throw badField('isSealed', '盖好章，再记生效。');
    const isPaper = (await db.get(collections.files, file))?.kind === 'photo';
    const onPaper = paperOnly(facts);
    if (onPaper && !isPaper) throw new Refusal('REFUSED', onPaper);
    const [kept] = await attachFiles(context, _id, [file], isPaper ? 'photo' : 'signature');
    const sealed = agreement && kept && { ...agreement, seal: { at: now, by: caller.id, file, sha256: kept.sha256 }, effectiveAt: now };
    await theCase.move('seal', { facts: { ...facts, ...(sealed && { agreement: sealed }) } });
    await takeEffect(context, theCase);
    return summaryAfter(context, theCase);
  },
});
