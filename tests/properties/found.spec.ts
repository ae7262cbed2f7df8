/** What generated stories have found, each told once more on purpose. */
import { startCommunity, type Community } from '../support/community';
import { aDispute, freeHour } from '../support/disputes';
import { bindRespondent } from './support/cases';

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
});
afterAll(() => community.stop());

test('a corrected respondent reads nothing of what was said with the one before', async () => {
  const { as } = community;
  const id = await aDispute(community, 'mediating');
  await as('mediator').get('dispute.adjourn', { id, record: '楼上王四说：是我家孩子跑的。', startAt: await freeHour(community), room: '上门' });
  await as('mediator').get('dispute.correctRespondent', { id, respondent: { name: '李三' }, reason: '不是王四家，是李三家。' });
  await bindRespondent(community, id, 'neighbour');
  const told = await as('neighbour').get('dispute.open', { id });
  expect(JSON.stringify(told)).not.toContain('王四');
  expect(told.lines).toEqual([]);
  const { lines } = await as('resident').get('dispute.open', { id });
  expect(lines.map(({ words }) => words)).toContain('楼上王四说：是我家孩子跑的。');
});
