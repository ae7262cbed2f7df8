/** Seed scenarios in which several sit together, told in virtual time. All names are invented. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { GroupMember } from '../../typings/contract/dispute';
import { BUILDING, COMMUNITY, startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, eventsOf, movesOf, newcomer, refusalOf, sentBy, toldTo } from '../support/dispute-spec';
import { safe } from '../support/disputes';
import { recheck, rectify } from '../support/hazards';
import type { Person } from '../support/local-cloud';

let community: Community;
let as: Community['as'];
let property: Person;

beforeAll(async () => {
  community = await startCommunity('2026-03-02 08:00');
  as = community.as;
  property = await newcomer(community, 'demo-property', '冷锋', { role: 'partner', scopeId: COMMUNITY });
}, 60_000);
afterAll(() => community.stop());

const begins = (moment: string) => community.cloud.at(moment);
const holds = async (id: string) => expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);
const helper = async (id: string, post: string) => {
  const found = (await as('officer').get('dispute.helpers', { id })).helpers.find((each) => each.post === post)!;
  return { ...found, hasNoConflict: true };
};

test('scenario 2: e-bikes parked anyhow; yellow through Wednesday’s meeting with property and grid', async () => {
  await begins('2026-03-09 18:40'); // a Monday: five neighbours are cross with the takeaway riders of one flat
  const { id, number } = await as('resident').get('dispute.file', {
    category: 'parking', story: '电动车乱停，楼道都过不去，说了几次还吵起来。', buildingId: BUILDING, door: '1单元', danger: safe, peopleCount: 5, respondent: { name: '合租的骑手', phone: '13900000091' },
  });
  const { proposal } = await as('officer').get('dispute.open', { id });
  expect(proposal!.colour).toBe('yellow');
  await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'people' });
  const { id: hazard } = await as('gridWorker').get('hazard.report', {
    checklist: 'corridor', items: ['piledUp'], buildingId: BUILDING, door: '1单元门厅', isDangerNow: false, photos: [await sentBy(as('gridWorker'))],
  });
  await as('officer').get('hazard.link', { id: hazard, disputeNumber: number });

  await begins('2026-03-11 14:30'); // the agenda is there before anybody writes one
  const { day, disputes } = await as('leader').get('dispute.meeting', {});
  expect([day, disputes.map((each) => each.id)]).toEqual(['2026-03-11', [id]]);
  await as('officer').get('dispute.whistle', { id, units: ['物业', '消防'], words: '来定一个停车充电的地方。' });
  await as('officer').get('dispute.answerWhistle', { id, unit: '物业', words: '车棚腾一半，周五前装充电桩。' });
  await as('officer').get('dispute.answerWhistle', { id, unit: '消防', words: '门厅不能停，贴了告示。' });
  await as('officer').get('dispute.decide', { id, what: '车棚装一排充电桩', who: '物业冷经理', byDay: '2026-03-13' });
  await as('auxiliary').get('dispute.decide', { id, what: '挨户说清新车棚在哪里', who: '网格员夏荷', byDay: '2026-03-14' });
  await as('officer').get('hazard.order', { id: hazard, responsible: { name: '桐花苑物业' }, items: [{ key: 'piledUp', byDay: '2026-03-13' }], words: '车清到车棚。' });

  // With property and grid beside the mediator the two sides agree by word of mouth.
  await as('officer').get('dispute.invite', { id, channel: 'door', isReached: true, words: '骑手也想有地方充电，愿意谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('resident').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
  const helpers = [await helper(id, 'officer'), { post: 'lawyer' as const, name: '方予真', hasNoConflict: true }, await helper(id, 'property'), { post: 'gridHead' as const, name: '邹立群', hasNoConflict: true }, await helper(id, 'gridWorker')];
  await as('officer').get('dispute.formPanel', { id, template: 'fivePlus', members: helpers });
  await property.get('dispute.declare', { id, hasNoConflict: true });
  await as('gridWorker').get('dispute.declare', { id, hasNoConflict: true });
  await as('mediator').get('dispute.schedule', { id, startAt: Date.parse('2026-03-12T19:00+08:00') - 2 * HOUR, room: '会议室', hasNoConflict: true });
  expect((await community.cloud.as('demo-property').get('dispute.open', { id })).session).toMatchObject({ room: '会议室' });

  await begins('2026-03-12 17:00');
  await as('resident').get('dispute.consentPanel', { id, side: 'applicant' });
  await as('mediator').get('dispute.consentPanel', { id, side: 'respondent' });
  await as('mediator').get('dispute.sit', { id, isSafe: true });
  await as('mediator').get('dispute.draft', { id, form: 'oral', facts: '门厅停车堵路，双方都认。', clauses: [{ side: 'respondent', what: '车停进车棚', byDay: '2026-03-14', proof: '晚上八点门厅没有车' }] });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });
  await property.get('dispute.finishTask', { id, task: 0, words: '装了八个口。' });
  await as('gridWorker').get('dispute.finishTask', { id, task: 1 });

  await begins('2026-03-13 16:00');
  await rectify(community, hazard, ['piledUp']);
  await as('mediator').get('dispute.prove', { id, clause: 0, words: '门厅空了。' });
  await begins('2026-03-16 20:00'); // the recheck fails: two bikes are back; then it passes
  expect(await recheck(community, hazard, { piledUp: false })).toMatchObject({ state: 'rectifying' });
  await begins('2026-03-18 09:00');
  await rectify(community, hazard, ['piledUp']);
  await begins('2026-03-19 20:00');
  expect(await recheck(community, hazard, { piledUp: true })).toMatchObject({ state: 'closed' });
  await as('officer2').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '都停车棚了。' });
  expect((await as('leader').get('dispute.meeting', {})).disputes).toEqual([]);
  await holds(id);
});

test('scenario 3: a basement let to eighteen, noise at night; landlord and tenants at one table, and the tenants leave the same night', async () => {
  await begins('2026-03-21 20:20'); // a Saturday
  const { id, number } = await as('resident').get('dispute.file', {
    category: 'noise', story: '地下室隔成小间住了十几个人，夜里吵得睡不着。', buildingId: BUILDING, door: '地下一层', danger: safe, peopleCount: 4, respondent: { name: '地下室房东', phone: '13900000092' },
  });
  const { id: hazard } = await as('officer').get('hazard.report', { checklist: 'basement', items: ['livedIn'], buildingId: BUILDING, door: '地下一层', isDangerNow: true, photos: [await sentBy(as('officer'))] });
  await as('officer').get('hazard.link', { id: hazard, disputeNumber: number });
  await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'people' });
  await as('officer').get('hazard.order', { id: hazard, responsible: { name: '地下室房东' }, items: [{ key: 'livedIn', byDay: '2026-03-21' }], words: '今晚搬到安置点。' });
  await as('officer').get('dispute.invite', { id, channel: 'door', isReached: true, words: '房东和租户都愿意谈。' });

  // Eighteen tenants beside the landlord: two speak for them.
  const tenants = Array.from({ length: 18 }, (_, n): GroupMember => ({ name: `租户${n + 1}`, isRepresentative: n < 2, hasConsented: n < 17, hasAgreed: false }));
  await as('officer').get('dispute.group', { id, side: 'respondent', members: tenants });
  expect(await refusalOf(as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }))).toMatchObject({ message: '租户18还没有同意调解。', basis: '人民调解法 第17条' });
  const willing = tenants.map((tenant) => ({ ...tenant, hasConsented: true }));
  await as('officer').get('dispute.group', { id, side: 'respondent', members: willing });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator2') });
  await begins('2026-03-21 23:40');
  expect(await rectify(community, hazard, ['livedIn'], 'auxiliary')).toMatchObject({ state: 'recheck' });
  await as('gridWorker').get('dispute.note', { id, words: '18人都搬走了，流动人口登记已更新。', isInternal: true });

  await as('mediator2').get('dispute.schedule', { id, startAt: Date.parse('2026-03-22T10:00+08:00'), room: '调解室', hasNoConflict: true });
  await begins('2026-03-22 10:00');
  await as('mediator2').get('dispute.sit', { id, isSafe: true });
  await as('mediator2').get('dispute.draft', {
    id, form: 'oral', facts: '地下室不能住人，双方都认。', clauses: [{ side: 'respondent', what: '退还18人本月房租', byDay: '2026-03-25', proof: '收条' }, { side: 'respondent', what: '隔断拆掉', byDay: '2026-03-28', proof: '照片' }],
  });
  const { digest } = (await as('mediator2').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator2').get('dispute.sign', { id, digest, side, how: 'spoken' });
  expect((await documentOf(community, id)).state).toBe('mediating'); // those who speak have signed, and eighteen are still to be asked
  await as('mediator2').get('dispute.group', { id, side: 'respondent', members: willing.map((tenant) => ({ ...tenant, hasAgreed: true })) });
  expect((await documentOf(community, id)).state).toBe('performing');
  await holds(id);
});

test('scenario 4: an unfinished tower, 25 owners about to petition; five speak, 3+N helps, two sessions, two lifts are settled, and it stays to be performed', async () => {
  await begins('2026-04-07 09:10'); // a Tuesday
  const { id } = await as('resident').get('dispute.file', {
    category: 'property', story: '烂尾楼停工两年，电梯没通，25户准备一起去上访。', buildingId: BUILDING, danger: safe, peopleCount: 25, respondent: { name: '望河置业', phone: '13900000095' },
  });
  expect((await as('officer').get('dispute.open', { id })).proposal!.colour).toBe('red');
  await as('officer').get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });

  const owners = (changes: Partial<GroupMember> = {}, speaking = 5) =>
    Array.from({ length: 25 }, (_, n): GroupMember => ({ name: n === 0 ? '韦德顺' : `业主${n + 1}`, isRepresentative: n < speaking, hasConsented: false, hasAgreed: false, ...changes }));
  expect(await refusalOf(as('officer').ask('dispute.group', { id, side: 'applicant', members: owners({}, 6) }))).toMatchObject({ message: '代表最多 5 人。' });
  await as('officer').get('dispute.group', { id, side: 'applicant', members: owners() });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '公司派副经理来。' });
  expect(await refusalOf(as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }))).toMatchObject({ message: '韦德顺等 25 人还没有同意调解。' });
  await as('officer').get('dispute.group', { id, side: 'applicant', members: owners({ hasConsented: true }) });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('resident').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });

  // 3+N: leader, officer and auxiliary, and who else must sit there.
  await as('officer').get('dispute.formPanel', {
    id, template: 'threePlusN', members: [await helper(id, 'leader'), await helper(id, 'officer'), await helper(id, 'auxiliary'), await helper(id, 'property'), { post: 'department', name: '住建老秦', hasNoConflict: true }],
  });
  await as('leader').get('dispute.declare', { id, hasNoConflict: true });
  await as('auxiliary').get('dispute.declare', { id, hasNoConflict: true });
  await property.get('dispute.declare', { id, hasNoConflict: false }); // he works for the other side
  expect(codeOf(await property.ask('dispute.open', { id }))).toBe('NOT_FOUND');
  await as('officer').get('dispute.whistle', { id, units: ['住建', '信访办'], words: '周五一起来。' });
  await as('officer').get('dispute.answerWhistle', { id, unit: '住建', words: '派老秦到场。' });
  await as('officer').get('dispute.answerWhistle', { id, unit: '信访办', words: '派人旁听。' });
  await as('resident').get('dispute.consentPanel', { id, side: 'applicant' });
  await as('mediator').get('dispute.consentPanel', { id, side: 'respondent' });

  // Red is offered today.
  await as('mediator').get('dispute.schedule', { id, startAt: Date.parse('2026-04-07T14:00+08:00'), room: '会议室', hasNoConflict: true });
  expect((await toldTo(community, 'leader', id)).at(-1)).toMatch(/^约在\d+月\d+日 周. 14:00，会议室。$/);
  await begins('2026-04-07 14:00');
  await as('mediator').get('dispute.sit', { id, isSafe: true });
  await community.cloud.later(50 * MINUTE);
  await as('mediator').get('dispute.adjourn', { id, record: '公司认电梯的账，外立面要等评估。', startAt: Date.parse('2026-04-10T14:00+08:00'), room: '会议室' });
  await begins('2026-04-10 14:00');
  await as('mediator').get('dispute.sit', { id, isSafe: true });

  await as('mediator').get('dispute.draft', {
    id, form: 'partial', facts: '两部电梯欠安装尾款，停工两年。', unsettled: '外立面和延期交房的赔偿。',
    clauses: [
      { side: 'respondent', what: '东边电梯通过验收', byDay: '2026-05-10', proof: '检验合格证' },
      { side: 'respondent', what: '西边电梯通过验收', byDay: '2026-06-10', proof: '检验合格证' },
    ],
  });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(as('mediator')) });
  await as('mediator').get('dispute.group', { id, side: 'applicant', members: owners({ hasConsented: true, hasAgreed: true }) });
  expect((await documentOf(community, id)).state).toBe('agreed');
  await as('mediator').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('mediator'), 'signature') });

  const seen = await as('resident').get('dispute.open', { id });
  expect(seen).toMatchObject({ state: 'performing', sessionsHeld: 2, next: { what: '东边电梯通过验收', who: '被申请人' }, linked: [{ how: 'rest', state: 'submitted' }] });
  await begins('2026-05-09 10:00');
  await as('mediator').get('dispute.prove', { id, clause: 0, words: '东边电梯能坐了。', photos: [await sentBy(as('mediator'))] });
  expect((await documentOf(community, id)).state).toBe('performing'); // the second one is due in June
  expect(await movesOf(community, id)).toEqual(expect.arrayContaining(['group', 'formPanel', 'declare', 'consentPanel', 'whistle', 'adjourn', 'seal', 'perform']));
  await holds(id);
});
