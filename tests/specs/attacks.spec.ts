/** What somebody with bad intentions tries next: offices that have ended, places that are not his, floods, other people's words. */
import { collections, type DisputeDocument } from '../../cloudfunctions/_kit/collections';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { filedADay } from '../../miniprogram/domain/dispute/policy';
import { privacyVersion, profileChangesADay } from '../../miniprogram/domain/identity/policy';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { FaultProxy } from '../faults/support/fault-proxy';
import { BUILDING, COMMUNITY, startCommunity, STATION, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, endOffice, movesOf, neighbouringCommunity, newcomer, sentBy, storyFor } from '../support/dispute-spec';
import { aDispute, draftOf, noise, safe } from '../support/disputes';
import type { Person } from '../support/local-cloud';

let proxy: FaultProxy;
let community: Community;
let as: Community['as'];
/** An admin of one grid, and a community in which he is nobody. */
let gridAdmin: Person;
let elsewhere: Awaited<ReturnType<typeof neighbouringCommunity>>;

beforeAll(async () => {
  proxy = await FaultProxy.start();
  community = await startCommunity('2026-03-03 12:00', { functionsOrigin: proxy.origin, onStart: (url) => proxy.leadTo(url) });
  as = community.as;
  gridAdmin = await newcomer(community, 'grid-admin', '邹小管', { role: 'admin', scopeId: 'grid02' });
  elsewhere = await neighbouringCommunity(community);
}, 90_000);
afterAll(async () => {
  await community.stop();
  await proxy.stop();
});

const triage = { colour: 'blue', danger: safe, track: 'people' } as const;
const idOf = ({ openid }: Person) => personIdOf(openid);

describe('an office', () => {
  test('that is taken back while a call is under way moves nothing any more', async () => {
    const officer = await newcomer(community, 'leaving-officer', '陆小行', { role: 'officer', scopeId: COMMUNITY });
    const id = await aDispute(community);
    proxy.before(2, () => endOffice(community, idOf(officer)));
    const reply = await officer.ask('dispute.triage', { id, ...triage });
    proxy.disarm();
    expect(codeOf(reply)).toBe('NOT_FOUND');
    expect(await movesOf(community, id)).toEqual(['file']);
  });

  test('of two admins who dismiss each other in the same moment one stays, whoever came first', async () => {
    const make = async (openid: string) => {
      const person = await newcomer(community, openid, '甲乙管', { role: 'admin', scopeId: COMMUNITY });
      const { id: personId, grants } = await person.get('identity.me', {});
      return { person, dismissal: { personId, grantId: grants[0]!.id, reason: '不合适。' } };
    };
    const [one, other] = [await make('admin-one'), await make('admin-other')];
    proxy.before(2, () => other.person.get('identity.revokeRole', one.dismissal));
    const reply = await one.person.ask('identity.revokeRole', other.dismissal);
    proxy.disarm();
    expect(codeOf(reply)).toBe('FORBIDDEN');
  });

  test('that ends on its day gives no earlier answer again', async () => {
    const until = (await community.cloud.now()) + HOUR;
    const officer = await newcomer(community, 'ending-officer', '陆大行', { role: 'officer', scopeId: COMMUNITY, until });
    const [id, attemptId] = [await aDispute(community), crypto.randomUUID()];
    expect(codeOf(await officer.ask('dispute.triage', { id, ...triage }, { attemptId }))).toBe('OK');
    await community.cloud.later(2 * HOUR);
    expect(codeOf(await officer.ask('dispute.triage', { id, ...triage }, { attemptId }))).toBe('NOT_FOUND');
  });

  test('over a grid does not change the holidays of everybody', async () => {
    const year = { year: 2031, holidays: ['2031-01-01'], workdays: [] };
    expect(codeOf(await gridAdmin.ask('identity.saveHolidays', year))).toBe('FORBIDDEN');
    expect(codeOf(await as('admin').ask('identity.saveHolidays', year))).toBe('OK');
  });

  test('over a grid reaches nobody who lives elsewhere, not even by an id', async () => {
    const stranger = await newcomer(community, 'far-away', '秦远');
    await stranger.get('identity.saveProfile', { home: { buildingId: elsewhere.building } });
    const grant = { role: 'volunteer', scopeId: 'grid02' } as const;
    expect(codeOf(await gridAdmin.ask('identity.grantRole', { personId: idOf(stranger), ...grant }))).toBe('NOT_FOUND');
    expect(await gridAdmin.ask('identity.grantRole', { personId: idOf(stranger), ...grant })).toEqual(await gridAdmin.ask('identity.grantRole', { personId: 'never-was', ...grant }));
    const { code } = await gridAdmin.get('identity.makeInvitation', grant);
    expect(codeOf(await stranger.ask('identity.acceptInvitation', { code }))).toBe('OK'); // he decides himself
  });

  test('over a grid takes none from an admin above, below or beside it', async () => {
    const [above] = (await as('admin').get('identity.me', {})).grants;
    for (const [personId, grantId] of [[community.idOf('admin'), above!.id], [community.idOf('gridWorker'), 'never-was']] as const) {
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(codeOf(await gridAdmin.ask('identity.revokeRole', { personId, grantId, reason: '试试。' })));
    }
    for (const scopeId of [STATION, COMMUNITY, 'grid01', elsewhere.community]) {
      expect([scopeId, codeOf(await gridAdmin.ask('identity.makeInvitation', { role: 'admin', scopeId }))]).toEqual([scopeId, 'FORBIDDEN']);
    }
  });

  test('over a 小区 hangs no building into a grid that is not its own', async () => {
    const admin = await newcomer(community, 'compound-admin', '冷小锋', { role: 'admin', scopeId: 'compound' });
    expect(codeOf(await admin.ask('identity.savePlace', { kind: 'building', name: '13号楼', parentId: 'compound', gridId: 'grid02' }))).toBe('FORBIDDEN');
    const { id } = await as('admin').get('identity.savePlace', { kind: 'building', name: '14号楼', parentId: 'compound', gridId: 'grid01' });
    expect(codeOf(await admin.ask('identity.savePlace', { id, kind: 'building', name: '14号楼', gridId: 'grid02' }))).toBe('FORBIDDEN');
    expect(codeOf(await admin.ask('identity.savePlace', { id, kind: 'building', name: '14号院', isRetired: true }))).toBe('OK');
  });
});

