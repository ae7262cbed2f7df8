/** Asked for until both sit down: the respondent, the group, the helpers, the mediator. */
import type { Channel, Side } from '../../../typings/contract/dispute';
import { DAY } from '../../../miniprogram/domain/time/format';
import { idOf, type Actor } from './people';
import { agreed, isParty, maySpeak, mayTalk, pick, plain, sideFor, sideOf, type Asks, type Attempted, type CaseModel, type Helper, type Member } from './model';

const channels: readonly Channel[] = ['call', 'door', 'note', 'share'];

export const inviting: Asks = {
  invite(c, _actor, variant, { secret }) {
    const names = variant % 3 === 0;
    const channel = pick(channels, variant);
    return {
      input: { channel, isReached: true, words: secret('internal', c), ...(names && { respondent: { name: c.respondentName, phone: '13900000077' } }) },
      holds: (names ? c.respondent === undefined : c.hasRespondent) && !c.hasDanger,
      after: () => tried(c, channel),
    };
  },
  makeInvitation(c, actor, variant) {
    const names = variant % 3 === 0;
    const channel = pick(['share', 'note'] as const, variant);
    const word = pick(['桂花', '石桥', '小猫'], variant);
    return {
      input: { channel, word, ...(names && { respondent: { name: c.respondentName, phone: '13900000077' } }) },
      move: c.state === 'triaged' || c.state === 'inviting' ? 'invite' : 'letIn',
      holds: c.respondent === undefined && (names || c.hasRespondent) && !(c.hasDanger && (c.state === 'triaged' || c.state === 'inviting')),
      after(answer) {
        const { code, expiresAt } = answer as { code: string; expiresAt: number };
        voidLetters(c);
        c.letters.push({ code, word, madeBy: actor, expiresAt, wrong: 0, isVoid: false });
        tried(c, channel);
      },
    };
  },
  revokeInvitation: (c, _actor, _variant, { secret }) => ({
    input: { reason: secret('internal', c) },
    holds: c.respondent === undefined && c.letters.some(({ isVoid }) => !isVoid),
    after: () => voidLetters(c),
  }),
  consent(c, _actor, variant) {
    const isRightsNoticeRead = variant % 4 !== 3;
    return { input: { isRightsNoticeRead }, holds: isRightsNoticeRead, after: () => void (c.isRespondentWilling = true) };
  },
  tell: (c, _actor, _variant, { secret }) => plain({ words: secret('side', c) }),
  unreachable: (c, _actor, _variant, { secret }) => ({
    input: { words: secret('internal', c) },
    holds: !c.isRespondentWilling && c.tries.length >= 3 && new Set(c.tries).size >= 2,
    after: () => undefined,
  }),
  correctRespondent(c, _actor, _variant, { secret }) {
    const after = () => {
      voidLetters(c);
      c.round += 1;
      const { applicant } = c.groups;
      const isSamePerson = c.respondentName === '另一位住户'; // police who sat with this one have sat
      Object.assign(c, {
        hasRespondent: true, respondentName: '另一位住户', isRespondentWilling: false, hasDeclared: false, respondent: undefined, mediator: undefined, agreement: undefined, session: undefined,
        tries: [], ...(!isSamePerson && { policeSatAt: undefined, retries: 0 }), acceptedAt: undefined, extension: undefined, extendedDays: 0, groups: applicant ? { applicant } : {}, ...(c.panel && { panel: { ...c.panel, consents: new Set() } }),
      });
    };
    return { input: { respondent: { name: '另一位住户', phone: '13900000078' }, reason: secret('record', c) }, holds: true, after };
  },
  refuse: (c, actor, variant, { secret }) => {
    const side = pick(['applicant', 'respondent'] as const, variant);
    return { input: { side, reason: isParty(c, actor) ? secret('reason', c) : '不愿意谈。' }, holds: !isParty(c, actor) || side === sideOf(c, actor), after: () => undefined };
  },
  accept(c, _actor, variant, { now, secret }) {
    const [hasRespondentAgreed, isRightsNoticeRead, hasApplicantAgreed, isHeard] = [variant % 3 !== 0, variant % 5 !== 4, variant % 2 === 0, variant % 4 !== 0];
    const mustBeHeard = c.respondent !== undefined && !c.isRespondentWilling; // nobody says yes for somebody with an account
    const willing = { ...c, isRespondentWilling: c.isRespondentWilling || hasRespondentAgreed, isApplicantWilling: c.isApplicantWilling || hasApplicantAgreed };
    return {
      input: { hasRespondentAgreed, isRightsNoticeRead, hasApplicantAgreed, ...(isHeard && { heard: { at: now, words: secret('internal', c) } }) },
      holds: isRightsNoticeRead && (isHeard || !mustBeHeard) && c.hasRespondent && mayTalk(willing) && !(c.isForPolice && c.policeSatAt !== undefined), // 第183条: once more by a retry alone
      after: () => Object.assign(c, { isRespondentWilling: true, isApplicantWilling: true, acceptedAt: now, deadlineAt: now + (30 + c.extendedDays) * DAY }),
    };
  },
  group(c, _actor, variant, { now }) {
    const side = pick(['applicant', 'respondent'] as const, Math.floor(variant / 2));
    const told = pick(groups, variant);
    const speaking = told.filter(({ isRepresentative }) => isRepresentative).length;
    return {
      input: { side, members: told.map((member, n) => ({ name: `住户${n + 1}`, ...member })) },
      holds: told.length === 0 || (speaking >= 1 && speaking <= 5),
      after: () => void (c.groups = { ...c.groups, [side]: told.map((member) => ({ ...member, hasAgreed: member.hasAgreed && c.agreement !== undefined })) }),
      follows: () => agreed(c, now),
    };
  },
  formPanel: (c, actor, variant) => formPanel(c, actor, variant),
  declare(c, actor, variant) {
    const hasNoConflict = variant % 5 !== 4;
    const after = () => {
      const members = c.panel?.members.map((member) => (member.actor === actor && !member.hasLeft ? { ...member, hasDeclared: hasNoConflict, hasLeft: !hasNoConflict } : member)) ?? [];
      if (c.panel) c.panel = { ...c.panel, members, ...(!hasNoConflict && { consents: new Set() }) };
      Object.assign(c, helpersOf(members));
    };
    return { input: { hasNoConflict }, holds: true, after };
  },
  consentPanel(c, actor, variant) {
    const side: Side = sideFor(c, actor, variant);
    return { input: { side }, holds: c.panel !== undefined && maySpeak(c, actor, side), after: () => void (c.panel &&= { ...c.panel, consents: new Set([...c.panel.consents, side]) }) };
  },
  assign: (c, _actor, variant) => choose(c, pick<Actor>(c.isForPolice ? ['officer', 'officer2', 'mediator'] : ['mediator', 'mediator', 'mediator2', 'officer'], variant), {}),
  cover(c, _actor, variant, { secret }) {
    const chosen = pick<Actor>(c.isForPolice ? ['officer2', 'officer', 'mediator'] : ['mediator2', 'mediator', 'officer'], variant);
    const { input, holds, after } = choose(c, chosen, { reason: secret('internal', c) });
    return { input, holds: holds === true && chosen !== c.mediator, after: (answer) => (after(answer), void (c.session = undefined)) };
  },
};

