/** How many children a post can have: floor, seats and carers; one seat for a child at the door; two adults always. */
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost, VisitSummary } from '../../typings/contract/childcare';
import { type Community, startCommunity } from '../support/community';
import { visitDocument } from '../support/care-door';
import { nextSchoolDay, slotDocument, strike } from '../support/care-queues';
import { comeToWork, momentAt, openPost, registerChild } from '../support/childcare';


let community: Community;
/** Each rule has a day of its own. */
let day = '';
let startAt = 0;

beforeAll(async () => {
  community = await startCommunity('2026-03-02 09:00');
}, 60_000);
beforeEach(async () => {
  day = nextSchoolDay(day);
  startAt = momentAt(day, 15, 40);
  await community.cloud.at(`${day} 12:00`);
});
afterAll(() => community.stop());

const book = async (post: CarePost, nickname: string, birthMonth = '2017-09'): Promise<VisitSummary> => {
  const child = await registerChild(community, 'resident', { nickname, birthMonth });
  return community.as('resident').get('childcare.book', { childId: child.id, postId: post.id, startAt });
};
const boardOf = ({ id }: CarePost) => community.as('carer').get('childcare.board', { postId: id });
const savePost = (post: CarePost, room: { areaM2: number; seats: number }) => {
  const { id, name, address, times, weekdays } = post;
  return community.as('leader').get('childcare.savePost', { id, name, address, times, weekdays, placeId: 'community', ...room });
};
const walkIn = (post: CarePost, nickname: string) =>
  community.as('carer').ask('childcare.walkIn', { postId: post.id, nickname, birthMonth: '2017-01', guardianPhone: '13900000071', hasVerbalConsent: true });

test.each([
  [48, 10, 9],
  [24, 6, 5],
  [24, 10, 5], // the floor
  [200, 40, 15], // two carers, and one of the children may be six
  [4, 1, 0],
])('%i m² and %i seats are %i that can be booked', async (areaM2, seats, bookable) => {
  expect((await openPost(community, { areaM2, seats })).bookable).toBe(bookable);
});

test('without two adults nobody is taken in; with them the light is green', async () => {
  const { as } = community;
  const post = await openPost(community);
  const { id } = await book(post, '小麦');
  await comeToWork(community, post, ['carer']);
  await strike(community, `${day} 15:45`);
  expect(await as('carer').ask('childcare.checkIn', { id })).toMatchObject({ ok: false, error: { code: 'REFUSED', basis: '未成年人保护法 第62条' } });
  expect((await boardOf(post)).light).toBe('amber');
  await comeToWork(community, post, ['carer2']);
  expect(await as('carer').get('childcare.checkIn', { id })).toMatchObject({ state: 'checkedIn' });
  expect(await boardOf(post)).toMatchObject({ light: 'green', present: 1, capacity: 10 });
});

test('when carers leave no child is sent away, nobody new is taken in, and the leader is alarmed', async () => {
  const { as } = community;
  const post = await openPost(community);
  const [first, second] = [await book(post, '小麦'), await book(post, '小满')];
  await comeToWork(community, post);
  await strike(community, `${day} 15:45`);
  await as('carer').get('childcare.checkIn', { id: first.id });
  await as('carer2').get('childcare.shift', { postId: post.id, isOn: false });
  expect(await boardOf(post)).toMatchObject({ light: 'red', present: 1 });
  expect(await as('carer').ask('childcare.checkIn', { id: second.id })).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
  expect((await visitDocument(community, first.id)).state).toBe('checkedIn');
  const { messages } = await as('leader').get('identity.inbox', {});
  expect(messages.map(({ sentence }) => sentence)).toContain('桐花里警务室在岗的大人只有 1 位，有 1 个孩子在，请马上安排人。');
});

test('a leaving carer and a check-in at once: never a child more with one adult', async () => {
  const { as } = community;
  const post = await openPost(community);
  const { id } = await book(post, '小麦');
  await comeToWork(community, post);
  await strike(community, `${day} 15:45`);
  const [checkIn] = await Promise.all([as('carer').ask('childcare.checkIn', { id }), as('carer2').ask('childcare.shift', { postId: post.id, isOn: false })]);
  const { data } = await community.cloud.database.collection('events').where({ caseId: id }).orderBy('version', 'desc').limit(10).get();
  expect((data as { move: string }[])[0]?.move === 'checkIn').toBe(checkIn.ok);
});

