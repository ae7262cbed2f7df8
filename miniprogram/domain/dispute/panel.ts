/** Panels: who sits beside the mediator, as templates; and groups, for whom a few speak. */
import type { PanelPost, PanelTemplate, Side } from '../../../typings/contract/dispute';
import type { Objection } from '../case/transition';
import type { DisputeFacts, Panel, PanelMember } from './facts';
import { mostRepresentatives } from './policy';
import { basisBy } from './security';

type Why = Objection | undefined;

export const postLabels: Readonly<Record<PanelPost, string>> = {
  leader: '所领导',
  officer: '民警',
  auxiliary: '辅警',
  lawyer: '律师',
  property: '物业',
  gridHead: '网格长',
  gridWorker: '网格员',
  prosecutor: '检察官',
  judge: '法官',
  justiceOffice: '司法所',
  expert: '专家',
  department: '有关部门',
  acquaintance: '亲友邻里',
  mediator: '共同调解员',
};

/** Which posts each needs; more may join (from reports of real posts). */
export const panelTemplates: Readonly<Record<PanelTemplate, { readonly name: string; readonly about: string; readonly posts: readonly PanelPost[] }>> = {
  threePlusN: { name: '所里加部门（3+N）', about: '所领导、民警、辅警，再请有关部门', posts: ['leader', 'officer', 'auxiliary'] },
  fivePlus: { name: '社区五方（5+）', about: '民警、律师、物业、网格长、网格员', posts: ['officer', 'lawyer', 'property', 'gridHead', 'gridWorker'] },
  threeOfficersOneTeacher: { name: '三官一师', about: '警官、检察官、法官和律师', posts: ['officer', 'prosecutor', 'judge', 'lawyer'] },
  threeStationsOneCourt: { name: '三所一庭', about: '派出所、司法所、律师事务所和法庭', posts: ['officer', 'justiceOffice', 'lawyer', 'judge'] },
  experts: { name: '专家库', about: '懂这件事的人', posts: ['expert'] },
  // 人民调解法 第20条; for police, 程序规定 第182条
  acquaintances: { name: '熟人', about: '亲属、邻里、同事，或者居委会的人', posts: ['acquaintance'] },
  // 人民调解法 第19条: one or several mediators, whom the parties accept
  together: { name: '共同调解', about: '再请一位或几位调解员，和主持的调解员一起谈', posts: ['mediator'] },
};

export const panelTemplateNames = ['threePlusN', 'fivePlus', 'threeOfficersOneTeacher', 'threeStationsOneCourt', 'experts', 'acquaintances', 'together'] as const satisfies readonly PanelTemplate[];
export const panelPosts = [
  'leader', 'officer', 'auxiliary', 'lawyer', 'property', 'gridHead', 'gridWorker', 'prosecutor', 'judge', 'justiceOffice', 'expert', 'department', 'acquaintance', 'mediator',
] as const satisfies readonly PanelPost[]; // prettier-ignore

/**
 * A panel as it is asked for, after an earlier one. Who has declared need not do so again, who left for an interest of
 * the own stays out, and other people than the parties agreed to are agreed to anew.
 */
export function formedPanel(earlier: Panel | undefined, { template, members: asked }: Omit<Panel, 'consents'>): Panel {
  const before = earlier?.members ?? [];
  const left = before.filter(({ leftAt }) => leftAt !== undefined);
  const members = asked
    .filter(({ personId }) => personId === undefined || !left.some((gone) => gone.personId === personId))
    .map((member) => ({ ...member, hasDeclared: member.hasDeclared || before.some((known) => isSame(known, member) && known.hasDeclared) }));
  const present = before.filter(({ leftAt }) => leftAt === undefined);
  const isUnchanged = present.length === members.length && members.every((member) => present.some((known) => isSame(known, member)));
  return { template, members: [...members, ...left], consents: isUnchanged ? (earlier?.consents ?? []) : [] };
}

/** 共同调解员: those who mediate beside the one who leads it (人民调解法 第19条). */
export function coMediatorsOf({ panel }: Pick<DisputeFacts, 'panel'>): readonly PanelMember[] {
  return (panel?.members ?? []).filter(({ post, leftAt }) => post === 'mediator' && leftAt === undefined);
}