/** Groups of every kind: too many who speak, nobody who speaks, some who have not agreed, all who have, nobody at all. */
const groups: readonly (readonly Member[])[] = [
  [speaker(true, true), quiet(true, true)],
  Array.from({ length: 6 }, () => speaker(true, true)),
  [speaker(true, true), quiet(false, false)],
  [quiet(true, true)],
  [],
  [...Array.from({ length: 5 }, () => speaker(true, false)), quiet(true, true)],
];

function speaker(hasConsented: boolean, hasAgreed: boolean): Member {
  return { isRepresentative: true, hasConsented, hasAgreed };
}

function quiet(hasConsented: boolean, hasAgreed: boolean): Member {
  return { isRepresentative: false, hasConsented, hasAgreed };
}

function tried(c: CaseModel, channel: Channel): void {
  c.hasRespondent = true;
  c.tries.push(channel);
}

function voidLetters({ letters }: CaseModel): void {
  for (const letter of letters) letter.isVoid = true;
}

/** Nobody mediates the own case, or one that he wrote down. */
function choose(c: CaseModel, chosen: Actor, more: Record<string, unknown>): Attempted {
  const mayMediate = c.isForPolice ? chosen === 'officer' || chosen === 'officer2' : chosen === 'mediator' || chosen === 'mediator2';
  return { input: { mediatorId: idOf(chosen), ...more }, holds: mayMediate && chosen !== c.agent, after: () => Object.assign(c, { mediator: chosen, hasDeclared: false }) };
}

