import { collections } from '../../cloudfunctions/_kit/collections';
import { DAY, HOUR } from '../../miniprogram/domain/time/format';
import { COMMUNITY, startCommunity, STATION, type Community } from '../support/community';
import { aDispute } from '../support/disputes';
import { after, codeOf, historyOf, idOf, invite, newcomer, rosterOf, sentenceOf } from '../support/newcomers';

let community: Community;

beforeAll(async () => {
  community = await startCommunity('2026-03-03 12:00');
}, 60_000);
afterAll(() => community.stop());

describe('offices', () => {
  test('an office begins when it is given and ends on its day', async () => {
    const person = await newcomer(community.cloud, '骆小根');
    const now = await community.cloud.now();
    await community.as('admin').get('identity.grantRole', { personId: idOf(person), role: 'volunteer', scopeId: COMMUNITY, until: now + 2 * DAY });
    expect((await person.get('identity.me', {})).roles).toEqual(['resident', 'volunteer']);

    expect(await after(community.cloud, 2 * DAY + HOUR, () => person.get('identity.me', {}))).toMatchObject({ roles: ['resident'], grants: [] });
    expect((await after(community.cloud, -HOUR, () => person.get('identity.me', {}))).roles).toEqual(['resident']);
  });

  test('whoever is given an office is told, and stands on the roster of the station; a volunteer does not', async () => {
    const person = await newcomer(community.cloud, '白小兰');
    const personId = idOf(person);
    const before = await rosterOf(community.cloud, STATION);
    await community.as('admin').get('identity.grantRole', { personId, role: 'mediator', scopeId: COMMUNITY });
    await community.as('admin').get('identity.grantRole', { personId, role: 'volunteer', scopeId: COMMUNITY });
    const after = await rosterOf(community.cloud, STATION);
    expect(after.rev).toBe(before.rev + 2);
    expect(after.members.filter(({ id }) => id === personId).map(({ role }) => role)).toEqual(['mediator']);
    const { messages } = await person.get('identity.inbox', {});
    expect(messages.map(({ sentence }) => sentence)).toEqual(['您现在是义警（桐花里社区）。', '您现在是调解员（桐花里社区）。']);
  });

  test('an office is taken back at once, with a reason, and the roster knows', async () => {
    const person = await newcomer(community.cloud, '白中兰');
    const personId = idOf(person);
    const { grants } = await community.as('admin').get('identity.grantRole', { personId, role: 'mediator', scopeId: COMMUNITY });
    await community.as('admin').get('identity.revokeRole', { personId, grantId: grants[0]!.id, reason: '搬走了。' });
    expect((await person.get('identity.me', {})).roles).toEqual(['resident']);
    expect((await rosterOf(community.cloud, STATION)).members.some(({ id }) => id === personId)).toBe(false);
    expect((await historyOf(community.cloud, person))[0]).toMatchObject({ move: 'revoke', as: 'admin', words: '搬走了。' });
  });

  test('a name that changes changes on the roster too', async () => {
    const person = await newcomer(community.cloud, '白大兰');
    await community.as('admin').get('identity.grantRole', { personId: idOf(person), role: 'carer', scopeId: COMMUNITY });
    await person.get('identity.saveProfile', { name: '白大蓝' });
    expect((await rosterOf(community.cloud, STATION)).members.find(({ id }) => id === idOf(person))?.name).toBe('白大蓝');
  });

  test('only an admin gives offices, and only over the own places', async () => {
    const person = await newcomer(community.cloud, '邹群');
    const wish = { personId: idOf(person), role: 'gridWorker', scopeId: 'grid01' } as const;
    expect(codeOf(await community.as('leader').ask('identity.grantRole', wish))).toBe('FORBIDDEN');

    const small = await newcomer(community.cloud, '小管');
    await community.as('admin').get('identity.grantRole', { personId: idOf(small), role: 'admin', scopeId: 'grid02' });
    expect(codeOf(await small.ask('identity.grantRole', wish))).toBe('FORBIDDEN');
    expect(codeOf(await small.ask('identity.makeInvitation', { role: 'admin', scopeId: STATION }))).toBe('FORBIDDEN');
    expect(codeOf(await small.ask('identity.grantRole', { ...wish, scopeId: 'grid02' }))).toBe('OK');
  });

  test('the same office over the same place is given once', async () => {
    const wish = { personId: community.idOf('mediator'), role: 'mediator', scopeId: COMMUNITY } as const;
    expect(codeOf(await community.as('admin').ask('identity.grantRole', wish))).toBe('INVALID_INPUT');
  });

  test('two admins who give the same office at once give it once', async () => {
    const person = await newcomer(community.cloud, '同时');
    const wish = { personId: idOf(person), role: 'partner', scopeId: 'compound' } as const;
    const replies = await Promise.all([1, 2, 3, 4].map(() => community.as('admin').ask('identity.grantRole', wish)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rosterOf(community.cloud, STATION)).members.filter(({ id }) => id === idOf(person))).toHaveLength(1);
  });

  test('an admin cannot shut the door behind oneself', async () => {
    const { id, grants } = await community.as('admin').get('identity.me', {});
    const reply = await community.as('admin').ask('identity.revokeRole', { personId: id, grantId: grants[0]!.id, reason: '不干了。' });
    expect(codeOf(reply)).toBe('REFUSED');
  });

  test('two admins who take the office from each other at once: one of them stays', async () => {
    const [one, two] = [await newcomer(community.cloud, '甲管'), await newcomer(community.cloud, '乙管')];
    const grantTo = async (person: typeof one) => {
      const { grants } = await community.as('admin').get('identity.grantRole', { personId: idOf(person), role: 'admin', scopeId: COMMUNITY });
      return { personId: idOf(person), grantId: grants[0]!.id, reason: '不合适。' };
    };
    const [first, second] = [await grantTo(one), await grantTo(two)];
    const replies = await Promise.all([one.ask('identity.revokeRole', second), two.ask('identity.revokeRole', first)]);
    expect(replies.map(codeOf).sort()).toEqual(['FORBIDDEN', 'OK']);
  });

  test('an officer of one grid reads the disputes of that grid and of no other', async () => {
    const person = await newcomer(community.cloud, '乔小川');
    await community.as('admin').get('identity.grantRole', { personId: idOf(person), role: 'gridWorker', scopeId: 'grid02' });
    const id = await aDispute(community, 'submitted');
    const { queue } = await person.get('identity.home', { as: 'gridWorker' });
    expect(queue!.map((each) => each.id)).not.toContain(id);
    expect((await community.as('gridWorker').get('identity.home', {})).queue!.map((each) => each.id)).toContain(id);
  });
});

