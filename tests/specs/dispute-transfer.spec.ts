/** 转办: passed to the unit that can, which must say that it has it; or it comes back. */
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { COMMUNITY, startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, endOffice, movesOf, newcomer, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, safe } from '../support/disputes';
import type { Person } from '../support/local-cloud';

let community: Community;
let as: Community['as'];
let unit: Person;
let unitId: string;

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
  unit = await newcomer(community, 'demo-chengguan', '城管小秦', { role: 'partner', scopeId: COMMUNITY });
  unitId = (await unit.get('identity.me', {})).id;
}, 60_000);
afterAll(() => community.stop());

const words = '这件事归城管，请来看看。';
async function transferred(to: { personId?: string } = {}): Promise<string> {
  const id = await aDispute(community, 'triaged');
  await as('officer').get('dispute.transfer', { id, unit: '城管', words, ...to });
  return id;
}

test('the receiver is named, the applicant hears it, and the unit has 24 hours', async () => {
  const id = await transferred();
  expect(await as('resident').get('dispute.open', { id })).toMatchObject({ state: 'transferred', transferredTo: { unit: '城管' }, next: { what: '等接手单位答复' } });
  expect((await toldTo(community, 'resident', id)).at(-1)).toBe('已转给城管，对方接手后告诉您。');
  const { clocks, changedAt } = await documentOf(community, id);
  expect(clocks).toMatchObject([{ name: 'acknowledge', dueAt: changedAt + 24 * HOUR }]);
  expect(codeOf(await as('officer').ask('dispute.transfer', { id: await aDispute(community, 'triaged'), unit: ' ', words }))).toBe('INVALID_INPUT');
});

test('an officer puts down who took it: with that it is closed here, and may be said not to be solved', async () => {
  const id = await transferred();
  expect(codeOf(await as('officer').ask('dispute.acknowledge', { id, receivedBy: ' ' }))).toBe('INVALID_INPUT');
  expect(await as('officer').get('dispute.acknowledge', { id, receivedBy: '城管队值班员' })).toMatchObject({ state: 'closed' });
  expect((await toldTo(community, 'resident', id)).at(-1)).toBe('城管已经接手。没解决，30天内可以说。');
  expect((await documentOf(community, id)).clocks).toEqual([]);
  expect(codeOf(await as('resident').ask('dispute.contest', { id, reason: '还是没人来。' }))).toBe('OK');
});

test('every list says who has it, until an officer asks again', async () => {
  const id = await transferred({ personId: unitId });
  const unitIn = async () => (await as('resident').get('dispute.listMine', {})).disputes.find((each) => each.id === id)?.unit;
  expect(await unitIn()).toBe('城管');
  await unit.get('dispute.acknowledge', { id, receivedBy: '城管小秦' });
  expect(await unitIn()).toBe('城管');
  await as('resident').get('dispute.contest', { id, reason: '还是没人来。' });
  expect(await unitIn()).toBeUndefined();
});

test('a unit with an account sees it, and says itself that it has it', async () => {
  const id = await transferred({ personId: unitId });
  expect((await unit.get('dispute.listMine', {})).disputes.map((each) => each.id)).toContain(id);
  expect(await unit.get('dispute.open', { id })).toMatchObject({ relations: ['receiver'], next: { what: '说一声接不接', who: '您' }, moves: expect.arrayContaining(['acknowledge', 'return']) as string[] });
  await unit.get('dispute.acknowledge', { id, receivedBy: '城管小秦', words: '周四上门。' });
  expect(await movesOf(community, id)).toEqual(['file', 'triage', 'transfer', 'acknowledge']);
});

test('it reads what it needs, and no telephone', async () => {
  const id = await transferred({ personId: unitId });
  const { story, parties } = await unit.get('dispute.open', { id });
  expect([story !== '', parties.every(({ phone }) => phone === undefined)]).toEqual([true, true]);
  expect(codeOf(await unit.ask('dispute.phone', { id, side: 'applicant' }))).toBe('FORBIDDEN');
});

test('only somebody who holds that office there is chosen', async () => {
  const id = await aDispute(community, 'triaged');
  for (const personId of [community.idOf('resident'), community.idOf('mediator'), 'nobody-at-all']) {
    expect(await refusalOf(as('officer').ask('dispute.transfer', { id, unit: '城管', personId, words }))).toMatchObject({ details: { personId: '这个单位在这里没有账号，请直接写单位名。' } });
  }
});

test('what it does not take comes back to the officer, and it knows nothing of it any more', async () => {
  const id = await transferred({ personId: unitId });
  await unit.get('dispute.return', { id, reason: '在小区里面，归物业。' });
  expect(await as('officer').get('dispute.open', { id })).toMatchObject({ state: 'triaged', next: { what: '联系双方' } });
  expect((await storyFor(community, 'officer', id))[0]).toContain('退了回来，重新安排：在小区里面，归物业。');
  expect((await storyFor(community, 'resident', id))[0]).not.toContain('物业');
  expect(codeOf(await unit.ask('dispute.open', { id }))).toBe('NOT_FOUND');
  expect((await documentOf(community, id)).people).not.toContain(unitId);
});

test('with the office ends what it showed', async () => {
  const former = await newcomer(community, 'demo-former', '物业小冷', { role: 'partner', scopeId: COMMUNITY });
  const personId = (await former.get('identity.me', {})).id;
  const id = await transferred({ personId });
  await endOffice(community, personId);
  expect(codeOf(await former.ask('dispute.open', { id }))).toBe('NOT_FOUND');
});

test('when nobody says so in 24 hours, the broken promise is said, and a workday later departments are whistled for', async () => {
  const id = await transferred();
  await community.cloud.later(24 * HOUR + MINUTE);
  await community.cloud.runTimers('dispute');
  expect((await as('resident').get('dispute.open', { id })).brokenPromise).toContain('前等到接手单位答复，没做到');
  await community.cloud.later(3 * 24 * HOUR);
  await community.cloud.runTimers('dispute');
  expect((await movesOf(community, id)).slice(-2)).toEqual(['remind', 'whistle']);
});

test('only an officer passes it on; the unit’s name, which may say why, is not for the respondent of a dangerous one', async () => {
  const danger = { ...safe, isHomeViolence: true };
  const id = await aDispute(community, 'submitted', { danger });
  await as('officer').get('dispute.triage', { id, colour: 'red', danger, track: 'admin' });
  for (const name of ['leader', 'auxiliary', 'gridWorker'] as const) expect(codeOf(await as(name).ask('dispute.transfer', { id, unit: '妇联', words }))).toBe('FORBIDDEN');
  await as('officer').get('dispute.transfer', { id, unit: '妇联', words: '家里有人动手。' });
  await bindRespondent(community, id);
  expect(JSON.stringify(await as('neighbour').get('dispute.open', { id }))).not.toMatch(/妇联|动手|家暴|危险/);
});