describe('the other side', () => {
  test('reads no note from the time before it was asked', async () => {
    const id = await aDispute(community, 'triaged');
    await as('officer').get('dispute.note', { id, words: '请先去医院验伤。', isInternal: false });
    expect((await storyFor(community, 'resident', id)).join()).toContain('验伤');
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    await as('officer').get('dispute.note', { id, words: '周四前答复。', isInternal: false });
    await bindRespondent(community, id);
    const story = (await storyFor(community, 'neighbour', id)).join();
    expect(story).not.toContain('验伤');
    expect(story).toContain('周四前答复');
  });

  test('does not read why a party gave up, and both read why the mediator did', async () => {
    const told = async (name: 'resident' | 'mediator', reason: string) => {
      const id = await aDispute(community, 'mediating');
      await bindRespondent(community, id);
      await as(name).get('dispute.fail', { id, reason });
      return (await storyFor(community, 'neighbour', id)).join();
    };
    expect(await told('resident', '我怕他。')).not.toContain('我怕他');
    expect(await told('mediator', '金额谈不拢。')).toContain('金额谈不拢');
  });

  test('reads no colour of the own case, though he is an officer of the place', async () => {
    const officer = await newcomer(community, 'accused-officer', '沈小秋', { role: 'officer', scopeId: COMMUNITY });
    const id = await aDispute(community, 'scheduled');
    const respondent = idOf(officer);
    const { people, facts } = await documentOf(community, id);
    await community.cloud.database.collection(collections.disputes.name).doc(id).update({ 'facts.respondent.id': respondent, people: [...people, respondent] });
    await community.cloud.later((facts.session?.startAt ?? 0) - (await community.cloud.now()) - 10 * MINUTE);
    const slotFor = async (person: Person) => (await person.get('identity.home', { as: 'officer' })).today!.find(({ disputeId }) => disputeId === id);
    expect((await slotFor(as('officer')))?.colour).toBe('blue');
    expect(await slotFor(officer)).not.toHaveProperty('colour');
  });

  test('learns of danger, words, door and number nowhere: not in a list, a home, a message, a list of mediators, an address', async () => {
    const photo = await sentBy(as('resident'));
    const id = await aDispute(community, 'accepted', { photos: [photo] });
    await bindRespondent(community, id);
    const danger = { ...safe, isThreatened: true };
    await community.cloud.database.collection(collections.disputes.name).doc(id).update({ 'facts.danger': danger });
    const seen = [
      await as('neighbour').get('dispute.open', { id }), await as('neighbour').get('dispute.listMine', {}), await as('neighbour').get('dispute.mediators', { id }),
      await as('neighbour').get('identity.home', {}), await as('neighbour').get('identity.inbox', {}),
    ];
    expect(JSON.stringify(seen)).not.toMatch(/咚咚|2单元401|139\*{6}21|13900000021|cos\/|"is(?:Threatened|Hurt|HomeViolence|ChildAtRisk)":true|"hasDanger":true/);
  });
});