/** What a helper says of the own interest. Who has one leaves, and with that it is another panel. */
export function declaredPanel({ members, consents, ...panel }: Panel, personId: string, hasNoConflict: boolean, at: number): Panel {
  const said = members.map((member) => {
    if (member.personId !== personId || member.leftAt !== undefined) return member;
    return hasNoConflict ? { ...member, hasDeclared: true } : { ...member, hasDeclared: false, leftAt: at };
  });
  return { ...panel, members: said, consents: hasNoConflict ? consents : [] };
}

type Person = Pick<Panel['members'][number], 'post' | 'name' | 'personId'>;

function isSame(one: Person, other: Person): boolean {
  return one.post === other.post && (one.personId === undefined ? other.personId === undefined && one.name === other.name : one.personId === other.personId);
}

/** Every post of the template is taken by somebody who has not left. */
export function isPanelWhole({ panel }: Pick<DisputeFacts, 'panel'>): Why {
  if (!panel) return { message: '请选一个组合。' };
  const lacking = panelTemplates[panel.template].posts.find((post) => !panel.members.some((member) => member.post === post && member.leftAt === undefined));
  return lacking && { message: `还缺${postLabels[lacking]}。` };
}

export function hasPanel({ panel }: DisputeFacts): Why {
  return panel ? undefined : { message: '还没有请人来帮忙。' };
}

/** Helpers sit down with the parties when each has declared and both parties agreed (人民调解法 第20条; 程序规定 第182条). */
export function mayHelp({ panel, track }: DisputeFacts): Why {
  const present = (panel?.members ?? []).filter(({ leftAt }) => leftAt === undefined);
  if (!panel || present.length === 0) return undefined;
  const empty = isPanelWhole({ panel });
  if (empty) return { message: `帮忙的人${empty.message}` };
  const silent = present.find(({ hasDeclared }) => !hasDeclared);
  if (silent) return { message: `${silent.name}还没有说明和双方没有利害关系。` };
  if (panel.consents.length < 2) return { message: '请人来帮忙调解，要双方都同意。', basis: basisBy('人民调解法 第20条', '182')({ track }) };
  return undefined;
}

/** A few speak for many, and each of the many has agreed. */
export function isGroupWhole({ groups }: DisputeFacts): Why {
  for (const side of ['applicant', 'respondent'] as const satisfies readonly Side[]) {
    const members = groups?.[side];
    if (!members || members.length === 0) continue;
    const speaking = members.filter(({ isRepresentative }) => isRepresentative).length;
    if (speaking === 0) return { message: '请选出代表。' };
    if (speaking > mostRepresentatives) return { message: `代表最多 ${mostRepresentatives} 人。` };
  }
  return undefined;
}

/** To a text that was written anew nobody has agreed yet. */
export function groupsAskedAnew({ groups }: Pick<DisputeFacts, 'groups'>): Pick<DisputeFacts, 'groups'> {
  return groups ? { groups: Object.fromEntries(Object.entries(groups).map(([side, members]) => [side, members.map((member) => ({ ...member, hasAgreed: false }))])) } : {};
}

/** Before mediation begins each person has agreed to it; before an agreement holds, to its text. */
export function hasEachConsented(facts: DisputeFacts): Why {
  return lacking(facts, 'hasConsented', '还没有同意调解');
}

export function hasEachAgreed(facts: DisputeFacts): Why {
  return lacking(facts, 'hasAgreed', '还没有同意这份约定');
}

function lacking({ groups, track }: DisputeFacts, what: 'hasConsented' | 'hasAgreed', words: string): Why {
  const silent = Object.values(groups ?? {}).flat().filter((member) => !member[what]);
  const [first] = silent;
  if (!first) return undefined;
  return { message: silent.length === 1 ? `${first.name}${words}。` : `${first.name}等 ${silent.length} 人${words}。`, basis: basisBy('人民调解法 第17条', '180')({ track }) };
}
