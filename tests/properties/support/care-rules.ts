/** When each thing that people do at a post must succeed, and what it then changes: the model's word against the product's. */
import type { VisitMove } from '../../../typings/contract/childcare';
import { DAY, MINUTE } from '../../../miniprogram/domain/time/format';
import type { Name } from '../../support/community';
import * as model from './care-model';
import type { CareModel, ChildModel, Taker, Time, VisitModel } from './care-model';
import { mayMove, officeOf, rolesOf } from './care-table';

/** Of a pickup code: made by whose phone, for whom, in which quarter of an hour. Without a maker it is guessed. */
export interface Code {
  readonly visit: string;
  readonly maker?: Name;
  readonly whom: Taker;
  readonly quarter: number;
  readonly variant: number;
}

/** A line of an offline roster that a carer's phone holds; `at` is when it was read. */
export interface Line {
  readonly visit: string;
  readonly whom: Taker;
  readonly at: number;
}

/** Something that somebody does, well or badly. Only what the deed needs is there. */
export interface Deed {
  readonly do: string;
  readonly by: Name;
  readonly child?: string;
  readonly visit?: string;
  readonly time?: Time;
  readonly whom?: Taker;
  readonly code?: Code;
  readonly line?: Line;
  readonly at?: number;
  /** What the code was held for when it was shown, where somebody did something else before the move was made. */
  readonly judged?: Judgement;
  /** How it is filled in: 0 is well. */
  readonly variant?: number;
}

export type Judgement = 'good' | 'wrong' | 'locked';

export interface Rule {
  readonly may: (m: CareModel, deed: Deed) => boolean;
  readonly then: (m: CareModel, deed: Deed) => void;
  /** What stays of it although it was refused. */
  readonly refused?: (m: CareModel, deed: Deed) => void;
}

export const QUARTER = 15 * MINUTE;
export const quarterOf = (at: number) => Math.floor(at / QUARTER);
const FEWEST = 2;
const MOST_WRONG = 5;

const visitOf = (m: CareModel, { visit = '' }: Deed): VisitModel => m.visits[visit]!;
const childOf = (m: CareModel, deed: Deed): ChildModel => m.children[deed.child ?? visitOf(m, deed).child]!;
/** A court has limited this guardian: nothing is booked, asked for or given up. */
const isLimited = (m: CareModel, record: ChildModel, { by }: Deed) => record.guardians.includes(by) && model.isBarred(record, by, m.now);
const isWell = ({ variant = 0 }: Deed) => variant === 0;

/** A rule of one visit: the table first, then what else must hold. */
function onVisit(move: VisitMove, holds: (m: CareModel, visit: VisitModel, deed: Deed) => boolean = () => true, change: (m: CareModel, visit: VisitModel, deed: Deed) => void = () => undefined): Rule {
  return {
    may(m, deed) {
      const visit = visitOf(m, deed);
      return mayMove(move, visit.state, rolesOf(deed.by, visit)) && holds(m, visit, deed);
    },
    then(m, deed) {
      change(m, visitOf(m, deed), deed);
      model.step(m, deed.visit!, move, deed.by);
    },
  };
}

const overlaps = (a: { startAt: number; endAt: number }, b: { startAt: number; endAt: number }) => a.startAt < b.endAt && b.startAt < a.endAt;
const isCodeProof = (proof: string) => proof === 'code' || proof === 'qr';
const proofOf = ({ code, variant = 0 }: Deed) => (code ? (variant % 2 === 0 ? 'code' : 'qr') : 'callback');
const usedAs = ({ whom, quarter, variant }: Code) => `${whom} ${quarter} ${variant}`;

/** Made for this person and this visit by somebody who may, this quarter or the last, and not shown before. */
function isGood(m: CareModel, visit: string, whom: Taker, code: Code): boolean {
  const { child, usedCodes } = m.visits[visit]!;
  const record = m.children[child]!;
  const isMaker = code.maker !== undefined && record.guardians.includes(code.maker);
  const isByRightOne = record.guardians.includes(whom as Name) ? code.maker === whom : isMaker && !model.isBarred(record, code.maker, m.now);
  const isLive = [quarterOf(m.now), quarterOf(m.now) - 1].includes(code.quarter);
  return code.visit === visit && code.whom === whom && isByRightOne && isLive && !usedCodes.includes(usedAs(code));
}

/** A code is judged when somebody who may ask shows it while the child can be asked for. */
export function judgementOf(m: CareModel, deed: Deed): Judgement | undefined {
  const { code, visit: key = '', whom = '' } = deed;
  const visit = m.visits[key];
  if (!code || !visit || !mayMove('ask', visit.state, rolesOf(deed.by, visit))) return undefined;
  if (visit.wrongCodes >= MOST_WRONG) return 'locked';
  return isGood(m, key, whom, code) ? 'good' : 'wrong';
}

