import * as v from 'valibot';
import { termsLabels, waysToTerms } from '../../../miniprogram/domain/dispute/law';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Both came to terms elsewhere, kept to it, and asked in writing together: recognized, police do not punish (程序规定 第186条). */
export const recognizeSettlement = command('dispute.recognize', {
  input: v.object({
    id,
    by: v.picklist(waysToTerms, '请选怎么和解的。'),
    terms: text('怎么说好的', disputeLimits.words),
    haveBothApplied: v.boolean(),
    isPerformed: v.boolean(),
    file: id,
    isRecognized: v.boolean(),
    reason: v.exactOptional(text('理由', disputeLimits.reason)),
  }),
  allow: involvedIn(disputes),
  async run(context, { id: _id, reason, ...settled }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const { isRecognized, by, terms } = settled;
    const heard = { ...facts, settlement: { ...settled, at: now } };
    const said = `${termsLabels[by]}：${terms}${reason === undefined ? '' : `\n${reason}`}`;
    await theCase.move(isRecognized ? 'recognize' : 'notRecognize', { facts: isRecognized ? { ...heard, closedAt: now } : heard, words: said });
    if (!isRecognized && reason === undefined) throw badField('reason', '不认可的，请写明理由。');
    await attachFiles(context, _id, [settled.file], 'photo');
    return summaryAfter(context, theCase);
  },
});
