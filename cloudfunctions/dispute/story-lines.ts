/** The timeline of a dispute for one reader: who did what, in words that the reader may have. */
import type { DisputeMove, DisputeRole, DisputeState, StoryLine } from '../../typings/contract/dispute';
import { isKeptFrom, sideOfReader } from '../../miniprogram/domain/dispute/danger';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { relationLabels } from '../../miniprogram/domain/dispute/labels';
import { isStaff, type Standing } from '../../miniprogram/domain/dispute/relations';
import type { CaseEvent, Roster } from '../_kit/collections';
import { titleOf } from '../_kit/staff';

/** Moves whose words are one party's own: the other party sees that it happened, and not what was said. */
const ownWords: ReadonlySet<DisputeMove> = new Set(['refuse', 'withdraw', 'contest', 'tell', 'rate', 'askDamages']);
/** Staff's own affairs: no party reads that they happened. */
const amongStaff: ReadonlySet<DisputeMove> = new Set(['proposeLower', 'lower', 'keepColour', 'urge', 'decide', 'finishTask', 'absorb', 'revokeInvitation', 'declare']);
/** Danger: what one side told is never for the other. */
const ofDanger: ReadonlySet<DisputeMove> = new Set(['warn', 'contact']);
/** Words that may say why nobody is brought together. */
const wordsAmongOthers: ReadonlySet<DisputeMove> = new Set(['transfer', 'acknowledge', 'whistle']);
/** The same of a move that a mediator may make too, in words for both. */
const ownWhenByParty: ReadonlySet<DisputeMove> = new Set(['fail']);
/** What staff may put down for a party who said it. */
const forParty: ReadonlySet<DisputeMove> = new Set(['refuse', 'contest', 'withdraw', 'consentPanel', 'askExtend', 'askConfirmation', 'askDamages']);
/** A respondent hears nothing from the time before there was a respondent to talk to, or when it was somebody else. */
const beforeRespondent: ReadonlySet<DisputeState> = new Set(['submitted', 'triaged']);

interface Reading {
  readonly caller: Standing;
  readonly relations: readonly DisputeRole[];
  readonly facts: DisputeFacts;
  readonly roster: Roster;
}

/** Newest first. What is for staff alone is left out for everybody else. */
export function linesFor(events: readonly CaseEvent[], reading: Reading): StoryLine[] {
  const isForStaff = isStaff(reading.relations);
  const corrected = Math.max(0, ...events.filter(({ move }) => move === 'correctRespondent').map(({ version }) => version));
  const since = reading.relations.includes('respondent') ? corrected : 0;
  return events
    .filter((event) => isForStaff || (event.version > since && maySee(event, reading)))
    .map((event): StoryLine => {
      const move = event.move as DisputeMove; // written by the engine from the same table
      const words = wordsFor(event, move, isForStaff, reading);
      return {
        version: event.version,
        move,
        state: event.to as DisputeState,
        at: event.at,
        who: nameOf(event, reading),
        ...(words !== undefined && { words }),
        isInternal: event.isInternal,
        ...(forParty.has(move) && !isByParty(event) && { isForParty: true }),
        ...(move === 'invite' && reachOf(event, reading.facts)),
        ...(isOfRespondent(event, reading) && { isOfRespondent: true }),
      };
    });
}

/** An internal note is not there at all; of an internal move only the words are missing. */
function maySee(event: CaseEvent, { caller, relations, facts }: Reading): boolean {
  const { move, to, isInternal, by } = event;
  const side = sideOfReader(relations);
  if (move === 'note' && isInternal) return false;
  if (move === 'notice') return by === caller.id; // whose quarrel it was had asked for nothing
  if (move === 'rate') return by === caller.id; // what somebody thinks of it is no news for the other side
  if (ofDanger.has(move as DisputeMove) && side) return side === (isOfRespondent(event, { facts }) ? 'respondent' : 'applicant');
  if (move === 'remind' && side && isKeptFrom(facts, side) && beforeRespondent.has(to as DisputeState)) return false; // the hour that was promised would say it
  if (move === 'reopen') return true;
  if (amongStaff.has(move as DisputeMove)) return false;
  return !(relations.includes('respondent') && beforeRespondent.has(to as DisputeState));
}

function wordsFor({ words, isInternal, by, as }: CaseEvent, move: DisputeMove, isForStaff: boolean, { caller, relations, facts }: Reading): string | undefined {
  if (isForStaff || by === caller.id) return words;
  if (wordsAmongOthers.has(move) && (relations.includes('respondent') || (sideOfReader(relations) === 'applicant' && isKeptFrom(facts, 'applicant')))) return undefined;
  return isInternal || ownWords.has(move) || (isByParty({ as }) && ownWhenByParty.has(move)) ? undefined : words;
}

/** The respondent told of it, staff did so for him, or spoke to him alone. */
function isOfRespondent({ version }: CaseEvent, { facts }: Pick<Reading, 'facts'>): boolean {
  return facts.unseenByApplicant?.includes(version) ?? false;
}

/** The try that the event was; nothing when it was before the case began anew. */
function reachOf({ at }: CaseEvent, { tries }: DisputeFacts): Pick<StoryLine, 'reach'> {
  const attempt = tries.find((each) => each.at === at);
  return attempt ? { reach: { channel: attempt.channel, isReached: attempt.isReached } } : {};
}

function isByParty({ as }: Pick<CaseEvent, 'as'>): boolean {
  return as === 'applicant' || as === 'respondent';
}

function nameOf({ by, as }: CaseEvent, { caller, facts, roster }: Reading): string {
  if (by === caller.id) return '您';
  const isParty = (id: string) => id === facts.applicant.id || id === facts.respondent?.id;
  if (isParty(by)) return isParty(caller.id) ? '对方' : relationLabels[as as DisputeRole]; // whatever office a party holds elsewhere
  return titleOf(roster, by) ?? relationLabels[as as DisputeRole];
}
