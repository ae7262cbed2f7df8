/** 排队: a seat that comes free is offered to the first in line for ten minutes, then to the next. */
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost, VisitSummary } from '../../typings/contract/childcare';
import { COMMUNITY, type Community, startCommunity } from '../support/community';
import { codeOf } from '../support/dispute-spec';
import { visitDocument } from '../support/care-door';
import { slotDocument, strike, toldOfVisit } from '../support/care-queues';
import { momentAt, openPost, registerChild } from '../support/childcare';

const DAY = '2026-03-04';

let community: Community;
let post: CarePost;
let startAt = 0;
let hour = 0;

beforeAll(async () => {
  community = await startCommunity('2026-03-03 08:00');
  startAt = momentAt(DAY, 15, 40);
}, 60_000);
/** Each rule has a post of its own with two seats, and an hour of its own. */
beforeEach(async () => {
  hour += 1;
  await community.cloud.at(`2026-03-03 ${String(8 + hour).padStart(2, '0')}:00`);
  post = await openPost(community, { areaM2: 12, seats: 3 });
});
afterAll(() => community.stop());

/** A child of the resident's in line. */
async function inLine(nickname: string): Promise<VisitSummary> {
  const child = await registerChild(community, 'resident', { nickname });
  return community.as('resident').get('childcare.book', { childId: child.id, postId: post.id, startAt });
}
const line = async (...names: string[]): Promise<VisitSummary[]> => {
  const visits: VisitSummary[] = [];
  for (const name of names) visits.push(await inLine(name));
  return visits;
};
const states = (visits: readonly VisitSummary[]) => Promise.all(visits.map(async ({ id }) => (await visitDocument(community, id)).state));
const cancel = (visit: VisitSummary | undefined) => community.as('resident').get('childcare.cancel', { id: visit?.id ?? '' });
/** Minutes pass, and the timer strikes. */
async function pass(minutes: number): Promise<void> {
  await community.cloud.later(minutes * MINUTE);
  await community.cloud.runTimers('childcare');
}

test('who comes when all seats are taken stands in line, and sees the own place', async () => {
  const visits = await line('甲', '乙', '丙', '丁');
  expect(visits.map(({ state, position }) => [state, position])).toEqual([['booked', undefined], ['booked', undefined], ['waitlisted', 1], ['waitlisted', 2]]);
  const { slots } = await community.as('resident').get('childcare.slots', { postId: post.id, from: startAt, days: 1 });
  expect(slots[0]).toMatchObject({ bookable: 2, booked: 2, waiting: 2, mine: visits.map(({ id, state }) => ({ visitId: id, state })) });
  expect(await toldOfVisit(community, 'resident', visits[2]!.id)).toEqual([]); // the answer said so already
});

test('a seat that comes free is offered at once to the first in line, for ten minutes', async () => {
  const visits = await line('甲', '乙', '丙', '丁');
  await cancel(visits[0]);
  expect(await states(visits)).toEqual(['cancelled', 'booked', 'offered', 'waitlisted']);
  const offered = await community.as('resident').get('childcare.open', { id: visits[2]!.id });
  expect(offered.offeredUntil! - offered.now).toBeGreaterThan(9 * MINUTE);
  expect(offered.offeredUntil! - offered.now).toBeLessThanOrEqual(10 * MINUTE);
  expect(await toldOfVisit(community, 'resident', visits[2]!.id)).toEqual([expect.stringMatching(/^丙有位了，\d+:\d\d前点一下确认。$/)]);
  expect(await community.as('resident').get('childcare.take', { id: visits[2]!.id })).toMatchObject({ state: 'booked' });
  expect(await states(visits)).toEqual(['cancelled', 'booked', 'booked', 'waitlisted']);
  expect((await slotDocument(community, post, startAt)).free).toBe(0);
});

test('after ten minutes the offer goes to the next, and who let it pass stands at the end', async () => {
  const visits = await line('甲', '乙', '丙', '丁', '戊');
  await cancel(visits[0]);
  await pass(9);
  expect(await states(visits)).toEqual(['cancelled', 'booked', 'offered', 'waitlisted', 'waitlisted']);
  await pass(1);
  expect(await states(visits)).toEqual(['cancelled', 'booked', 'waitlisted', 'offered', 'waitlisted']);
  expect((await community.as('resident').get('childcare.open', { id: visits[2]!.id })).position).toBe(2);
  expect(await toldOfVisit(community, 'resident', visits[2]!.id)).toEqual([expect.stringContaining('有位了'), '丙的位子给了下一位，还在排队。']);
  expect(await community.as('resident').ask('childcare.take', { id: visits[2]!.id })).toMatchObject({ ok: false, error: { code: 'INVALID_MOVE' } });
});

test('a guardian may pass at once, and the next in line hears of it in the same moment', async () => {
  const visits = await line('甲', '乙', '丙', '丁');
  await cancel(visits[1]);
  expect(await community.as('resident').get('childcare.pass', { id: visits[2]!.id })).toMatchObject({ state: 'waitlisted' });
  expect(await states(visits)).toEqual(['booked', 'cancelled', 'waitlisted', 'offered']);
});