describe('too much', () => {
  test('nobody tells more matters a day than a day has; tomorrow is another day', async () => {
    const { cloud } = community;
    const person = await newcomer(community, 'flooder', '话很多');
    const { id } = await person.get('dispute.file', noise);
    const { _id: _first, ...told } = await documentOf(community, id);
    const copies = Array.from({ length: filedADay - 1 }, (_, n): DisputeDocument => ({ ...told, _id: `flood-${n}`, number: `洪水${n}` }));
    await cloud.database.collection(collections.disputes.name).add(copies);
    const attemptId = crypto.randomUUID();
    expect(await person.ask('dispute.file', noise, { attemptId })).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED', message: expect.stringContaining('110') } });
    expect(codeOf(await as('neighbour').ask('dispute.file', noise))).toBe('OK');
    await cloud.later(DAY + MINUTE);
    expect(codeOf(await person.ask('dispute.file', noise, { attemptId }))).toBe('OK'); // a refusal is not kept
  });

  test('what others tell of somebody is not counted as his', async () => {
    const person = await newcomer(community, 'accused', '被说的');
    const { _id: _first, ...told } = await documentOf(community, await aDispute(community));
    const copies = Array.from({ length: filedADay }, (_, n): DisputeDocument => ({ ...told, _id: `accusing-${n}`, number: `指认${n}`, people: [idOf(person)] }));
    await community.cloud.database.collection(collections.disputes.name).add(copies);
    expect(codeOf(await person.ask('dispute.file', noise))).toBe('OK');
  });

  test('an account is not changed without end', async () => {
    const person = await newcomer(community, 'changing', '改来改去');
    let code = 'OK';
    let changes = 0;
    for (; code === 'OK' && changes <= profileChangesADay; changes += 1) code = codeOf(await person.ask('identity.saveProfile', { name: `改名${changes}` }));
    expect([code, changes]).toEqual(['RATE_LIMITED', profileChangesADay - 1]); // joining, and what a newcomer fills in, count too
    await community.cloud.later(DAY + MINUTE);
    expect(codeOf(await person.ask('identity.saveProfile', { name: '改好了' }))).toBe('OK');
  });

  test('a drawn signature signs once: a thousand signings would hide the rest of the story', async () => {
    const id = await aDispute(community, 'mediating');
    await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written' });
    const { agreement } = await as('resident').get('dispute.open', { id });
    const input = { id, digest: agreement!.digest, side: 'applicant', how: 'phone', file: await sentBy(as('resident'), 'signature') } as const;
    expect(codeOf(await as('resident').ask('dispute.sign', input))).toBe('OK');
    expect(codeOf(await as('resident').ask('dispute.sign', input))).toBe('INVALID_INPUT');
  });

  test('tickets of a day come to an end, however promptly each is used', async () => {
    const person = await newcomer(community, 'uploader', '传很多');
    const now = await community.cloud.now();
    const { ticketId } = await person.get('media.ticket', { kind: 'photo', bytes: 1000 });
    const { data } = await community.cloud.database.collection(collections.tickets.name).doc(ticketId).get();
    const [ticket] = data as { expiresAt: number; key: string }[];
    const used = Array.from({ length: 200 }, (_, n) => ({ ...ticket, _id: `used-${n}`, claimedAs: `file-${n}`, expiresAt: now - 5 * HOUR, key: `${String(now - 5 * HOUR).padStart(15, '0')}:used-${n}` }));
    await community.cloud.database.collection(collections.tickets.name).add(used);
    expect(codeOf(await person.ask('media.ticket', { kind: 'photo', bytes: 1000 }))).toBe('RATE_LIMITED');
    await community.cloud.later(DAY);
    expect(codeOf(await person.ask('media.ticket', { kind: 'photo', bytes: 1000 }))).toBe('OK');
  });

  test('an account is made once, however often somebody agrees', async () => {
    const person = community.cloud.as('agreeing');
    for (let again = 0; again < 3; again += 1) await person.get('identity.consent', { version: privacyVersion });
    expect(await movesOf(community, idOf(person))).toEqual(['join']);
  });

  test('lists in lists in lists are refused, and the next call is answered', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    const body = `{"action":"dispute.file","attemptId":"deep-deep-deep","input":${JSON.stringify(noise).replace(/}$/, `,"more":${deep}}`)}}`;
    const headers = { 'x-wx-openid': as('resident').openid, 'x-host-key': community.cloud.key };
    const answer = await (await fetch(`${community.cloud.url}/fn/dispute`, { method: 'POST', headers, body })).text();
    expect(answer).not.toMatch(/"ok":true|咚咚|\.ts|node_modules/);
    expect(codeOf(await as('resident').ask('dispute.listMine', {}))).toBe('OK');
  });
});

describe('a fault', () => {
  test('shows nothing of the inside, and its log nothing of the people', async () => {
    const id = await aDispute(community, 'triaged');
    await community.cloud.database.collection(collections.disputes.name).doc(id).update({ 'facts.place': null, 'facts.building': BUILDING });
    const reply = await as('resident').ask('dispute.open', { id });
    expect(reply).toEqual({ ok: false, error: { code: 'INTERNAL', message: '服务暂时出了问题，您写的都在，请稍后再试。' } });
    const logs = JSON.stringify(await community.cloud.logs());
    expect(logs).toContain('dispute.open');
    expect(logs).not.toMatch(/咚咚|楼上住户|韦德顺|1390000|2单元|demo-resident/);
  });
});
