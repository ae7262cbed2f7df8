/** The clauses of an agreement: one is kept or broken at a time. */
import * as v from 'valibot';
import { isClaimed } from '../../miniprogram/domain/dispute/claims';
import type { Clause, DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { disputeLimits } from '../../miniprogram/domain/dispute/policy';
import { badField } from '../_kit/errors';

/** The position of a clause, from 0. */
export const clauseIndex = v.pipe(v.number('请选是哪一条。'), v.integer('请选是哪一条。'), v.minValue(0, '请选是哪一条。'), v.maxValue(disputeLimits.clauses - 1, '请选是哪一条。'));

/** The clause at a position. Throws `INVALID_INPUT` when there is none. */
export function clauseAt({ agreement }: DisputeFacts, position: number): Clause {
  const clause = agreement?.clauses[position];
  if (!clause) throw badField('clause', '没有这一条约定。');
  return clause;
}

/** The facts with one clause settled by another than whoever promised; a broken one may still be kept, late. Throws `INVALID_INPUT` when it has that outcome. */
export function withClause(facts: DisputeFacts, position: number, { photos = [], ...outcome }: Partial<Clause> & Pick<Clause, 'state'>): DisputeFacts {
  const { claimedAt: _answered, ...clause } = clauseAt(facts, position);
  assertUnsettled(clause, outcome.state === 'kept');
  return withChanged(facts, position, { ...clause, ...outcome, photos: [...clause.photos, ...photos] });
}

/** The own word of whoever promised: it is shown, and settles nothing yet. */
export function withClaim(facts: DisputeFacts, position: number, photos: readonly string[], at: number): DisputeFacts {
  const clause = clauseAt(facts, position);
  assertUnsettled(clause, true);
  if (isClaimed(clause)) throw badField('clause', '您已经说过了，等对方或调解员说是不是。');
  if (photos.length === 0) throw badField('photos', '自己说做到了，请拍张照片让对方看。拍不了的，请对方或调解员来说。');
  return withChanged(facts, position, { ...clause, photos: [...clause.photos, ...photos], claimedAt: at });
}

/** It is not so: the clause is as it was before. */
export function withDenial(facts: DisputeFacts, position: number): DisputeFacts {
  const { claimedAt: _denied, ...clause } = clauseAt(facts, position);
  return withChanged(facts, position, { ...clause, photos: [] });
}

function assertUnsettled({ state }: Clause, isKept: boolean): void {
  if (state !== 'open' && !(state === 'broken' && isKept)) throw badField('clause', '这一条已经有结果了。');
}

function withChanged(facts: DisputeFacts, position: number, changed: Clause): DisputeFacts {
  const { agreement } = facts;
  if (!agreement) return facts;
  return { ...facts, agreement: { ...agreement, clauses: agreement.clauses.map((each, index) => (index === position ? changed : each)) } };
}
