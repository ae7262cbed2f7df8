import { findTampering } from '../../cloudfunctions/_kit/audit';
import { collectionSpecs, collections, type CaseEvent, type User } from '../../cloudfunctions/_kit/collections';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import { DAY, HOUR } from '../../miniprogram/domain/time/format';
import type { Reply } from '../../typings/contract/actions';
import { COMMUNITY, OTHER_BUILDING, startCommunity, STATION, type Community } from '../support/community';
import { aDispute } from '../support/disputes';
import type { Person } from '../support/local-cloud';

const TUESDAY = '2026-03-03 12:00';
let community: Community;
let newcomers = 0;

beforeAll(async () => {
  community = await startCommunity(TUESDAY);
}, 60_000);
afterAll(() => community.stop());

const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'OK' : reply.error.code);
const sentenceOf = (reply: Reply<unknown>) => (reply.ok ? '' : reply.error.message);

/** Somebody new with WeChat in hand. */
const stranger = () => community.cloud.as(`stranger-${(newcomers += 1)}`);

async function newcomer(name = '新来的'): Promise<Person> {
  const person = stranger();
  await person.get('identity.consent', { version: privacyVersion });
  await person.get('identity.saveProfile', { name });
  return person;
}

/** How it is after some time; then the clock goes back, for the next test. */
async function after<T>(ms: number, look: () => Promise<T>): Promise<T> {
  await community.cloud.later(ms);
  try {
    return await look();
  } finally {
    await community.cloud.later(-ms);
  }
}

async function accountOf({ openid }: Person): Promise<User> {
  const { data } = await community.cloud.database.collection(collections.users.name).doc(personIdOf(openid)).get();
  return (data as User[])[0]!;
}

async function historyOf({ openid }: Person): Promise<CaseEvent[]> {
  const query = community.cloud.database.collection(collections.events.name).where({ caseId: personIdOf(openid) });
  return (await query.orderBy('version', 'desc').get()).data as CaseEvent[];
}

async function invite(scopeId = COMMUNITY, until?: number): Promise<string> {
  const { code } = await community.as('admin').get('identity.makeInvitation', { role: 'volunteer', scopeId, ...(until !== undefined && { until }) });
  return code;
}

describe('joining', () => {
  test('a guest sees a home and a territory, and has no account', async () => {
    const guest = stranger();
    expect(await guest.get('identity.me', {})).toMatchObject({ isGuest: true, roles: ['resident'], grants: [] });
    expect(await guest.get('identity.home', {})).toMatchObject({ as: 'resident', unread: 0, mine: [], me: { isGuest: true } });
    expect((await guest.get('identity.territory', {})).compounds).toMatchObject([{ name: '桐花苑', buildings: [{ name: '3号楼' }, { name: '7号楼' }] }]);
    expect(codeOf(await guest.ask('identity.saveProfile', { name: '路人' }))).toBe('FORBIDDEN');
    expect(await accountOf(guest)).toBeUndefined();
  });

  test('agreeing to the privacy notice makes the account', async () => {
    const guest = stranger();
    expect(await guest.get('identity.consent', { version: privacyVersion })).toMatchObject({ isGuest: false, consent: { version: privacyVersion } });
    expect((await historyOf(guest)).map(({ move }) => move)).toEqual(['join']);
  });

  test('nobody agrees to a text that is not shown any more: the present version is named', async () => {
    const reply = await stranger().ask('identity.consent', { version: '2019-01' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { version: privacyVersion } } });
  });

  test('agreeing twice makes one account', async () => {
    const guest = stranger();
    await Promise.all([1, 2, 3].map(() => guest.ask('identity.consent', { version: privacyVersion })));
    expect((await historyOf(guest)).map(({ move }) => move)).toEqual(['join']);
  });

  test('who is calling comes from the platform: an openid in what is sent changes nothing', async () => {
    const thief = stranger();
    const body = { action: 'identity.me', input: {}, attemptId: crypto.randomUUID() };
    const victim = community.as('officer').openid;
    const reply = await thief.send('identity.me', { ...body, userInfo: { openId: victim }, openid: victim, WX_OPENID: victim });
    expect(reply).toMatchObject({ ok: true, data: { id: personIdOf(thief.openid), isGuest: true } });
  });

  test('without a person behind the call nothing is answered', async () => {
    expect(codeOf(await community.cloud.as('').ask('identity.me', {}))).toBe('UNAUTHENTICATED');
  });

  test('a timer is not something that a person can be', async () => {
    const reply = await stranger().send('identity.me', { Type: 'Timer', TriggerName: 'everyMinute' });
    expect(codeOf(reply)).toBe('INVALID_INPUT');
  });
});

