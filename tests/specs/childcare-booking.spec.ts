/** 约时段: who may book which child when, and what a booking leaves behind. */
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost, VisitSummary } from '../../typings/contract/childcare';
import { type Community, type Name, startCommunity } from '../support/community';
import { codeOf } from '../support/dispute-spec';
import { visitDocument } from '../support/care-door';
import { nextSchoolDay, slotDocument, strike, toldOfVisit } from '../support/care-queues';
import { comeToWork, consentVersion, momentAt, openPost, registerChild } from '../support/childcare';

let community: Community;
let post: CarePost;
/** Each rule has a day of its own. */
let day = '';

const early = () => momentAt(day, 15, 40);
const late = () => momentAt(day, 16, 30);
const book = (childId: string, startAt: number, by: Name = 'resident') => community.as(by).ask('childcare.book', { childId, postId: post.id, startAt });
const booked = (childId: string, startAt: number, by: Name = 'resident'): Promise<VisitSummary> => community.as(by).get('childcare.book', { childId, postId: post.id, startAt });
const slots = async (by: Name = 'resident') => (await community.as(by).get('childcare.slots', { postId: post.id, from: early(), days: 1 })).slots;

beforeAll(async () => {
  community = await startCommunity('2026-03-02 09:00');
  post = await openPost(community);
}, 60_000);
beforeEach(async () => {
  day = nextSchoolDay(day);
  await community.cloud.at(`${day} 12:00`);
});
afterAll(() => community.stop());

test('a nickname, a birth month, a school and consent are enough to book; the rest comes before the first check-in', async () => {
  const { as } = community;
  const { id } = await as('resident').get('childcare.register', { nickname: '小满', birthMonth: '2017-05', school: '桐里小学', kinship: 'father', consentVersion });
  const visit = await booked(id, early());
  expect(visit).toMatchObject({ state: 'booked', next: { what: '放学到警务室', dueAt: early() } });
  expect(await slots()).toMatchObject([{ startAt: early(), bookable: 9, booked: 1, waiting: 0, mine: [{ childId: id, state: 'booked' }] }, { startAt: late(), booked: 0, mine: [] }]);
  await strike(community, `${day} 15:45`);
  const reply = await as('carer').ask('childcare.checkIn', { id: visit.id });
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_MOVE', message: '还缺班级，请家长补上再签到。' } });
});

test('only a time to come, within 14 days, that the post has', async () => {
  const { id } = await registerChild(community);
  for (const startAt of [momentAt(day, 11), early() + 15 * DAY, early() + MINUTE, momentAt('2026-03-07', 15, 40)]) expect(codeOf(await book(id, startAt))).toBe('INVALID_INPUT');
});

test('a child of five or thirteen cannot be booked', async () => {
  const { as } = community;
  for (const birthMonth of ['2021-01', '2012-01']) {
    const reply = await as('resident').ask('childcare.register', { nickname: '小小', birthMonth, school: '桐里小学', kinship: 'mother', consentVersion });
    expect(reply).toMatchObject({ ok: false, error: { message: '托管接 6–12 岁的孩子。' } });
  }
});

test('to somebody who is no guardian there is no such child', async () => {
  const { id } = await registerChild(community);
  for (const by of ['neighbour', 'carer', 'officer', 'leader'] as const) expect(codeOf(await book(id, early(), by))).toBe('NOT_FOUND');
});

test('15:40 to 17:00 and 16:30 to 18:00 are one too many, also when both are asked for at once', async () => {
  const children: string[] = [];
  for (const nickname of ['甲', '乙', '丙', '丁']) children.push((await registerChild(community, 'resident', { nickname })).id);
  const replies = await Promise.all(children.map((id) => Promise.all([book(id, early()), book(id, late())])));
  for (const both of replies) {
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { message: '这段时间孩子已经有安排了，请换一个时段。' } });
  }
  const places = [...(await slotDocument(community, post, early())).entries, ...(await slotDocument(community, post, late())).entries];
  expect(places.map(({ childId }) => childId).sort()).toEqual([...children].sort()); // the other place was given back at once
});

