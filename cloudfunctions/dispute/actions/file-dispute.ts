import * as v from 'valibot';
import { ulid } from 'ulid';
import type { DisputeRole, FileInput } from '../../../typings/contract/dispute';
import type { DisputeFacts, DisputePlace, Link } from '../../../miniprogram/domain/dispute/facts';
import { disputeCategories, disputeSources } from '../../../miniprogram/domain/dispute/labels';
import { contestDays, disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { disputeRelations } from '../../../miniprogram/domain/dispute/relations';
import { DAY } from '../../../miniprogram/domain/time/format';
import { command, type WriteContext } from '../../_kit/action';
import { collections, type User } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { count, id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { placeOf, pointSchema } from '../../_kit/places';
import { opening } from '../../_kit/policy';
import { disputes } from '../kind';
import { toldBefore } from '../similar';
import { agreedPersonSchema, assertMayActFor, beginning, dangerSchema, MOST_PEOPLE, ownParty, partyOf, personSchema, photosSchema, refuseTooMany, summaryAfter } from '../store';

/** A hundred million yuan: more is a slip of the finger. */
const MOST_FEN = 10_000_000_000;

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
    applicant: v.exactOptional(agreedPersonSchema),
    source: v.exactOptional(v.picklist(disputeSources)),
    sourceNumber: v.exactOptional(text('110编号', disputeLimits.sourceNumber)),
    sourceOfficer: v.exactOptional(text('转来的民警', disputeLimits.name)),
    point: v.exactOptional(pointSchema),
    earlierId: v.exactOptional(id),
  }),
  allow: opening(disputes),
  async run(context, input) {
    await refuseTooMany(context);
    const caseId = ulid(context.now);
    const place = await placeOf(context, input);
    const told = { ...factsOf(caseId, input, place), ...whoTells(context, caseId, input, place) };
    const facts = { ...told, ...(await toldBefore(told, told.applicant, context.now)), ...(await earlierOf(context, input)) };
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
  { applicant, source = 'app', sourceNumber, sourceOfficer }: FileInput,
  place: DisputePlace,
): Pick<DisputeFacts, 'applicant' | 'agentId' | 'source' | 'sourceNumber' | 'sourceOfficer'> {
  if (!applicant) return { applicant: ownParty(caseId, caller.user as User, now), source: 'app' }; // the policy let members alone in
  assertMayActFor(caller, place);
  return {
    applicant: partyOf(caseId, 'applicant', applicant, applicant.hasAgreed ? now : undefined),
    agentId: caller.id,
    source,
    ...(source === '110' && passedOn(sourceNumber, sourceOfficer)),
  };
}

/** What 110 passes on can be found again there, and somebody can be asked about it. */
function passedOn(sourceNumber: string | undefined, sourceOfficer: string | undefined): Required<Pick<DisputeFacts, 'sourceNumber' | 'sourceOfficer'>> {
  if (sourceNumber === undefined) throw badField('sourceNumber', '请填110警情编号。');
  if (sourceOfficer === undefined) throw badField('sourceOfficer', '请填是哪位民警转来的。');
  return { sourceNumber, sourceOfficer };
}

/** States in which there is nothing more to be done. */
const ended: readonly string[] = ['closed', 'failed', 'refused', 'declined', 'withdrawn'];

/** An own/** An own case that has ended: what failed in it is not forgotten. One closed of late is contested instead. */
async function earlierOf({ db, caller, now }: WriteContext, { earlierId, applicant }: FileInput): Promise<{ links?: Link[]; failures?: number }> {
  if (earlierId === undefined) return {};
  const earlier = await db.get(collections.disputes, earlierId);
  const relations = earlier ? disputeRelations(caller, earlier.facts) : [];
  if (!earlier || !mayGoOn(relations, applicant !== undefined)) throw new Refusal('NOT_FOUND');
  const { state, facts } = earlier;
  if (!ended.includes(state)) throw badField('earlierId', '那件事还在办，请在那件事里说。');
  if (state === 'closed' && facts.closedAt !== undefined && now <= facts.closedAt + contestDays * DAY) throw badField('earlierId', '办完还不到30天，请在那件事里点“没解决”。');
  if (!isOwnOrAgents(relations) && facts.applicant.id !== undefined && facts.respondent?.id !== undefined) throw badField('earlierId', '双方都有账号，请他们自己在手机上再说一次。');
  return { links: [{ id: earlierId, number: facts.number, how: 'earlier' }], ...(facts.failures !== undefined && { failures: facts.failures }) };
}

/** Either party goes on from it, whoever filed it, and an officer or an auxiliary who writes it down for a party without an account. */
function mayGoOn(relations: readonly DisputeRole[], isForOther: boolean): boolean {
  return isOwnOrAgents(relations) || (isForOther && relations.some((relation) => relation === 'officer' || relation === 'auxiliary'));
}

function isOwnOrAgents(relations: readonly DisputeRole[]): boolean {
  return relations.some((relation) => relation === 'applicant' || relation === 'respondent' || relation === 'agent');
}