describe('what one tells about oneself', () => {
  test('a home is a building and a unit, in words that a neighbour would use', async () => {
    const person = await newcomer();
    const { home } = await person.get('identity.saveProfile', { home: { buildingId: OTHER_BUILDING, unit: '2单元' } });
    expect(home).toEqual({ compoundId: 'compound', buildingId: OTHER_BUILDING, unit: '2单元', text: '桐花苑 7号楼 2单元' });
  });

  test('nobody lives in a grid or in a building that does not exist', async () => {
    const person = await newcomer();
    for (const buildingId of ['grid01', 'nowhere']) {
      expect(codeOf(await person.ask('identity.saveProfile', { home: { buildingId } }))).toBe('INVALID_INPUT');
    }
  });

  test('a phone number is shown masked and stands in clear in no document at all', async () => {
    const person = await newcomer();
    const number = '13912345621';
    expect(await person.get('identity.saveProfile', { phone: '139 1234 5621' })).toMatchObject({ phone: '139******21' });
    const kept = await Promise.all(collectionSpecs.map(async ({ name }) => (await community.cloud.database.collection(name).limit(1000).get()).data as unknown));
    expect(JSON.stringify(kept)).toContain('139******21');
    expect(JSON.stringify(kept)).not.toContain(number);
    expect(JSON.stringify(await community.cloud.logs())).not.toContain(number);
  });

  test('a sealed number copied into another account does not open there', async () => {
    const [mine, other] = [await accountOf(community.as('resident')), await accountOf(community.as('neighbour'))];
    expect(mine.phoneIndex).not.toBe(other.phoneIndex);
    const { open } = await import('../../cloudfunctions/_kit/vault');
    expect(open(mine.facts.phone!, mine._id)).toBe('13900000021');
    expect(() => open(mine.facts.phone!, other._id)).toThrow();
  });

  test('a number that is none is refused with the way to mend it', async () => {
    const reply = await (await newcomer()).ask('identity.saveProfile', { phone: '12345' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { phone: '电话不对，请填11位手机号，或带区号的座机。' } } });
  });
});

