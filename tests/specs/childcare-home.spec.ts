/** What a parent's home and 今天的孩子 carry: where the child is, who took her in, what is booked, and what today came to. */
import { comeToWork, handOver, momentAt, openPost, registerChild } from '../support/childcare';
import { type Community, startCommunity } from '../support/community';

const day = '2026-03-03';
let community: Community;

beforeAll(async () => {
  community = await startCommunity(`${day} 12:00`);
});
afterAll(() => community.stop());

test('a home says where the child is and who took her in; handed over she stays on it for the day', async () => {
  const { as, cloud } = community;
  const post = await openPost(community, { areaM2: 8 }); // two seats, of which one can be booked
  await comeToWork(community, post);
  const [first, second] = [await registerChild(community), await registerChild(community, 'resident', { nickname: '小满' })];
  const book = (childId: string, minute: number) => as('resident').get('childcare.book', { childId, postId: post.id, startAt: momentAt(day, 15, 40) + minute });
  const { id } = await book(first.id, 0);
  await book(second.id, 0);
  const visits = async () => (await as('resident').get('identity.home', {})).visits ?? [];

  expect((await visits()).map(({ nickname, state, position }) => [nickname, state, position])).toEqual(expect.arrayContaining([['小麦', 'booked', undefined], ['小满', 'waitlisted', 1]]));
  expect((await as('carer').get('identity.home', { as: 'carer' })).visits).toBeUndefined();
  expect((await as('neighbour').get('identity.home', {})).visits).toEqual([]);

  await cloud.at(`${day} 15:42`);
  await cloud.runTimers();
  await as('carer').get('childcare.checkIn', { id });
  const here = (await visits()).find((visit) => visit.id === id);
  expect(here).toMatchObject({ state: 'checkedIn', post: '桐花里警务室' });
  expect(here?.withWhom).toMatch(/老师$/);

  const person = first.persons[0]?.id ?? '';
  await handOver(community, id, person);
  const { visits: listed } = await as('resident').get('childcare.children', {});
  expect(listed.find((visit) => visit.id === id)).toMatchObject({ state: 'released', withWhom: '外婆' });

  await cloud.at('2026-03-04 08:00');
  expect((await visits()).some((visit) => visit.id === id)).toBe(false);
});

test('what was cancelled is on no card', async () => {
  const { as, cloud } = community;
  await cloud.at('2026-03-04 08:00');
  const post = (await as('resident').get('childcare.posts', {})).posts[0];
  const child = await registerChild(community, 'neighbour');
  const { id } = await as('neighbour').get('childcare.book', { childId: child.id, postId: post?.id ?? '', startAt: momentAt('2026-03-05', 15, 40) });
  expect((await as('neighbour').get('identity.home', {})).visits?.map((visit) => visit.id)).toEqual([id]);
  await as('neighbour').get('childcare.cancel', { id });
  expect((await as('neighbour').get('identity.home', {})).visits).toEqual([]);
});
