/** What the childcare actions answer in tests of pages for staff: one afternoon at 桐花里. */
import type { RosterBoard, RosterChild, VisitView } from '../../typings/contract/childcare';
import { now } from './home-answers';

const MINUTE = 60_000;
const person = { id: 'gran', name: '外婆', kinship: 'grandparent' as const, phone: '139******61', from: now - MINUTE, isToday: false };

export const coming: RosterChild = {
  visitId: 'visit-1', childId: 'child-1', nickname: '贝贝', age: 12, state: 'expected', startAt: now - 5 * MINUTE, endAt: now + 85 * MINUTE,
  hasAllergy: true, lateMinutes: 5, moves: ['checkIn', 'cancel', 'note'], version: 3,
}; // prettier-ignore

export const here: RosterChild = {
  ...coming, visitId: 'visit-2', childId: 'child-2', nickname: '阿橙', age: 10, state: 'checkedIn', hasAllergy: false, endAt: now - 17 * MINUTE,
  lateMinutes: 17, todo: '还没人接，请给两位家长打电话', moves: ['activity', 'note', 'ask', 'claimOffline'],
}; // prettier-ignore

export const roster: RosterBoard = {
  now, postId: 'post-1', post: '桐花里警务室', capacity: 10, present: 1, light: 'green', carers: [{ id: 'c1', name: '尹晓棠', isMe: true }], mayShift: true, mayWalkIn: true,
  children: [coming, here],
  offline: { validUntil: now + 120 * MINUTE, lines: [{ visitId: 'visit-2', personId: 'gran', name: '外婆', signature: `${now}.${'s'.repeat(43)}` }] },
}; // prettier-ignore

export const visit: VisitView = {
  id: 'visit-2', childId: 'child-2', nickname: '阿橙', postId: 'post-1', post: '桐花里警务室', state: 'checkedIn', version: 4, startAt: now - 90 * MINUTE, endAt: now + 30 * MINUTE,
  relations: ['carer'], moves: ['activity', 'note', 'ask', 'claimOffline'], now, activities: [], lines: [],
  child: {
    nickname: '阿橙', age: 10, school: '桐里小学', hasAllergy: false, hasFamilyWord: true, persons: [person],
    guardians: [{ id: 'mother', name: '安然', kinship: 'mother', isMe: false, phone: '139******23' }],
  },
}; // prettier-ignore

export const pending: VisitView = { ...visit, state: 'pickupPending', version: 5, moves: ['release', 'refuseRelease', 'back'], asked: { name: '外婆', proof: 'callback', at: now } };
