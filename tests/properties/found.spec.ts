/** What generated stories have found, each told once more on purpose. */
import { startCommunity, type Community } from '../support/community';
import { aDispute, freeHour, noise } from '../support/disputes';
import { faultsOf, readCase } from './support/cases';

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
  const { code } = await as('officer').get('dispute.makeInvitation', { id, channel: 'note', word: '桂花' });
  await as('neighbour').get('dispute.bindInvitation', { code, word: '桂花' });
  const told = await as('neighbour').get('dispute.open', { id });
  expect(JSON.stringify(told)).not.toContain('王四');
  expect(told.lines).toEqual([]);
  const { lines } = await as('resident').get('dispute.open', { id });
  expect(lines.map(({ words }) => words)).toContain('楼上王四说：是我家孩子跑的。');
});

test.each([
  ['half a character', '楼上夜里\ud83d一直响。'],
  ['a zero byte', '楼上夜里\u0000一直响。'],
  ['characters that turn the line around', '楼上夜里\u202e一直响。'],
])('a story with %s is kept so that the audit still holds after a restart', async (_what, story) => {
  const { as, cloud } = community;
  const reply = await as('resident').ask('dispute.file', { ...noise, story });
  if (!reply.ok) return expect(reply.error.code).toBe('INVALID_INPUT');
  await cloud.restart();
  const { document, history } = await readCase(cloud, reply.data.id);
  expect(document.facts.story).not.toMatch(/\p{Surrogate}/u); // UTF-8, in which a database keeps it, has no half characters
  expect(faultsOf({ document, history })).toEqual([]);
});