test('the emergency seat is for the child at the door, and then the post is full', async () => {
  const { as } = community;
  const post = await openPost(community, { areaM2: 12, seats: 3 });
  const booked = [await book(post, '小麦'), await book(post, '小满')];
  await comeToWork(community, post);
  await strike(community, `${day} 15:45`);
  for (const { id } of booked) await as('carer').get('childcare.checkIn', { id });
  expect(await walkIn(post, '一一')).toMatchObject({ ok: true, data: { state: 'checkedIn' } });
  expect(await walkIn(post, '二二')).toMatchObject({ ok: false, error: { code: 'REFUSED', message: '已经满了，先不能接新的孩子。' } });
  expect(await boardOf(post)).toMatchObject({ present: 3, capacity: 3, light: 'amber' });
});

test('several taken in at once are never more than there is room for', async () => {
  const post = await openPost(community, { areaM2: 12, seats: 3 });
  await comeToWork(community, post);
  const replies = await Promise.all(['甲', '乙', '丙', '丁', '戊'].map((name) => walkIn(post, name)));
  const isIn = replies.filter(({ ok }) => ok).length;
  expect(isIn).toBeLessThanOrEqual(3);
  expect((await boardOf(post)).present).toBe(isIn);
});

test('a child under seven makes the room smaller for all', async () => {
  const post = await openPost(community, { areaM2: 200, seats: 40 });
  await comeToWork(community, post);
  for (let count = 0; count < 16; count += 1) expect((await walkIn(post, `娃${count}`)).ok).toBe(true);
  const young = await community.as('carer').ask('childcare.walkIn', { postId: post.id, nickname: '小小', birthMonth: '2019-12', guardianPhone: '13900000071', hasVerbalConsent: true });
  expect(young).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
  expect((await walkIn(post, '大大')).ok).toBe(true);
});

test('a post that gets smaller takes no seat away, and gives out no more than it has', async () => {
  const post = await openPost(community, { areaM2: 16, seats: 4 });
  const visits = [await book(post, '甲'), await book(post, '乙'), await book(post, '丙'), await book(post, '丁')];
  await savePost(post, { areaM2: 12, seats: 3 });
  await community.cloud.later(MINUTE);
  await community.cloud.runTimers('childcare');
  expect(await slotDocument(community, post, startAt)).toMatchObject({ bookable: 2, free: -1 });
  await community.as('resident').get('childcare.cancel', { id: visits[0]!.id });
  expect((await visitDocument(community, visits[3]!.id)).state).toBe('waitlisted'); // two of two are taken
  await community.as('resident').get('childcare.cancel', { id: visits[1]!.id });
  expect((await visitDocument(community, visits[3]!.id)).state).toBe('offered');
});

test('a post that gets larger offers its new seats to those who wait', async () => {
  const post = await openPost(community, { areaM2: 8, seats: 2 });
  const visits = [await book(post, '甲'), await book(post, '乙'), await book(post, '丙')];
  await savePost(post, { areaM2: 12, seats: 3 });
  await community.cloud.later(MINUTE);
  await community.cloud.runTimers('childcare');
  expect(await Promise.all(visits.map(async ({ id }) => (await visitDocument(community, id)).state))).toEqual(['booked', 'offered', 'waitlisted']);
});

test('a time that the post has no more is not booked again, and stays for whoever has it', async () => {
  const { as } = community;
  const post = await openPost(community);
  const { id } = await book(post, '甲');
  const { times: [, second], ...rest } = post;
  await as('leader').get('childcare.savePost', { id: post.id, name: rest.name, address: rest.address, weekdays: rest.weekdays, areaM2: 48, seats: 10, placeId: 'community', times: [second!] });
  const child = await registerChild(community, 'neighbour');
  expect(await as('neighbour').ask('childcare.book', { childId: child.id, postId: post.id, startAt })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect((await visitDocument(community, id)).state).toBe('booked');
});
