/** 纠纷 disputes: what a person is to one, by name or by office. */
import type { DisputeRole } from '../../../typings/contract/dispute';
import type { GrantedRole } from '../../../typings/contract/identity';
import type { DisputeFacts } from './facts';

/** A person as far as relations need one: the id, and the offices held now, each over a place. */
export interface Standing {
  readonly id: string;
  readonly offices: readonly { readonly role: GrantedRole; readonly scopeId: string }[];
}

/** Offices that see the disputes of their place; a mediator sees only what was assigned. */
const byOffice = ['officer', 'auxiliary', 'leader', 'gridWorker'] as const;

/** Offices that write down for others what those told. */
export const agentOffices = ['volunteer', 'gridWorker', 'officer', 'auxiliary', 'mediator', 'leader'] as const;

/** A place of one's own: the officer of a community sees it whole, a grid worker the own grid. With an office ends what it showed. */
export function disputeRelations(person: Standing, facts: DisputeFacts): DisputeRole[] {
  if (facts.isLead === true) return leadRelations(person, facts);
  const relations = ownRelations(person, facts);
  if (relations.includes('respondent') || relations.includes('applicant')) return relations; // nobody handles the own case
  relations.push(...askedToHelp(person, facts));
  for (const role of byOffice) if (holds(person, role, facts.place.path)) relations.push(role);
  if (relations.includes('agent') && holds(person, 'volunteer', facts.place.path)) relations.push('volunteer');
  if (relations.includes('officer') && !hasMediated(facts, person.id)) relations.push('followUpOfficer');
  return relations;
}

/** Who sat down with them does not ask them how it went. */
export function hasMediated({ mediator, mediatedBy = [] }: DisputeFacts, personId: string): boolean {
  return mediator?.id === personId || mediatedBy.includes(personId);
}

/** What somebody is by name. */
function ownRelations(person: Standing, { applicant, respondent, agentId, place }: DisputeFacts): DisputeRole[] {
  const relations: DisputeRole[] = [];
  if (applicant.id === person.id) relations.push('applicant');
  if (respondent?.id === person.id) relations.push('respondent');
  if (agentId === person.id && agentOffices.some((role) => holds(person, role, place.path))) relations.push('agent');
  return relations;
}

/** Mediator, helper, the unit that it was passed to: each named in the case, and in office still. */
function askedToHelp(person: Standing, { mediator, place, panel, transfer, track }: DisputeFacts): DisputeRole[] {
  const relations: DisputeRole[] = [];
  // police themselves mediate on the security track
  if (mediator?.id === person.id && holds(person, track === 'security' ? 'officer' : 'mediator', place.path)) relations.push('mediator');
  const own = panel?.members.find(({ personId, leftAt }) => personId === person.id && leftAt === undefined);
  if (own && isInOffice(person, place.path)) relations.push(own.hasDeclared ? 'panelMember' : 'askedHelper');
  if (transfer?.personId === person.id && holds(person, 'partner', place.path)) relations.push('receiver');
  return relations;
}

/** Of a lead know the officers, and whoever noticed it. */
function leadRelations(person: Standing, { agentId, place }: DisputeFacts): DisputeRole[] {
  const noticers = ['volunteer', 'gridWorker'] as const;
  const own: DisputeRole[] = agentId === person.id && isInOffice(person, place.path) ? ['agent', ...noticers.filter((role) => holds(person, role, place.path))] : [];
  return holds(person, 'officer', place.path) ? [...own, 'officer', 'followUpOfficer'] : own;
}

function isInOffice({ offices }: Standing, path: readonly string[]): boolean {
  return offices.some(({ scopeId }) => path.includes(scopeId));
}

/** Whether the person holds this office over a place on the path. */
export function holds({ offices }: Standing, role: GrantedRole, path: readonly string[]): boolean {
  return offices.some((office) => office.role === role && path.includes(office.scopeId));
}

/** Those who must reach a party may see the number. */
export function mayRing(relations: readonly DisputeRole[]): boolean {
  return relations.some((relation) => ['officer', 'auxiliary', 'mediator', 'followUpOfficer'].includes(relation));
}

/** Asked to help and nothing else, and has not said yet to have no interest: of whom it is, and no more. */
export function isOnlyAsked(relations: readonly DisputeRole[]): boolean {
  return relations.length > 0 && relations.every((relation) => relation === 'askedHelper');
}

/** Those who work on it, as opposed to those whom it concerns. */
export function isStaff(relations: readonly DisputeRole[]): boolean {
  return relations.some((relation) => ['officer', 'auxiliary', 'leader', 'mediator', 'panelMember', 'gridWorker'].includes(relation));
}