test('an offer that is taken when its time is over, before the timer came, is not had', async () => {
  const visits = await line('甲', '乙', '丙');
  await cancel(visits[0]);
  await community.cloud.later(10 * MINUTE);
  expect(await community.as('resident').ask('childcare.take', { id: visits[2]!.id })).toMatchObject({ ok: false, error: { message: '确认的时间过了，位子已经给了下一位。您还在排队。' } });
});

test('an offer that expires in the very moment of taking is the one or the other', async () => {
  for (let round = 0; round < 4; round += 1) {
    post = await openPost(community, { areaM2: 8, seats: 2 });
    const visits = await line('甲', '乙', '丙');
    await cancel(visits[0]);
    await community.cloud.later(10 * MINUTE - 300);
    const moment = await community.cloud.now();
    const [reply] = await Promise.all([community.as('resident').ask('childcare.take', { id: visits[1]!.id }), strikeFor(1500, moment)]);
    const { state } = await visitDocument(community, visits[1]!.id);
    expect(state).toBe(reply.ok ? 'booked' : 'waitlisted');
    expect((await states(visits))[2]).toBe(reply.ok ? 'waitlisted' : 'offered');
    expect((await slotDocument(community, post, startAt)).free).toBe(0);
  }
});

/** The timer strikes again and again for so many ms of the cloud's clock. */
async function strikeFor(ms: number, from: number): Promise<void> {
  while ((await community.cloud.now()) < from + ms) await community.cloud.runTimers('childcare');
}

test('when all let it pass, the seat is free for whoever asks: for a newcomer, and for one who passed and asks again', async () => {
  const visits = await line('甲', '乙', '丙', '丁');
  await cancel(visits[0]);
  await pass(10);
  await pass(10);
  expect(await states(visits)).toEqual(['cancelled', 'booked', 'waitlisted', 'waitlisted']);
  await pass(30);
  expect(await toldOfVisit(community, 'resident', visits[2]!.id)).toHaveLength(2); // nobody is rung every ten minutes
  const again = await community.as('resident').get('childcare.book', { childId: visits[3]!.childId, postId: post.id, startAt });
  expect(again).toMatchObject({ id: visits[3]!.id, state: 'booked' });
  await cancel(visits[1]);
  expect(await states(visits)).toEqual(['cancelled', 'cancelled', 'offered', 'booked']); // a new seat: who passed is asked again
  await pass(10);
  expect((await line('戊'))[0]).toMatchObject({ state: 'booked' });
});

test('who cancels while waiting leaves the line, and those behind move up', async () => {
  const visits = await line('甲', '乙', '丙', '丁');
  await cancel(visits[2]);
  expect((await community.as('resident').get('childcare.open', { id: visits[3]!.id })).position).toBe(1);
  await cancel(visits[0]);
  expect(await states(visits)).toEqual(['cancelled', 'booked', 'cancelled', 'offered']);
});

test('who cancels an offer gives the seat to the next', async () => {
  const visits = await line('甲', '乙', '丙', '丁');
  await cancel(visits[0]);
  await cancel(visits[2]);
  expect(await states(visits)).toEqual(['cancelled', 'booked', 'cancelled', 'offered']);
});

test('a newcomer never gets a seat before those who wait for it', async () => {
  const visits = await line('甲', '乙', '丙');
  const { id, name, address, times, weekdays } = post;
  await community.as('leader').get('childcare.savePost', { id, name, address, times, weekdays, placeId: COMMUNITY, areaM2: 16, seats: 4 }); // a third seat, and no timer yet
  const [newcomer] = await line('丁');
  expect([newcomer?.state, newcomer?.position]).toEqual(['waitlisted', 2]);
  await pass(1);
  expect(await states([...visits, newcomer!])).toEqual(['booked', 'booked', 'offered', 'waitlisted']);
});

test('a consent that was taken back leaves the offer to others', async () => {
  const visits = await line('甲', '乙', '丙');
  await cancel(visits[0]);
  await community.as('resident').get('childcare.withdrawConsent', { id: visits[2]!.childId });
  expect(codeOf(await community.as('resident').ask('childcare.take', { id: visits[2]!.id }))).not.toBe('OK');
  expect((await states(visits))[2]).not.toBe('booked');
});

test('when the time begins nobody waits any more, nothing is offered, and each family is told', async () => {
  const visits = await line('甲', '乙', '丙', '丁');
  await strike(community, `${DAY} 15:35`);
  await cancel(visits[0]);
  expect(await states(visits)).toEqual(['cancelled', 'expected', 'offered', 'waitlisted']);
  await strike(community, `${DAY} 15:40`);
  await strike(community, `${DAY} 15:46`);
  await strike(community, `${DAY} 15:47`);
  expect(await states(visits)).toEqual(['cancelled', 'expected', 'cancelled', 'cancelled']);
  for (const { id, nickname } of visits.slice(2)) expect((await toldOfVisit(community, 'resident', id)).at(-1)).toBe(`${nickname}今天 15:40没排到位子，可以看看别的时段。`);
  expect((await slotDocument(community, post, startAt)).entries.map(({ visitId }) => visitId)).toEqual([visits[1]!.id]);
});
