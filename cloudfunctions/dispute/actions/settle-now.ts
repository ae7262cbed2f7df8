import * as v from 'valibot';
import { ulid } from 'ulid';
import { disputeCategories } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { placeOf } from '../../_kit/places';
import { opening } from '../../_kit/policy';
import { disputes } from '../kind';
import { levelOfSettler } from '../levels';
import { assertMayActFor, beginning, partyOf, personSchema, photosSchema, refuseTooMany, summaryAfter } from '../store';

const safe = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

export const settleNow = command('dispute.settleNow', {
  input: v.object({
    category: v.picklist(disputeCategories, '请选是什么事。'),
    buildingId: id,
    door: v.exactOptional(text('门牌', disputeLimits.door)),
    applicant: personSchema,
    respondent: personSchema,
    story: text('经过', disputeLimits.story),
    settledHow: text('怎么说好的', disputeLimits.words),
    haveBothAgreed: v.boolean(),
    photos: v.exactOptional(photosSchema),
  }),
  allow: opening(disputes),
  async run(context, { buildingId, door, applicant, respondent, settledHow, haveBothAgreed, photos = [], ...told }) {
    const { caller, now } = context;
    await refuseTooMany(context);
    const caseId = ulid(now);
    const place = await placeOf(context, { buildingId, ...(door !== undefined && { door }) });
    assertMayActFor(caller, place);
    const consentedAt = haveBothAgreed ? now : undefined;
    await attachFiles(context, caseId, photos, 'photo');
    const facts = {
      ...beginning(),
      ...told,
      place,
      danger: safe,
      photos,
      applicant: partyOf(caseId, 'applicant', applicant, consentedAt),
      respondent: partyOf(caseId, 'respondent', respondent, consentedAt),
      agentId: caller.id,
      source: 'patrol' as const,
      mediator: { id: caller.id, name: caller.user?.facts.name ?? '', hasDeclared: true },
      ...levelOfSettler(caller, place),
      closedAt: now,
    };
    return summaryAfter(context, await context.openCase('settle', { id: caseId, facts, words: settledHow }));
  },
});
