/** Asked for until a dispute is on its way: leads, grading, danger, transfer, merging. */
import { idOf, type Actor } from './people';
import { danger, higher, isBelow, isParty, pick, plain, proposed, safe, sideOf, type Asks, type CaseModel, type Colour } from './model';

const colours = ['blue', 'yellow', 'red', 'blue'] as const;
const open = ['submitted', 'triaged', 'transferred', 'inviting', 'accepted', 'assigned', 'scheduled', 'mediating', 'agreed', 'performing', 'following', 'settledOnSpot'];

export const early: Asks = {
  dismissLead: (c, _actor, _variant, { secret }) => plain({ reason: secret('internal', c) }),
  adoptLead(c, _actor, variant) {
    const hasAgreed = variant % 5 !== 4;
    const names = variant % 3 !== 2;
    return {
      input: { applicant: { name: '来说事的人', phone: phoneOf(c), hasAgreed }, ...(names && { respondent: { name: '楼上住户', phone: '13900000077' } }) },
      holds: hasAgreed,
      after: () => Object.assign(c, { isLead: false, isApplicantWilling: true, hasRespondent: names, teller: phoneOf(c) }),
    };
  },
  settle(c, actor, variant, { now }) {
    const haveBothAgreed = variant % 4 !== 0;
    return {
      input: { settledHow: '握手言和，以后轻一点。', haveBothAgreed, applicant: { name: '来说事的人' } },
      holds: haveBothAgreed && !c.isForPolice && (c.colour ?? proposed(c)) === 'blue' && !c.hasDanger,
      after: () => Object.assign(c, { isLead: false, mediator: actor, hasDeclared: true, hasRespondent: true, isApplicantWilling: true, isRespondentWilling: true, closedAt: now }),
    };
  },
  triage(c, _actor, variant, { secret }) {
    const hasDanger = variant % 4 === 3;
    const colour = pick(colours, Math.floor(variant / 4));
    const hasReason = variant % 2 === 0;
    const security = variant % 3 === 2 ? securityOf(variant) : undefined;
    const now = proposed({ ...c, hasDanger });
    const isRedLowered = colour !== 'red' && (c.colour === 'red' || (now === 'red' && (c.lowered === undefined || isBelow(colour, c.lowered))));
    const isLower = isBelow(colour, higher(c.lowered ?? now, c.colour ?? 'blue'));
    return {
      input: { colour, danger: hasDanger ? danger : safe, track: security ? 'security' : 'people', ...(security && { security }), ...(hasReason && { reason: secret('internal', c) }) },
      holds: !isRedLowered && (hasReason || !isLower) && !(c.hasDanger && !hasDanger) && security?.isMinorAct !== false && security?.exclusions.length !== 1,
      after: () => Object.assign(c, { ...(hasDanger && !c.hasDanger && { dangerOf: new Set(['applicant']) }), hasDanger, colour, isForPolice: security !== undefined, security: security && { ...security }, lowering: undefined }),
    };
  },
  warn(c, actor, variant, { secret }) {
    const isDangerous = variant % 4 !== 3;
    return { input: { danger: isDangerous ? danger : safe, words: secret('internal', c) }, holds: isDangerous, after: () => keepApart(c, actor) };
  },
  proposeLower(c, actor, variant, { secret }) {
    const hasDanger = c.hasDanger && variant % 2 === 0;
    const colour = pick(colours, Math.floor(variant / 2));
    const now = c.colour ?? 'blue';
    const needsTwo = now === 'red' || proposed(c) === 'red' || c.hasDanger !== hasDanger;
    const isLess = c.hasDanger !== hasDanger || isBelow(colour, now);
    return {
      input: { colour, danger: hasDanger ? danger : safe, reason: secret('internal', c) },
      move: needsTwo ? 'proposeLower' : 'lower',
      holds: isLess && !(hasDanger && colour !== 'red'),
      after: () => (needsTwo ? void (c.lowering = { colour, hasDanger, by: actor }) : Object.assign(c, { colour, lowered: undefined })),
    };
  },
  lower(c, actor, variant, { secret }) {
    const isAgreed = variant % 3 !== 0;
    const { lowering } = c;
    return {
      input: { isAgreed, reason: secret('internal', c) },
      move: isAgreed ? 'lower' : 'keepColour',
      holds: lowering !== undefined && (!isAgreed || lowering.by !== actor),
      after: () => Object.assign(c, { lowering: undefined, ...(isAgreed && { colour: lowering?.colour, hasDanger: lowering?.hasDanger, lowered: lowering?.colour, ...(lowering?.hasDanger === false && { dangerOf: new Set() }) }) }),
    };
  },
  contact: (c, _actor, _variant, { secret }) => plain({ words: secret('internal', c) }),
  decline: () => plain({ reason: '这件事归别处，可打12345。' }),
  transfer(c, _actor, variant, { secret }) {
    const isToAccount = variant % 2 === 0;
    return { input: { unit: '物业', words: secret('record', c), ...(isToAccount && { personId: idOf('partner') }) }, holds: true, after: () => void (c.receiver = isToAccount ? 'partner' : undefined) };
  },
  acknowledge: (c, _actor, _variant, { now }) => ({ input: { receivedBy: '前台小林' }, holds: true, after: () => void (c.closedAt = now) }),
  return: (c, _actor, _variant, { secret }) => ({ input: { reason: secret('internal', c) }, holds: true, after: () => void (c.receiver = undefined) }),
  merge(c, _actor, variant, { cases }) {
    const others = cases.filter(({ id }) => id !== c.id);
    const into = others.length > 0 ? pick(others, variant) : c;
    return {
      input: { intoId: into.id },
      holds: into !== c && open.includes(into.state) && !into.isLead && into.grid === c.grid && !(c.hasDanger && !into.hasDanger),
      after: () => takeIn(into, c),
      also: { c: into, move: 'absorb' },
    };
  },
};

function phoneOf({ id }: CaseModel): string {
  return `1390000${String(1000 + (parseInt(id.slice(-4), 36) % 9000))}`;
}

/** 第178、179条: minor acts, and nothing that rules it out. */
function securityOf(variant: number) {
  const n = Math.floor(variant / 3);
  return {
    offence: 'beating', isMinorAct: n % 7 !== 6, exclusions: n % 8 === 7 ? ['hired'] : [], offender: pick(['applicant', 'respondent'] as const, n), hasMinor: n % 3 === 0, isGuardianTold: false,
  };
}

/** What was agreed before anybody knew of the danger is void, and nobody meets. */
function keepApart(c: CaseModel, actor: Actor): void {
  const isNews = isParty(c, actor) || !c.hasDanger; // of what staff add only what is new is anybody's
  Object.assign(c, { hasDanger: true, ...(isNews && { dangerOf: new Set([...c.dangerOf, sideOf(c, actor)]) }), lowering: undefined, lowered: undefined, ...(c.colour && { colour: 'red' }) });
  if (!['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'].includes(c.state)) return;
  Object.assign(c, { session: undefined, agreement: undefined, extension: undefined, extendedDays: 0, acceptedAt: undefined, isRespondentWilling: false });
}

/** More people; the colour that goes with them; and who told goes on hearing of it. */
function takeIn(into: CaseModel, c: CaseModel): void {
  const before = proposed(into);
  if (into.teller !== c.teller) into.people += c.people;
  into.merged.push(...[c.applicant, c.agent, ...c.merged].filter((actor): actor is Actor => actor !== undefined));
  const now: Colour = proposed(into);
  if (into.colour === undefined || now === before) return;
  Object.assign(into, { lowered: undefined, lowering: undefined, colour: higher(now, into.colour) });
}
