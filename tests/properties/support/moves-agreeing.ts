/** Asked for from the first hour on the calendar until an agreement holds. */
import { DAY, dayKey, HOUR, MINUTE, startOfDay } from '../../../miniprogram/domain/time/format';
import { agreed, halfHoursOf, isParty, maySpeak, pick, plain, sideFor, sideOf, sides, withEach, type Asking, type Asks, type Attempted, type CaseModel } from './model';
import { hasHappened, occurrenceOf } from './moves-law';
import { isPanelReady } from './moves-inviting';

export const agreeing: Asks = {
  schedule: (c, _actor, variant, asking) => meet(c, variant, asking, { isNew: false }),
  adjourn: (c, _actor, variant, asking) => meet(c, variant, asking, { isNew: true }),
  sit(c, _actor, variant, { now }) {
    const [isSafe, isGuardianTold] = [variant % 4 !== 0, variant % 3 !== 0];
    const isGuardianMissing = c.security?.hasMinor === true && !c.security.isGuardianTold && !isGuardianTold;
    const isSpokenFor = c.security !== undefined && (c.groups[c.security.offender]?.length ?? 0) > 0;
    return {
      input: { isSafe, isGuardianTold },
      holds: isSafe && !c.hasDanger && !isGuardianMissing && !isSpokenFor && isPanelReady(c) && now >= (c.session?.startAt ?? 0) - 30 * MINUTE,
      after() {
        if (c.mediator) c.satWith = [...c.satWith, c.mediator];
        if (c.isForPolice) c.policeSatAt ??= c.session?.startAt;
        if (c.security && isGuardianTold) c.security.isGuardianTold = true;
      },
    };
  },
  record: (c, _actor, _variant, { secret }) => plain({ record: secret('record', c), isReadBack: true }),
  extend(c, actor, variant) {
    const side = sideFor(c, actor, variant);
    const days = pick([5, 10], variant);
    const isJoined = c.extension?.days === days && c.extension.sides.size === 1;
    const asked = new Set([...(isJoined ? (c.extension?.sides ?? []) : []), side]);
    const isWhole = asked.size === 2;
    return {
      input: { side, days },
      move: 'askExtend',
      holds: maySpeak(c, actor, side) && !(c.isForPolice && c.retries > 0),
      after() {
        c.extension = { days, sides: asked };
        if (!isWhole) return;
        c.extendedDays += days;
        c.deadlineAt = (c.acceptedAt ?? 0) + (30 + c.extendedDays) * DAY;
      },
      follows: () => (isWhole ? ['extend'] : []),
    };
  },
  draft(c, _actor, variant, { now }) {
    const form = pick(['oral', 'written', 'oral', 'partial'] as const, variant);
    const count = variant % 5 === 4 ? 0 : 1 + (variant % 2);
    const hasRest = variant % 8 !== 7;
    const isToldWhole = variant % 3 !== 2;
    const byDay = dayKey(now + (variant % 7 === 6 ? -DAY : 7 * DAY));
    const clauses = Array.from({ length: count }, (_, n) => ({ side: 'respondent', what: `第${n + 1}件事`, byDay, proof: '看得见' }));
    return {
      input: { form, facts: '双方都认。', clauses, ...(form === 'partial' && hasRest && { unsettled: '医药费还没谈成。' }), ...(isToldWhole && { occurrence: occurrenceOf(now, variant) }) },
      holds: count > 0 && variant % 7 !== 6 && (form !== 'partial' || hasRest) && !(form === 'oral' && c.isForPolice) && (!c.isForPolice || (isToldWhole && hasHappened(variant))),
      after: () => Object.assign(c, { agreement: { form, clauses: clauses.map(() => ({ state: 'open', byDay })), signed: new Map() }, groups: withEach(c.groups, { hasAgreed: false }) }),
    };
  },
  async sign(c, actor, variant, { fileOf, now }) {
    const side = isParty(c, actor) && variant % 4 !== 3 ? sideOf(c, actor) : pick(sides, variant);
    const how = isParty(c, actor) ? ('phone' as const) : pick(['paper', 'spoken'] as const, Math.floor(variant / 2));
    const file = how === 'spoken' ? undefined : await fileOf(actor, how === 'phone' ? 'signature' : 'photo');
    const isFitting = how === 'phone' ? side === sideOf(c, actor) : how === 'paper' || c.agreement?.form === 'oral';
    const digest = c.digest === '' || variant % 9 === 8 ? 'f'.repeat(64) : c.digest;
    return {
      input: { digest, side, how, ...(file !== undefined && { file }) },
      holds: c.agreement !== undefined && digest === c.digest && isFitting,
      after: () => void c.agreement?.signed.set(side, how),
      follows: () => agreed(c, now),
    };
  },
  async seal(c, actor, variant, { fileOf, now }) {
    const isSealed = variant % 4 !== 3;
    return {
      input: { isSealed, file: await fileOf(actor, pick(['signature', 'photo'] as const, variant)) },
      holds: isSealed,
      after: () => void (c.agreement && (c.agreement.effectiveAt = now)),
      follows: () => ['perform'],
    };
  },
};

function meet(c: CaseModel, variant: number, { now, taken, secret }: Asking, { isNew }: { isNew: boolean }): Attempted {
  const bad = [-DAY + 10 * HOUR, DAY + 8 * HOUR, DAY + 10 * HOUR + 10 * MINUTE, DAY + 18 * HOUR];
  const isBad = variant % 6 === 5;
  const within = isBad ? bad[Math.floor(variant / 6) % bad.length]! : (1 + (variant % 2)) * DAY + (9 + (Math.floor(variant / 2) % 3)) * HOUR + (variant % 4 === 1 ? 30 * MINUTE : 0);
  const to = { startAt: startOfDay(now) + within, room: pick(['调解室', '会议室', '上门'] as const, Math.floor(variant / 12)) };
  const wanted = halfHoursOf(c, to);
  const given = c.session && (!isNew || c.session.startAt > now) ? halfHoursOf(c, c.session) : []; // an hour that was used stays used
  const isFree = wanted.every((half) => !taken.has(half) || given.includes(half));
  const hasNoConflict = variant % 5 !== 4;
  return {
    input: { ...to, ...(isNew ? { record: secret('record', c) } : { hasNoConflict }) },
    holds: !isBad && isFree && !c.hasDanger && (c.hasDeclared || (!isNew && hasNoConflict)),
    after() {
      for (const half of given) taken.delete(half);
      for (const half of wanted) taken.set(half, c.id);
      Object.assign(c, { session: to, hasDeclared: true });
    },
  };
}
