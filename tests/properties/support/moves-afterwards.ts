/** Asked for after an agreement, and beside everything: promises, the court, follow-ups, taking up again, whistles, tasks. */
import type { Side } from '../../../typings/contract/dispute';
import { DAY, dayKey, daysBetween } from '../../../miniprogram/domain/time/format';
import { idOf, type Actor } from './people';
import { higher, isParty, maySpeak, mayTalk, pick, plain, proposed, sideFor, withEach, type Asks, type Attempted, type CaseModel, type ClauseState } from './model';

/** No calendar of workdays is needed for these: seven workdays are never fewer days, nor with the longest holidays more. */
const SURELY_WITHIN = 7 * DAY;
const SURELY_OVER = 18 * DAY;

export const afterwards: Asks = {
  async prove(c, actor, variant, { now, fileOf }) {
    const asked = settleClause(c, variant, now, 'kept');
    const clause = clauseOf(c, asked);
    if (actor !== c.respondent || !clause) return asked; // every promise is the respondent's
    const hasPhoto = variant % 3 !== 1;
    return {
      input: { ...asked.input, ...(hasPhoto && { photos: [await fileOf(actor, 'photo')] }) },
      move: 'claim',
      holds: asked.holds === true && hasPhoto && clause.claimedAt === undefined,
      after: () => void (clause.claimedAt = now),
    };
  },
  default(c, actor, variant, { now }) {
    const asked = settleClause(c, variant, now, 'broken');
    const clause = clauseOf(c, asked);
    const day = clause?.byDay;
    const isDenied = clause?.claimedAt !== undefined && clause.state === 'open' && day !== undefined && dayKey(now) <= day;
    if (isDenied) return { ...asked, holds: true, after: () => void (clause.claimedAt = undefined), follows: () => [] };
    return { ...asked, holds: asked.holds === true && !(isParty(c, actor) && day !== undefined && dayKey(now) <= day) }; // a party waits for the day to be over
  },
  supervise(c, _actor, variant) {
    const clause = variant % 3;
    return { input: { clause, words: '上门督促了。' }, holds: c.agreement?.clauses[clause]?.state === 'broken', after: () => undefined };
  },
  askConfirmation(c, actor, variant, { now }) {
    const side = sideFor(c, actor, variant);
    const court = pick(['桐里人民法庭', '桐里人民法庭', '望河人民法庭'], variant);
    const effectiveAt = c.agreement?.effectiveAt;
    const joined = new Set([...(c.confirmation?.court === court ? c.confirmation.sides : []), side]);
    return {
      input: { side, court },
      holds: maySpeak(c, actor, side) && effectiveAt !== undefined && !c.isForPolice && daysBetween(effectiveAt, now) <= 30 && (c.confirmation === undefined || c.confirmation.state === 'asked'),
      after: () => void (c.confirmation = { state: joined.size === 2 ? 'applied' : 'asked', court, sides: joined }),
      follows: () => (joined.size === 2 ? ['applyConfirmation'] : []),
    };
  },
  recordConfirmation(c, _actor, variant) {
    const outcome = pick(['accepted', 'confirmed', 'rejected'] as const, variant);
    const { confirmation } = c;
    const isInOrder = confirmation !== undefined && (confirmation.state === 'applied' || (confirmation.state === 'accepted' && outcome !== 'accepted'));
    return { input: { outcome, number: '桐1号' }, holds: isInOrder, after: () => void (confirmation && (confirmation.state = outcome)) };
  },
  followUp(c, actor, variant, { secret, now }) {
    const answers = answersOf(variant);
    return { input: { ...answers, words: secret('internal', c) }, holds: mayAsk(c, actor), after: () => void (c.asked = { at: now, isBroken: isBroken(answers) }) };
  },
  close(c, actor, variant, { secret, now }) {
    const answers = answersOf(variant);
    const isOnRecord = c.agreement?.clauses.some(({ state }) => state === 'broken') ?? false;
    return {
      input: { ...answers, words: secret('internal', c) },
      holds: (!isBroken(answers) || isOnRecord) && isHandled(c) && mayAsk(c, actor),
      after: () => Object.assign(c, { closedAt: now, contestedAt: undefined, asked: { at: now, isBroken: isBroken(answers) } }),
    };
  },
  rate: (c, _actor, variant, { now, secret }) => ({
    input: { score: variant % 7, words: secret('reason', c) },
    holds: variant % 7 >= 1 && variant % 7 <= 5 && c.closedAt !== undefined && now <= c.closedAt + 30 * DAY,
    after: () => undefined,
  }),
  contest(c, actor, variant, { now, secret }) {
    const side = sideFor(c, actor, variant);
    const isKnown = side === 'applicant' ? !c.isLead : c.hasRespondent;
    return {
      input: { reason: secret('reason', c), side },
      holds: maySpeak(c, actor, side) && isKnown && c.closedAt !== undefined && now <= c.closedAt + 30 * DAY,
      after: () => void (c.contestedAt = now),
    };
  },
  reopen(c, _actor, _variant, { secret, now }) {
    const since = grievanceAt(c);
    return { input: { reason: secret('internal', c) }, holds: since !== undefined && now <= since + 30 * DAY && isHandled(c), after: () => beginAnew(c) };
  },
  fail: (c, _actor, _variant, { secret }) => ({ input: { reason: secret('record', c) }, holds: true, after: () => void (c.failures += 1) }),
  retry(c, _actor, variant, { now }) {
    const areBothWilling = variant % 4 !== 3;
    const chosen: Actor | undefined = variant % 2 === 0 ? (c.isForPolice ? 'officer2' : 'mediator2') : c.mediator;
    const mayMediate = chosen !== undefined && chosen !== c.agent && chosen !== c.respondent && (c.isForPolice ? /^officer/ : /^mediator/).test(chosen);
    const isRight = areBothWilling && mayMediate && mayTalk(c) && c.handling?.isDecided !== true;
    return {
      input: { areBothWilling, ...(variant % 2 === 0 && chosen && { mediatorId: idOf(chosen) }) },
      holds: isRight && (c.isForPolice ? isSoonEnough(c, now) : true),
      after() {
        Object.assign(c, { agreement: undefined, session: undefined, extension: undefined, retries: c.retries + 1, handling: undefined, mediator: chosen, hasDeclared: false, colour: higher(c.colour ?? 'blue', proposed(c)) });
        if (!c.isForPolice) Object.assign(c, { acceptedAt: now, extendedDays: 0 });
        c.deadlineAt = c.isForPolice ? undefined : now + 30 * DAY;
      },
    };
  },
  withdraw(c, actor, variant, { secret }) {
    const isForApplicant = actor === c.applicant ? variant % 5 === 4 : variant % 5 !== 4;
    const isParts = isParty(c, actor);
    return { input: { reason: isParts ? secret('reason', c) : '申请人说不办了。', isForApplicant }, holds: isForApplicant !== isParts, after: () => undefined };
  },
  whistle(c, _actor, variant, { secret }) {
    const units = pick([['物业'], ['物业', '居委会']], variant);
    return { input: { units, words: secret('internal', c) }, holds: c.whistles.length < 20, after: () => void c.whistles.push({ units, answered: new Set() }) };
  },
  answerWhistle(c, _actor, variant, { secret }) {
    const unit = pick(['物业', '居委会', '城管'], variant);
    const waiting = c.whistles.find(({ units, answered }) => units.includes(unit) && !answered.has(unit));
    return { input: { unit, words: secret('internal', c) }, holds: waiting !== undefined, after: () => void waiting?.answered.add(unit) };
  },
  decide(c, _actor, variant, { now, secret }) {
    const isLate = variant % 5 === 4;
    return { input: { what: secret('internal', c), who: '物业', byDay: dayKey(now + (isLate ? -1 : 3) * DAY) }, holds: !isLate && c.tasks.length < 20, after: () => void c.tasks.push(false) };
  },
  finishTask(c, _actor, variant, { secret }) {
    const task = variant % 3;
    return { input: { task, words: secret('internal', c) }, holds: c.tasks[task] === false, after: () => void (c.tasks[task] = true) };
  },
  urge: (c, _actor, _variant, { secret }) => plain({ words: secret('internal', c) }),
  note: (c, _actor, variant, { secret }) => plain({ words: variant % 2 === 0 ? secret('internal', c) : secret('record', c), isInternal: variant % 2 === 0 }),
};