describe('offices', () => {
  test('an office begins when it is given and ends on its day', async () => {
    const person = await newcomer('骆小根');
    const now = await community.cloud.now();
    await community.as('admin').get('identity.grantRole', { personId: personIdOf(person.openid), role: 'volunteer', scopeId: COMMUNITY, until: now + 2 * DAY });
    expect((await person.get('identity.me', {})).roles).toEqual(['resident', 'volunteer']);

    expect(await after(2 * DAY + HOUR, () => person.get('identity.me', {}))).toMatchObject({ roles: ['resident'], grants: [] });
    expect((await after(-HOUR, () => person.get('identity.me', {}))).roles).toEqual(['resident']);
  });

  test('whoever is given an office is told, and stands on the roster of the station; a volunteer does not', async () => {
    const person = await newcomer('白小兰');
    const personId = personIdOf(person.openid);
    const before = await rosterOf(STATION);
    await community.as('admin').get('identity.grantRole', { personId, role: 'mediator', scopeId: COMMUNITY });
    await community.as('admin').get('identity.grantRole', { personId, role: 'volunteer', scopeId: COMMUNITY });
    const after = await rosterOf(STATION);
    expect(after.rev).toBe(before.rev + 2);
    expect(after.members.filter(({ id }) => id === personId).map(({ role }) => role)).toEqual(['mediator']);
    const { messages } = await person.get('identity.inbox', {});
    expect(messages.map(({ sentence }) => sentence)).toEqual(['您现在是义警（桐花里社区）。', '您现在是调解员（桐花里社区）。']);
  });

  test('an office is taken back at once, with a reason, and the roster knows', async () => {
    const person = await newcomer('白中兰');
    const personId = personIdOf(person.openid);
    const { grants } = await community.as('admin').get('identity.grantRole', { personId, role: 'mediator', scopeId: COMMUNITY });
    await community.as('admin').get('identity.revokeRole', { personId, grantId: grants[0]!.id, reason: '搬走了。' });
    expect((await person.get('identity.me', {})).roles).toEqual(['resident']);
    expect((await rosterOf(STATION)).members.some(({ id }) => id === personId)).toBe(false);
    expect((await historyOf(person))[0]).toMatchObject({ move: 'revoke', as: 'admin', words: '搬走了。' });
  });

  test('a name that changes changes on the roster too', async () => {
    const person = await newcomer('白大兰');
    await community.as('admin').get('identity.grantRole', { personId: personIdOf(person.openid), role: 'carer', scopeId: COMMUNITY });
    await person.get('identity.saveProfile', { name: '白大蓝' });
    expect((await rosterOf(STATION)).members.find(({ id }) => id === personIdOf(person.openid))?.name).toBe('白大蓝');
  });

  test('only an admin gives offices, and only over the own places', async () => {
    const person = await newcomer('邹群');
    const wish = { personId: personIdOf(person.openid), role: 'gridWorker', scopeId: 'grid01' } as const;
    expect(codeOf(await community.as('leader').ask('identity.grantRole', wish))).toBe('FORBIDDEN');

    const small = await newcomer('小管');
    await community.as('admin').get('identity.grantRole', { personId: personIdOf(small.openid), role: 'admin', scopeId: 'grid02' });
    expect(codeOf(await small.ask('identity.grantRole', wish))).toBe('FORBIDDEN');
    expect(codeOf(await small.ask('identity.makeInvitation', { role: 'admin', scopeId: STATION }))).toBe('FORBIDDEN');
    expect(codeOf(await small.ask('identity.grantRole', { ...wish, scopeId: 'grid02' }))).toBe('OK');
  });

  test('the same office over the same place is given once', async () => {
    const wish = { personId: community.idOf('mediator'), role: 'mediator', scopeId: COMMUNITY } as const;
    expect(codeOf(await community.as('admin').ask('identity.grantRole', wish))).toBe('INVALID_INPUT');
  });

  test('two admins who give the same office at once give it once', async () => {
    const person = await newcomer('同时');
    const wish = { personId: personIdOf(person.openid), role: 'partner', scopeId: 'compound' } as const;
    const replies = await Promise.all([1, 2, 3, 4].map(() => community.as('admin').ask('identity.grantRole', wish)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rosterOf(STATION)).members.filter(({ id }) => id === personIdOf(person.openid))).toHaveLength(1);
  });

  test('an admin cannot shut the door behind oneself', async () => {
    const { id, grants } = await community.as('admin').get('identity.me', {});
    const reply = await community.as('admin').ask('identity.revokeRole', { personId: id, grantId: grants[0]!.id, reason: '不干了。' });
    expect(codeOf(reply)).toBe('REFUSED');
  });

  test('an officer of one grid reads the disputes of that grid and of no other', async () => {
    const person = await newcomer('乔小川');
    await community.as('admin').get('identity.grantRole', { personId: personIdOf(person.openid), role: 'gridWorker', scopeId: 'grid02' });
    const id = await aDispute(community, 'submitted');
    const { queue } = await person.get('identity.home', { as: 'gridWorker' });
    expect(queue!.map((each) => each.id)).not.toContain(id);
    expect((await community.as('gridWorker').get('identity.home', {})).queue!.map((each) => each.id)).toContain(id);
  });
});

