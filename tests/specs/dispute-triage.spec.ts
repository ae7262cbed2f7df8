/** 分流定级: colour, danger and track; turning away; and the danger that bars a meeting. */
import { DAY, HOUR } from '../../miniprogram/domain/time/format';
import type { Colour, DangerAnswers, FileInput, SecurityInput } from '../../typings/contract/dispute';
import { OTHER_BUILDING, startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, movesOf, newcomer, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, noise, safe } from '../support/disputes';

const threatened: DangerAnswers = { ...safe, isThreatened: true };
const beaten: DangerAnswers = { ...safe, isHomeViolence: true };
let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const triage = (id: string, colour: Colour, { danger = safe, reason }: { danger?: DangerAnswers; reason?: string } = {}) =>
  as('officer').ask('dispute.triage', { id, colour, danger, track: 'people', ...(reason !== undefined && { reason }) });

describe('an officer looks at it', () => {
  test('it has a colour and a way on, and both sides are contacted within three workdays', async () => {
    const id = await aDispute(community, 'triaged');
    expect(await as('officer').get('dispute.open', { id })).toMatchObject({ state: 'triaged', colour: 'blue', track: 'people', next: { what: '联系双方', who: '民警', dueAt: Date.parse('2026-03-06T18:00+08:00') } });
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['contact']);
  });

  test('the applicant hears that it was seen; the colour is a word among staff', async () => {
    const id = await aDispute(community, 'triaged');
    expect(await toldTo(community, 'resident', id)).toEqual(['民警看过了，正在安排。']);
    expect(await storyFor(community, 'resident', id)).toEqual(['沈警官看过了，定好怎么办', '您把这件事告诉了警务室']);
    const { colour, track, proposal } = await as('resident').get('dispute.open', { id });
    expect([colour, track, proposal]).toEqual([undefined, undefined, undefined]);
  });

  test('only an officer grades; those who see it read that it is not theirs to do', async () => {
    const id = await aDispute(community);
    const input = { id, colour: 'blue', danger: safe, track: 'people' } as const;
    for (const name of ['resident', 'gridWorker', 'auxiliary', 'leader'] as const) expect(codeOf(await as(name).ask('dispute.triage', input))).toBe('FORBIDDEN');
    for (const name of ['neighbour', 'mediator', 'otherGridWorker', 'admin', 'stranger'] as const) expect(codeOf(await as(name).ask('dispute.triage', input))).toBe('NOT_FOUND');
  });

  test('two officers who looked at the same: one grades it, the other hears who it was, and nothing is undone', async () => {
    const id = await aDispute(community);
    const { version: seen } = await as('officer').get('dispute.open', { id });
    const input = { id, danger: safe, track: 'people', seen } as const;
    expect(codeOf(await as('officer').ask('dispute.triage', { ...input, colour: 'yellow' }))).toBe('OK');
    const refusal = await refusalOf(as('officer2').ask('dispute.triage', { ...input, colour: 'blue', reason: '小事。' }));
    expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/^沈警官\d+:\d\d刚办了一步，已换成最新内容。$/) as string });
    expect((await as('officer2').get('dispute.open', { id })).colour).toBe('yellow');
  });

  test('who comes too late for a step hears who made the last one, for an hour', async () => {
    const id = await aDispute(community, 'inviting');
    const accept = { id, hasRespondentAgreed: true, isRightsNoticeRead: true };
    await as('officer').get('dispute.accept', accept);
    expect((await refusalOf(as('officer2').ask('dispute.accept', accept))).message).toMatch(/^沈警官/);
    expect((await refusalOf(as('officer').ask('dispute.accept', accept))).message).toBe('这一步现在不能这样办了，请看最新进展。');
    await community.cloud.later(HOUR + 1);
    expect(await refusalOf(as('officer2').ask('dispute.accept', accept))).toMatchObject({ code: 'INVALID_MOVE', message: '这一步现在不能这样办了，请看最新进展。' });
  });

  test('two officers who looked at the same, at once: one of them grades it', async () => {
    const id = await aDispute(community);
    const { version: seen } = await as('officer').get('dispute.open', { id });
    const grade = (name: 'officer' | 'officer2', colour: Colour) => as(name).ask('dispute.triage', { id, colour, danger: safe, track: 'people', seen });
    const replies = await Promise.all([grade('officer', 'blue'), grade('officer2', 'yellow')]);
    expect(replies.map(codeOf).sort()).toEqual(['CONFLICT', 'OK']);
    expect(await movesOf(community, id)).toEqual(['file', 'triage']);
  });

  test('three officers at once: one grades it first, and each grading stands in the history', async () => {
    const id = await aDispute(community);
    const replies = await Promise.all(Array.from({ length: 3 }, () => triage(id, 'blue')));
    const moves = await movesOf(community, id);
    expect(moves).toEqual(['file', ...replies.filter(({ ok }) => ok).map(() => 'triage')]);
    expect((await documentOf(community, id)).version).toBe(moves.length);
  });

  test('the officer reads who told of the same in this building during the last thirty days', async () => {
    const [category, older] = ['pets', await aDispute(community, 'submitted', { category: 'pets' })] as const;
    await community.cloud.later(31 * DAY);
    const newer = await aDispute(community, 'submitted', { category, story: '狗在楼道里没人管。' });
    const id = await aDispute(community, 'submitted', { category });
    const { similar } = await as('officer').get('dispute.open', { id });
    expect(similar.map((each) => each.id)).toEqual([newer]);
    expect(similar.map((each) => each.id)).not.toContain(older);
    for (const name of ['resident', 'gridWorker', 'leader'] as const) expect((await as(name).get('dispute.open', { id })).similar).toEqual([]);
  });

  test('an officer who is a party to one of them does not read it there', async () => {
    const officer = await newcomer(community, 'demo-officer3', '秦川', { role: 'officer', scopeId: 'community' });
    const about = await aDispute(community, 'submitted', { category: 'leak', story: '楼上的警官家漏水。' });
    await community.cloud.database.collection('disputes').doc(about).update({ 'facts.respondent.id': (await officer.get('identity.me', {})).id });
    const id = await aDispute(community, 'submitted', { category: 'leak' });
    expect((await officer.get('dispute.open', { id })).similar).toEqual([]);
    expect((await as('officer').get('dispute.open', { id })).similar.map((each) => each.id)).toEqual([about]);
  });
});

