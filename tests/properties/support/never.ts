/** What must never happen to a dispute, whatever was asked: read from how it is kept and from its history alone. */
import type { CaseEvent, DisputeDocument } from '../../../cloudfunctions/_kit/collections';
import { dayKey, momentOfDay, DAY } from '../../../miniprogram/domain/time/format';
import type { StoredCase } from './cases';
import { idOf } from './people';

type Facts = DisputeDocument['facts'];
type Finding = string | false | undefined;

const together = ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'];
const inForce = ['performing'];
const rank = { blue: 0, yellow: 1, red: 2 } as const;

/** Empty when all is well. `before` is the same case as it was looked at last. */
export function findWrongs({ document, history }: StoredCase, before?: StoredCase): string[] {
  const { facts, state } = document;
  const findings: Finding[] = [
    isDangerous(facts) && together.includes(state) && `${state} in spite of danger`,
    ...wrongsOfAgreement(facts, state),
    ...wrongsOfConfirmation(facts),
    ...wrongsOfPeople(facts),
    ...history.filter(({ move }) => move === 'close' || move === 'followUp').map(({ by, version }) => by === mediatorAt(version, document, before) && `${version}: asked by its own mediator`),
    roundsByPolice(history) > 2 && 'police mediated more than twice',
    before && isTakenDown(before.document.facts, facts) && !areTwo(facts, history, before) && 'red or a danger was taken down by one',
  ];
  return findings.filter((finding) => typeof finding === 'string');
}

/** It holds with both signatures under this very text, and a written one with the seal (人民调解法 第29条). */
function wrongsOfAgreement({ agreement }: Facts, state: string): Finding[] {
  if (!agreement) return [inForce.includes(state) && 'performing without an agreement'];
  const { effectiveAt, signatures, digest, form, seal, clauses } = agreement;
  const sides = new Set(signatures.filter((signature) => signature.digest === digest).map(({ side }) => side));
  return [
    inForce.includes(state) && effectiveAt === undefined && 'performing before it holds',
    effectiveAt !== undefined && sides.size !== 2 && 'holds without both signatures under the same text',
    effectiveAt !== undefined && form !== 'oral' && !seal && 'holds without a seal',
    form !== 'oral' && signatures.some(({ how }) => how === 'spoken') && effectiveAt !== undefined && 'written, and only spoken',
    clauses.length === 0 && 'an agreement without a clause',
  ];
}

/** Both ask, by the thirtieth calendar day from when it holds (第33条). */
function wrongsOfConfirmation({ confirmation, agreement }: Facts): Finding[] {
  if (!confirmation || confirmation.state === 'asked') return [];
  const { sides, appliedAt } = confirmation;
  const lastDay = agreement?.effectiveAt === undefined ? undefined : momentOfDay(dayKey(agreement.effectiveAt)) + 30 * DAY;
  return [
    new Set(sides).size !== 2 && `${confirmation.state} without both`,
    (appliedAt === undefined || lastDay === undefined || momentOfDay(dayKey(appliedAt)) > lastDay) && `${confirmation.state} after the thirtieth day`,
  ];
}

function wrongsOfPeople({ groups, applicant, respondent, mediator, agentId }: Facts): Finding[] {
  const speaking = Object.values(groups ?? {}).map((members) => members.filter(({ isRepresentative }) => isRepresentative).length);
  const own = [applicant.id, respondent?.id].filter((id) => id !== undefined);
  return [
    speaking.some((count) => count > 5) && 'more than five speak for a side',
    mediator !== undefined && own.includes(mediator.id) && 'mediates the own case',
    applicant.id !== undefined && applicant.id === respondent?.id && 'quarrels with himself',
    respondent?.id !== undefined && respondent.id === agentId && 'the respondent wrote it down',
  ];
}

function isDangerous({ danger }: Facts): boolean {
  return Object.values(danger).some((each) => each === true);
}

/** Who mediated when that was written: as it is kept now, or as it was before the last step. */
function mediatorAt(version: number, { version: newest, facts }: DisputeDocument, before: StoredCase | undefined): string | undefined {
  return version === newest ? (before?.document.facts.mediator?.id ?? facts.mediator?.id) : undefined;
}

/** A mediation begins with the first session and lasts until one ends it: agreed, failed, refused, merged, withdrawn. With another respondent it is another one. */
function roundsByPolice(history: readonly CaseEvent[]): number {
  const police = [idOf('officer'), idOf('officer2')];
  let rounds = 0;
  let isOn = false;
  for (const { move, to, by } of history) {
    if (move === 'correctRespondent') rounds = 0;
    if (move === 'sit' && !isOn && police.includes(by)) rounds += 1;
    isOn = move === 'sit' || (isOn && ['assigned', 'scheduled', 'mediating'].includes(to));
  }
  return rounds;
}

function isTakenDown(was: Facts, is: Facts): boolean {
  const isLower = was.colour === 'red' && is.colour !== undefined && rank[is.colour] < rank.red;
  return isLower || (isDangerous(was) && !isDangerous(is));
}

/** One proposed it, and another agreed. */
function areTwo({ lowered }: Facts, history: readonly CaseEvent[], { document }: StoredCase): boolean {
  const last = (wanted: string) => history.filter(({ move }) => move === wanted).at(-1);
  const [proposal, consent] = [last('proposeLower'), last('lower')];
  const isInOrder = proposal !== undefined && consent !== undefined && consent.version > document.version && proposal.by !== consent.by;
  return isInOrder && lowered?.neededTwo === true && new Set(lowered.by).size === 2;
}
