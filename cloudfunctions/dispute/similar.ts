/** Others of the same kind in the same building. Read beside the transaction, by index: a count that is one short harms nobody. */
import uniq from 'lodash/uniq';
import type { DisputeFacts, Party } from '../../miniprogram/domain/dispute/facts';
import { hasDanger } from '../../miniprogram/domain/dispute/grading';
import { similar } from '../../miniprogram/domain/dispute/policy';
import { DAY } from '../../miniprogram/domain/time/format';
import { indexes, type DisputeDocument } from '../_kit/collections';
import { find } from '../_kit/database';

/** The newest that are looked at: a building with more of one kind within 90 days has other worries. */
const MOST = 100;
const MONTH = 30 * DAY;
const QUARTER = 90 * DAY;

type Told = Pick<DisputeFacts, 'category' | 'place'>;

/** How often the same person told of the same kind of thing in the building within 30 and 90 days; `ownId` is the case itself. */
export async function toldBefore({ category, place }: Told, teller: Party, now: number, ownId?: string): Promise<Required<Pick<DisputeFacts, 'toldBefore'>>> {
  const others = await find(indexes.disputesSimilar, { building: place.buildingId, category }, { limit: MOST });
  const own = others.filter(({ _id, facts }) => _id !== ownId && facts.isLead !== true && isSamePerson(facts.applicant, teller));
  const within = (span: number) => own.filter(({ openedAt }) => openedAt > now - span).length;
  return { toldBefore: { month: within(MONTH), quarter: within(QUARTER) } };
}

/** How many others, and not how many tellings: nobody whom the asker knows of, by the own account, telephone or writing down; 0 when they are too few to stay unnamed, or when it is no public nuisance. */
export async function othersWhoTold({ buildingId, category }: { buildingId: string; category: DisputeFacts['category'] }, asker: Omit<Party, 'name'> & { readonly id: string }, now: number): Promise<number> {
  if (!(similar.categories as readonly string[]).includes(category)) return 0;
  const told = await find(indexes.disputesSimilar, { building: buildingId, category }, { limit: MOST });
  const since = now - similar.days * DAY;
  const tellers = told.filter(({ openedAt, facts }) => openedAt > since && facts.isLead !== true && !hasDanger(facts.danger) && !isSamePerson(facts.applicant, asker) && facts.agentId !== asker.id);
  const people = uniq(tellers.map(tellerOf)).length;
  return people < similar.fewest ? 0 : people;
}

/** The same account, or the same telephone. */
export function isSamePerson(one: Omit<Party, 'name'>, other: Omit<Party, 'name'>): boolean {
  if (one.id !== undefined && one.id === other.id) return true;
  return one.phoneIndex !== undefined && one.phoneIndex === other.phoneIndex;
}

/** By the telephone first, which somebody with and without an account shares. */
function tellerOf({ _id, facts: { applicant } }: DisputeDocument): string {
  return applicant.phoneIndex ?? applicant.id ?? _id;
}
