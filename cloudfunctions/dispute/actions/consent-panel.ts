import * as v from 'valibot';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnSide, summaryAfter } from '../store';

/** Each party agrees to those who help (人民调解法 第20条); for one without an account staff put it down. */
export const consentPanel = command('dispute.consentPanel', {
  input: v.object({ id, side: v.picklist(sides) }),
  allow: involvedIn(disputes),
  async run(context, { side }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    const { panel } = facts;
    assertOwnSide(theCase.relations, side);
    const isOwn = theCase.relations.includes(side);
    if (!isOwn && facts[side]?.id !== undefined) throw new Refusal('FORBIDDEN', { message: '这一方有账号，请本人在手机上点同意。', basis: '人民调解法 第20条' });
    const consents = panel && [...new Set([...panel.consents, side])];
    await theCase.move('consentPanel', {
      facts: { ...facts, ...(panel && consents && { panel: { ...panel, consents } }) },
      ...(!isOwn && { words: `${sideLabels[side]}当面说同意。` }),
    });
    return summaryAfter(context, theCase);
  },
});