/** What is lacking before a check-in. */
function isWhole({ guardians, persons, hasClass, ...record }: ChildModel): boolean {
  return model.hasConsent({ guardians, persons, hasClass, ...record }) && hasClass && guardians.length + persons.filter(({ removedAt }) => removedAt === undefined).length >= 2;
}

const hasRoom = (m: CareModel, others = 0) => m.carers.length >= FEWEST && model.here(m).length + others < model.CAPACITY;

const book: Rule = {
  may(m, deed) {
    const { child = '', time = 'early', by } = deed;
    const record = m.children[child]!;
    const own = m.visits[model.slotKey(child, time)];
    const isOver = own !== undefined && !model.isOpen(own) && own.state !== 'cancelled';
    const others = model.openVisitsOf(m, child).filter(([key]) => key !== model.slotKey(child, time));
    return record.guardians.includes(by) && !isLimited(m, record, deed) && model.hasConsent(record) && model.times[time].startAt > m.now && !isOver && !others.some(([, other]) => overlaps(other, model.times[time]));
  },
  then(m, { child = '', time = 'early', by }) {
    const [key, queue] = [model.slotKey(child, time), m.queues[time]];
    const own = queue.find((entry) => entry.child === child);
    if (own?.state === 'passed' && model.free(m, time) > 0 && m.visits[key]?.state === 'waitlisted') {
      model.offer(m, time, own);
      own.state = 'seated';
      model.step(m, key, 'take', by);
    }
    if (own) return;
    const isSeated = model.free(m, time) > 0 && !queue.some(({ state }) => state === 'waiting');
    m.queues[time] = [...queue, { child, state: isSeated ? 'seated' : 'waiting' }];
    model.begin(m, key, isSeated ? 'book' : 'queue', by, { child, time, ...model.times[time] });
  },
};

/** The visit that the errand is about: under way, or to begin within a stay's time; the first of them. */
function todaysOf(m: CareModel, child: string): readonly [string, VisitModel] | undefined {
  const soon = model.openVisitsOf(m, child).filter(([, { startAt, endAt }]) => startAt - model.minutesOf('stay') <= m.now && m.now < endAt);
  return soon.sort(([, a], [, b]) => a.startAt - b.startAt)[0];
}

const askFetch: Rule = {
  may(m, deed) {
    const { child = '', by } = deed;
    const record = m.children[child]!;
    const today = todaysOf(m, child);
    return record.guardians.includes(by) && !isLimited(m, record, deed) && model.hasConsent(record) && !model.isHere(m, child) && (!today || mayMove('askFetch', today[1].state, ['guardian']));
  },
  then(m, { child = '', by }) {
    const today = todaysOf(m, child);
    const errand = { isPickedUp: false };
    if (!today) return model.begin(m, `${child}#${m.names++}`, 'askFetch', by, { child, startAt: m.now, endAt: m.now + model.minutesOf('stay'), errand });
    today[1].errand = errand;
    model.step(m, today[0], 'askFetch', by);
  },
};

const ask: Rule = {
  may(m, deed) {
    const { by, whom = '', code } = deed;
    const visit = visitOf(m, deed);
    if (!mayMove('ask', visit.state, rolesOf(by, visit)) || !model.isOnDuty(m, by)) return false;
    const record = childOf(m, deed);
    const isProven = code === undefined || (deed.judged ?? judgementOf(m, deed)) === 'good';
    const isWordRight = deed.variant !== 3 && (deed.variant !== 2 || record.hasWord);
    return isProven && isWordRight && model.isKnown(record, whom) && (model.isBarred(record, whom, m.now) || model.isLive(record, whom, m.now));
  },
  then(m, deed) {
    const { by, whom = '', code } = deed;
    const visit = visitOf(m, deed);
    delete visit.exception;
    visit.asked = { whom, at: m.now, proof: proofOf(deed) };
    if (code) visit.usedCodes = [...visit.usedCodes, usedAs(code)];
    model.step(m, deed.visit!, 'ask', by);
    if (model.isBarred(childOf(m, deed), whom, m.now)) model.step(m, deed.visit!, 'refuseRelease', 'system');
  },
  refused(m, deed) {
    const visit = visitOf(m, deed);
    if ((deed.judged ?? judgementOf(m, deed)) === 'wrong') visit.wrongCodes = Math.min(MOST_WRONG, visit.wrongCodes + 1);
  },
};

const walkIn: Rule = {
  may: (m, deed) => officeOf(deed.by) === 'carer' && isWell(deed) && model.isOnDuty(m, deed.by) && hasRoom(m),
  then(m, { by }) {
    const child = `w${m.names++}`;
    m.children[child] = { guardians: [], persons: [], bars: [], hasClass: false, hasWord: false, cards: 0, isNobodys: true, wrongWords: 0 };
    model.begin(m, `${child}#0`, 'walkIn', by, { child, startAt: m.now, endAt: m.now + model.minutesOf('stay') });
  },
};

