import * as v from 'valibot';
import omit from 'lodash/omit';
import { codes, childLimits } from '../../../miniprogram/domain/childcare/policy';
import { isBarred, mayFetch, nameOfPerson } from '../../../miniprogram/domain/childcare/guards';
import { calledOf } from '../../../miniprogram/domain/childcare/names';
import { preparedCommand } from '../../_kit/action';
import type { ChildDocument, VisitDocument } from '../../_kit/care-documents';
import { takeCase } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { inTransaction, type Transaction } from '../../_kit/transaction';
import { familyWordIndex } from '../children';
import { stepOfCode, usedCodeId } from '../codes';
import { assertOnDuty } from '../rosters';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

const code = v.pipe(v.string('请输入六位数字。'), v.regex(/^\d{6}$/, '请输入六位数字。'));

/** Somebody is at the door. A wrong code is counted in a transaction of its own: the count stays although the move is refused. */
export const askPickup = preparedCommand('childcare.ask', {
  input: v.object({
    id,
    proof: v.picklist(['code', 'qr', 'callback'], '请选怎么核对。'),
    personId: id,
    code: v.exactOptional(code),
    familyWord: v.exactOptional(text('家庭暗号', childLimits.familyWord)),
  }),
  allow: seeing(visits),
  async prepare({ db, now, theCase, relations }, { id: visitId, proof, personId, code: shown }) {
    const mayAsk = relations.includes('carer') || relations.includes('officer');
    if (proof === 'callback' || !mayAsk || !isAtTheDoor(theCase)) return undefined; // the table says so in `run`
    const child = await db.get(collections.children, theCase.facts.childId);
    if (!child) throw new Refusal('NOT_FOUND');
    return judge({ visitId, personId, child, now }, shown);
  },
  async run(context, { id: visitId, proof, personId, familyWord }, step) {
    const { db, caller, now } = context;
    const theCase = await takeCase(visits, context, visitId);
    const child = await db.get(collections.children, theCase.document.facts.childId);
    if (!child) throw new Refusal('NOT_FOUND');
    const name = nameOfPerson(child.facts, personId) ?? '';
    const facts = { ...omit(theCase.document.facts, ['refusal', 'exception']), asked: { personId, name, called: calledOf(child.facts, personId) ?? '有人', proof, at: now, by: caller.id } };
    await theCase.move('ask', { facts });
    await assertOnDuty(db, facts.postId, caller.id);
    if (proof !== 'callback') await useUp(db, step, { visitId, personId, now });
    if (familyWord !== undefined && child.facts.familyWord !== familyWordIndex(child._id, familyWord)) throw badField('familyWord', '暗号不对，请打电话问家长。');
    const why = mayFetch(child.facts, personId, now);
    // nobody at the door can read on the screen why: the duty officer hears of it, and comes
    if (isBarred(child.facts, { id: personId, name })) await theCase.moveBySystem('refuseRelease', { facts: { ...facts, refusal: '暂时不能交接，值班民警马上过来。' }, isInternal: true });
    else if (why) throw new Refusal('REFUSED', why);
    return visitAfter(context, theCase);
  },
});

function isAtTheDoor({ state }: VisitDocument): boolean {
  return state === 'checkedIn' || state === 'releaseRefused';
}

/** In the transaction of the move: of two who show one code at once the second is told so. */
async function useUp(db: Transaction, step: number | undefined, { visitId, personId, now }: { readonly visitId: string; readonly personId: string; readonly now: number }): Promise<void> {
  if (step === undefined) throw new Refusal('CONFLICT');
  const _id = usedCodeId(visitId, personId, step);
  if (await db.get(collections.usedCodes, _id)) throw badField('code', '这个码用过了，请点“换一个”。');
  await db.create(collections.usedCodes, { _id, at: now });
}

interface Shown {
  readonly visitId: string;
  readonly personId: string;
  readonly child: ChildDocument;
  readonly now: number;
}

/** Whose phones may have made it: a guardian whom a court has limited makes none for others. */
function makersFor({ facts }: ChildDocument, personId: string) {
  const makers = facts.guardians.filter((guardian) => !isBarred(facts, guardian)).flatMap(({ id }) => (id === undefined ? [] : [id]));
  return { personId, makers, isGuardian: facts.guardians.some(({ id }) => id === personId) };
}

/** The step of a right code; throws for a wrong, used or locked one, after counting it. */
async function judge({ visitId, personId, child, now }: Shown, shown: string | undefined): Promise<number> {
  if (shown === undefined) throw badField('code', '请输入六位数字，或者扫码。');
  const outcome = await inTransaction(async (db) => {
    const tries = (await db.get(collections.tries, `pickup:${visitId}`)) ?? { _id: `pickup:${visitId}`, at: [], rev: 0 };
    const step = stepOfCode(visitId, makersFor(child, personId), shown, now);
    const isLocked = tries.at.length >= codes.failures;
    const isUsed = step !== undefined && (await db.get(collections.usedCodes, usedCodeId(visitId, personId, step))) !== undefined;
    const isWrong = !isLocked && (step === undefined || isUsed);
    await db.replace(collections.tries, { ...tries, at: isWrong ? [...tries.at, now] : tries.at, rev: tries.rev + 1 });
    return { isLocked, isUsed, step };
  });
  if (outcome.isLocked) throw new Refusal('RATE_LIMITED', { message: `码错了${codes.failures}次，已锁住，请找值班人员。` });
  if (outcome.isUsed) throw badField('code', '这个码用过了，请点“换一个”。');
  if (outcome.step === undefined) throw badField('code', '码不对或者过期了，点“换一个”；不行就请工作人员回拨。');
  return outcome.step;
}
