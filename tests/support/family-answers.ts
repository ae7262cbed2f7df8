/** What `childcare.*` answers in tests of the parent's pages: 小麦 is at the post, 小满 is booked for tomorrow. */
import type { CarePost, CareSlot, ChildView, VisitSummary, VisitView } from '../../typings/contract/childcare';
import { now, resident } from './home-answers';
import type { Answers } from './page';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const SECRET = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

export const wheat: ChildView = {
  id: 'child-1', nickname: '小麦', birthMonth: '2018-09', age: 7, school: '桐里小学', className: '二年级3班', allergy: '花生过敏', hasAllergy: true,
  guardians: [{ id: resident.id, name: '安然', kinship: 'mother', isMe: true, phone: '139******21' }],
  persons: [{ id: 'p1', name: '外婆', kinship: 'grandparent', phone: '139******61', from: now - HOUR, isToday: false }],
  consent: { version: '2026-11', at: now - 24 * HOUR }, hasFamilyWord: false, hasCard: false, lacking: [], relations: ['guardian'],
}; // prettier-ignore
export const full: ChildView = { ...wheat, id: 'child-2', nickname: '小满', persons: [], lacking: ['班级'] };

export const here: VisitSummary = {
  id: 'visit-1', childId: wheat.id, nickname: wheat.nickname, postId: 'post-1', post: '桐花里警务室', state: 'checkedIn', version: 3, startAt: now - 55 * MINUTE, endAt: now + 25 * MINUTE,
  checkedInAt: now - 53 * MINUTE, withWhom: '尹老师', next: { what: '来接孩子', who: '您', dueAt: now + 25 * MINUTE, isOverdue: false }, relations: ['guardian'], moves: [],
}; // prettier-ignore
export const tomorrow: VisitSummary = {
  id: 'visit-2', childId: full.id, nickname: full.nickname, postId: 'post-1', post: '桐花里警务室', state: 'booked', version: 1, startAt: now + 23 * HOUR, endAt: now + 24 * HOUR,
  next: { what: '放学到警务室', who: '孩子', dueAt: now + 23 * HOUR, isOverdue: false }, relations: ['guardian'], moves: ['cancel'],
}; // prettier-ignore

export function openVisit(visit: VisitSummary, more: Partial<VisitView> = {}): VisitView {
  return { ...visit, now, child: { ...wheat }, activities: [], lines: [{ version: 1, move: 'book', at: now - 5 * HOUR, who: '您' }], ...more };
}

export const post: CarePost = { id: 'post-1', name: '桐花里警务室', placeId: 'c', address: '桐花苑南门', times: [], weekdays: [1, 2, 3, 4, 5], areaM2: 48, seats: 10, bookable: 9 };
export const slots: CareSlot[] = [
  { postId: post.id, startAt: now + 23 * HOUR, endAt: now + 24 * HOUR, bookable: 9, booked: 6, waiting: 0, mine: [] },
  { postId: post.id, startAt: now + 24 * HOUR, endAt: now + 25 * HOUR, bookable: 9, booked: 9, waiting: 2, mine: [] },
];

export const family: Answers = {
  'identity.me': () => ({ ok: true, data: resident }),
  'childcare.children': () => ({ ok: true, data: { children: [wheat, full], visits: [here, tomorrow], now } }),
  'childcare.posts': () => ({ ok: true, data: { posts: [post] } }),
  'childcare.slots': () => ({ ok: true, data: { slots, now } }),
  'childcare.child': () => ({ ok: true, data: wheat }),
  'childcare.secret': ({ input }) => ({ ok: true, data: { visitId: input.id, secret: SECRET, issuedAt: now } }),
};
