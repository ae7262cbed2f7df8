import { DAY } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { aDispute } from '../support/disputes';

let community: Community;
beforeAll(async () => {
  community = await startCommunity('2026-03-03 11:58');
}, 60_000);
afterAll(() => community.stop());

const countOf = async (collection: string): Promise<number> => (await community.cloud.database.collection(collection).count()).total ?? 0;

test('the first answers that wait for a retry are gone after seven days, and not a day before', async () => {
  await aDispute(community, 'triaged');
  const kept = await countOf('attempts');
  expect(kept).toBeGreaterThan(0);

  await community.cloud.at('2026-03-09 12:00');
  await community.cloud.runTimers('identity');
  expect(await countOf('attempts')).toBe(kept);

  await community.cloud.at('2026-03-11 13:00');
  await community.cloud.runTimers('identity');
  expect(await countOf('attempts')).toBe(0);
});

test('messages stay a year, the log of who looked at a phone stays three', async () => {
  const id = await aDispute(community);
  await community.as('officer').get('dispute.phone', { id, side: 'applicant' });
  const day = await community.cloud.now();
  expect(await countOf('messages')).toBeGreaterThan(0);

  await community.cloud.at(`${new Date(day + 366 * DAY).toISOString().slice(0, 10)} 12:00`);
  await community.cloud.runTimers('identity');
  expect(await countOf('messages')).toBe(0);
  expect(await countOf('readLog')).toBe(1);

  await community.cloud.at(`${new Date(day + 3 * 366 * DAY).toISOString().slice(0, 10)} 12:00`);
  await community.cloud.runTimers('identity');
  expect(await countOf('readLog')).toBe(0);
});
