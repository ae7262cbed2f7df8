import { collections } from '../../cloudfunctions/_kit/collections';
import { HOUR } from '../../miniprogram/domain/time/format';
import { COMMUNITY, startCommunity, STATION, type Community } from '../support/community';
import { aDispute } from '../support/disputes';
import { after, codeOf, idOf, newcomer, sentenceOf, stranger } from '../support/newcomers';

let community: Community;

beforeAll(async () => {
  community = await startCommunity('2026-03-03 12:00');
}, 60_000);
afterAll(() => community.stop());

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
    const { compounds } = await stranger(community.cloud).get('identity.territory', {});
    expect(compounds[0]!.buildings.map(({ name }) => name).slice(0, 3)).toEqual(['3号楼', '7号楼', '12号楼']);
  });
});

describe('the inbox', () => {
  test('a message is read once, by its reader alone', async () => {
    const person = await newcomer(community.cloud, '读者');
    await community.as('admin').get('identity.grantRole', { personId: idOf(person), role: 'volunteer', scopeId: COMMUNITY });
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
    expect((await after(community.cloud, 10 * HOUR, () => community.as('resident').get('identity.home', {}))).officer!.isOnDuty).toBe(false);
  });

  test('an officer sees what waits, most urgent first, and how much of which colour', async () => {
    const ids = [await aDispute(community, 'triaged'), await aDispute(community, 'submitted', { danger: { isHurt: true, isThreatened: false, isChildAtRisk: false, isHomeViolence: false } })];
    const home = await community.as('officer').get('identity.home', {});
    expect(home.as).toBe('officer');
    expect(home.queue!.findIndex(({ id }) => id === ids[1])).toBeLessThan(home.queue!.findIndex(({ id }) => id === ids[0]));
    expect(home.counts).toMatchObject({ blue: 1, red: 0, yellow: 0, overdue: 0 });
    expect((await after(community.cloud, 2 * HOUR, () => community.as('officer').get('identity.home', {}))).counts!.overdue).toBe(1);
  });

  test('whoever may be in danger stays first, also once spoken to alone, when nothing has a date', async () => {
    const officer = community.as('officer');
    const id = await aDispute(community, 'submitted', { danger: { isHurt: true, isThreatened: false, isChildAtRisk: false, isHomeViolence: true } });
    await officer.get('dispute.triage', { id, colour: 'red', danger: { isHurt: true, isThreatened: false, isChildAtRisk: false, isHomeViolence: true }, track: 'people' });
    await officer.get('dispute.contact', { id, words: '已单独见面，人安全。' });
    const calm = await aDispute(community, 'triaged');
    const { queue } = await officer.get('identity.home', {});
    expect(queue!.findIndex((each) => each.id === id)).toBeLessThan(queue!.findIndex((each) => each.id === calm));
    expect(queue!.filter((each) => each.id === id)).toHaveLength(1);
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

  test.each(['resident', 'mediator', 'officer', 'leader', 'gridWorker'] as const)('the home of a %s costs at most seven database calls', async (name) => {
    const before = (await community.cloud.requests()).at(-1)!.seq;
    await community.as(name).get('identity.home', {});
    const calls = (await community.cloud.requests(before)).filter(({ action }) => action.startsWith('database.'));
    expect(calls.length).toBeLessThanOrEqual(7);
  });
});

describe('people and holidays', () => {
  test('an admin lists people by office, phones masked; nobody else does', async () => {
    const { people } = await community.as('admin').get('identity.people', { role: 'officer' });
    expect(people.map(({ name }) => name)).toEqual(['沈砚秋', '陆则行']);
    const all = await community.as('admin').get('identity.people', {});
    expect(all.people).toContainEqual(expect.objectContaining({ name: '韦德顺', phone: '139******21' }));
    expect(codeOf(await community.as('leader').ask('identity.people', {}))).toBe('FORBIDDEN');
  });

  test('a long list of people is cut into pages: everybody once, in the order of joining', async () => {
    const last: string[] = [];
    for (let more = 0; more < 20; more += 1) last.push(idOf(await newcomer(community.cloud, `邻居${more}`)));
    const first = await community.as('admin').get('identity.people', {});
    expect(first.people).toHaveLength(20);
    const rest = await community.as('admin').get('identity.people', { after: first.next! });
    const ids = [...first.people, ...rest.people].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(-20)).toEqual(last);
  });

  test('the holidays of a year are entered by an admin, day by day that exists', async () => {
    const year = { year: 2027, holidays: ['2027-01-02', '2027-01-01'], workdays: ['2027-02-06'] };
    expect(codeOf(await community.as('admin').ask('identity.saveHolidays', { ...year, holidays: ['2027-02-30'] }))).toBe('INVALID_INPUT');
    expect(codeOf(await community.as('admin').ask('identity.saveHolidays', { ...year, holidays: ['2026-12-31'] }))).toBe('INVALID_INPUT');
    expect(codeOf(await community.as('admin').ask('identity.saveHolidays', { ...year, workdays: ['2027-02-03'] }))).toBe('INVALID_INPUT');
    expect(await community.as('admin').get('identity.saveHolidays', year)).toEqual({ ...year, holidays: ['2027-01-01', '2027-01-02'] });
    expect(await community.as('admin').get('identity.holidays', { year: 2027 })).toMatchObject({ workdays: ['2027-02-06'] });
    expect((await community.as('admin').get('identity.holidays', { year: 2026 })).holidays).toContain('2026-10-01');
    expect((await community.as('admin').get('identity.holidays', {})).year).toBe(2026);
  });
});
