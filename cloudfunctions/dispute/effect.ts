/** 生效: an agreement holds. What it settled is performed; what it left open goes on as a dispute of its own. */
import { ulid } from 'ulid';
import type { GroupMember } from '../../typings/contract/dispute';
import type { DisputeCase, DisputeFacts, Link } from '../../miniprogram/domain/dispute/facts';
import type { WriteContext } from '../_kit/action';
import { openCaseBySystem, type CaseHandle } from '../_kit/case-engine';
import { disputes } from './kind';
import { levelOfMediator } from './levels';
import { beginning, sameParty } from './store';

/** Once everybody has signed or agreed: an oral agreement holds from here (人民调解法 第30条), a written one waits for the seal. */
export async function agreeWhenSigned(context: WriteContext, theCase: CaseHandle<DisputeCase>): Promise<void> {
  const { facts } = theCase.document;
  const { agreement } = facts;
  const held = agreement?.form === 'oral' ? { ...facts, agreement: { ...agreement, effectiveAt: context.now } } : facts;
  if (await theCase.moveBySystem('agree', { facts: held })) await takeEffect(context, theCase);
}

/** Goes on to performing, once the agreement holds; before that it does nothing. */
export async function takeEffect(context: WriteContext, theCase: CaseHandle<DisputeCase>): Promise<void> {
  const { facts } = theCase.document;
  const { agreement } = facts;
  if (agreement?.effectiveAt === undefined) return;
  const restId = ulid(context.now);
  const rest = agreement.form === 'partial' && agreement.unsettled !== undefined ? restOf(theCase.document._id, restId, facts, agreement.unsettled) : undefined;
  const settled = { ...facts, ...(await levelOfMediator(context.db, facts)) };
  const isPerforming = await theCase.moveBySystem('perform', { facts: rest ? withLink(settled, { id: restId, number: rest.number, how: 'rest' }) : settled });
  if (isPerforming && rest) await openCaseBySystem(disputes, context, 'file', { id: restId, facts: rest });
}

/** The same people about what is left. They are asked anew whether they want mediation, and nothing is graded yet. */
function restOf(fromId: string, toId: string, before: DisputeFacts, story: string): DisputeFacts {
  const { number, category, place, source, danger, dangerTold, applicant, respondent, agentId, peopleCount, amountFen, groups } = before;
  return {
    ...beginning(),
    category,
    story,
    place,
    source,
    danger,
    ...(dangerTold && { dangerTold }),
    photos: [],
    applicant: sameParty(fromId, toId, 'applicant', applicant),
    ...(respondent && { respondent: sameParty(fromId, toId, 'respondent', respondent) }),
    ...(agentId !== undefined && { agentId }),
    ...(peopleCount !== undefined && { peopleCount }),
    ...(amountFen !== undefined && { amountFen }),
    ...(groups && { groups: askedAnew(groups) }),
    links: [{ id: fromId, number, how: 'earlier' }],
  };
}

/** Nobody of a group has said yes to what follows. */
export function askedAnew(groups: NonNullable<DisputeFacts['groups']>): NonNullable<DisputeFacts['groups']> {
  const anew = (members: readonly GroupMember[]) => members.map((member) => ({ ...member, hasConsented: false, hasAgreed: false }));
  return { ...(groups.applicant && { applicant: anew(groups.applicant) }), ...(groups.respondent && { respondent: anew(groups.respondent) }) };
}

/** Goes with that case from now on. */
export function withLink(facts: DisputeFacts, link: Link): DisputeFacts {
  return { ...facts, links: [...(facts.links ?? []), link] };
}
