import * as v from 'valibot';
import type { DisputeRole, Side } from '../../../typings/contract/dispute';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnSide, summaryAfter } from '../store';

/** 没解决: a party says so; for one without an account an officer or an auxiliary puts it down. */
export const contestClosure = command('dispute.contest', {
  input: v.object({ id, reason: text('还有什么没解决', disputeLimits.reason), side: v.exactOptional(v.picklist(sides)) }),
  allow: involvedIn(disputes),
  async run(context, { reason, side }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const isOwn = isParty(theCase.relations);
    if (isOwn && side !== undefined) assertOwnSide(theCase.relations, side);
    if (!isOwn && mayRecord(theCase.relations)) assertWithoutAccount(facts, side);
    const words = isOwn || side === undefined ? reason : `${sideLabels[side]}说：${reason}`;
    await theCase.move('contest', { facts: { ...facts, contests: facts.contests + 1, contestedAt: now }, words });
    return summaryAfter(context, theCase);
  },
});

function isParty(relations: readonly DisputeRole[]): boolean {
  return sides.some((side) => relations.includes(side));
}

/** The table says so too; who may not is told that, and not whose account there is. */
function mayRecord(relations: readonly DisputeRole[]): boolean {
  return relations.includes('officer') || relations.includes('auxiliary');
}

function assertWithoutAccount(facts: DisputeFacts, side: Side | undefined): void {
  if (side === undefined || !facts[side]) throw badField('side', '请选是哪一方说的。');
  if (facts[side].id !== undefined) throw new Refusal('FORBIDDEN', { message: '这一方自己有账号，请他在手机上说。' });
}
