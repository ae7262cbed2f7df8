/** How a story's cases begin: told, noticed, or left over from an agreement in part. */
import { BUILDING, OTHER_BUILDING } from '../../support/community';
import { DAY } from '../../../miniprogram/domain/time/format';
import { danger, harmedOf, pick, safe, withEach, type CaseModel } from './model';
import type { Actor } from './people';

/** The resident's own, who tells with an account. */
const ownPhone = '13900000021';

interface Opening {
  readonly input: Record<string, unknown>;
  readonly mayOpen: boolean;
  readonly model: (id: string, openedAt: number) => CaseModel;
}

export function openingOf(move: 'file' | 'notice', by: Actor, variant: number, story: string, cases: readonly CaseModel[]): Opening {
  const [isOwn, isElsewhere, isLead] = [move === 'file' && by === 'resident', variant % 5 === 4, move === 'notice'];
  const category = variant % 4 === 3 ? ('property' as const) : ('noise' as const);
  const hasRespondent = !isLead && variant % 3 !== 2;
  const hasDanger = variant % 7 === 6;
  const people = pick([1, 1, 4, 1, 12], variant);
  const phone = `1390001${String(1000 + cases.length)}`;
  const hasAgreed = variant % 6 !== 5;
  const input = {
    category,
    story: `${story}楼上夜里一直响。`,
    buildingId: isElsewhere ? OTHER_BUILDING : BUILDING,
    door: '2单元401',
    danger: hasDanger ? danger : safe,
    ...(people > 1 && { peopleCount: people }),
    ...(hasRespondent && { respondent: { name: '楼上住户', phone: '13900000077' } }),
    ...(!isOwn && !isLead && { applicant: { name: '来说事的人', phone, hasAgreed } }),
  };
  const [grid, teller] = [isElsewhere ? ('grid02' as const) : ('grid01' as const), isOwn ? ownPhone : phone];
  const model = (id: string, openedAt: number): CaseModel => ({
    ...blank(), id, category, openedAt, grid, isLead, ...(isOwn ? { applicant: by } : { agent: by }), teller, hasRespondent, respondentName: '楼上住户',
    isApplicantWilling: !isLead, hasDanger, dangerOf: new Set(hasDanger ? ['applicant'] : []), people, told: toldBefore({ teller, category, grid }, openedAt, cases), state: isLead ? 'lead' : 'submitted',
  });
  const mayOpen = isLead ? maySpeakFor(by, isElsewhere) && !talkers.includes(by) : isOwn || (hasAgreed && maySpeakFor(by, isElsewhere));
  return { input, mayOpen, model };
}

/** What a partial agreement left open: the same people, asked anew, and nothing is graded yet. */
export function restOf(from: CaseModel, id: string, openedAt: number): CaseModel {
  const { category, grid, applicant, agent, teller, respondent, hasRespondent, respondentName, hasDanger, dangerOf, people, groups } = from;
  return {
    ...blank(), id, category, openedAt, grid, isLead: false, ...(applicant && { applicant }), ...(agent && { agent }), respondent, teller, hasRespondent, respondentName,
    isApplicantWilling: false, hasDanger, dangerOf, people, groups: withEach(groups, { hasConsented: false, hasAgreed: false }), state: 'submitted',
  };
}

/** 第185条: the person harmed asks for the damages, and is the applicant there. */
export function damagesOf(from: CaseModel, id: string, openedAt: number): CaseModel {
  const rest = restOf(from, id, openedAt);
  if (harmedOf(from) === 'applicant') return { ...rest, isApplicantWilling: true };
  const { applicant: other, agent: _others, respondent: asking, groups, ...kept } = rest;
  return {
    ...kept, ...(asking && { applicant: asking }), respondent: other, teller: `harmed in ${from.id}`, isApplicantWilling: true, hasRespondent: true, respondentName: '来说事的人',
    groups: { ...(groups.respondent && { applicant: groups.respondent }), ...(groups.applicant && { respondent: groups.applicant }) },
  };
}

/** What every case begins with. */
function blank() {
  return {
    version: 1, isForPolice: false, hasDamages: false, helpers: [], silent: [], satWith: [], retries: 0, hasDeclared: false, isRespondentWilling: false, failures: 0, told: { month: 0, quarter: 0 }, extendedDays: 0, digest: '', round: 1,
    groups: {}, tries: [], letters: [], whistles: [], tasks: [], merged: [],
  } satisfies Partial<CaseModel>;
}

/** The same person, of the same kind of thing, in the same building. */
function toldBefore({ teller, category, grid }: Pick<CaseModel, 'teller' | 'category' | 'grid'>, now: number, cases: readonly CaseModel[]): CaseModel['told'] {
  const own = cases.filter((c) => c.teller === teller && c.category === category && c.grid === grid && !c.isLead);
  const within = (days: number) => own.filter(({ openedAt }) => openedAt > now - days * DAY).length;
  return { month: within(30), quarter: within(90) };
}

/** Those who write down what a party told, and notice nothing by themselves. */
const talkers: readonly Actor[] = ['auxiliary', 'leader', 'mediator', 'mediator2'];

/** A neighbour's word is taken down by whoever holds an office where it happened; an admin and a unit hold none of those. */
function maySpeakFor(actor: Actor, isElsewhere: boolean): boolean {
  if (actor === 'gridWorker') return !isElsewhere;
  if (actor === 'otherGridWorker') return isElsewhere;
  return ['officer', 'officer2', 'volunteer', ...talkers].includes(actor);
}
