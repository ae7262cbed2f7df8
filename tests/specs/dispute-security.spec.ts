/** 治安调解: police mediate minor acts themselves, within bounds, and once more at most (公安机关办理行政案件程序规定 第178–185条). */
import type { SecurityInput } from '../../typings/contract/dispute';
import { HOUR } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, refusalOf, sentBy } from '../support/dispute-spec';
import { aDispute, draftOf, nextHour, safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const shove: SecurityInput = { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: false, isGuardianTold: false };
const rules = '公安机关办理行政案件程序规定';

/** Graded as a minor act between neighbours. */
async function triaged(security: Partial<SecurityInput> = {}): Promise<string> {
  const id = await aDispute(community, 'submitted');
  await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'security', security: { ...shove, ...security } });
  return id;
}

async function accepted(security: Partial<SecurityInput> = {}): Promise<string> {
  const id = await triaged(security);
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  return id;
}

/** At the table, with the second officer as its mediator. */
async function scheduled(security: Partial<SecurityInput> = {}): Promise<string> {
  const id = await accepted(security);
  await takenUpBySecond(id);
  return id;
}

/** With the second officer, at the next hour that he has. */
async function takenUpBySecond(id: string): Promise<void> {
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('officer2') });
  while (!(await as('officer2').ask('dispute.schedule', { id, startAt: await nextHour(community.cloud), room: '上门', hasNoConflict: true })).ok) await community.cloud.later(HOUR / 2);
}

async function failed(): Promise<string> {
  const id = await scheduled();
  await as('officer2').get('dispute.sit', { id, isSafe: true });
  await as('officer2').get('dispute.fail', { id, reason: '不肯道歉。' });
  return id;
}

/** Written, and signed by both before the police. */
async function agreed(id: string): Promise<void> {
  await as('officer2').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written', occurrence: await occurrence() });
  const { digest } = (await as('officer2').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('officer2').get('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(as('officer2')) });
}

/** What the paper says beside the course of it (第184条). */
const occurrence = async () => ({ at: (await community.cloud.now()) - HOUR, place: '3号楼楼道', cause: '嫌楼上吵', circumstances: '推了一把，情节较轻', result: '没有受伤' });

const goOnTo = async (moment: number) => community.cloud.later(moment - (await community.cloud.now()));

describe('what police may mediate', () => {
  test.each<[string, Partial<SecurityInput>, string]>([
    ['an act that is not minor', { isMinorAct: false }, `${rules} 第178条`],
    ['hired violence', { exclusions: ['hired'] }, `${rules} 第179条`],
    ['a party that does not want to', { exclusions: ['unwilling'] }, `${rules} 第179条`],
    ['somebody who does it again and again', { exclusions: ['repeated'] }, `${rules} 第179条`],
  ])('not %s', async (_what, security, basis) => {
    const id = await aDispute(community, 'submitted');
    expect(await refusalOf(as('officer').ask('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'security', security: { ...shove, ...security } }))).toMatchObject({ code: 'REFUSED', basis });
  });

  test('both must want it, as everywhere (第180条)', async () => {
    const id = await triaged();
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '还在想。' });
    expect(codeOf(await as('officer').ask('dispute.accept', { id, hasRespondentAgreed: false, isRightsNoticeRead: true }))).toBe('REFUSED');
  });
});

describe('who mediates', () => {
  test('officers are offered, and no mediator of the committee', async () => {
    const id = await accepted();
    const { mediators } = await as('resident').get('dispute.mediators', { id });
    expect(mediators.map(({ name, about }) => `${name} ${about}`).sort()).toEqual(['沈砚秋 民警', '陆则行 民警']);
    expect(codeOf(await as('officer').ask('dispute.assign', { id, mediatorId: community.idOf('mediator') }))).toBe('INVALID_INPUT');
    expect(await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('officer2') })).toMatchObject({ state: 'assigned' });
    expect((await as('officer2').get('dispute.open', { id })).relations).toContain('mediator');
  });

  test('on the people’s track it is the other way round', async () => {
    const id = await aDispute(community, 'accepted');
    const { mediators } = await as('officer').get('dispute.mediators', { id });
    expect(mediators.map(({ name }) => name).sort()).toEqual(['丁守义', '白秀兰']);
    expect(codeOf(await as('officer').ask('dispute.assign', { id, mediatorId: community.idOf('officer2') }))).toBe('INVALID_INPUT');
  });

  test('the officer who mediated does not ask afterwards whether it held', async () => {
    const id = await scheduled();
    await as('officer2').get('dispute.sit', { id, isSafe: true });
    await agreed(id);
    await as('officer2').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('officer2')) });
    await as('officer2').get('dispute.prove', { id, clause: 0, words: '做到了。' });
    const asked = { id, applicant: 'kept', respondent: 'kept', words: '问过了。' } as const;
    expect(codeOf(await as('officer2').ask('dispute.close', asked))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer').ask('dispute.close', asked))).toBe('OK');
  });
});