describe('the software proposes and only raises', () => {
  test.each<[string, Partial<FileInput>, Colour]>([
    ['a noise', {}, 'blue'],
    ['a deposit', { category: 'money' }, 'yellow'],
    ['three people', { peopleCount: 3 }, 'yellow'],
    ['ten people', { peopleCount: 10 }, 'red'],
    ['a hundred thousand yuan', { category: 'money', amountFen: 10_000_000 }, 'red'],
    ['one who is about to petition', { story: '再没人管我就去市里上访。' }, 'red'],
    ['a threat', { danger: threatened }, 'red'],
  ])('%s: the proposal says why', async (_what, changes, colour) => {
    const { proposal } = await as('officer').get('dispute.open', { id: await aDispute(community, 'submitted', changes) });
    expect(proposal!.colour).toBe(colour);
    expect(proposal!.reasons.length).toBeGreaterThan(0);
  });

  test('above the proposal is free; below it a reason is asked, which the parties do not read', async () => {
    expect(codeOf(await triage(await aDispute(community), 'red'))).toBe('OK');
    const id = await aDispute(community, 'submitted', { category: 'money' });
    expect(await refusalOf(triage(id, 'blue'))).toMatchObject({ code: 'INVALID_INPUT', details: { reason: '比建议的颜色低，请写明理由。' } });
    expect(codeOf(await triage(id, 'blue', { reason: '只有两百元，双方都认。' }))).toBe('OK');
    expect((await storyFor(community, 'officer2', id))[0]).toBe('沈警官看过了，定好怎么办：只有两百元，双方都认。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官看过了，定好怎么办');
    expect((await eventsOf(community, id)).at(-1)).toMatchObject({ by: community.idOf('officer'), as: 'officer' });
  });

  test('red is not lowered by one person, with whatever reason', async () => {
    const id = await aDispute(community, 'submitted', { peopleCount: 18 });
    expect(await refusalOf(triage(id, 'yellow', { reason: '人其实不多。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '红色的事不能由一个人降级。' });
  });

  test('nor when a person had made it red', async () => {
    const id = await aDispute(community, 'triaged');
    expect(codeOf(await triage(id, 'red'))).toBe('OK');
    expect(await refusalOf(triage(id, 'blue', { reason: '手点错了。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '红色的事不能由一个人降级。' });
  });

  test('what an officer had made yellow goes back to blue with a reason alone', async () => {
    const id = await aDispute(community, 'triaged');
    await triage(id, 'yellow');
    expect(codeOf(await triage(id, 'blue'))).toBe('INVALID_INPUT');
    expect(codeOf(await triage(id, 'blue', { reason: '律师看过，是小事。' }))).toBe('OK');
  });
});

describe('danger', () => {
  test('it is red, and an officer is to look within the hour (第25条)', async () => {
    const { next, openedAt } = await as('officer').get('dispute.open', { id: await aDispute(community, 'submitted', { danger: threatened }) });
    expect(next!.dueAt! - openedAt).toBe(60 * 60_000);
  });

  test('nobody is invited to a meeting; with violence at home the sentence says what is done instead', async () => {
    const invite = async (danger: DangerAnswers) => {
      const id = await aDispute(community, 'submitted', { danger });
      await triage(id, 'red', { danger });
      return refusalOf(as('officer').ask('dispute.invite', { id, channel: 'call', isReached: true, words: '打过电话。' }));
    };
    expect(await invite(threatened)).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第25条', message: '有人身危险，不能安排双方见面，先由民警处理。' });
    expect(await invite(beaten)).toMatchObject({ code: 'REFUSED', message: '涉及家暴，不能面对面调解，民警会单独联系您。有危险请打110。' });
  });

  test('the applicant and the staff read of it, the other side never', async () => {
    const id = await aDispute(community, 'submitted', { danger: beaten, story: '他又打我。' });
    await triage(id, 'red', { danger: beaten });
    await bindRespondent(community, id);
    for (const name of ['resident', 'officer', 'gridWorker'] as const) expect(await as(name).get('dispute.open', { id })).toMatchObject({ hasDanger: true, danger: beaten });
    const seen = await as('neighbour').get('dispute.open', { id });
    expect(seen).toMatchObject({ hasDanger: false, danger: safe, story: '', excerpt: '', lines: [] });
    expect(JSON.stringify(seen)).not.toMatch(/家暴|危险|他又打我|red/);
    expect(JSON.stringify((await as('neighbour').get('dispute.listMine', {})).disputes)).not.toMatch(/他又打我|true,"openedAt|red/);
  });

  test('an officer who learns of it adds it, and it bars from then on', async () => {
    const id = await aDispute(community, 'triaged');
    expect(codeOf(await triage(id, 'red', { danger: threatened }))).toBe('OK');
    expect(codeOf(await as('officer').ask('dispute.invite', { id, channel: 'call', isReached: true, words: '打过电话。' }))).toBe('REFUSED');
  });

  test('grading takes no danger away, with whatever reason', async () => {
    const id = await aDispute(community, 'submitted', { danger: threatened });
    expect(await refusalOf(triage(id, 'red', { reason: '当面问过，是误点。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '说过有危险的，要两个人同意才能改成没有。' });
  });
});

describe('who tells again', () => {
  const again = () => as('resident').get('dispute.file', { ...noise, category: 'unsure', buildingId: OTHER_BUILDING });
  const proposal = async ({ id }: { id: string }) => (await as('officer').get('dispute.open', { id })).proposal;

  test('of the same in the same building: yellow within thirty days, red the third time within ninety', async () => {
    expect((await proposal(await again()))!.colour).toBe('blue');
    expect(await proposal(await again())).toEqual({ colour: 'yellow', reasons: ['30天内说过一次'] });
    await community.cloud.later(40 * DAY);
    expect(await proposal(await again())).toEqual({ colour: 'red', reasons: ['90天内说了 3 次'] });
    await community.cloud.later(91 * DAY);
    expect((await proposal(await again()))!.colour).toBe('blue');
  });

  test('somebody without an account is known by the telephone, and another person is another', async () => {
    const rings = (phone?: string) => as('officer').get('dispute.file', { ...noise, category: 'pets', buildingId: OTHER_BUILDING, applicant: { name: '陈大爷', ...(phone !== undefined && { phone }), hasAgreed: true }, source: 'phone' });
    await rings('13900000071');
    expect((await proposal(await rings('13900000072')))!.colour).toBe('blue');
    expect((await proposal(await rings('139 0000 0071')))!.colour).toBe('yellow');
    expect((await proposal(await rings()))!.colour).toBe('blue');
  });
});

describe('治安调解 the security track', () => {
  const security: SecurityInput = { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: false, isGuardianTold: false };
  const police = (id: string, said?: Partial<SecurityInput>) => as('officer').ask('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'security', ...(said && { security: { ...security, ...said } }) });

  test('what it was, whose act, and that it is minor stands with it, for staff', async () => {
    const id = await aDispute(community);
    expect(await refusalOf(police(id))).toMatchObject({ code: 'INVALID_MOVE', message: '治安调解要写明是什么行为、是不是情节较轻。' });
    expect(codeOf(await police(id, {}))).toBe('OK');
    expect(await as('gridWorker').get('dispute.open', { id })).toMatchObject({ track: 'security', security });
    expect((await as('resident').get('dispute.open', { id })).security).toBeUndefined();
  });

  test('an act that is not minor is not mediated (第178条), nor one that the article rules out (第179条)', async () => {
    const id = await aDispute(community);
    expect(await refusalOf(police(id, { isMinorAct: false }))).toMatchObject({ code: 'REFUSED', basis: '公安机关办理行政案件程序规定 第178条' });
    for (const exclusion of ['hired', 'gang', 'repeated', 'unwilling', 'freshOffence', 'fled', 'other'] as const) {
      expect(await refusalOf(police(id, { exclusions: [exclusion] }))).toMatchObject({ code: 'REFUSED', basis: '公安机关办理行政案件程序规定 第179条' });
    }
  });

  test('graded anew to another track, it no longer stands there', async () => {
    const id = await aDispute(community);
    await police(id, {});
    await triage(id, 'yellow');
    expect((await documentOf(community, id)).facts.security).toBeUndefined();
  });
});

describe('turning it away', () => {
  test('with the reason and the other ways, and no clock runs any more', async () => {
    const id = await aDispute(community, 'declined');
    const seen = await as('resident').get('dispute.open', { id });
    expect(seen).toMatchObject({ state: 'declined', moves: [] });
    expect(seen.remedies).toHaveLength(3);
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官说明这里办不了：这件事归城管，可打12345。');
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('这里办不了，点开看看可以去哪里。');
    expect((await documentOf(community, id)).clocks).toEqual([]);
  });

  test('nobody is turned away before an officer has looked, or without a reason', async () => {
    expect(codeOf(await as('officer').ask('dispute.decline', { id: await aDispute(community), reason: '不归我们。' }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('officer').ask('dispute.decline', { id: await aDispute(community, 'triaged'), reason: ' ' }))).toBe('INVALID_INPUT');
  });
});
