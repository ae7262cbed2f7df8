import { findTampering } from '../../cloudfunctions/_kit/audit';
import { collectionSpecs, collections } from '../../cloudfunctions/_kit/collections';
import { open } from '../../cloudfunctions/_kit/vault';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import { OTHER_BUILDING, startCommunity, STATION, type Community } from '../support/community';
import { accountOf, codeOf, historyOf, idOf, invite, newcomer, stranger } from '../support/newcomers';

let community: Community;

beforeAll(async () => {
  community = await startCommunity('2026-03-03 12:00');
}, 60_000);
afterAll(() => community.stop());

describe('joining', () => {
  test('a guest sees a home and a territory, and has no account', async () => {
    const guest = stranger(community.cloud);
    expect(await guest.get('identity.me', {})).toMatchObject({ isGuest: true, roles: ['resident'], grants: [] });
    expect(await guest.get('identity.home', {})).toMatchObject({ as: 'resident', unread: 0, mine: [], me: { isGuest: true } });
    expect((await guest.get('identity.territory', {})).compounds).toMatchObject([{ name: '桐花苑', buildings: [{ name: '3号楼' }, { name: '7号楼' }] }]);
    expect(codeOf(await guest.ask('identity.saveProfile', { name: '路人' }))).toBe('FORBIDDEN');
    expect(await accountOf(community.cloud, guest)).toBeUndefined();
  });

  test('agreeing to the privacy notice makes the account', async () => {
    const guest = stranger(community.cloud);
    expect(await guest.get('identity.consent', { version: privacyVersion })).toMatchObject({ isGuest: false, consent: { version: privacyVersion } });
    expect((await historyOf(community.cloud, guest)).map(({ move }) => move)).toEqual(['join']);
  });

  test('nobody agrees to a text that is not shown any more: the present version is named', async () => {
    const reply = await stranger(community.cloud).ask('identity.consent', { version: '2019-01' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { version: privacyVersion } } });
  });

  test('agreeing twice makes one account', async () => {
    const guest = stranger(community.cloud);
    await Promise.all([1, 2, 3].map(() => guest.ask('identity.consent', { version: privacyVersion })));
    expect((await historyOf(community.cloud, guest)).map(({ move }) => move)).toEqual(['join']);
  });

  test('who is calling comes from the platform: an openid in what is sent changes nothing', async () => {
    const thief = stranger(community.cloud);
    const body = { action: 'identity.me', input: {}, attemptId: crypto.randomUUID() };
    const victim = community.as('officer').openid;
    const reply = await thief.send('identity.me', { ...body, userInfo: { openId: victim }, openid: victim, WX_OPENID: victim });
    expect(reply).toMatchObject({ ok: true, data: { id: idOf(thief), isGuest: true } });
  });

  test('without a person behind the call nothing is answered', async () => {
    expect(codeOf(await community.cloud.as('').ask('identity.me', {}))).toBe('UNAUTHENTICATED');
  });

  test('a timer is not something that a person can be', async () => {
    const reply = await stranger(community.cloud).send('identity.me', { Type: 'Timer', TriggerName: 'everyMinute' });
    expect(codeOf(reply)).toBe('INVALID_INPUT');
  });
});

describe('what one tells about oneself', () => {
  test('a home is a building and a unit, in words that a neighbour would use', async () => {
    const person = await newcomer(community.cloud);
    const { home } = await person.get('identity.saveProfile', { home: { buildingId: OTHER_BUILDING, unit: '2单元' } });
    expect(home).toEqual({ compoundId: 'compound', buildingId: OTHER_BUILDING, unit: '2单元', text: '桐花苑 7号楼 2单元' });
  });

  test('nobody lives in a grid or in a building that does not exist', async () => {
    const person = await newcomer(community.cloud);
    for (const buildingId of ['grid01', 'nowhere']) {
      expect(codeOf(await person.ask('identity.saveProfile', { home: { buildingId } }))).toBe('INVALID_INPUT');
    }
  });

  test('a phone number is shown masked and stands in clear in no document at all', async () => {
    const person = await newcomer(community.cloud);
    const number = '13912345621';
    expect(await person.get('identity.saveProfile', { phone: '139 1234 5621' })).toMatchObject({ phone: '139******21' });
    const kept = await Promise.all(collectionSpecs.map(async ({ name }) => (await community.cloud.database.collection(name).limit(1000).get()).data as unknown));
    expect(JSON.stringify(kept)).toContain('139******21');
    expect(JSON.stringify(kept)).not.toContain(number);
    expect(JSON.stringify(await community.cloud.logs())).not.toContain(number);
  });

  test('a sealed number copied into another account does not open there', async () => {
    const [mine, other] = [await accountOf(community.cloud, community.as('resident')), await accountOf(community.cloud, community.as('neighbour'))];
    expect(mine.phoneIndex).not.toBe(other.phoneIndex);
    expect(open(mine.facts.phone!, mine._id)).toBe('13900000021');
    expect(() => open(mine.facts.phone!, other._id)).toThrow();
  });

  test('a number that is none is refused with the way to mend it', async () => {
    const reply = await (await newcomer(community.cloud)).ask('identity.saveProfile', { phone: '12345' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { phone: '电话不对，请填11位手机号，或带区号的座机。' } } });
  });
});

describe('history', () => {
  test('joining, telling, offices given and taken are one sound chain', async () => {
    const person = await newcomer(community.cloud, '史册');
    await person.get('identity.acceptInvitation', { code: await invite(community) });
    const { grants } = await person.get('identity.me', {});
    await community.as('admin').get('identity.revokeRole', { personId: idOf(person), grantId: grants[0]!.id, reason: '到期。' });
    const history = await historyOf(community.cloud, person);
    expect(history.map(({ move }) => move)).toEqual(['revoke', 'grant', 'edit', 'join']);
    expect(findTampering(await accountOf(community.cloud, person), history)).toEqual([]);
  });

  test('an office that somebody writes into the database by hand shows', async () => {
    const person = await newcomer(community.cloud, '黑手');
    const account = await accountOf(community.cloud, person);
    const forged = { id: 'x', role: 'admin', scopeId: STATION, scopeName: '桐里派出所', from: 0 };
    await community.cloud.database.collection(collections.users.name).doc(account._id).update({ facts: { grants: [forged] } });
    expect(findTampering(await accountOf(community.cloud, person), await historyOf(community.cloud, person))).toEqual(['the facts are not those of the newest event']);
  });

  test('an event that somebody rewrites or drops shows', async () => {
    const person = await newcomer(community.cloud, '改史');
    const events = community.cloud.database.collection(collections.events.name);
    const { _id } = await accountOf(community.cloud, person);
    await events.doc(`${_id}:2`).update({ at: 0 });
    expect(findTampering(await accountOf(community.cloud, person), await historyOf(community.cloud, person))).toContain(`event ${_id}:2 was changed`);
    await events.doc(`${_id}:2`).remove();
    expect(findTampering(await accountOf(community.cloud, person), await historyOf(community.cloud, person))).toContain('the case says 2 events, there are 1');
  });
});
