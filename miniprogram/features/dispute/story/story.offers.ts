/** 事情进展: which of its deeds a person is offered, and the move that each makes. */
import type { DisputeMove, DisputeView } from '../../../../typings/contract/dispute';
import { sides } from '../../../domain/dispute/labels';
import { deeds, type Deed, type DeedName } from './story.deeds';

/** Of a promise made before police: what is not kept is dealt with by law (程序规定 第185条). */
export function deedOf(name: DeedName, { track }: Pick<DisputeView, 'track'>): Deed {
  const deed = deeds[name];
  return name === 'default' && track === 'security' ? { ...deed, happens: '记下后双方都会知道。不履行的，违法的部分由公安机关依法处理；赔偿可以去法院。' } : deed;
}

/** The move that a sheet makes. */
export function moveOf(name: DeedName): DisputeMove {
  if (name === 'contestForApplicant' || name === 'contestForRespondent') return 'contest';
  return name === 'askDamagesFor' ? 'askDamages' : name;
}

/** What a party may do besides the primary action, in the order in which it is offered. */
export function quietDeeds({ state, moves }: Pick<DisputeView, 'state' | 'moves'>): Deed[] {
  const isTalking = state === 'mediating';
  const offered: readonly { readonly move: DisputeMove & DeedName; readonly fits: boolean }[] = [
    { move: 'fail', fits: true },
    { move: 'refuse', fits: !isTalking }, // while they talk, one way to stop is enough
    { move: 'withdraw', fits: !isTalking },
  ];
  return offered.filter(({ move, fits }) => fits && moves.includes(move)).map(({ move }) => deeds[move]);
}

/** What staff may do besides their pages: put down 没解决 for who has no account, and begin anew when there is a reason to. */
export function afterDeeds(dispute: DisputeView): Deed[] {
  const { moves, parties } = dispute;
  const silent = sides.filter((side) => moves.includes('contest') && parties.some((party) => party.side === side && party.hasAccount === false));
  return [
    ...(moves.includes('reopen') && isComplaint(dispute) ? [deeds.reopen] : []),
    ...silent.map((side) => deeds[side === 'applicant' ? 'contestForApplicant' : 'contestForRespondent']),
  ];
}

/** The damages of who was harmed before police: asked for once, by that party or for one without an account (程序规定 第185条). */
export function damagesDeeds({ moves, harmed, parties, linked, agreement }: DisputeView): Deed[] {
  const party = parties.find(({ side }) => side === harmed);
  const isKept = agreement?.effectiveAt !== undefined && agreement.clauses.every(({ state }) => state !== 'broken');
  if (!party || !moves.includes('askDamages') || isKept || linked.some(({ how }) => how === 'damages')) return [];
  if (party.isMe) return [deeds.askDamages];
  return party.hasAccount === false ? [deeds.askDamagesFor] : [];
}

/** Somebody said 没解决 and nobody has closed it since, or a promise was not kept. */
export function isComplaint({ lines, agreement, followUps }: Pick<DisputeView, 'lines' | 'agreement' | 'followUps'>): boolean {
  const last = followUps[followUps.length - 1];
  const isBroken = agreement?.clauses.some(({ state }) => state === 'broken') ?? false;
  const newest = lines.find(({ move }) => move === 'contest' || move === 'close' || move === 'reopen');
  return isBroken || last?.applicant === 'notKept' || last?.respondent === 'notKept' || newest?.move === 'contest';
}
