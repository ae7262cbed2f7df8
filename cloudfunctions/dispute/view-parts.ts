/** What stands beside a dispute's story, as one reader may see it: helpers, groups, whistles, tasks, other cases. */
import type { DisputeRole, DisputeView, LinkedDispute, PanelView, Side } from '../../typings/contract/dispute';
import { dueOf } from '../../miniprogram/domain/case/clock';
import { ratingOf } from '../../miniprogram/domain/dispute/afterwards';
import { confirmationBar, confirmationEnds } from '../../miniprogram/domain/dispute/confirmation';
import type { DisputeFacts, Link, Panel } from '../../miniprogram/domain/dispute/facts';
import { isKeptFrom, noDanger, sideOfReader, sidesInDanger } from '../../miniprogram/domain/dispute/danger';
import { harmedSide } from '../../miniprogram/domain/dispute/law';
import { nextStepOf } from '../../miniprogram/domain/dispute/next';
import { disputeRelations, isStaff, type Standing } from '../../miniprogram/domain/dispute/relations';
import { dayKey } from '../../miniprogram/domain/time/format';
import { collections, type DisputeDocument } from '../_kit/collections';
import { findByIds } from '../_kit/database';
import { readerOf } from '../_kit/dispute-cards';

type Part<K extends keyof DisputeView> = Pick<DisputeView, K>;

/** For those who work on it. */
export function staffParts(readerId: string, relations: readonly DisputeRole[], facts: DisputeFacts): Partial<DisputeView> {
  if (!isStaff(relations)) return {};
  const { invitation, respondent, lowered, lowering, security, track } = facts;
  const mayLower = relations.includes('officer') || relations.includes('leader');
  return {
    ...(track && { track }),
    ...(invitation && { invitation: { expiresAt: invitation.expiresAt, isBound: respondent?.id !== undefined } }),
    ...(lowered?.neededTwo === true && { agreedColour: lowered.colour }),
    ...(lowering && mayLower && { lowering: { colour: lowering.colour, danger: lowering.danger, reason: lowering.reason, by: lowering.byName, isMine: lowering.by === readerId } }),
    ...(security && { security }),
    dangerOf: sidesInDanger(facts),
  };
}

/** What became of the act itself, for staff; who was harmed may ask for the damages, so both know who that is. */
export function lawParts(relations: readonly DisputeRole[], facts: DisputeFacts, clocks: DisputeDocument['clocks']): Partial<DisputeView> {
  const { track, handling, settlement } = facts;
  const dueAt = dueOf(clocks, 'caseDays');
  const harmed = dueAt !== undefined || handling ? harmedSide(facts) : undefined; // nobody is called so while they may still agree
  const isForStaff = isStaff(relations) && (track === 'security' || handling !== undefined);
  return {
    ...(track === 'security' && { track }),
    ...(harmed && { harmed }),
    ...(isForStaff && {
      law: {
        ...(handling && { step: { what: handling.step, byDay: handling.byDay } }),
        ...(handling?.decidedOn !== undefined && { decidedOn: handling.decidedOn }),
        ...(dueAt !== undefined && { dueAt }),
        ...(settlement && { settlement: { by: settlement.by, terms: settlement.terms, isRecognized: settlement.isRecognized } }),
      },
    }),
  };
}

/** For everybody who is something to it: who helps, who speaks for whom, what is to be done beside it. */
export function sharedParts(readerId: string, relations: readonly DisputeRole[], facts: DisputeFacts, dueAt: number | undefined): Part<'groups' | 'whistles' | 'tasks' | 'followUps' | 'contests'> & Partial<DisputeView> {
  const isForStaff = isStaff(relations);
  const own = ownSide(relations);
  const side = sideOfReader(relations);
  const isSecret = side !== undefined && isKeptFrom(facts, side); // the name of a unit says why
  const { transfer, panel, groups = {}, whistles = [], tasks = [], extension, followUps, contests } = facts;
  const rating = own && ratingOf(facts, own);
  return {
    ...(transfer && !isSecret && { transferredTo: { unit: transfer.unit, ...(transfer.acknowledgedBy !== undefined && { acknowledgedBy: transfer.acknowledgedBy }) } }),
    ...(panel && { panel: panelFor(readerId, panel) }),
    groups: (['applicant', 'respondent'] as const).flatMap((side) => {
      const members = groups[side];
      return members && (isForStaff || side === own) ? [{ side, members: [...members] }] : [];
    }),
    whistles: (isSecret ? [] : whistles).map(({ at, isByClock, units, answers }, position) => ({
      at, isByClock, units: [...units], answers: isForStaff ? [...answers] : answers.map((answer) => ({ ...answer, words: '' })),
      ...(dueAt !== undefined && position === whistles.length - 1 && { dueAt }),
    })),
    tasks: isForStaff ? tasks.map((task) => ({ ...task })) : [],
    ...(extension && { extension: { days: extension.days, sides: [...extension.sides] } }),
    followUps: isForStaff ? followUps.map(({ at, applicant, respondent }) => ({ at, applicant, respondent })) : [],
    ...(rating !== undefined && { rating }),
    contests,
  };
}

