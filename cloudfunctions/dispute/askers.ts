/** Who asks afterwards whether it held: an officer who did not mediate; where there is none, a leader who did not. */
import type { DisputeRole, DisputeState, DisputeSummary, DisputeView } from '../../typings/contract/dispute';
import type { DisputeCase, DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { hasMediated } from '../../miniprogram/domain/dispute/relations';
import { staffTitle } from '../../miniprogram/domain/identity/labels';
import type { ReadContext, WriteContext } from '../_kit/action';
import type { CaseHandle } from '../_kit/case-engine';
import type { DisputeDocument, Roster, RosterMember } from '../_kit/collections';
import { Refusal } from '../_kit/errors';
import { movesFor } from '../_kit/dispute-cards';
import { inOfficeOver, rosterOf } from '../_kit/staff';

/** Officers of the place and of those above it, the station too. */
export function askersOf(roster: Roster, facts: DisputeFacts, now: number): RosterMember[] {
  const isFree = ({ id }: RosterMember) => !hasMediated(facts, id) && facts.applicant.id !== id && facts.respondent?.id !== id;
  const officers = inOfficeOver(roster, 'officer', facts.place.path, now).filter(isFree);
  return officers.length > 0 ? officers : inOfficeOver(roster, 'leader', facts.place.path, now).filter(isFree);
}

/** `陆警官、韩所长`; whom to turn to where nobody is left. */
export function askersInWords(askers: readonly RosterMember[]): string {
  const names = askers.map(({ name, role }) => staffTitle(name, role));
  return names.length > 0 ? `回访由没有参加调解的人来办：${names.join('、')}。` : '没有参加调解的民警和所领导都没有，请管理员再任命一位，由他来回访。';
}

/** Throws `FORBIDDEN`, with who may, for an officer who mediated and for a leader while an officer is there. */
export async function assertAsks({ caller, db, now }: WriteContext, { relations, document }: CaseHandle<DisputeCase>): Promise<void> {
  if (relations.includes('followUpOfficer') || !relations.some((relation) => offices.includes(relation))) return; // the rest is the table's to say
  const askers = askersOf(await rosterOf(db, document.facts.place.path), document.facts, now);
  if (!askers.some(({ id }) => id === caller.id)) throw new Refusal('FORBIDDEN', { message: askersInWords(askers) });
}

const offices: readonly DisputeRole[] = ['officer', 'leader', 'mediator'];
const toBeAsked: readonly DisputeState[] = ['following', 'settledOnSpot'];

/** For staff: to whoever may not ask, who does; a leader where no officer can reads it as an officer would. */
export function askerParts({ relations, next, state }: DisputeSummary, dispute: DisputeDocument, roster: Roster, { caller, now }: Pick<ReadContext, 'caller' | 'now'>): Partial<DisputeView> {
  if ((!toBeAsked.includes(state) && state !== 'closed') || relations.includes('followUpOfficer')) return {};
  const askers = askersOf(roster, dispute.facts, now);
  const isOwn = askers.some(({ id }) => id === caller.id);
  const roles = isOwn ? [...relations, 'followUpOfficer' as const] : relations;
  return {
    ...(isOwn && { relations: roles, moves: movesFor(roles, dispute) }),
    ...(!isOwn && state !== 'closed' && { askedBy: askersInWords(askers) }),
    ...(next && askers.every(({ role }) => role === 'leader') && { next: { ...next, who: '所领导' } }),
  };
}
