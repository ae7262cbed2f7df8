/** The clauses of an agreement: one is kept or broken at a time. */
import * as v from 'valibot';
import type { Clause, DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { disputeLimits } from '../../miniprogram/domain/dispute/policy';
import { badField } from '../_kit/errors';

/** The position of a clause, from 0. */
export const clauseIndex = v.pipe(v.number('请选是哪一条。'), v.integer('请选是哪一条。'), v.minValue(0, '请选是哪一条。'), v.maxValue(disputeLimits.clauses - 1, '请选是哪一条。'));

/** The facts with one clause settled; a broken one may still be kept, late. Throws `INVALID_INPUT` when there is none, or it has that outcome. */
export function withClause(facts: DisputeFacts, position: number, outcome: Partial<Clause> & Pick<Clause, 'state'>): DisputeFacts {
  const { agreement } = facts;
  const clause = agreement?.clauses[position];
  if (!agreement || !clause) throw badField('clause', '没有这一条约定。');
  const isMended = clause.state === 'broken' && outcome.state === 'kept';
  if (clause.state !== 'open' && !isMended) throw badField('clause', '这一条已经有结果了。');
  const clauses = agreement.clauses.map((each, index) => (index === position ? { ...each, ...outcome } : each));
  return { ...facts, agreement: { ...agreement, clauses } };
}
