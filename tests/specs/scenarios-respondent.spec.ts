/** The stories of the other side, told in their own time. All names are invented. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { MINUTE } from '../../miniprogram/domain/time/format';
import { BUILDING, COMMUNITY, startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, eventsOf, movesOf, newcomer, storyFor, toldTo } from '../support/dispute-spec';
import { safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity('2026-05-11 08:00');
  as = community.as;
  await as('admin').get('identity.savePlace', { id: COMMUNITY, kind: 'community', name: '桐花里社区', parentId: 'street', phone: '02586110000' });
}, 60_000);
afterAll(() => community.stop());

test('scenario 9: a dog in the stairwell; the owner opens the invitation, tells her side and would rather not: it stops, and both are shown the other ways', async () => {
  await community.cloud.at('2026-05-11 19:20');
  const { id } = await as('resident').get('dispute.file', {
    category: 'pets', story: '楼上的狗拴在楼道里，孩子不敢上楼。', buildingId: BUILDING, danger: safe, respondent: { name: '养狗那家' },
  });
  await as('officer').get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' });

  await community.cloud.at('2026-05-12 10:00'); // nobody at home: a note at the door, and a word for whoever rings the post
  await as('auxiliary').get('dispute.invite', { id, channel: 'door', isReached: false, words: '家里没人，只听见狗叫。' });
  const { code } = await as('auxiliary').get('dispute.makeInvitation', { id, channel: 'note', word: '晾衣绳' });

  await community.cloud.at('2026-05-12 21:40'); // she scans it: it says nothing of a dog, nor of who told
  const owner = community.cloud.as('demo-stranger');
  const shown = await owner.get('dispute.readInvitation', { code });
  expect(shown).toMatchObject({ state: 'open', post: '桐花里社区警务室', phone: '02586110000' });
  expect(JSON.stringify(shown)).not.toMatch(/狗|韦|楼/);

  await community.cloud.at('2026-05-13 09:10'); // she rings, hears the word, and comes in
  const comer = await newcomer(community, 'demo-stranger', '祁月');
  await comer.get('dispute.bindInvitation', { code, word: '晾衣绳' });
  await comer.get('dispute.tell', { id, words: '狗是我妈寄养的，月底就接走，白天都在屋里。' });
  const seen = await comer.get('dispute.open', { id });
  expect([seen.story, seen.parties[0]!.name]).toEqual(['', '韦*顺']);
  expect(seen.next).toMatchObject({ what: '说一声愿不愿意谈', who: '您' });

  await community.cloud.later(5 * MINUTE);
  const refused = await comer.get('dispute.refuse', { id, side: 'respondent', reason: '不想坐下来谈。' });
  expect(refused).toMatchObject({ state: 'refused', moves: [] });
  for (const reader of [comer, as('resident')]) expect((await reader.get('dispute.open', { id })).remedies.join()).toMatch(/起诉.*12348/);
  expect((await toldTo(community, 'resident', id)).at(-1)).toBe('有一方不愿调解，调解到此为止。点开看看还有哪些办法。');
  expect(await storyFor(community, 'resident', id)).toEqual([
    '对方表示不愿调解，调解到此为止', '对方说了自己这边的情况', '对方打开了邀请', '程辅警给对方留了门条', '程辅警上门找对方，没遇上', '沈警官看过了，定好怎么办', '您把这件事告诉了警务室',
  ]);

  await community.cloud.at('2026-06-15 09:00'); // nothing goes on by itself: no clock, no late line, and the code opens nothing
  await community.cloud.runTimers('dispute');
  const { clocks, facts } = await documentOf(community, id);
  expect([clocks, facts.repliedAt! > facts.invitedAt!]).toEqual([[], true]);
  expect(codeOf(await as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }))).toBe('INVALID_MOVE');
  expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: '晾衣绳' }))).toBe('REFUSED');
  expect(await movesOf(community, id)).toEqual(['file', 'triage', 'invite', 'invite', 'bind', 'tell', 'refuse']);
  expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);
});
