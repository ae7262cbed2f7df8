import * as v from 'valibot';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { basisBy } from '../../../miniprogram/domain/dispute/security';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnWord, summaryAfter } from '../store';

/** Each party agrees to those who help (人民调解法 第20条; 程序规定 第182条); for one without an account staff put it down. */
export const consentPanel = command('dispute.consentPanel', {
  input: v.object({ id, side: v.picklist(sides) }),
  allow: involvedIn(disputes),
  async run(context, { side }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    const { panel } = facts;
    assertOwnWord(theCase.relations, facts, side, basisBy('人民调解法 第20条', '182')(facts));
    const isOwn = theCase.relations.includes(side);
    const consents = panel && [...new Set([...panel.consents, side])];
    await theCase.move('consentPanel', {
      facts: { ...facts, ...(panel && consents && { panel: { ...panel, consents } }) },
      ...(!isOwn && { words: `${sideLabels[side]}当面说同意。` }),
    });
    if (!facts[side]) throw badField('side', '还不知道对方是谁，先联系上再问。');
    return summaryAfter(context, theCase);
  },
});
