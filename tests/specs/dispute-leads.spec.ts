/** 苗头: seen before anybody asks for anything; looked at, and either let be or taken up with the word of a party. */
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import type { InputOf } from '../../typings/contract/actions';
import { BUILDING, OTHER_BUILDING, startCommunity, type Community, type Name } from '../support/community';
import { codeOf, documentOf, movesOf, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { noise, safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const seen: InputOf<'dispute.notice'> = { category: 'money', story: '五金店老板说货款要不回来，想去上访。', buildingId: BUILDING, danger: safe, who: '五金店老板' };
const aLead = async (by: Name = 'volunteer', changes: Partial<typeof seen> = {}) => (await as(by).get('dispute.notice', { ...seen, ...changes })).id;
const willing = { name: '五金店老板', phone: '13900000051', hasAgreed: true };

describe('somebody notices it', () => {
  test.each(['volunteer', 'gridWorker', 'officer'] as const)('%s may, without the word of anybody', async (name) => {
    expect((await as(name).get('dispute.notice', seen)).state).toBe('lead');
  });

  test.each(['resident', 'mediator', 'auxiliary', 'leader', 'admin', 'otherGridWorker'] as const)('%s may not', async (name) => {
    expect(codeOf(await as(name).ask('dispute.notice', seen))).toBe('FORBIDDEN');
  });

  test('officers alone see it, and whoever noticed it', async () => {
    const id = await aLead();
    for (const name of ['officer', 'officer2', 'volunteer'] as const) expect((await as(name).get('dispute.open', { id })).state).toBe('lead');
    for (const name of ['gridWorker', 'auxiliary', 'leader', 'mediator', 'resident'] as const) expect(codeOf(await as(name).ask('dispute.open', { id }))).toBe('NOT_FOUND');
  });

  test('the officers are told, and have three workdays to look at it', async () => {
    const id = await aLead();
    expect(await toldTo(community, 'officer2', id)).toEqual(['桐花苑 3号楼有个苗头，请您看看。']);
    for (const name of ['leader', 'gridWorker'] as const) expect(await toldTo(community, name, id)).toEqual([]);
    expect((await as('officer').get('dispute.open', { id })).next).toMatchObject({ what: '看一看要不要管', who: '民警', dueAt: Date.parse('2026-03-06T18:00+08:00') });
  });

  test('it lies on a desk of its own, which no other office has, and among no open cases', async () => {
    const id = await aLead();
    expect((await as('officer').get('dispute.desk', { desk: 'lead' })).disputes.map((each) => each.id)).toContain(id);
    expect((await as('officer').get('dispute.desk', { desk: 'triage' })).disputes.map((each) => each.id)).not.toContain(id);
    for (const name of ['leader', 'auxiliary', 'gridWorker', 'mediator'] as const) expect(codeOf(await as(name).ask('dispute.desk', { desk: 'lead' }))).toBe('FORBIDDEN');
    expect((await as('volunteer').get('dispute.listMine', {})).disputes.map((each) => each.id)).toContain(id);
  });

  test('the officer’s home counts the leads that wait; no other home does', async () => {
    const before = (await as('officer').get('identity.home', { as: 'officer' })).leads;
    await aLead();
    expect((await as('officer').get('identity.home', { as: 'officer' })).leads).toBe((before ?? 0) + 1);
    for (const name of ['leader', 'gridWorker', 'auxiliary', 'volunteer'] as const) expect((await as(name).get('identity.home', {})).leads).toBeUndefined();
  });

  test('a photo goes with it', async () => {
    const photo = await sentBy(as('volunteer'));
    expect((await as('officer').get('dispute.open', { id: await aLead('volunteer', { photos: [photo] }) })).photos).toMatchObject([{ id: photo }]);
  });

  test('when nobody has looked in three workdays, the leader hears of it; nobody was promised anything', async () => {
    const id = await aLead();
    const { dueAt } = (await documentOf(community, id)).clocks[0]!;
    await community.cloud.later(dueAt + MINUTE - (await community.cloud.now()));
    await community.cloud.runTimers('dispute');
    expect((await toldTo(community, 'officer', id)).at(-1)).toBe('已过了说好的时间，还没有看一看苗头。');
    expect(await movesOf(community, id)).toEqual(['notice']);
  });
});

describe('an officer looks at it', () => {
  test('it is let be with a reason, which stays among officers', async () => {
    const id = await aLead();
    expect((await as('officer').get('dispute.dismissLead', { id, reason: '当面问过，只是气话。' })).state).toBe('dismissed');
    expect(await storyFor(community, 'officer2', id)).toEqual(['沈警官看过了，不用管：当面问过，只是气话。', '义警看到一个苗头，告诉了民警']);
    expect((await storyFor(community, 'volunteer', id))[0]).toBe('沈警官看过了，不用管');
    expect((await documentOf(community, id)).clocks).toEqual([]);
    expect(codeOf(await as('officer').ask('dispute.dismissLead', { id: await aLead(), reason: ' ' }))).toBe('INVALID_INPUT');
  });

  test('a party says yes, and from then on it is that party’s matter', async () => {
    const id = await aLead();
    const adopted = await as('officer').get('dispute.adoptLead', { id, applicant: willing, respondent: { name: '欠款人' } });
    expect(adopted).toMatchObject({ state: 'submitted' });
    expect((await as('leader').get('dispute.open', { id })).parties).toMatchObject([{ name: '五金店老板', phone: '139******51', hasConsented: true }, { name: '欠款人', hasConsented: false }]);
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['triage']);
    expect(await toldTo(community, 'volunteer', id)).toEqual(['转成一件事来办了。']);
  });

  test('not without the word of the party', async () => {
    const unasked = { id: await aLead(), applicant: { ...willing, hasAgreed: false } };
    expect(await refusalOf(as('officer').ask('dispute.adoptLead', unasked))).toMatchObject({ code: 'INVALID_MOVE', message: '代别人说事，请先征得本人同意。' });
    expect(codeOf(await as('gridWorker').ask('dispute.adoptLead', unasked))).toBe('NOT_FOUND');
  });

  test('whoever noticed it neither takes it up nor lets it be', async () => {
    const id = await aLead();
    expect(codeOf(await as('volunteer').ask('dispute.adoptLead', { id, applicant: willing }))).toBe('FORBIDDEN');
    expect(codeOf(await as('volunteer').ask('dispute.dismissLead', { id, reason: '没事了。' }))).toBe('FORBIDDEN');
  });

  test('where both say yes at once it is settled on the spot, and then it is a matter like any other', async () => {
    const { who: _unknown, ...nameless } = seen;
    const { id } = await as('gridWorker').get('dispute.notice', { ...nameless, category: 'parking', story: '两家为车位吵。' });
    const end = { id, settledHow: '轮着停。', haveBothAgreed: true };
    expect(await refusalOf(as('gridWorker').ask('dispute.settle', end))).toMatchObject({ code: 'INVALID_INPUT', details: { 'applicant.name': '请写一方怎么称呼，回访时好找到人。' } });
    await as('gridWorker').get('dispute.settle', { ...end, applicant: { name: '301住户', phone: '13900000031' }, respondent: { name: '302住户' } });
    expect(await as('leader').get('dispute.open', { id })).toMatchObject({ state: 'settledOnSpot', parties: [{ name: '301住户', phone: '139******31' }, { name: '302住户' }] });
  });
});

describe('one line for who tells of the same: 本楼近30天 2 人说过', () => {
  const asks = (name: Name, changes: Partial<InputOf<'dispute.similarCount'>> = {}) => as(name).get('dispute.similarCount', { buildingId: OTHER_BUILDING, category: 'pets', ...changes });
  const tells = (phone: string, changes: object = {}) =>
    as('officer').get('dispute.file', { ...noise, buildingId: OTHER_BUILDING, category: 'pets', applicant: { name: '住户', phone, hasAgreed: true }, source: 'visit', ...changes });

  test('people are counted, not tellings; one alone is nobody’s business', async () => {
    await tells('13900000061');
    await tells('13900000061');
    expect(await asks('resident')).toEqual({ people: 0, days: 30 });
    await tells('13900000062');
    expect(await asks('resident')).toEqual({ people: 2, days: 30 });
  });

  test('who asks is not counted, so that nobody can subtract himself', async () => {
    await as('neighbour').get('dispute.file', { ...noise, buildingId: OTHER_BUILDING, category: 'parking' });
    await tells('13900000063', { category: 'parking' });
    expect((await asks('neighbour', { category: 'parking' })).people).toBe(0);
    expect((await asks('resident', { category: 'parking' })).people).toBe(2);
  });

  test('of public nuisances alone, never of money or of what happens at home, and never where there was danger', async () => {
    for (const category of ['money', 'family', 'leak', 'unsure'] as const) {
      for (const phone of ['13900000064', '13900000065']) await tells(phone, { category });
      expect((await asks('resident', { category })).people).toBe(0);
    }
    for (const phone of ['13900000066', '13900000067']) await tells(phone, { category: 'noise', danger: { ...safe, isHomeViolence: true } });
    expect((await asks('resident', { category: 'noise' })).people).toBe(0);
  });

  test('a lead is no telling, another building is another, and after thirty days it is over', async () => {
    await aLead('officer', { buildingId: OTHER_BUILDING, category: 'pets' });
    expect((await asks('resident')).people).toBe(2);
    expect((await asks('resident', { buildingId: BUILDING })).people).toBe(0);
    await community.cloud.later(31 * DAY);
    expect((await asks('resident')).people).toBe(0);
  });

  test('a guest hears nothing', async () => {
    expect(codeOf(await as('stranger').ask('dispute.similarCount', { buildingId: BUILDING, category: 'noise' }))).toBe('FORBIDDEN');
  });
});
