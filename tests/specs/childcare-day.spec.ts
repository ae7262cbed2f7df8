/** A child's afternoon at the post: booked, expected, checked in, and taken home by somebody who may. */
import { type Community, startCommunity } from '../support/community';
import { comeToWork, handOver, momentAt, openPost, registerChild } from '../support/childcare';

let community: Community;

beforeAll(async () => {
  community = await startCommunity('2026-03-03 12:00');
});
afterAll(() => community.stop());

test('a booked child is expected, comes, and goes home with the grandmother after the post rang back', async () => {
  const { as, cloud } = community;
  const post = await openPost(community);
  await comeToWork(community, post);
  const child = await registerChild(community);
  const startAt = momentAt('2026-03-03', 15, 40);
  const { id, state } = await as('resident').get('childcare.book', { childId: child.id, postId: post.id, startAt });
  expect(state).toBe('booked');
  await cloud.at('2026-03-03 15:11');
  await cloud.runTimers();
  expect((await as('resident').get('childcare.open', { id })).state).toBe('expected');
  await cloud.at('2026-03-03 15:42');
  expect((await as('carer').get('childcare.checkIn', { id })).state).toBe('checkedIn');
  await cloud.at('2026-03-03 16:50');
  const grandmother = (await as('carer').get('childcare.open', { id })).child.persons[0];
  expect(await handOver(community, id, grandmother?.id ?? '')).toMatchObject({ state: 'released', withWhom: '外婆' });
});
