/** The two ladders: a child who does not come, and a child whom nobody fetches. Each rung rings once, for those it is for. */
import type { CarePost } from '../../typings/contract/childcare';
import { type Community, type Name, startCommunity } from '../support/community';
import { visitDocument } from '../support/care-door';
import { nextSchoolDay, strike, toldOfVisit } from '../support/care-queues';
import { comeToWork, momentAt, openPost, registerChild } from '../support/childcare';

const everybody = ['resident', 'carer', 'officer', 'leader'] as const satisfies readonly Name[];

let community: Community;
let post: CarePost;
/** Each rule has a day and a child of its own. */
let day = '';
let visitId = '';

beforeAll(async () => {
  community = await startCommunity('2026-03-02 09:00');
  post = await openPost(community);
}, 60_000);
beforeEach(async () => {
  day = nextSchoolDay(day);
  await community.cloud.at(`${day} 12:00`);
  await comeToWork(community, post);
  const child = await registerChild(community);
  visitId = (await community.as('resident').get('childcare.book', { childId: child.id, postId: post.id, startAt: momentAt(day, 15, 40) })).id;
  await strike(community, `${day} 15:10`);
});
afterAll(() => community.stop());

const stateOf = async () => (await visitDocument(community, visitId)).state;

/** Who heard what between two moments, with the timer striking every minute. */
async function heardUntil(from: string, to: string): Promise<Partial<Record<Name, string[]>>> {
  const before = new Map<Name, number>();
  for (const name of everybody) before.set(name, (await toldOfVisit(community, name, visitId)).length);
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  for (let minute = minutesOf(from); minute <= minutesOf(to); minute += 1) await strike(community, `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
  const heard: Partial<Record<Name, string[]>> = {};
  for (const name of everybody) {
    const news = (await toldOfVisit(community, name, visitId)).slice(before.get(name));
    if (news.length > 0) heard[name] = news;
  }
  return heard;
}

test('no-show: +10 a message, +15 a call to the guardian, +20 to the school, +25 the duty officer searches; each once', async () => {
  expect(await heardUntil('15:40', '15:49')).toEqual({});
  expect(await heardUntil('15:50', '15:54')).toEqual({ resident: ['小麦还没到，请看看孩子走到哪里了。'], carer: ['小麦还没到，请到门口看看。'] });
  expect(await heardUntil('15:55', '15:59')).toEqual({ carer: ['小麦还没到，请给家长打电话。'] });
  expect(await heardUntil('16:00', '16:04')).toEqual({ carer: ['小麦还没到，请给学校打电话。'], officer: ['小麦还没到，请给学校打电话。'] });
  expect(await stateOf()).toBe('expected');
  expect(await heardUntil('16:05', '16:20')).toEqual({
    resident: ['小麦过了25分钟还没到，民警在找，请马上联系警务室。'], officer: ['小麦还没到，请值班民警去找。'], leader: ['小麦还没到，请值班民警去找。'],
  });
  expect(await stateOf()).toBe('noShow');
});

test('a child who comes ends the ladder, also after 25 minutes', async () => {
  const { as } = community;
  await heardUntil('15:50', '16:06');
  expect(await stateOf()).toBe('noShow');
  await as('carer').get('childcare.checkIn', { id: visitId });
  expect(await heardUntil('16:07', '16:59')).toEqual({});
  expect((await toldOfVisit(community, 'resident', visitId)).at(-1)).toBe('小麦16:06到桐花里警务室了。');
});

test('after a night without a timer nobody gets four messages at once', async () => {
  await community.cloud.at(`${day} 16:30`);
  const heard = await heardUntil('16:30', '16:32');
  expect(heard.officer).toEqual(['小麦还没到，请值班民警去找。']);
  expect(heard.carer).toBeUndefined();
});

test('late: at once a message, +15 a call to both guardians, +30 to the emergency contacts, +60 the leader; each once', async () => {
  const { as } = community;
  await community.cloud.at(`${day} 15:45`);
  await as('carer').get('childcare.checkIn', { id: visitId });
  expect(await heardUntil('16:40', '16:59')).toEqual({});
  expect(await heardUntil('17:00', '17:14')).toEqual({ resident: ['小麦到时间了，请来接。'] });
  expect(await heardUntil('17:15', '17:29')).toEqual({ resident: ['15分钟了还没人接小麦，警务室正在给您打电话，请尽快来或请能接的人来。'], carer: ['小麦还没人接，请给两位家长打电话。'] });
  expect(await heardUntil('17:30', '17:59')).toEqual({ carer: ['小麦还没人接，请给能接的人打电话。'], officer: ['小麦还没人接，请给能接的人打电话。'] });
  expect(await heardUntil('18:00', '18:20')).toEqual({ leader: ['小麦一小时没人接，请所领导联系儿童督导员。'], officer: ['小麦一小时没人接，请所领导联系儿童督导员。'] });
  expect(await stateOf()).toBe('checkedIn'); // lateness is no state: the child is where the child is
  expect(await as('leader').get('childcare.transfer', { id: visitId, to: '儿童督导员周敏', reason: '一小时没人接，电话都打不通。' })).toMatchObject({ state: 'transferred' });
  expect(await heardUntil('18:21', '18:40')).toEqual({});
});

test('the board says which rung is due, and to whom the child is late', async () => {
  const { as } = community;
  await strike(community, `${day} 15:57`);
  const boardRow = async () => (await as('carer').get('childcare.board', { postId: post.id })).children.find(({ visitId: id }) => id === visitId);
  expect(await boardRow()).toMatchObject({ state: 'expected', lateMinutes: 17, todo: '还没到，请给家长打电话' });
  await as('carer').get('childcare.checkIn', { id: visitId });
  await strike(community, `${day} 17:31`);
  expect(await boardRow()).toMatchObject({ state: 'checkedIn', lateMinutes: 31, todo: '还没人接，请给能接的人打电话' });
});

test('who was not handed over yesterday is still on the board, and not lost between two days; a note about health shows there as soon as it is known', async () => {
  const { as } = community;
  await community.cloud.at(`${day} 15:45`);
  await as('carer').get('childcare.checkIn', { id: visitId });
  await strike(community, `${nextSchoolDay(day)} 09:00`);
  const boardRow = async () => (await as('carer').get('childcare.board', { postId: post.id })).children.find(({ visitId: id }) => id === visitId);
  expect(await boardRow()).toMatchObject({ state: 'checkedIn', hasAllergy: false, todo: '一小时没人接，请所领导联系儿童督导员' });
  const { childId } = await as('resident').get('childcare.open', { id: visitId });
  await as('resident').get('childcare.complete', { id: childId, allergy: '花生过敏。' });
  expect(await boardRow()).toMatchObject({ hasAllergy: true });
});
