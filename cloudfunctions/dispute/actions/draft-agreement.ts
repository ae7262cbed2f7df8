import * as v from 'valibot';
import { agreementForms, sides } from '../../../miniprogram/domain/dispute/labels';
import { groupsAskedAnew } from '../../../miniprogram/domain/dispute/panel';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { digest } from '../../_kit/audit';
import { count, day, id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { assertReadBack } from '../held';
import { disputes } from '../kind';
import { occurrenceSchema, photosSchema, summaryAfter } from '../store';

const clauseSchema = v.object({
  side: v.picklist(sides, '请选谁来做。'),
  what: text('做什么', disputeLimits.clause),
  byDay: day,
  proof: text('怎么算做到', disputeLimits.clause),
});

/** A new text voids the signatures under the old one. */
export const draftAgreement = command('dispute.draft', {
  input: v.object({
    id,
    form: v.picklist(agreementForms, '请选书面还是口头。'),
    facts: text('主要事实', disputeLimits.story),
    clauses: v.pipe(v.array(clauseSchema), v.maxLength(disputeLimits.clauses, `最多 ${disputeLimits.clauses} 条。`)),
    unsettled: v.exactOptional(text('没谈成的部分', disputeLimits.words)),
    disputed: v.exactOptional(text('争议的地方', disputeLimits.words)),
    responsibility: v.exactOptional(text('各自的责任', disputeLimits.words)),
    copies: v.exactOptional(count('份数', disputeLimits.copies)),
    occurrence: v.exactOptional(occurrenceSchema),
    photos: v.exactOptional(photosSchema),
    isReadBack: v.exactOptional(v.boolean()),
  }),
  allow: involvedIn(disputes),
  async run(context, { id: _id, photos = [], isReadBack = false, ...text }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    assertReadBack(photos, isReadBack);
    const clauses = text.clauses.map((clause) => ({ ...clause, state: 'open' as const, photos: [] }));
    const agreement = { ...text, clauses, photos, digest: digest(text), signatures: [] };
    await theCase.move('draft', { facts: { ...facts, ...groupsAskedAnew(facts), agreement } });
    await attachFiles(context, _id, photos, 'photo');
    return summaryAfter(context, theCase);
  },
});
