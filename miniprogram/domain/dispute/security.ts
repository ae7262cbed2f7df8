/** 治安调解 the security track: police mediate minor acts between people who know each other (程序规定 第178–186条). */
import type { Occurrence, SecurityExclusion, SecurityOffence, Track } from '../../../typings/contract/dispute';
import type { Objection } from '../case/transition';
import type { DisputeFacts } from './facts';
import { securityRetry } from './policy';

export const offenceLabels: Readonly<Record<SecurityOffence, string>> = {
  beating: '殴打他人',
  injury: '故意伤害',
  insult: '侮辱',
  slander: '诽谤',
  falseAccusation: '诬告陷害',
  damage: '故意损毁财物',
  harassment: '干扰他人正常生活',
  privacy: '侵犯隐私',
  intrusion: '非法侵入住宅',
};

/** What rules mediation out, in the order of the article. */
export const exclusionLabels: Readonly<Record<SecurityExclusion, string>> = {
  hired: '雇凶伤人',
  gang: '结伙斗殴或者寻衅滋事',
  repeated: '多次违反治安管理',
  unwilling: '有一方说不愿意调解',
  freshOffence: '调解中又动手',
  fled: '嫌疑人逃跑了',
  other: '别的不宜调解的情形',
};
export const offences = Object.keys(offenceLabels) as readonly SecurityOffence[];
export const exclusions = Object.keys(exclusionLabels) as readonly SecurityExclusion[];

type Why = Objection | undefined;

/** The rules that police mediate by. */
export const rulesOfPolice = '公安机关办理行政案件程序规定';

/** The article by the track: what binds a committee of mediators does not bind police, and the other way round. */
export function basisBy(people: string, article: string): (facts: { readonly track?: Track | undefined }) => string {
  return ({ track }) => (track === 'security' ? `${rulesOfPolice} 第${article}条` : people);
}

/** Bounds of the track; nothing for the others, where they do not apply. */
export function withinSecurity({ track, security }: DisputeFacts): Why {
  if (track !== 'security') return undefined;
  if (!security) return { message: '治安调解要写明是什么行为、是不是情节较轻。' };
  if (!security.isMinorAct) return { message: '情节较轻的才能治安调解，这件事要依法处理。', basis: `${rulesOfPolice} 第178条` };
  const [first] = security.exclusions;
  if (first) return { message: `${exclusionLabels[first]}，不能治安调解，要依法处理。`, basis: `${rulesOfPolice} 第179条` };
  return undefined;
}

/** Before they sit down, a minor's guardian has been told, or need not be: at sixteen, living on the own wages, and not wanting it. */
export function isGuardianTold({ track, security }: DisputeFacts): Why {
  if (track !== 'security' || !security?.hasMinor || security.isGuardianTold) return undefined;
  return { message: '有未成年人，先通知父母或者监护人到场。', basis: `${rulesOfPolice} 第181条` };
}

/** Whoever is suspected comes in person: nobody speaks for them. */
export function mayBeRepresented({ track, security, groups }: DisputeFacts): Why {
  if (track !== 'security' || !security || (groups?.[security.offender] ?? []).length === 0) return undefined;
  return { message: '违法嫌疑人不能委托别人参加调解，要本人来。', basis: `${rulesOfPolice} 第181条` };
}

/** Police write down what was agreed, and both sign it: a word is not enough. */
export function isWritten({ track, agreement }: DisputeFacts): Why {
  if (track !== 'security' || agreement?.form !== 'oral') return undefined;
  return { message: '治安调解谈成了，要写成协议书，双方签名，不能只说同意。', basis: `${rulesOfPolice} 第184条` };
}

/** The second mediation by police has its end by law; no party moves it. */
export function mayTakeLonger({ track, retryUntil }: DisputeFacts): Why {
  if (track !== 'security' || retryUntil === undefined) return undefined;
  return { message: '再次调解要在第一次调解后的7个工作日内完成，不能延长。', basis: `${rulesOfPolice} 第183条` };
}

/** A second time is that of 第183条 alone: not after a fresh threat (第179条), and a promise that was broken is dealt with by law (第185条). */
export function isFirstByPolice({ track, held = [] }: DisputeFacts): Why {
  if (track !== 'security' || !held.some(({ isByPolice }) => isByPolice)) return undefined;
  return { message: '警方已经调解过，不能从头再来。违法行为依法处理，民事的部分可以改走人民调解。', basis: `${rulesOfPolice} 第183条` };
}

/** Police mediate once more at most, and soon. */
export function withinRetry({ track, retries = 0, retryUntil }: DisputeFacts, at: number): Why {
  if (track !== 'security') return undefined;
  if (retries <= securityRetry.times && retryUntil !== undefined && at <= retryUntil) return undefined;
  return { message: '治安调解只能再调一次，并且要在第一次调解后的7个工作日内。', basis: `${rulesOfPolice} 第183条` };
}

/** When, where and why it happened stands in the agreement, and it has happened already. */
export function isToldWhole({ track, agreement }: DisputeFacts, at: number): Why {
  if (track !== 'security' || !agreement) return undefined;
  return occurredBefore(agreement.occurrence, at);
}

function occurredBefore(occurrence: Occurrence | undefined, at: number): Why {
  if (!occurrence) return { message: '请写明案件发生的时间、地点、起因、情节和结果。', basis: `${rulesOfPolice} 第184条` };
  return occurrence.at > at ? { message: '案件发生的时间还没有到，请再看看。' } : undefined;
}

/** On the spot: minor and clear, no loss that anybody disputes, both agree and do it at once, and paper or recording shows it. */
export function canSettleByPolice(facts: DisputeFacts, at: number): Why {
  const { spot, track, applicant, respondent } = facts;
  if (track !== 'security') return { message: '先分流到治安调解，写明是什么行为。' };
  const outside = withinSecurity(facts) ?? isGuardianTold(facts);
  if (outside || !spot) return outside ?? { message: '请写明当场怎么说好的。' };
  const basis = `${rulesOfPolice} 第178条`;
  if (!spot.isClear) return { message: '事实清楚、因果关系明确的，才能当场调解。', basis };
  if (!spot.isLossUndisputed) return { message: '对医疗费用、物品损失的赔付有争议的，不能当场调解。', basis };
  if (applicant.consentedAt === undefined || respondent?.consentedAt === undefined || !spot.isPerformed) return { message: '要双方都同意当场调解，并且当场履行。', basis };
  if (spot.proof === 'paper' && spot.file === undefined) return { message: '请拍下双方签名的调解协议书。', basis };
  if (spot.proof === 'recording' && spot.recording === undefined) return { message: '请写明现场录音录像存在哪里。', basis };
  return occurredBefore(spot.occurrence, at);
}