describe('sitting down', () => {
  test('a minor’s guardian is told first (第181条)', async () => {
    const id = await scheduled({ hasMinor: true });
    expect(await refusalOf(as('officer2').ask('dispute.sit', { id, isSafe: true }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第181条` });
    expect(codeOf(await as('officer2').ask('dispute.sit', { id, isSafe: true, isGuardianTold: true }))).toBe('OK');
    expect((await documentOf(community, id)).facts.security).toMatchObject({ hasMinor: true, isGuardianTold: true });
  });

  test('nobody speaks for who is suspected (第181条)', async () => {
    const id = await accepted();
    const members = [{ name: '楼上住户', isRepresentative: false, hasConsented: true, hasAgreed: false }, { name: '他表哥', isRepresentative: true, hasConsented: true, hasAgreed: false }];
    await as('officer').get('dispute.group', { id, side: 'respondent', members });
    await takenUpBySecond(id);
    expect(await refusalOf(as('officer2').ask('dispute.sit', { id, isSafe: true }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第181条` });
  });
});

test('without an agreement the police decide, and damages are the court’s: both are told (第185条)', async () => {
  const { remedies } = await as('resident').get('dispute.open', { id: await failed() });
  expect(remedies.join()).toMatch(/公安机关.*依法处理.*第185条.*起诉/);
  expect(remedies.join()).not.toContain('随时可以再来');
});

describe('once more (第183条)', () => {
  test('within seven workdays of the first time, and it ends on that day whatever the parties wish', async () => {
    const id = await failed();
    const [first] = (await documentOf(community, id)).facts.held!;
    expect(await as('officer').get('dispute.retry', { id, areBothWilling: true })).toMatchObject({ state: 'assigned' });
    const { facts, clocks } = await documentOf(community, id);
    const until = Date.parse('2026-03-12T18:00+08:00'); // the seventh workday after Tuesday the third
    expect(first!.startAt).toBeLessThan(Date.parse('2026-03-04T00:00+08:00'));
    expect([facts.retries, facts.retryUntil, clocks.find(({ name }) => name === 'deadline')?.dueAt]).toEqual([1, until, until]);
    expect(await refusalOf(as('resident').ask('dispute.extend', { id, side: 'applicant', days: 5 }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第183条` });
  });

  test('not a third time', async () => {
    const id = await failed();
    await as('officer').get('dispute.retry', { id, areBothWilling: true });
    const startAt = await nextHour(community.cloud);
    await as('officer2').get('dispute.schedule', { id, startAt: startAt + HOUR, room: '上门', hasNoConflict: true });
    await goOnTo(startAt + HOUR);
    await as('officer2').get('dispute.sit', { id, isSafe: true });
    await as('officer2').get('dispute.fail', { id, reason: '还是不肯。' });
    expect(await refusalOf(as('officer').ask('dispute.retry', { id, areBothWilling: true }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第183条` });
    expect((await documentOf(community, id)).facts.failures).toBe(2);
  });

  test('and not after those seven workdays', async () => {
    const id = await failed();
    await goOnTo((await documentOf(community, id)).facts.held![0]!.startAt + 15 * 24 * HOUR);
    expect(await refusalOf(as('officer').ask('dispute.retry', { id, areBothWilling: true }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第183条` });
  });
});

test('its agreement is signed by both before the police, and holds with their seal (第184条)', async () => {
  const id = await scheduled();
  await as('officer2').get('dispute.sit', { id, isSafe: true });
  expect(await refusalOf(as('officer2').ask('dispute.draft', { ...(await draftOf(community, id)), form: 'oral' }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第184条` });
  await agreed(id);
  expect(codeOf(await as('mediator').ask('dispute.seal', { id, isSealed: true, file: await sentBy(as('mediator')) }))).toBe('NOT_FOUND');
  expect(await as('officer2').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('officer2')) })).toMatchObject({ state: 'performing' });
  const { confirmationBar, confirmationUntil } = await as('resident').get('dispute.open', { id });
  expect([confirmationBar, confirmationUntil]).toEqual(['治安调解的约定不是人民调解委员会主持达成的，不能申请司法确认。（人民调解法 第33条）', undefined]);
  expect(await refusalOf(as('resident').ask('dispute.askConfirmation', { id, side: 'applicant', court: '望河区人民法院' }))).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第33条' });
});
