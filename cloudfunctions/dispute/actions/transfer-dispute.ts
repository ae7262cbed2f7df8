import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { inOfficeOver, rosterOf } from '../../_kit/staff';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** To a unit by its name; to its account as well, when it has one here. */
export const transferDispute = command('dispute.transfer', {
  input: v.object({ id, unit: text('单位', disputeLimits.unit), personId: v.exactOptional(id), words: text('说明', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { unit, personId, words }) {
    const { theCase, db, now } = context;
    const { facts } = theCase.document;
    const transfer = { unit, at: now, ...(personId !== undefined && { personId }) };
    await theCase.move('transfer', { facts: { ...facts, transfer }, words });
    if (personId === undefined) return summaryAfter(context, theCase);
    const partners = inOfficeOver(await rosterOf(db, facts.place.path), 'partner', facts.place.path, now);
    if (!partners.some(({ id: each }) => each === personId)) throw badField('personId', '这个单位在这里没有账号，请直接写单位名。');
    return summaryAfter(context, theCase);
  },
});
