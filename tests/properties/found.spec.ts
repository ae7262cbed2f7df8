/** What generated stories have found, each told once more on purpose. */
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { COMMUNITY, startCommunity, type Community } from '../support/community';
import { codeOf, newcomer, refusalOf } from '../support/dispute-spec';
import { aDispute, freeHour, nextHour, noise, safe } from '../support/disputes';
import { faultsOf, readCase } from './support/cases';

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
});
afterAll(() => community.stop());

test('a corrected respondent reads nothing of what was said with the one before', async () => {
  const { as } = community;
  const id = await aDispute(community, 'mediating');
  await as('mediator').get('dispute.adjourn', { id, record: '楼上王四说：是我家孩子跑的。', startAt: await freeHour(community), room: '上门' });
  await as('mediator').get('dispute.correctRespondent', { id, respondent: { name: '李三' }, reason: '不是王四家，是李三家。' });
  const { code } = await as('officer').get('dispute.makeInvitation', { id, channel: 'note', word: '桂花' });
  await as('neighbour').get('dispute.bindInvitation', { code, word: '桂花' });
  const told = await as('neighbour').get('dispute.open', { id });
  expect(JSON.stringify(told)).not.toContain('王四');
  expect(told.lines.map(({ move }) => move)).toEqual(['bind', 'invite']);
  const { lines } = await as('resident').get('dispute.open', { id });
  expect(lines.map(({ words }) => words)).toContain('楼上王四说：是我家孩子跑的。');
});

test('a matter that was taken up again is no longer the unit’s that had taken it', async () => {
  const { as, cloud } = community;
  const unit = await newcomer(community, 'unit', '物业的人', { role: 'partner', scopeId: COMMUNITY });
  const id = await aDispute(community, 'triaged');
  await as('officer').get('dispute.transfer', { id, unit: '物业', personId: personIdOf('unit'), words: '归物业管。' });
  await unit.get('dispute.acknowledge', { id, receivedBy: '前台' });
  expect((await unit.get('dispute.open', { id })).state).toBe('closed');
  await as('resident').get('dispute.contest', { id, reason: '还是漏。' });
  await as('officer').get('dispute.reopen', { id, reason: '物业没办。' });
  expect(codeOf(await unit.ask('dispute.open', { id }))).toBe('NOT_FOUND');
  const { document, history } = await readCase(cloud, id);
  expect(document.people).not.toContain(personIdOf('unit'));
  expect(faultsOf({ document, history })).toEqual([]);
});

test('who held a session and handed the case on has it on the own home no more', async () => {
  const { as, idOf } = community;
  const id = await aDispute(community, 'scheduled');
  await community.cloud.later((await readCase(community.cloud, id)).document.facts.session!.startAt - (await community.cloud.now()));
  await as('mediator').get('dispute.sit', { id, isSafe: true });
  expect((await as('mediator').get('identity.home', {})).today).toMatchObject([{ disputeId: id }]);
  await as('officer').get('dispute.cover', { id, mediatorId: idOf('mediator2'), reason: '病了。' });
  expect((await as('mediator').get('identity.home', {})).today).toEqual([]);
});

test('a suspect for whom somebody was to speak comes alone after all, and they may sit down', async () => {
  const { as, idOf } = community;
  const security = { offence: 'beating' as const, isMinorAct: true, exclusions: [], offender: 'respondent' as const, hasMinor: false, isGuardianTold: false };
  const id = await aDispute(community, 'submitted');
  await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'security', security, reason: '打了一下。' });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意。' });
  const one = { name: '亲戚', isRepresentative: true, hasConsented: true, hasAgreed: true };
  await as('officer').get('dispute.group', { id, side: 'respondent', members: [one] });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: idOf('officer2') });
  await as('officer2').get('dispute.schedule', { id, startAt: await nextHour(community.cloud), room: '上门', hasNoConflict: true });
  expect(await refusalOf(as('officer2').ask('dispute.sit', { id, isSafe: true }))).toMatchObject({ code: 'REFUSED', basis: '公安机关办理行政案件程序规定 第181条' });
  await as('officer').get('dispute.group', { id, side: 'respondent', members: [] });
  expect((await as('officer2').get('dispute.sit', { id, isSafe: true })).state).toBe('mediating');
});

test('police who mediated do not begin again from the start: neither after danger nor otherwise (第183条)', async () => {
  const { as, idOf } = community;
  const security = { offence: 'beating' as const, isMinorAct: true, exclusions: [], offender: 'respondent' as const, hasMinor: false, isGuardianTold: false };
  const triage = { colour: 'red' as const, danger: safe, reason: '打了一下。' };
  const id = await aDispute(community, 'submitted');
  await as('officer').get('dispute.triage', { id, ...triage, track: 'security', security });
  const invite = async () => as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意。' });
  const accept = async () => as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await invite();
  expect((await accept()).ok).toBe(true);
  await as('officer').get('dispute.assign', { id, mediatorId: idOf('officer') });
  await as('officer').get('dispute.schedule', { id, startAt: await nextHour(community.cloud), room: '上门', hasNoConflict: true });
  await as('officer').get('dispute.sit', { id, isSafe: true });
  await as('officer').get('dispute.warn', { id, danger: { ...safe, isThreatened: true }, words: '说要打人。' });
  await as('officer').get('dispute.proposeLower', { id, colour: 'red', danger: safe, reason: '当场道歉了。' });
  await as('leader').get('dispute.lower', { id, isAgreed: true });
  await invite();
  expect(await refusalOf(accept())).toMatchObject({ code: 'REFUSED', basis: '公安机关办理行政案件程序规定 第183条' });
});

test.each([
  ['half a character', '楼上夜里\ud83d一直响。'],
  ['a zero byte', '楼上夜里\u0000一直响。'],
  ['characters that turn the line around', '楼上夜里\u202e一直响。'],
])('a story with %s is kept so that the audit still holds after a restart', async (_what, story) => {
  const { as, cloud } = community;
  const reply = await as('resident').ask('dispute.file', { ...noise, story });
  if (!reply.ok) return expect(reply.error.code).toBe('INVALID_INPUT');
  await cloud.restart();
  const { document, history } = await readCase(cloud, reply.data.id);
  expect(document.facts.story).not.toMatch(/\p{Surrogate}/u); // UTF-8, in which a database keeps it, has no half characters
  expect(faultsOf({ document, history })).toEqual([]);
});
