import * as v from 'valibot';
import { ulid } from 'ulid';
import type { FileInput } from '../../../typings/contract/dispute';
import type { DisputeFacts, DisputePlace } from '../../../miniprogram/domain/dispute/facts';
import { disputeCategories, disputeSources } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command, type WriteContext } from '../../_kit/action';
import type { User } from '../../_kit/collections';
import { badField } from '../../_kit/errors';
import { count, id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { placeOf } from '../../_kit/places';
import { opening } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertMayActFor, beginning, dangerSchema, ownParty, partyOf, personSchema, photosSchema, refuseTooMany, summaryAfter } from '../store';

/** A hundred million yuan: more is a slip of the finger. */
const MOST_FEN = 10_000_000_000;
const MOST_PEOPLE = 10_000;

export const fileDispute = command('dispute.file', {
  input: v.object({
    category: v.picklist(disputeCategories, '请选是什么事。'),
    story: text('经过', disputeLimits.story),
    buildingId: id,
    door: v.exactOptional(text('门牌', disputeLimits.door)),
    danger: dangerSchema,
    respondent: v.exactOptional(personSchema),
    peopleCount: v.exactOptional(count('人数', MOST_PEOPLE)),
    amountFen: v.exactOptional(count('金额', MOST_FEN)),
    photos: v.exactOptional(photosSchema),
    voice: v.exactOptional(id),
    applicant: v.exactOptional(v.object({ ...personSchema.entries, hasAgreed: v.boolean() })),
    source: v.exactOptional(v.picklist(disputeSources)),
    sourceNumber: v.exactOptional(text('110编号', disputeLimits.sourceNumber)),
  }),
  allow: opening(disputes),
  async run(context, input) {
    await refuseTooMany(context);
    const caseId = ulid(context.now);
    const place = await placeOf(context.db, input.buildingId, input.door);
    const facts = { ...factsOf(caseId, input, place), ...whoTells(context, caseId, input, place) };
    await attachFiles(context, caseId, facts.photos, 'photo');
    if (facts.voice !== undefined) await attachFiles(context, caseId, [facts.voice], 'voice');
    return summaryAfter(context, await context.openCase('file', { id: caseId, facts }));
  },
});

function factsOf(caseId: string, input: FileInput, place: DisputePlace): Omit<DisputeFacts, 'applicant' | 'source'> {
  const { category, story, danger, respondent, peopleCount, amountFen, photos = [], voice } = input;
  return {
    ...beginning(),
    category,
    story,
    place,
    danger,
    photos,
    ...(respondent && { respondent: { ...partyOf(caseId, 'respondent', respondent), isAsTold: true } }),
    ...(peopleCount !== undefined && { peopleCount }),
    ...(amountFen !== undefined && { amountFen }),
    ...(voice !== undefined && { voice }),
  };
}

/** A resident speaks for himself; somebody in office writes down what a party told. */
function whoTells(
  { caller, now }: WriteContext,
  caseId: string,
  { applicant, source = 'app', sourceNumber }: FileInput,
  place: DisputePlace,
): Pick<DisputeFacts, 'applicant' | 'agentId' | 'source' | 'sourceNumber'> {
  if (!applicant) return { applicant: ownParty(caseId, caller.user as User, now), source: 'app' }; // the policy let members alone in
  assertMayActFor(caller, place);
  if (source === '110' && sourceNumber === undefined) throw badField('sourceNumber', '请填110警情编号。');
  return {
    applicant: partyOf(caseId, 'applicant', applicant, applicant.hasAgreed ? now : undefined),
    agentId: caller.id,
    source,
    ...(sourceNumber !== undefined && { sourceNumber }),
  };
}