test('booked twice is booked once, by whichever guardian and however often', async () => {
  const { id } = await registerChild(community);
  const replies = await Promise.all(Array.from({ length: 5 }, () => book(id, early())));
  expect(new Set(replies.flatMap((reply) => (reply.ok ? [reply.data.id] : []))).size).toBe(1);
  expect((await slotDocument(community, post, early())).entries.filter(({ childId }) => childId === id)).toHaveLength(1);
});

test('cancelled and booked again is the same visit with a new place', async () => {
  const { as } = community;
  const { id: childId } = await registerChild(community);
  const { id } = await booked(childId, early());
  expect(await as('resident').get('childcare.cancel', { id, reason: '外婆来接。' })).toMatchObject({ state: 'cancelled' });
  expect((await slotDocument(community, post, early())).entries.some(({ visitId }) => visitId === id)).toBe(false);
  expect(codeOf(await book(childId, late()))).toBe('OK'); // the afternoon is free for another time
  expect(codeOf(await book(childId, early()))).toBe('INVALID_MOVE');
  const [other] = (await slots()).flatMap(({ mine }) => mine.filter((each) => each.childId === childId));
  await as('resident').get('childcare.cancel', { id: other?.visitId ?? '' });
  expect(await booked(childId, early())).toMatchObject({ id, state: 'booked' });
});

test('a booking and a cancelling of one visit at once leave a place when it stands, and none when it does not', async () => {
  const { as } = community;
  const { id: childId } = await registerChild(community);
  const { id } = await booked(childId, early());
  for (let round = 0; round < 10; round += 1) {
    await Promise.all([book(childId, early()), as('resident').ask('childcare.cancel', { id })]);
    await community.cloud.later(2 * MINUTE);
    await community.cloud.runTimers('childcare');
    const { state } = await visitDocument(community, id);
    const places = (await slotDocument(community, post, early())).entries.filter(({ visitId }) => visitId === id);
    expect([state, places.length]).toEqual(state === 'cancelled' ? ['cancelled', 0] : ['booked', 1]);
  }
});

test('an answer that was lost is given again, and books nothing a second time', async () => {
  const { as } = community;
  const { id: childId } = await registerChild(community);
  const [input, asked] = [{ childId, postId: post.id, startAt: early() }, { attemptId: crypto.randomUUID() }];
  const first = await as('resident').get('childcare.book', input, asked);
  await as('resident').get('childcare.cancel', { id: first.id });
  expect(await as('resident').get('childcare.book', input, asked)).toEqual(first);
  await strike(community, `${day} 12:10`);
  expect((await visitDocument(community, first.id)).state).toBe('cancelled');
  expect((await slotDocument(community, post, early())).entries.some(({ childId: each }) => each === childId)).toBe(false);
});

test('who takes the consent back gives up what is booked, each seat to the next in line, and books nothing', async () => {
  const { as } = community;
  const small = await openPost(community, { areaM2: 8, seats: 2 });
  const [{ id: childId }, { id: nextInLine }] = [await registerChild(community), await registerChild(community, 'neighbour')];
  const later = await booked(childId, early() + 7 * DAY);
  const own = await as('resident').get('childcare.book', { childId, postId: small.id, startAt: early() });
  const next = await as('neighbour').get('childcare.book', { childId: nextInLine, postId: small.id, startAt: early() });
  expect([own.state, next.state]).toEqual(['booked', 'waitlisted']);
  await as('resident').get('childcare.withdrawConsent', { id: childId });
  expect(await Promise.all([own, later, next].map(async ({ id }) => (await visitDocument(community, id)).state))).toEqual(['cancelled', 'cancelled', 'offered']);
  expect(await book(childId, early() + 7 * DAY)).toMatchObject({ ok: false, error: { code: 'REFUSED', basis: '个人信息保护法 第31条' } });
  await strike(community, `${day} 16:10`);
  expect(await toldOfVisit(community, 'officer', own.id)).toEqual([]); // nobody is searched for
});