/** 第185条: what was broken before police has its next step by law first. */
function isHandled({ isForPolice, agreement, handling }: CaseModel): boolean {
  return !isForPolice || handling !== undefined || !(agreement?.clauses.some(({ state }) => state === 'broken') ?? false);
}

function clauseOf({ agreement }: CaseModel, { input }: Attempted) {
  return agreement?.clauses[(input as { clause: number }).clause];
}

/** A leader asks only where both officers sat down with them. */
function mayAsk({ mediator, satWith, applicant, respondent }: CaseModel, actor: Actor): boolean {
  const isTaken = (officer: Actor) => [mediator, ...satWith, applicant, respondent].includes(officer);
  return actor !== 'leader' || (isTaken('officer') && isTaken('officer2'));
}

/** Nobody denied the earliest own word in time. */
export function keptBySilence(c: CaseModel, now: number): void {
  const waiting = (c.agreement?.clauses ?? []).filter(({ state, claimedAt }) => claimedAt !== undefined && state !== 'kept');
  const since = Math.min(...waiting.map(({ claimedAt = 0 }) => claimedAt));
  for (const clause of waiting) if (clause.claimedAt === since) Object.assign(clause, { state: 'kept', settledAt: now });
}

/** A broken promise may still be kept, late; a kept one stays kept. */
function settleClause(c: CaseModel, variant: number, now: number, outcome: ClauseState): Attempted {
  const clauses = c.agreement?.clauses ?? [];
  const from: readonly ClauseState[] = outcome === 'kept' ? ['open', 'broken'] : ['open'];
  const position = variant % 5 === 4 ? 9 : Math.max(0, clauses.findIndex(({ state }) => state === pick(from, variant)));
  const isLast = clauses.every(({ state }, n) => state !== 'open' || n === position) && c.state === 'performing';
  return {
    input: { clause: position, words: '看过了。' },
    holds: clauses[position] !== undefined && from.includes(clauses[position].state),
    after: () => void (clauses[position] && Object.assign(clauses[position], { state: outcome, settledAt: now, claimedAt: undefined })),
    follows: () => (isLast ? ['conclude'] : []),
  };
}