describe('invitation codes', () => {
  test('a code is easy to type, gives the office once, and is kept as a hash', async () => {
    const code = await invite(community);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}$/);
    const { data } = await community.cloud.database.collection(collections.invitations.name).limit(1000).get();
    const { data: attempts } = await community.cloud.database.collection(collections.attempts.name).limit(1000).get();
    expect(JSON.stringify([data, attempts])).not.toContain(code);

    const person = await newcomer(community.cloud);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await person.get('identity.acceptInvitation', { code: typed })).roles).toEqual(['resident', 'volunteer']);
    expect(sentenceOf(await (await newcomer(community.cloud)).ask('identity.acceptInvitation', { code }))).toBe('这个邀请码已经用过了。');
  });

  test('a code is asked for anew after a week', async () => {
    const code = await invite(community);
    const reply = await after(community.cloud, 7 * DAY + 1000, async () => (await newcomer(community.cloud)).ask('identity.acceptInvitation', { code }));
    expect(sentenceOf(reply)).toBe('邀请码过期了，请管理员再发一个。');
  });

  test('two people with one code: one gets the office', async () => {
    const code = await invite(community);
    const people = [await newcomer(community.cloud, '甲'), await newcomer(community.cloud, '乙'), await newcomer(community.cloud, '丙')];
    const replies = await Promise.all(people.map((person) => person.ask('identity.acceptInvitation', { code })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('five wrong codes lock further tries for an hour, the right one too', async () => {
    const [code, person] = [await invite(community), await newcomer(community.cloud)];
    for (let guess = 0; guess < 5; guess += 1) {
      expect(codeOf(await person.ask('identity.acceptInvitation', { code: `WRNG-WRNG-WRN${guess + 2}` }))).toBe('INVALID_INPUT');
    }
    expect(codeOf(await person.ask('identity.acceptInvitation', { code }))).toBe('RATE_LIMITED');
    expect(codeOf(await after(community.cloud, HOUR + 1000, () => person.ask('identity.acceptInvitation', { code })))).toBe('OK');
  });

  test('guesses sent all at once are counted like guesses sent one by one', async () => {
    const person = await newcomer(community.cloud);
    const guesses = Array.from({ length: 20 }, (_, guess) => person.ask('identity.acceptInvitation', { code: `GUES-GUES-GU${guess + 22}` }));
    expect((await Promise.all(guesses)).filter((reply) => codeOf(reply) === 'INVALID_INPUT').length).toBeLessThanOrEqual(5);
  });

  test('a retry of an invitation that was accepted gets the first answer and counts as no guess', async () => {
    const [code, person, attemptId] = [await invite(community), await newcomer(community.cloud), crypto.randomUUID()];
    const first = await person.ask('identity.acceptInvitation', { code }, { attemptId });
    for (let again = 0; again < 7; again += 1) expect(await person.ask('identity.acceptInvitation', { code }, { attemptId })).toEqual(first);
  });

  test('the invitations of an admin end with the office', async () => {
    const deputy = await newcomer(community.cloud, '副管');
    const personId = idOf(deputy);
    const { grants } = await community.as('admin').get('identity.grantRole', { personId, role: 'admin', scopeId: COMMUNITY });
    const { code } = await deputy.get('identity.makeInvitation', { role: 'admin', scopeId: COMMUNITY });
    await community.as('admin').get('identity.revokeRole', { personId, grantId: grants[0]!.id, reason: '调走了。' });
    const person = await newcomer(community.cloud);
    for (let again = 0; again < 7; again += 1) expect(sentenceOf(await person.ask('identity.acceptInvitation', { code }))).toBe('这个邀请码已经作废，请管理员再发一个。'); // no guess: somebody was given it
  });
});
