import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { levelOfSettler } from '../levels';
import { occurrenceSchema, summaryAfter } from '../store';

/** 当场调解 of a minor act, agreed to and done on the spot (程序规定 第178条). */
export const settleByPolice = command('dispute.settleByPolice', {
  input: v.object({
    id,
    course: text('经过', disputeLimits.story),
    occurrence: occurrenceSchema,
    terms: text('怎么说好的', disputeLimits.words),
    haveBothAgreed: v.boolean(),
    isClear: v.boolean(),
    isLossUndisputed: v.boolean(),
    isPerformed: v.boolean(),
    proof: v.picklist(['paper', 'recording'], '请选留了什么凭证。'),
    file: v.exactOptional(id),
    recording: v.exactOptional(text('录音录像存在哪里', disputeLimits.occurrence)),
  }),
  allow: involvedIn(disputes),
  async run(context, { id: _id, haveBothAgreed, ...spot }) {
    const { theCase, caller, now } = context;
    const { facts } = theCase.document;
    const agreed = haveBothAgreed ? { consentedAt: now } : {};
    const settled = {
      ...facts,
      applicant: { ...facts.applicant, ...agreed },
      ...(facts.respondent && { respondent: { ...facts.respondent, ...agreed } }),
      mediator: { id: caller.id, name: caller.user?.facts.name ?? '', hasDeclared: true },
      ...levelOfSettler(caller, facts.place),
      spot,
      closedAt: now,
    };
    await theCase.move('settleByPolice', { facts: settled, words: spot.terms });
    if (spot.file !== undefined) await attachFiles(context, _id, [spot.file], 'photo');
    return summaryAfter(context, theCase);
  },
});
