/** Seed scenarios that begin with a lead, or with danger, told in virtual time. All names are invented. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { isMediationDay, nextMediationDay } from '../../miniprogram/domain/dispute/calendar';
import { HOUR } from '../../miniprogram/domain/time/format';
import type { FileInput } from '../../typings/contract/dispute';
import { BUILDING, startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, hoursOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

const begins = (moment: string) => community.cloud.at(moment);
const holds = async (id: string) => expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);
const market = { latitude: 30.2, longitude: 120.2, name: '五金市场' };

beforeAll(async () => {
  community = await startCommunity('2026-03-02 08:00');
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

test('scenario 6: a trader of the hardware market is about to petition; a volunteer hears of it; he agrees, and it is resolved', async () => {
  await begins('2026-03-02 09:00'); // a volunteer buys screws and listens
  const { id } = await as('volunteer').get('dispute.notice', {
    category: 'money', story: '市场要涨摊位费，五金摊的老板说没人讲理，打算去区里上访。', buildingId: 'compound', point: market, danger: safe, who: '五金摊老板',
  });
  expect(codeOf(await as('gridWorker').ask('dispute.open', { id }))).toBe('NOT_FOUND');

  await begins('2026-03-02 15:00'); // an officer walks over; the trader is glad that somebody asks
  expect((await as('officer').get('identity.home', { as: 'officer' })).leads).toBe(1);
  await as('officer').get('dispute.adoptLead', { id, applicant: { name: '五金摊老板', phone: '13900000081', hasAgreed: true }, respondent: { name: '市场管理方', phone: '13900000082' } });
  expect(await toldTo(community, 'volunteer', id)).toEqual(['转成一件事来办了。']);

  await begins('2026-03-02 15:30'); // red, as the software proposes, and so within the hour
  expect((await as('officer').get('dispute.open', { id })).proposal).toMatchObject({ colour: 'red', reasons: ['提到上访'] });
  await as('officer').get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
  await as('officer').get('dispute.formPanel', {
    id, template: 'experts',
    members: [
      { post: 'expert', name: '综治中心', hasNoConflict: true },
      { post: 'justiceOffice', name: '司法所', hasNoConflict: true },
      { post: 'department', name: '信访办', hasNoConflict: true },
    ],
  });
  for (const side of ['applicant', 'respondent'] as const) await as('officer').get('dispute.consentPanel', { id, side });
  await as('officer').get('dispute.invite', { id, channel: 'door', isReached: true, words: '愿意坐下来算账。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
  await as('mediator').get('dispute.schedule', { id, startAt: Date.parse('2026-03-03T10:00+08:00'), room: '调解室', hasNoConflict: true });

  await begins('2026-03-03 10:00');
  await as('mediator').get('dispute.sit', { id, isSafe: true });
  await as('mediator').get('dispute.draft', {
    id, form: 'oral', facts: '摊位费涨得急，账目没有讲清。', clauses: [{ side: 'respondent', what: '今年按原价收，账目贴出来', byDay: '2026-03-06', proof: '市场门口看得到' }],
  });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });

  await begins('2026-03-05 17:00');
  await as('mediator').get('dispute.prove', { id, clause: 0, words: '账目贴出来了。' });
  await begins('2026-03-12 17:00');
  await as('officer').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '老板说不去了。' });
  expect((await as('volunteer').get('dispute.open', { id })).state).toBe('closed');
  await holds(id);
});

const from110: FileInput = {
  category: 'family', story: '婆媳为带孩子吵起来，丈夫报了110。', buildingId: BUILDING, door: '1单元302', danger: safe, respondent: { name: '婆婆', phone: '13900000022' },
  applicant: { name: '儿媳', phone: '13900000083', hasAgreed: true }, source: '110', sourceNumber: 'J2026-0316', sourceOfficer: '指挥室老秦',
};

test('scenario 8: a couple’s and an in-laws’ quarrel passed on from 110: next Tuesday or Friday', async () => {
  await begins('2026-03-16 16:00'); // a Monday; until 18:00 there is still a place tomorrow
  const { id } = await as('officer').get('dispute.file', from110);
  expect(await as('officer2').get('dispute.open', { id })).toMatchObject({ source: '110', sourceNumber: 'J2026-0316', sourceOfficer: '指挥室老秦' });
  await as('officer').get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '婆婆愿意谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });

  await begins('2026-03-16 18:30'); // the list for Tuesday has closed: Friday it is
  const day = nextMediationDay(await community.cloud.now());
  expect([isMediationDay(day), day]).toEqual([true, Date.parse('2026-03-20T00:00+08:00')]);
  await as('mediator').get('dispute.schedule', { id, startAt: day + 10 * HOUR, room: '调解室', hasNoConflict: true });
  expect(await hoursOf(community, id)).toEqual(['3月20日 10:00 调解室']);
  await begins('2026-03-20 10:00');
  expect(codeOf(await as('mediator').ask('dispute.sit', { id, isSafe: true }))).toBe('OK');
  await holds(id);
});

test('scenario 8, with violence: no joint session, the police are told, and the other side reads nothing of it', async () => {
  await begins('2026-03-23 09:00');
  const { id } = await as('officer').get('dispute.file', { ...from110, category: 'unsure', sourceNumber: 'J2026-0323' });
  await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'people' });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
  await as('mediator').get('dispute.schedule', { id, startAt: Date.parse('2026-03-24T10:00+08:00'), room: '调解室', hasNoConflict: true });
  await bindRespondent(community, id);
  const heard = await toldTo(community, 'neighbour', id);

  await begins('2026-03-23 20:00'); // at the door the grid worker sees the bruises
  await as('gridWorker').get('dispute.warn', { id, danger: { ...safe, isHurt: true, isHomeViolence: true }, words: '手臂上有伤，说是丈夫打的。' });
  for (const name of ['officer', 'officer2', 'leader', 'mediator'] as const) expect([name, (await toldTo(community, name, id)).at(-1)]).toEqual([name, '有人身危险，先保证安全。']);
  expect(await hoursOf(community, id)).toEqual([]); // the hour of Tuesday is free for others

  for (const ask of [
    as('officer').ask('dispute.invite', { id, channel: 'call', isReached: true, words: '再约。' }),
    as('auxiliary').ask('dispute.invite', { id, channel: 'door', isReached: true, words: '再约。' }),
  ]) expect(await refusalOf(ask)).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第25条', message: '涉及家暴，不能面对面调解，民警会单独联系您。有危险请打110。' });
  expect(await toldTo(community, 'neighbour', id)).toEqual([...heard, '3月24日 周二 10:00的时间先取消，请不用来，以后再约会告诉您。']);
  expect(JSON.stringify(await as('neighbour').get('dispute.open', { id }))).not.toMatch(/家暴|危险|手臂|打的|"red"|"move":"warn"/);

  await begins('2026-03-23 21:00'); // an officer speaks with her alone; nobody claims later that she was forgotten
  await as('officer').get('dispute.contact', { id, words: '已单独见面，送去妹妹家，告诫书明天开。' });
  await begins('2026-03-26 10:00'); // who is in danger is asked again within three workdays, each time
  await as('officer').get('dispute.contact', { id, words: '电话里说住在妹妹家，没有再被打。' });
  await begins('2026-03-30 09:00');
  await community.cloud.runTimers('dispute');
  expect((await as('officer').get('dispute.open', { id })).brokenPromise).toBeUndefined();
  await begins('2026-04-01 09:00'); // nobody asked: it is said first
  await community.cloud.runTimers('dispute');
  expect((await as('officer').get('dispute.open', { id })).brokenPromise).toBe('说好昨天 18:00前联系当事人，没做到，已告诉所领导。');
  await holds(id);
});

test('scenario 16: a battery thief on patrol: officers are alerted, and nobody is offered mediation', async () => {
  await begins('2026-03-31 22:40');
  const { id, moves } = await as('volunteer').get('dispute.notice', {
    category: 'unsure', story: '车棚里有人撬电瓶，跑了，往北门方向。', buildingId: 'compound', point: { ...market, name: '北门车棚' }, danger: safe,
  });
  for (const name of ['officer', 'officer2'] as const) expect((await toldTo(community, name, id)).at(-1)).toBe('桐花苑 北门车棚有个苗头，请您看看。');
  expect(moves).not.toContain('invite');

  await begins('2026-03-31 22:50'); // it is theft and no quarrel: it goes the way of the law
  const open = await as('officer').get('dispute.open', { id });
  expect(open.moves.filter((move) => ['invite', 'accept', 'assign', 'schedule'].includes(move))).toEqual([]);
  await as('officer').get('dispute.dismissLead', { id, reason: '盗窃，已按案件办，不是纠纷。' });
  expect(await storyFor(community, 'volunteer', id)).toEqual(['沈警官看过了，不用管', '您看到一个苗头，告诉了民警']);
  expect(await movesOf(community, id)).toEqual(['notice', 'dismissLead']);
});
