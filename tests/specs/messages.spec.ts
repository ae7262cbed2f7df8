import type { Message } from '../../cloudfunctions/_kit/collections';
import { startCommunity, type Community, type Name } from '../support/community';
import { aDispute } from '../support/disputes';

let community: Community;
beforeAll(async () => {
  community = await startCommunity(undefined, { functionEnv: { JIAAN_MESSAGE_TEMPLATE: 'template-1' } });
  await community.cloud.runTimers(); // what the making of the community said
}, 60_000);
afterAll(() => community.stop());

const messagesOf = async (name: Name): Promise<Message[]> =>
  (await community.cloud.database.collection('messages').where({ to: community.idOf(name) }).get()).data as Message[];
const sentTo = async (name: Name) => (await community.cloud.outbox()).filter(({ data }) => data.touser === `demo-${name}`);

test('whoever is told finds it in the inbox once, and WeChat is asked once, however often the timer runs', async () => {
  const before = (await sentTo('resident')).length;
  await aDispute(community, 'triaged');
  await Promise.all([community.cloud.runTimers('dispute'), community.cloud.runTimers('identity')]);
  await community.cloud.runTimers();

  const told = (await community.as('resident').get('identity.inbox', {})).messages.filter(({ sentence }) => sentence.includes('民警看过了'));
  expect(told).toHaveLength(1);
  const sent = (await sentTo('resident')).slice(before);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ api: 'subscribeMessage.send', data: { template_id: 'template-1' } });
});

test('a message says no name and no fact of the matter', async () => {
  await aDispute(community, 'triaged', { story: '我家钥匙藏在脚垫下面，楼上咚咚响。' });
  const all = JSON.stringify([...(await messagesOf('officer')), ...(await messagesOf('resident'))]);
  expect(all).not.toMatch(/钥匙|咚咚|韦德顺|楼上住户|139\d{8}|139\*/);
});

test('one that WeChat refuses, as of who has not subscribed, is not sent again and stays in the inbox', async () => {
  await community.cloud.runTimers();
  await aDispute(community, 'submitted'); // both officers are told
  const asked = (await community.cloud.outbox()).length;
  await community.cloud.failNext('subscribeMessage.send', 43101);
  await community.cloud.runTimers('dispute');
  await community.cloud.runTimers('dispute');

  const pushes = [...(await messagesOf('officer')), ...(await messagesOf('officer2'))].map(({ push }) => push);
  expect(pushes.filter((push) => push === 'failed')).toHaveLength(1);
  expect(pushes).not.toContain('waiting');
  expect((await community.cloud.outbox()).length - asked).toBe(2);
});

test('a message that was marked and whose sending nobody saw the end of is not sent twice', async () => {
  const [message] = await messagesOf('resident');
  if (!message) throw new Error('nobody told the resident anything');
  await community.cloud.database.collection('messages').doc(message._id).update({ push: 'sending' });
  const before = (await sentTo('resident')).length;
  await community.cloud.runTimers();
  expect(await sentTo('resident')).toHaveLength(before);
});