type Answers = Record<Side, 'kept' | 'notKept' | 'noAnswer'>;

function answersOf(variant: number): Answers {
  const answers = ['kept', 'noAnswer', 'notKept'] as const;
  return { applicant: variant % 3 === 2 ? 'notKept' : 'kept', respondent: pick(answers, variant % 4 === 3 ? 1 : 0) };
}

function isBroken({ applicant, respondent }: Answers): boolean {
  return applicant === 'notKept' || respondent === 'notKept';
}

/** When somebody last said, or it was seen, that it is not solved. */
function grievanceAt({ contestedAt, asked, agreement }: CaseModel): number | undefined {
  const clauses = agreement?.clauses ?? [];
  const whenBroken = clauses.some(({ state }) => state === 'broken') ? clauses.map(({ settledAt }) => settledAt) : [];
  const moments = [contestedAt, asked?.isBroken ? asked.at : undefined, ...whenBroken].filter((at) => at !== undefined);
  return moments.length > 0 ? Math.max(...moments) : undefined;
}

/** Everybody is asked again, and what did not hold counts as a mediation that failed. */
function beginAnew(c: CaseModel): void {
  c.failures += 1;
  for (const letter of c.letters) letter.isVoid = true;
  Object.assign(c, {
    agreement: undefined, confirmation: undefined, mediator: undefined, hasDeclared: false, session: undefined, panel: undefined, helpers: [], silent: [], receiver: undefined, closedAt: undefined,
    contestedAt: undefined, asked: undefined, extension: undefined, extendedDays: 0, acceptedAt: undefined, isRespondentWilling: false, tries: [], groups: withEach(c.groups, { hasConsented: false, hasAgreed: false }),
  });
  c.colour = higher(c.colour ?? 'blue', proposed(c));
}

/** Police mediate twice at most, the second time within seven workdays of the first (程序规定 第183条). */
function isSoonEnough({ retries, policeSatAt }: CaseModel, now: number): boolean | undefined {
  if (retries >= 1) return false;
  const since = now - (policeSatAt ?? now);
  if (since <= SURELY_WITHIN) return true;
  return since > SURELY_OVER ? false : undefined;
}
