/** The respondent with an account answers: willing or not, and in the own words; or is corrected, or cannot be reached. */
import { startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute } from '../support/disputes';
import { aBound, anInvited, invite, someone, stateFor, WORD } from '../support/invitations';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

describe('a correction', () => {
  const correct = (id: string) => as('officer').get('dispute.correctRespondent', { id, respondent: { name: '502住户' }, reason: '是五楼的外机。' });

  test('makes an invitation void that is out, even for who knows the word', async () => {
    const { id, code } = await anInvited(community);
    await correct(id);
    expect(await stateFor(as('stranger'), code)).toBe('expired');
    expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
  });

  test('releases who had come in, with thanks; what he told and answered does not stay with the next one', async () => {
    const { id, code } = await aBound(community);
    await as('neighbour').get('dispute.tell', { id, words: '我家夜里没有动静。' });
    await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
    await correct(id);
    expect(codeOf(await as('neighbour').ask('dispute.open', { id }))).toBe('NOT_FOUND');
    expect((await toldTo(community, 'neighbour', id)).at(-1)).toBe('弄清楚了，和您没有关系。打扰您了，谢谢您配合。');
    expect(await stateFor(as('neighbour'), code)).toBe('expired');
    expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
    const { facts } = await documentOf(community, id);
    expect(facts).toMatchObject({ released: community.idOf('neighbour'), earlierRespondents: ['邻居阿姨'], respondent: { name: '502住户' } });
    expect([facts.invitation, facts.invitedAt, facts.repliedAt, facts.respondentStory, facts.respondent!.consentedAt]).toEqual(Array(5).fill(undefined));
    const next = await someone(community);
    await next.get('dispute.bindInvitation', { code: (await invite(community, id)).code, word: WORD });
    expect(JSON.stringify(await next.get('dispute.open', { id }))).not.toMatch(/没有动静|邻居阿姨|楼上住户/);
  });

  test('and a binding in the same moment: nobody of before is in afterwards', async () => {
    const { id, code } = await anInvited(community);
    await Promise.all([as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }), correct(id)]);
    const { facts } = await documentOf(community, id);
    expect(facts.respondent).toEqual({ name: '502住户' });
    expect(codeOf(await as('neighbour').ask('dispute.open', { id }))).toBe('NOT_FOUND');
  });
});

describe('answering', () => {
  test('我愿意谈: with the rights and duties read; the own name and number come with it, and the officer takes it on', async () => {
    const { id } = await aBound(community);
    expect(await refusalOf(as('neighbour').ask('dispute.consent', { id, isRightsNoticeRead: false }))).toMatchObject({ code: 'INVALID_INPUT', details: { isRightsNoticeRead: '请先看权利和义务，再点愿意。' } });
    const willing = await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
    expect(willing).toMatchObject({ state: 'inviting', next: { what: '双方都愿意谈，安排调解', who: '民警' } });
    const { facts } = await documentOf(community, id);
    expect(facts.respondent).toMatchObject({ name: '邻居阿姨', phoneMask: '139******22', consentedAt: facts.repliedAt });
    expect(await as('officer').get('dispute.phone', { id, side: 'respondent' })).toEqual({ phone: '13900000022' });
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('对方说愿意谈。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('对方说愿意谈');
    const taken = await as('officer').get('dispute.accept', { id, hasRespondentAgreed: false, isRightsNoticeRead: true }); // his own yes is enough
    expect(taken.state).toBe('accepted');
    expect((await documentOf(community, id)).facts.respondent!.consentedAt).toBe(facts.repliedAt);
  });

  test('nobody says yes for the other side, and not before the other side has come in', async () => {
    const { id } = await anInvited(community);
    for (const name of ['resident', 'officer'] as const) expect(codeOf(await as(name).ask('dispute.consent', { id, isRightsNoticeRead: true }))).toBe('FORBIDDEN');
    expect(codeOf(await as('neighbour').ask('dispute.consent', { id, isRightsNoticeRead: true }))).toBe('NOT_FOUND');
  });

  test('the own side is for the respondent and for staff; the applicant hears that it was told', async () => {
    const { id } = await aBound(community);
    const neighbour = as('neighbour');
    const [photo, voice] = [await sentBy(neighbour), await sentBy(neighbour)];
    expect(codeOf(await neighbour.ask('dispute.tell', { id, words: '语音一段', voice }))).toBe('INVALID_INPUT'); // that is a photo
    await neighbour.get('dispute.tell', { id, words: '我十点就睡了，响的是外机。', photos: [photo] });
    for (const reader of ['neighbour', 'officer'] as const) {
      const seen = await as(reader).get('dispute.open', { id });
      expect([seen.respondentStory, seen.photos.map((each) => each.id)]).toEqual(['我十点就睡了，响的是外机。', [photo]]);
    }
    expect(JSON.stringify(await as('resident').get('dispute.open', { id }))).not.toMatch(/十点就睡|外机/);
    expect((await storyFor(community, 'resident', id))[0]).toBe('对方说了自己这边的情况');
    expect((await documentOf(community, id)).facts.repliedAt).toBeDefined();
    expect(codeOf(await as('resident').ask('dispute.tell', { id, words: '我也说说。' }))).toBe('FORBIDDEN');
  });

  test('a photo of somebody else is not attached', async () => {
    const { id } = await aBound(community);
    expect(codeOf(await as('neighbour').ask('dispute.tell', { id, words: '看照片。', photos: [await sentBy(as('resident'))] }))).toBe('INVALID_INPUT');
    expect((await documentOf(community, id)).facts.respondentStory).toBeUndefined();
  });

  test.each([['the respondent’s own no', 'neighbour'], ['a no that staff put down', 'officer']] as const)('%s is an answer too; the applicant’s is not', async (_title, name) => {
    const { id } = await aBound(community);
    await as(name).get('dispute.refuse', { id, side: 'respondent' });
    expect((await documentOf(community, id)).facts.repliedAt).toBeDefined();
    const other = await aBound(community);
    await as('resident').get('dispute.refuse', { id: other.id, side: 'applicant' });
    expect((await documentOf(community, other.id)).facts.repliedAt).toBeUndefined();
  });
});

describe('联系不上', () => {
  const missed = (id: string, channel: 'call' | 'door') => as('officer').get('dispute.invite', { id, channel, isReached: false, words: '没人应。' });
  const giveUp = (id: string) => as('officer').ask('dispute.unreachable', { id, words: '邻居说人在外地。' });

  test('after three tries in two ways, and not before; both are shown the other ways', async () => {
    const id = await aDispute(community, 'inviting');
    await missed(id, 'call');
    await missed(id, 'call');
    expect(await refusalOf(giveUp(id))).toMatchObject({ code: 'INVALID_MOVE', message: '至少用 2 种办法联系 3 次，才能说联系不上。' });
    await as('officer').get('dispute.makeInvitation', { id, channel: 'note', word: WORD }); // a door note is a way of its own
    expect(codeOf(await giveUp(id))).toBe('OK');
    const seen = await as('resident').get('dispute.open', { id });
    expect([seen.state, seen.next]).toEqual(['failed', undefined]);
    expect(seen.remedies).not.toEqual([]);
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官试了几次都联系不上对方，这次到此为止');
    expect((await documentOf(community, id)).clocks).toEqual([]);
  });

  test('not of somebody who has said yes', async () => {
    const { id } = await aBound(community);
    await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
    for (const channel of ['call', 'door', 'call'] as const) await missed(id, channel);
    expect(await refusalOf(giveUp(id))).toMatchObject({ message: '对方已经说愿意谈了。' });
  });
});