type Asked = Omit<Helper, 'hasLeft'>;

/** Which posts each must have [S]. */
const posts = { threePlusN: ['leader', 'officer', 'auxiliary'], experts: ['expert'], fivePlus: ['officer', 'lawyer', 'property', 'gridHead', 'gridWorker'] };
/** Whole ones and one that lacks a post. */
const panels: readonly { readonly template: keyof typeof posts; readonly members: readonly Asked[] }[] = [
  { template: 'experts', members: [{ post: 'expert', name: '懂防水的人', hasDeclared: true }, { post: 'property', name: '物业的人', actor: 'partner', hasDeclared: true }] },
  { template: 'experts', members: [{ post: 'expert', name: '懂防水的人', hasDeclared: false }] },
  { template: 'threePlusN', members: [{ post: 'leader', name: '所长', actor: 'leader', hasDeclared: true }, { post: 'officer', name: '沈警官', actor: 'officer', hasDeclared: true }, { post: 'auxiliary', name: '程辅警', actor: 'auxiliary', hasDeclared: true }] },
  { template: 'fivePlus', members: [{ post: 'officer', name: '沈警官', actor: 'officer', hasDeclared: true }, { post: 'lawyer', name: '律师', hasDeclared: true }] },
];

/** Who declared need not again, who left stays out, and other people are agreed to anew. */
function formPanel(c: CaseModel, actor: Actor, variant: number): Attempted {
  const { template, members: wanted } = pick(panels, variant);
  const before = c.panel?.members ?? [];
  const gone = before.filter(({ hasLeft }) => hasLeft);
  const present = before.filter(({ hasLeft }) => !hasLeft);
  const same = (one: Asked, other: Asked) => one.post === other.post && one.actor === other.actor && (one.actor !== undefined || one.name === other.name);
  const kept = wanted.filter((member) => member.actor === undefined || !gone.some((left) => left.actor === member.actor));
  const said = ({ actor: helper, hasDeclared }: Asked) => hasDeclared && (helper === undefined || helper === actor);
  const members = kept.map((member): Helper => ({ ...member, hasLeft: false, hasDeclared: said(member) || before.some((known) => same(known, member) && known.hasDeclared) }));
  const isUnchanged = present.length === members.length && members.every((member) => present.some((known) => same(known, member)));
  return {
    input: { template, members: wanted.map(({ post, name, actor: helper, hasDeclared }) => ({ post, name, hasNoConflict: hasDeclared, ...(helper && { personId: idOf(helper) }) })) },
    holds: posts[template].every((post) => kept.some((member) => member.post === post)) && !wanted.some(({ actor: helper }) => helper !== undefined && helper === c.agent),
    after() {
      c.panel = { template, members: [...members, ...gone], consents: isUnchanged ? (c.panel?.consents ?? new Set()) : new Set() };
      Object.assign(c, helpersOf(c.panel.members));
    },
  };
}

function helpersOf(members: readonly Helper[]): Pick<CaseModel, 'helpers' | 'silent'> {
  const present = members.flatMap(({ actor, hasLeft, hasDeclared }) => (actor !== undefined && !hasLeft ? [{ actor, hasDeclared }] : []));
  return { helpers: present.map(({ actor }) => actor), silent: present.filter(({ hasDeclared }) => !hasDeclared).map(({ actor }) => actor) };
}

/** Helpers sit down with the parties when every post is taken, each has declared and both parties agreed (人民调解法 第20条). */
export function isPanelReady({ panel }: CaseModel): boolean {
  const present = panel?.members.filter(({ hasLeft }) => !hasLeft) ?? [];
  if (!panel || present.length === 0) return true;
  const isWhole = (posts[panel.template as keyof typeof posts] as readonly string[]).every((post) => present.some((member) => member.post === post));
  return isWhole && panel.consents.size === 2 && present.every(({ hasDeclared }) => hasDeclared);
}
