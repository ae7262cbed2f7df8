import * as v from 'valibot';
import { ulid } from 'ulid';
import { disputeCategories } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { count, id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { placeOf, pointSchema } from '../../_kit/places';
import { opening } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertMayActFor, beginning, dangerSchema, MOST_PEOPLE, photosSchema, refuseTooMany, summaryAfter } from '../store';

/** Nobody has asked for anything, so nobody is a party yet: `who` is a word for the officer. */
export const noticeLead = command('dispute.notice', {
  input: v.object({
    category: v.picklist(disputeCategories, '请选是什么事。'),
    story: text('看到什么', disputeLimits.story),
    buildingId: id,
    door: v.exactOptional(text('门牌', disputeLimits.door)),
    point: v.exactOptional(pointSchema),
    danger: dangerSchema,
    who: v.exactOptional(text('是谁', disputeLimits.name)),
    peopleCount: v.exactOptional(count('人数', MOST_PEOPLE)),
    photos: v.exactOptional(photosSchema),
  }),
  allow: opening(disputes),
  async run(context, { category, story, danger, who = '', peopleCount, photos = [], ...where }) {
    const { caller, now } = context;
    await refuseTooMany(context);
    const caseId = ulid(now);
    const place = await placeOf(context, where);
    assertMayActFor(caller, place);
    await attachFiles(context, caseId, photos, 'photo');
    const seen = { category, story, place, danger, photos, ...(peopleCount !== undefined && { peopleCount }) };
    const facts = { ...beginning(), ...seen, isLead: true, applicant: { name: who }, agentId: caller.id, source: 'patrol' as const };
    return summaryAfter(context, await context.openCase('notice', { id: caseId, facts }));
  },
});
