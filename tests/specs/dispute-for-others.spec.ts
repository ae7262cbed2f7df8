/** Written down for somebody by who is in office, and settled where people stand. */
import { DAY } from '../../miniprogram/domain/time/format';
import type { FileInput } from '../../typings/contract/dispute';
import { BUILDING, OTHER_BUILDING, startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, endOffice, movesOf, newcomer, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, noise, safe, settledOnSpot } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const told: FileInput = { ...noise, applicant: { name: '陈大爷', phone: '13900000041', hasAgreed: true }, source: 'visit' };
const onTheSpot = {
  category: 'parking', buildingId: BUILDING, story: '门口占道。', settledHow: '挪走了。', haveBothAgreed: true,
  applicant: { name: '店主' }, respondent: { name: '车主' },
} as const;

describe('代录: somebody in office writes it down for a party', () => {
  test('with the word of the party, and the party is the applicant', async () => {
    const { id, relations } = await as('volunteer').get('dispute.file', told);
    expect(relations).toEqual(['agent', 'volunteer']);
    expect((await as('officer').get('dispute.open', { id })).parties[0]).toMatchObject({ name: '陈大爷', hasConsented: true, phone: '139******41' });
  });

  test('not without it', async () => {
    const unasked = { ...told, applicant: { name: '陈大爷', hasAgreed: false } };
    expect(await refusalOf(as('gridWorker').ask('dispute.file', unasked))).toMatchObject({ code: 'INVALID_MOVE', message: '代别人说事，请先征得本人同意。' });
  });

  test('only where one is in office, and never as a neighbour', async () => {
    expect(codeOf(await as('neighbour').ask('dispute.file', told))).toBe('FORBIDDEN');
    expect(codeOf(await as('gridWorker').ask('dispute.file', { ...told, buildingId: OTHER_BUILDING }))).toBe('FORBIDDEN');
    expect(codeOf(await as('admin').ask('dispute.file', told))).toBe('FORBIDDEN');
    expect(codeOf(await as('otherGridWorker').ask('dispute.file', { ...told, buildingId: OTHER_BUILDING }))).toBe('OK');
  });

  test('what 110 passes on has the number of its record, and the officer who passed it on', async () => {
    const from110: FileInput = { ...told, source: '110', sourceNumber: 'J2026-0311', sourceOfficer: '指挥室老秦' };
    const { sourceNumber: _number, ...unnumbered } = from110;
    const { sourceOfficer: _officer, ...unnamed } = from110;
    expect(await refusalOf(as('officer').ask('dispute.file', unnumbered))).toMatchObject({ code: 'INVALID_INPUT', details: { sourceNumber: '请填110警情编号。' } });
    expect(await refusalOf(as('officer').ask('dispute.file', unnamed))).toMatchObject({ code: 'INVALID_INPUT', details: { sourceOfficer: '请填是哪位民警转来的。' } });
    const { id } = await as('officer').get('dispute.file', from110);
    expect(await as('officer2').get('dispute.open', { id })).toMatchObject({ source: '110', sourceNumber: 'J2026-0311', sourceOfficer: '指挥室老秦' });
  });

  test('a resident who speaks for himself cannot say that it came from 110', async () => {
    const { id } = await as('resident').get('dispute.file', { ...noise, source: '110', sourceNumber: 'J1' });
    expect(await documentOf(community, id)).toMatchObject({ facts: { source: 'app' } });
    expect((await documentOf(community, id)).facts.sourceNumber).toBeUndefined();
  });

  test('who wrote it down hears how it goes on, until the office ends', async () => {
    const helper = await newcomer(community, 'demo-helper', '骆小根', { role: 'volunteer', scopeId: 'community' });
    const { id } = await helper.get('dispute.file', told);
    expect((await helper.get('dispute.listMine', {})).disputes.map((each) => each.id)).toEqual([id]);
    await endOffice(community, (await helper.get('identity.me', {})).id);
    expect(codeOf(await helper.ask('dispute.open', { id }))).toBe('NOT_FOUND');
    expect((await helper.get('dispute.listMine', {})).disputes).toEqual([]);
    expect((await helper.get('identity.home', {})).mine).toEqual([]);
  });
});

describe('当场说和: settled where people stand', () => {
  test('what was agreed is kept, both said yes, and somebody asks again after seven days', async () => {
    const { id, state, next, openedAt } = await settledOnSpot(community);
    expect(state).toBe('settledOnSpot');
    expect(next).toMatchObject({ what: '回访，问是不是还好', who: '民警', dueAt: openedAt + 7 * DAY });
    expect(await movesOf(community, id)).toEqual(['settle']);
    expect(await toldTo(community, 'officer', id)).toEqual(['当场说好了，7天后回访。']);
    expect(await storyFor(community, 'officer', id)).toEqual(['夏网格员当场把两边说和了：挪走了，以后放到车棚。']);
  });

  test('one yes is not enough', async () => {
    const half = { ...onTheSpot, haveBothAgreed: false };
    expect(await refusalOf(as('volunteer').ask('dispute.settleNow', half))).toMatchObject({ code: 'INVALID_MOVE', message: '要两边都说同意，才算当场说好。' });
  });

  test.each(['gridWorker', 'volunteer', 'officer'] as const)('%s may', async (name) => {
    expect(codeOf(await as(name).ask('dispute.settleNow', onTheSpot))).toBe('OK');
  });

  test.each(['resident', 'otherGridWorker', 'auxiliary', 'mediator', 'leader', 'admin'] as const)('%s may not', async (name) => {
    expect(codeOf(await as(name).ask('dispute.settleNow', onTheSpot))).toBe('FORBIDDEN');
  });

  test('what is more than a small matter goes to an officer', async () => {
    expect(codeOf(await as('volunteer').ask('dispute.settleNow', { ...onTheSpot, category: 'money' }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('volunteer').ask('dispute.settleNow', { ...onTheSpot, story: '他说明天就去上访。' }))).toBe('INVALID_MOVE');
  });

  test('a matter that was told is settled in the building before anybody is invited', async () => {
    const id = await aDispute(community, 'submitted');
    const settled = await as('gridWorker').get('dispute.settle', { id, settledHow: '十点后不拖椅子。', haveBothAgreed: true });
    expect(settled).toMatchObject({ state: 'settledOnSpot', next: { who: '民警' } });
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['followUp']);
    expect(await storyFor(community, 'resident', id)).toEqual(['夏网格员当场把两边说和了：十点后不拖椅子。', '您把这件事告诉了警务室']);
  });

  test('with danger nothing is settled on the spot (第25条)', async () => {
    const id = await aDispute(community, 'submitted', { danger: { ...safe, isThreatened: true } });
    expect(await refusalOf(as('gridWorker').ask('dispute.settle', { id, settledHow: '说好了。', haveBothAgreed: true }))).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第25条' });
  });

  test('once the other side was invited it is mediation', async () => {
    const id = await aDispute(community, 'inviting');
    expect(codeOf(await as('officer').ask('dispute.settle', { id, settledHow: '说好了。', haveBothAgreed: true }))).toBe('INVALID_MOVE');
  });
});