/** Where the way to the court stands. */
export function confirmationParts(facts: DisputeFacts): Partial<DisputeView> {
  const { agreement, confirmation } = facts;
  if (agreement?.effectiveAt === undefined) return {};
  const bar = confirmationBar(facts);
  return {
    ...(confirmation && { confirmation: { state: confirmation.state, sides: [...confirmation.sides], court: confirmation.court, ...(confirmation.number !== undefined && { number: confirmation.number }) } }),
    ...(bar ? { confirmationBar: `${bar.message}（${bar.basis ?? ''}）` } : { confirmationUntil: dayKey(confirmationEnds(agreement.effectiveAt) - 1) }),
  };
}

/** Other cases that go with it, as many as the reader may know of; who told of the same thing sees how that one goes on. */
export async function linkedTo(caller: Standing, { facts }: DisputeDocument, relations: readonly DisputeRole[], now: number): Promise<LinkedDispute[]> {
  const links = (facts.links ?? []).filter(({ how }) => how !== 'from' || isStaff(relations));
  const found = (await whereTo(links)).map(({ link, other }) => linkFor(caller, link, other, now));
  return relations.includes('respondent') ? found.filter(({ id }) => id !== undefined) : found; // of the applicant's other affairs nothing
}

interface Way {
  readonly link: Link;
  readonly other: DisputeDocument;
}

/** What took it in may have been taken in itself: the way goes on to where it ended. */
async function whereTo(links: readonly Link[]): Promise<Way[]> {
  const others = new Map((await findByIds(collections.disputes, links.map(({ id }) => id))).map((other) => [other._id, other]));
  const ways = links.flatMap((link): Promise<Way[]>[] => {
    const other = others.get(link.id);
    if (!other) return [];
    const onward = link.how === 'into' ? other.facts.links?.find(({ how }) => how === 'into') : undefined;
    return [onward ? whereTo([onward]) : Promise.resolve([{ link, other }])];
  });
  return (await Promise.all(ways)).flat();
}

function linkFor(caller: Standing, { number, how }: Link, other: DisputeDocument, now: number): LinkedDispute {
  const known = disputeRelations(caller, other.facts);
  const mayOpen = known.length > 0;
  const next = mayOpen ? nextStepOf(other, now, readerOf(known)) : nextStepOf(fromOutside(other), now);
  return { number, state: other.state, how, ...(mayOpen && { id: other._id }), ...(next && { next }) };
}

/** Of another's dispute only where it stands: no name, no word of it, and not that there is danger. */
function fromOutside({ state, clocks, facts: { agreement: _theirs, dangerTold: _apart, ...facts } }: DisputeDocument): Pick<DisputeDocument, 'state' | 'clocks' | 'facts'> {
  return { state, clocks, facts: { ...facts, danger: noDanger } };
}

export function panelFor(readerId: string, { template, members, consents }: Panel): PanelView {
  return {
    template,
    members: members.map(({ post, name, personId, hasDeclared, leftAt }) => ({ post, name, isMe: personId === readerId, hasDeclared, hasLeft: leftAt !== undefined })),
    consents: [...consents],
  };
}

function ownSide(relations: readonly DisputeRole[]): Side | undefined {
  return (['applicant', 'respondent'] as const).find((side) => relations.includes(side));
}
