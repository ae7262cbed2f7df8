import * as v from 'valibot';
import { agreementForms, sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { digest } from '../../_kit/audit';
import { day, id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** A new text voids the signatures under the old one. */
export const draftAgreement = command('dispute.draft', {
  input: v.object({
    id,
    form: v.picklist(agreementForms, '请选书面还是口头。'),
    facts: text('主要事实', disputeLimits.story),
    clauses: v.pipe(
      v.array(
        v.object({
          side: v.picklist(sides, '请选谁来做。'),
          what: text('做什么', disputeLimits.clause),
          byDay: day,
          proof: text('怎么算做到', disputeLimits.clause),
        }),
      ),
      v.maxLength(disputeLimits.clauses, `最多 ${disputeLimits.clauses} 条。`),
    ),
    unsettled: v.exactOptional(text('没谈成的部分', disputeLimits.words)),
  }),
  allow: involvedIn(disputes),
  async run(context, { id: _id, ...text }) {
    const { theCase } = context;
    const clauses = text.clauses.map((clause) => ({ ...clause, state: 'open' as const, photos: [] }));
    const agreement = { ...text, clauses, digest: digest(text), signatures: [] };
    await theCase.move('draft', { facts: { ...theCase.document.facts, agreement } });
    return summaryAfter(context, theCase);
  },
});
