/** What `dispute.open` answers in tests of pages: the applicant's view of a quarrel about noise, and what a test changes. */
import type { AgreementView, DisputeView } from '../../typings/contract/dispute';
import { now } from './home-answers';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const noDanger = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

export const noise: DisputeView = {
  id: 'case-1', number: '桂花27', version: 3, state: 'inviting', category: 'noise', place: '桐花苑 3号楼', excerpt: '楼上夜里咚咚响', hasDanger: false,
  openedAt: now - 2 * DAY, relations: ['applicant'], moves: ['refuse', 'withdraw'], now, source: 'app', danger: noDanger,
  story: '楼上夜里咚咚响', photos: [], sessionsHeld: 0, remedies: [], similar: [], contactTries: 1,
  groups: [], whistles: [], tasks: [], followUps: [], contests: 0, linked: [],
  next: { what: '等对方答复', who: '对方', dueAt: now + 2 * DAY, isOverdue: false },
  parties: [
    { side: 'applicant', name: '韦德顺', isMe: true, phone: '139******21', hasConsented: true, hasSigned: false },
    { side: 'respondent', name: '王*四', isMe: false, hasConsented: true, hasSigned: false },
  ],
  lines: [
    { version: 3, move: 'invite', state: 'inviting', at: now - HOUR, who: '沈警官', words: '打过电话了', isInternal: false },
    { version: 2, move: 'triage', state: 'triaged', at: now - DAY, who: '沈警官', isInternal: false },
    { version: 1, move: 'file', state: 'submitted', at: now - 2 * DAY, who: '您', isInternal: false },
  ],
};

export const agreement: AgreementView = {
  form: 'written',
  facts: '两家为夜里的响动吵过两次。',
  digest: 'a'.repeat(64),
  signedBy: [],
  photos: [],
  clauses: [
    { side: 'respondent', what: '给椅子脚贴上毛毡', byDay: '2026-03-06', proof: '调解员上门看一次', state: 'open', photos: [] },
    { side: 'applicant', what: '有响动先说一声', byDay: '2026-03-10', proof: '双方都这样说', state: 'open', photos: [] },
  ],
};

export function aView(changes: Partial<DisputeView> = {}): DisputeView {
  return { ...noise, ...changes };
}

/** They talk, and the agreement is written. */
export const readyToSign = aView({ state: 'mediating', moves: ['refuse', 'sign', 'fail', 'withdraw'], agreement });
/** They agreed, and have yet to keep it. */
export const toBeKept = aView({ state: 'performing', moves: ['prove', 'default'], agreement });