/** The number that the post rang is the mother's. */
const consentLater: Rule = {
  may(m, deed) {
    const record = childOf(m, deed);
    return record.isNobodys === true && deed.by === 'resident' && isWell(deed) && record.wrongWords < MOST_WRONG && model.openVisitsOf(m, deed.child!).every(([, visit]) => mayMove('consentLater', visit.state, ['guardian']));
  },
  then(m, { by, child = '' }) {
    Object.assign(m.children[child]!, { isNobodys: false, guardians: [by], consent: { since: m.now } });
    for (const [key, visit] of model.openVisitsOf(m, child)) {
      visit.guardians = [by];
      model.step(m, key, 'consentLater', by);
    }
  },
  refused(m, deed) {
    if (deed.by !== 'resident' || isWell(deed)) return;
    for (const record of Object.values(m.children)) if (record.isNobodys === true) record.wrongWords = Math.min(MOST_WRONG, record.wrongWords + 1);
  },
};

export const visitRules: Readonly<Record<string, Rule>> = {
  book,
  take: onVisit('take', (m, visit, deed) => m.now < (visit.offeredUntil ?? 0) && !isLimited(m, childOf(m, deed), deed) && model.hasConsent(childOf(m, deed)), (m, { time, child }) => {
    for (const entry of m.queues[time!]) if (entry.child === child) entry.state = 'seated';
  }),
  pass: { ...onVisit('pass', (m, _visit, deed) => !isLimited(m, childOf(m, deed), deed)), then: (m, { visit = '', by }) => model.letPass(m, visit, by) },
  cancel: onVisit('cancel', (m, { state, errand }, deed) => !isLimited(m, childOf(m, deed), deed) && (state !== 'fetching' || errand?.isPickedUp !== true)),
  askFetch,
  takeFetch: onVisit('takeFetch', (m, { errand }) => errand?.officer === undefined && hasRoom(m, model.underWay(m).length), (_m, visit, { by }) => {
    visit.errand = { officer: by, isPickedUp: false };
  }),
  // once the officer has the child, the errand ends at the post
  declineFetch: onVisit('declineFetch', (_m, { errand }) => errand?.isPickedUp !== true),
  pickUp: onVisit('pickUp', (_m, { errand }, deed) => errand?.officer === deed.by && isWell(deed), (_m, visit) => {
    visit.errand = { ...visit.errand, isPickedUp: true };
  }),
  checkIn: onVisit('checkIn', (m, { state, startAt, child, errand }, deed) => {
    const isItsDay = Math.floor((m.now - model.MIDNIGHT) / DAY) === Math.floor((startAt - model.MIDNIGHT) / DAY);
    const isWelcome = state === 'fetching' ? errand?.isPickedUp === true : isWhole(m.children[child]!) && hasRoom(m); // whom police bring is received
    return isItsDay && isWell(deed) && isWelcome && model.isOnDuty(m, deed.by) && !model.isHere(m, child);
  }),
  walkIn,
  consentLater,
  activity: onVisit('activity'),
  ask,
  release: onVisit('release', (m, { asked }, deed) => {
    const isFresh = asked !== undefined && m.now - asked.at <= model.minutesOf('judged');
    return isFresh && model.isOnDuty(m, deed.by) && model.isLive(childOf(m, deed), asked.whom, m.now) && (isCodeProof(asked.proof) || isWell(deed));
  }),
  refuseRelease: onVisit('refuseRelease'),
  back: onVisit('back', () => true, (_m, visit) => {
    delete visit.asked;
    delete visit.exception;
  }),
  proposeException: onVisit('proposeException', (_m, _visit, deed) => isWell(deed), (m, visit, deed) => {
    visit.exception = { by: deed.by, at: m.now, bars: childOf(m, deed).bars.length };
  }),
  releaseByException: onVisit('releaseByException', (m, { exception }, deed) => exception !== undefined && exception.by !== deed.by && m.now - exception.at <= model.minutesOf('judged') && exception.bars === childOf(m, deed).bars.length),
  claimOffline: onVisit('claimOffline', (m, _visit, { visit, whom = '', line, at = 0 }) => {
    const isSigned = line !== undefined && line.visit === visit && line.whom === whom;
    return isSigned && at >= line.at && at <= Math.min(m.now, line.at + model.minutesOf('offline')) && m.now - at <= DAY;
  }, (_m, visit, { by, whom = '', at = 0 }) => {
    visit.claim = { by, whom, at };
  }),
  confirmClaim: onVisit('confirmClaim', (m, { claim }, deed) => claim !== undefined && model.isLive(childOf(m, deed), claim.whom, claim.at)),
  doubtClaim: onVisit('doubtClaim'),
  transfer: onVisit('transfer'),
};