test('a consent that is taken back while the child is checked in is seen by one of the two', async () => {
  const { as } = community;
  const { id: childId } = await registerChild(community);
  const { id } = await booked(childId, early());
  await strike(community, `${day} 15:45`);
  await comeToWork(community, post);
  const [checkIn, withdrawal] = await Promise.all([as('carer').ask('childcare.checkIn', { id }), as('resident').ask('childcare.withdrawConsent', { id: childId })]);
  expect([checkIn.ok, withdrawal.ok]).toContain(true);
  const { state } = await visitDocument(community, id);
  expect(state === 'checkedIn').toBe(checkIn.ok);
});

test('from half an hour before its time a booked child is expected, and is checked in on its own day alone', async () => {
  const { as } = community;
  const { id: childId } = await registerChild(community);
  const { id } = await booked(childId, early() + 7 * DAY);
  expect(await as('carer').ask('childcare.checkIn', { id })).toMatchObject({ ok: false, error: { message: '约的不是今天，请看看约的是哪一天。' } });
  const today = await registerChild(community, 'neighbour', { nickname: '豆苗' });
  const visit = await booked(today.id, early(), 'neighbour');
  await strike(community, `${day} 15:09`);
  expect((await visitDocument(community, visit.id)).state).toBe('booked');
  await strike(community, `${day} 15:10`);
  expect((await visitDocument(community, visit.id)).state).toBe('expected');
});

test('the guardian is told of a cancelling by the post, and the child is free for another time', async () => {
  const { as } = community;
  const { id: childId } = await registerChild(community);
  const { id } = await booked(childId, early());
  await as('carer').get('childcare.cancel', { id, reason: '停电。' });
  expect(await toldOfVisit(community, 'resident', id)).toEqual(['小麦今天 15:40的托管取消了。']);
  expect((await booked(childId, late())).state).toBe('booked');
});

test('the week planner finds who waits for whom, at which time, and leaves out what is arranged', async () => {
  const { as } = community;
  const younger = await registerChild(community, 'neighbour', { nickname: '小麦' });
  const elder = await registerChild(community, 'neighbour', { nickname: '小满', birthMonth: '2016-04' });
  const minute = (hour: number, min: number) => hour * 60 + min;
  const dismissals = [
    { childId: younger.id, day, minute: minute(15, 40) }, { childId: elder.id, day, minute: minute(16, 20) },
    { childId: younger.id, day: '2026-03-21', minute: minute(15, 40) }, { childId: elder.id, day: '2026-03-21', minute: minute(16, 20) },
  ];
  const plan = async () => (await as('neighbour').get('childcare.week', { postId: post.id, dismissals })).gaps;
  expect(await plan()).toEqual([{ childId: younger.id, nickname: '小麦', day, postId: post.id, startAt: early(), free: 9 }]); // on Saturday the post is closed
  await booked(younger.id, early(), 'neighbour');
  expect(await plan()).toEqual([]);
  expect(codeOf(await as('resident').ask('childcare.week', { postId: post.id, dismissals }))).toBe('NOT_FOUND');
});

test('the forecast says how many seats are booked, how many children to reckon with, and how many adults that takes', async () => {
  const { as } = community;
  const { id } = await registerChild(community);
  await booked(id, early());
  const { days: outlook } = await as('carer').get('childcare.forecast', { postId: post.id, from: early(), days: 2 });
  expect(outlook).toMatchObject([{ day, booked: 1, carers: 2 }, { booked: 0, expected: 0, carers: 0 }]);
  expect(codeOf(await as('resident').ask('childcare.forecast', { postId: post.id, from: early(), days: 2 }))).toBe('FORBIDDEN');
});