describe('invitation codes', () => {
  test('a code is easy to type, gives the office once, and is kept as a hash', async () => {
    const code = await invite();
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}$/);
    const { data } = await community.cloud.database.collection(collections.invitations.name).limit(1000).get();
    const { data: attempts } = await community.cloud.database.collection(collections.attempts.name).limit(1000).get();
    expect(JSON.stringify([data, attempts])).not.toContain(code);

    const person = await newcomer();
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await person.get('identity.acceptInvitation', { code: typed })).roles).toEqual(['resident', 'volunteer']);
    expect(sentenceOf(await (await newcomer()).ask('identity.acceptInvitation', { code }))).toBe('这个邀请码已经用过了。');
  });

  test('a code is asked for anew after a week', async () => {
    const code = await invite();
    const reply = await after(7 * DAY + 1000, async () => (await newcomer()).ask('identity.acceptInvitation', { code }));
    expect(sentenceOf(reply)).toBe('邀请码过期了，请管理员再发一个。');
  });

  test('two people with one code: one gets the office', async () => {
    const code = await invite();
    const people = [await newcomer('甲'), await newcomer('乙'), await newcomer('丙')];
    const replies = await Promise.all(people.map((person) => person.ask('identity.acceptInvitation', { code })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('five wrong codes lock further tries for an hour, the right one too', async () => {
    const [code, person] = [await invite(), await newcomer()];
    for (let guess = 0; guess < 5; guess += 1) {
      expect(codeOf(await person.ask('identity.acceptInvitation', { code: `WRNG-WRNG-WRN${guess + 2}` }))).toBe('INVALID_INPUT');
    }
    expect(codeOf(await person.ask('identity.acceptInvitation', { code }))).toBe('RATE_LIMITED');
    expect(codeOf(await after(HOUR + 1000, () => person.ask('identity.acceptInvitation', { code })))).toBe('OK');
  });

  test('guesses sent all at once are counted like guesses sent one by one', async () => {
    const person = await newcomer();
    const guesses = Array.from({ length: 20 }, (_, guess) => person.ask('identity.acceptInvitation', { code: `GUES-GUES-GU${guess + 22}` }));
    expect((await Promise.all(guesses)).filter((reply) => codeOf(reply) === 'INVALID_INPUT').length).toBeLessThanOrEqual(5);
  });

  test('a retry of an invitation that was accepted gets the first answer and counts as no guess', async () => {
    const [code, person, attemptId] = [await invite(), await newcomer(), crypto.randomUUID()];
    const first = await person.ask('identity.acceptInvitation', { code }, { attemptId });
    for (let again = 0; again < 7; again += 1) expect(await person.ask('identity.acceptInvitation', { code }, { attemptId })).toEqual(first);
  });

  test('the invitations of an admin end with the office', async () => {
    const deputy = await newcomer('副管');
    const personId = personIdOf(deputy.openid);
    const { grants } = await community.as('admin').get('identity.grantRole', { personId, role: 'admin', scopeId: COMMUNITY });
    const { code } = await deputy.get('identity.makeInvitation', { role: 'admin', scopeId: COMMUNITY });
    await community.as('admin').get('identity.revokeRole', { personId, grantId: grants[0]!.id, reason: '调走了。' });
    expect(sentenceOf(await (await newcomer()).ask('identity.acceptInvitation', { code }))).toBe('这个邀请码已经作废，请管理员再发一个。');
  });
});

describe('history', () => {
  test('joining, telling, offices given and taken are one sound chain', async () => {
    const person = await newcomer('史册');
    await person.get('identity.acceptInvitation', { code: await invite() });
    const { grants } = await person.get('identity.me', {});
    await community.as('admin').get('identity.revokeRole', { personId: personIdOf(person.openid), grantId: grants[0]!.id, reason: '到期。' });
    const history = await historyOf(person);
    expect(history.map(({ move }) => move)).toEqual(['revoke', 'grant', 'edit', 'join']);
    expect(findTampering(await accountOf(person), history)).toEqual([]);
  });

  test('an office that somebody writes into the database by hand shows', async () => {
    const person = await newcomer('黑手');
    const account = await accountOf(person);
    const forged = { id: 'x', role: 'admin', scopeId: STATION, scopeName: '桐里派出所', from: 0 };
    await community.cloud.database.collection(collections.users.name).doc(account._id).update({ facts: { grants: [forged] } });
    expect(findTampering(await accountOf(person), await historyOf(person))).toEqual(['the facts are not those of the newest event']);
  });

  test('an event that somebody rewrites or drops shows', async () => {
    const person = await newcomer('改史');
    const events = community.cloud.database.collection(collections.events.name);
    const { _id } = await accountOf(person);
    await events.doc(`${_id}:2`).update({ at: 0 });
    expect(findTampering(await accountOf(person), await historyOf(person))).toContain(`event ${_id}:2 was changed`);
    await events.doc(`${_id}:2`).remove();
    expect(findTampering(await accountOf(person), await historyOf(person))).toContain('the case says 2 events, there are 1');
  });
});

describe('territory', () => {
  const admin = () => community.as('admin');

  test('a building hangs in its 小区 and belongs to a grid of the same community', async () => {
    const wish = { kind: 'building', name: '12号楼', parentId: 'compound' } as const;
    expect(sentenceOf(await admin().ask('identity.savePlace', wish))).toBe('请选这栋楼归哪个网格。');
    const { id } = await admin().get('identity.savePlace', { ...wish, gridId: 'grid02' });
    const { data } = await community.cloud.database.collection(collections.places.name).doc(id).get();
    expect((data as { path: string[] }[])[0]!.path).toEqual([STATION, 'street', COMMUNITY, 'policeGrid', 'grid02', 'compound', id]);
    expect(codeOf(await admin().ask('identity.savePlace', { ...wish, gridId: 'grid02' }))).toBe('INVALID_INPUT');
  });

  test('a place hangs where its kind belongs', async () => {
    expect(sentenceOf(await admin().ask('identity.savePlace', { kind: 'grid', name: '03网格', parentId: COMMUNITY }))).toBe('请选上一级警格。');
    expect(codeOf(await admin().ask('identity.savePlace', { kind: 'station', name: '别的派出所' }))).toBe('FORBIDDEN');
  });

  test('a place that holds others is not moved, and not retired before them', async () => {
    const { id: street } = await admin().get('identity.savePlace', { kind: 'street', name: '望河街道', parentId: STATION });
    const { id: other } = await admin().get('identity.savePlace', { kind: 'community', name: '望河社区', parentId: street });
    const compound = { id: 'compound', kind: 'compound', name: '桐花苑' } as const;
    expect(codeOf(await admin().ask('identity.savePlace', { ...compound, parentId: other }))).toBe('INVALID_INPUT');
    expect(codeOf(await admin().ask('identity.savePlace', { ...compound, isRetired: true }))).toBe('INVALID_INPUT');
    expect(codeOf(await admin().ask('identity.savePlace', { id: other, kind: 'community', name: '望河社区', parentId: 'street' }))).toBe('OK');
  });

  test('a retired building is offered to nobody, and what happened there stays', async () => {
    const { id } = await admin().get('identity.savePlace', { kind: 'building', name: '拆掉的楼', parentId: 'compound', gridId: 'grid01' });
    await admin().get('identity.savePlace', { id, kind: 'building', name: '拆掉的楼', isRetired: true });
    const { compounds } = await community.as('resident').get('identity.territory', {});
    expect(compounds.flatMap(({ buildings }) => buildings.map((building) => building.id))).not.toContain(id);
    expect((await admin().get('identity.places', {})).places).toContainEqual(expect.objectContaining({ id, isRetired: true }));
  });

  test('buildings come in the order in which people count', async () => {
    const { compounds } = await stranger().get('identity.territory', {});
    expect(compounds[0]!.buildings.map(({ name }) => name).slice(0, 3)).toEqual(['3号楼', '7号楼', '12号楼']);
  });
});

describe('the inbox', () => {
  test('a message is read once, by its reader alone', async () => {
    const person = await newcomer('读者');
    await community.as('admin').get('identity.grantRole', { personId: personIdOf(person.openid), role: 'volunteer', scopeId: COMMUNITY });
    const [message] = (await person.get('identity.inbox', {})).messages;
    expect((await person.get('identity.home', {})).unread).toBe(1);
    await community.as('resident').get('identity.markRead', { ids: [message!.id] });
    expect((await person.get('identity.home', {})).unread).toBe(1);
    expect(await person.get('identity.markRead', { ids: [message!.id] })).toEqual({ unread: 0 });
    expect((await person.get('identity.inbox', {})).messages).toMatchObject([{ id: message!.id, isRead: true }]);
  });
});

describe('homes', () => {
  test('a resident is told who the officer is, by title, with the telephone of the post', async () => {
    await community.as('admin').get('identity.savePlace', { id: COMMUNITY, kind: 'community', name: '桐花里社区', phone: '0571-80000110' });
    const { officer } = await community.as('resident').get('identity.home', {});
    expect(officer).toEqual({ name: '沈警官', title: '民警', isOnDuty: true, phone: '057180000110' });
    expect((await after(10 * HOUR, () => community.as('resident').get('identity.home', {}))).officer!.isOnDuty).toBe(false);
  });

  test('an officer sees what waits, most urgent first, and how much of which colour', async () => {
    const ids = [await aDispute(community, 'triaged'), await aDispute(community, 'submitted', { danger: { isHurt: true, isThreatened: false, isChildAtRisk: false, isHomeViolence: false } })];
    const home = await community.as('officer').get('identity.home', {});
    expect(home.as).toBe('officer');
    expect(home.queue!.findIndex(({ id }) => id === ids[1])).toBeLessThan(home.queue!.findIndex(({ id }) => id === ids[0]));
    expect(home.counts).toMatchObject({ blue: 1, red: 0, yellow: 0, overdue: 0 });
    expect((await after(2 * HOUR, () => community.as('officer').get('identity.home', {}))).counts!.overdue).toBe(1);
  });

  test('a mediator sees today’s sessions and the hours that are still free until Friday', async () => {
    const { freeThisWeek: before } = await community.as('mediator').get('identity.home', {});
    expect(before).toBe(5 + 3 * 9); // Tuesday 13:00–17:00, and three whole days
    const id = await aDispute(community, 'assigned');
    const startAt = Date.parse('2026-03-03T14:30:00+08:00');
    await community.as('mediator').get('dispute.schedule', { id, startAt, room: '调解室', hasNoConflict: true });
    const { today, freeThisWeek, queue } = await community.as('mediator').get('identity.home', {});
    expect(today).toMatchObject([{ disputeId: id, startAt, room: '调解室', mediatorId: community.idOf('mediator') }]);
    expect(freeThisWeek).toBe(before! - 2);
    expect(queue!.map((each) => each.id)).toEqual([id]);
    expect((await community.as('leader').get('identity.home', {})).today).toMatchObject([{ disputeId: id }]);
  });

  test('an identity that is not held any more gives the home that is', async () => {
    expect((await community.as('resident').get('identity.home', { as: 'officer' })).as).toBe('resident');
  });

  test.each(['resident', 'mediator', 'officer', 'leader'] as const)('the home of a %s costs at most six database calls', async (name) => {
    const before = (await community.cloud.requests()).at(-1)!.seq;
    await community.as(name).get('identity.home', {});
    const calls = (await community.cloud.requests(before)).filter(({ action }) => action.startsWith('database.'));
    expect(calls.length).toBeLessThanOrEqual(6);
  });
});

describe('people and holidays', () => {
  test('an admin lists people by office, phones masked; nobody else does', async () => {
    const { people } = await community.as('admin').get('identity.people', { role: 'officer' });
    expect(people.map(({ name }) => name)).toEqual(['沈砚秋', '陆则行']);
    const all = await community.as('admin').get('identity.people', {});
    expect(all.people).toHaveLength(20);
    expect(all.people).toContainEqual(expect.objectContaining({ name: '韦德顺', phone: '139******21' }));
    const rest = await community.as('admin').get('identity.people', { after: all.next! });
    expect(rest.people.map(({ id }) => id)).not.toContain(all.people[0]!.id);
    expect(codeOf(await community.as('leader').ask('identity.people', {}))).toBe('FORBIDDEN');
  });

  test('the holidays of a year are entered by an admin, day by day that exists', async () => {
    const year = { year: 2027, holidays: ['2027-01-02', '2027-01-01'], workdays: ['2027-02-06'] };
    expect(codeOf(await community.as('admin').ask('identity.saveHolidays', { ...year, holidays: ['2027-02-30'] }))).toBe('INVALID_INPUT');
    expect(codeOf(await community.as('admin').ask('identity.saveHolidays', { ...year, holidays: ['2026-12-31'] }))).toBe('INVALID_INPUT');
    expect(codeOf(await community.as('admin').ask('identity.saveHolidays', { ...year, workdays: ['2027-02-03'] }))).toBe('INVALID_INPUT');
    expect(await community.as('admin').get('identity.saveHolidays', year)).toEqual({ ...year, holidays: ['2027-01-01', '2027-01-02'] });
    expect(await community.as('admin').get('identity.holidays', { year: 2027 })).toMatchObject({ workdays: ['2027-02-06'] });
    expect((await community.as('admin').get('identity.holidays', { year: 2026 })).holidays).toContain('2026-10-01');
  });
});

async function rosterOf(station: string) {
  const { data } = await community.cloud.database.collection(collections.rosters.name).doc(station).get();
  return (data as { rev: number; members: { id: string; role: string; name: string }[] }[])[0]!;
}
