/** 人身危险: it shows later, both are kept apart from then on; and what takes it, or a colour, down again. */
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { Colour, DangerAnswers, DisputeState } from '../../typings/contract/dispute';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, hoursOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, safe } from '../support/disputes';

const threatened: DangerAnswers = { ...safe, isThreatened: true };
const beaten: DangerAnswers = { ...safe, isHomeViolence: true };
let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const warn = (id: string, danger = beaten, name: Name = 'officer') => as(name).ask('dispute.warn', { id, danger, words: '邻居听见屋里有人被打。' });

describe('danger that shows later', () => {
  test.each<DisputeState>(['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'])('from %s nobody brings the two together any more', async (state) => {
    const id = await aDispute(community, state);
    expect(codeOf(await warn(id))).toBe('OK');
    expect(await as('officer').get('dispute.open', { id })).toMatchObject({ state: 'triaged', colour: 'red', danger: beaten, next: { what: '单独联系申请人，先保证安全' } });
    expect(await hoursOf(community, id)).toEqual([]);
    expect(await refusalOf(as('officer').ask('dispute.invite', { id, channel: 'call', isReached: true, words: '再问问。' }))).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第25条' });
  });

  test('who is being waited for in three workdays is spoken to within the hour', async () => {
    const id = await aDispute(community, 'triaged');
    await warn(id);
    const { clocks, changedAt } = await documentOf(community, id);
    expect(clocks).toMatchObject([{ name: 'contact', dueAt: changedAt + HOUR }]);
  });

  test('what the two had agreed to under it binds nobody', async () => {
    const id = await aDispute(community, 'mediating');
    await warn(id);
    const { facts } = await documentOf(community, id);
    expect([facts.session, facts.agreement, facts.respondent?.consentedAt]).toEqual([undefined, undefined, undefined]);
  });

  test('officers, the leader and the mediator hear of it at once; the other side hears that the hour is off, and nothing else', async () => {
    const id = await aDispute(community, 'scheduled');
    await bindRespondent(community, id);
    const before = await toldTo(community, 'neighbour', id);
    await warn(id);
    for (const name of ['officer2', 'leader', 'mediator'] as const) expect((await toldTo(community, name, id)).at(-1)).toBe('有人身危险，先保证安全。');
    const since = (await toldTo(community, 'neighbour', id)).slice(before.length);
    expect(since).toEqual([expect.stringMatching(/^3月\d+日 周. \d\d:00的时间先取消，请不用来，以后再约会告诉您。$/)]);
    expect(await storyFor(community, 'neighbour', id)).not.toContain(expect.stringContaining('危险'));
    expect(JSON.stringify(await as('neighbour').get('dispute.open', { id }))).not.toMatch(/家暴|危险|被打|red|"move":"warn"/);
  });

  test('the applicant says so, reads that it was heard, and sees the sentence that goes with it', async () => {
    const id = await aDispute(community, 'scheduled');
    expect(codeOf(await warn(id, beaten, 'resident'))).toBe('OK');
    expect((await storyFor(community, 'resident', id))[0]).toBe('您说有人身危险，先保证安全：邻居听见屋里有人被打。');
    expect(await as('resident').get('dispute.open', { id })).toMatchObject({ hasDanger: true, next: { what: '单独联系您，先保证安全' } });
  });

  test('staff’s words stay among staff', async () => {
    const id = await aDispute(community, 'inviting');
    await warn(id, threatened, 'gridWorker');
    expect((await storyFor(community, 'resident', id))[0]).toBe('夏网格员说有人身危险，先保证安全');
  });

  test('of what was told nothing is taken away here, and nothing is told of nothing', async () => {
    const id = await aDispute(community, 'submitted', { danger: threatened });
    await warn(id, beaten);
    expect((await documentOf(community, id)).facts.danger).toEqual({ ...threatened, isHomeViolence: true });
    expect(await refusalOf(warn(await aDispute(community), safe))).toMatchObject({ code: 'INVALID_MOVE', message: '请点一下是什么危险。' });
  });

  test('before anybody has looked, an officer is to look within the hour', async () => {
    const id = await aDispute(community);
    await community.cloud.later(2 * HOUR);
    await warn(id, threatened, 'resident');
    const { clocks, changedAt } = await documentOf(community, id);
    expect(clocks).toMatchObject([{ name: 'triage', dueAt: changedAt + HOUR }]);
  });

  test('while promises are being kept nothing stops; the danger stands', async () => {
    const id = await aDispute(community, 'performing');
    await warn(id, threatened, 'resident');
    expect(await as('officer').get('dispute.open', { id })).toMatchObject({ state: 'performing', danger: threatened });
  });

  test('the warning and the sitting down at the same moment: they do not sit on', async () => {
    const id = await aDispute(community, 'scheduled');
    await Promise.all([warn(id), as('mediator').ask('dispute.sit', { id, isSafe: true })]);
    expect((await documentOf(community, id)).state).toBe('triaged');
  });
});

describe('the applicant is spoken to alone', () => {
  async function dangerous(): Promise<string> {
    const id = await aDispute(community, 'submitted', { danger: beaten });
    await as('officer').get('dispute.triage', { id, colour: 'red', danger: beaten, track: 'people' });
    return id;
  }

  test('within the hour, and not within three workdays', async () => {
    const { clocks, changedAt } = await documentOf(community, await dangerous());
    expect(clocks).toMatchObject([{ name: 'contact', dueAt: changedAt + HOUR }]);
  });

  test('once that was done nobody claims that it was not', async () => {
    const [done, left] = [await dangerous(), await dangerous()];
    expect(codeOf(await as('auxiliary').ask('dispute.contact', { id: done, words: '已单独见面，人安全。' }))).toBe('OK');
    const { dueAt } = (await documentOf(community, left)).clocks[0]!;
    await community.cloud.later(dueAt + MINUTE - (await community.cloud.now()));
    await community.cloud.runTimers('dispute');
    expect((await as('resident').get('dispute.open', { id: done })).brokenPromise).toBeUndefined();
    expect(await movesOf(community, done)).toEqual(['file', 'triage', 'contact']);
    expect((await as('resident').get('dispute.open', { id: left })).brokenPromise).toContain('前联系当事人，没做到');
  });

  test('what was said is for staff; that it was done is for the applicant, and none of it for the respondent', async () => {
    const id = await dangerous();
    await bindRespondent(community, id);
    await as('officer').get('dispute.contact', { id, words: '已单独见面，人安全。' });
    expect((await storyFor(community, 'gridWorker', id))[0]).toBe('沈警官联系过申请人：已单独见面，人安全。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官联系过申请人');
    expect(await storyFor(community, 'neighbour', id)).toEqual([]);
    expect(codeOf(await as('gridWorker').ask('dispute.contact', { id, words: '去过了。' }))).toBe('FORBIDDEN');
  });
});

describe('taking it down', () => {
  const propose = (id: string, colour: Colour, danger = safe, name: Name = 'officer') => as(name).ask('dispute.proposeLower', { id, colour, danger, reason: '当面问清楚了，是误会。' });
  const answer = (id: string, isAgreed: boolean, name: Name = 'officer2') => as(name).ask('dispute.lower', { id, isAgreed, ...(!isAgreed && { reason: '先别降。' }) });
  async function graded(colour: Colour, danger = safe): Promise<string> {
    const id = await aDispute(community, 'submitted', { danger });
    await as('officer').get('dispute.triage', { id, colour, danger, track: 'people' });
    return id;
  }

  test('yellow: one person with a reason, at once', async () => {
    const id = await graded('yellow');
    expect(await as('officer').get('dispute.proposeLower', { id, colour: 'blue', danger: safe, reason: '律师看过，是小事。' })).toMatchObject({ colour: 'blue' });
    expect((await eventsOf(community, id)).at(-1)).toMatchObject({ move: 'lower', words: '律师看过，是小事。', isInternal: true });
    expect((await documentOf(community, id)).facts.lowered).toEqual({ colour: 'blue', by: [community.idOf('officer')], neededTwo: false });
  });

  test('red: the first proposes, the second sees who and why, and only then it is lowered', async () => {
    const id = await graded('red');
    expect(await as('officer').get('dispute.proposeLower', { id, colour: 'yellow', danger: safe, reason: '人其实不多。' })).toMatchObject({ colour: 'red' });
    expect((await toldTo(community, 'officer2', id)).at(-1)).toBe('有人提出降颜色，请您看看同不同意。');
    expect((await as('officer2').get('dispute.open', { id })).lowering).toMatchObject({ colour: 'yellow', reason: '人其实不多。', by: '沈砚秋', isMine: false });
    expect(await refusalOf(answer(id, true, 'officer'))).toMatchObject({ code: 'INVALID_MOVE', message: '红色的和有危险的，要另一个人同意才能降。' });
    expect(codeOf(await answer(id, true))).toBe('OK');
    expect((await documentOf(community, id)).facts).toMatchObject({ colour: 'yellow', lowered: { by: [community.idOf('officer'), community.idOf('officer2')], neededTwo: true } });
    expect((await as('officer').get('dispute.open', { id })).lowering).toBeUndefined();
  });

  test('the second may say no: then it stays, and the first reads why', async () => {
    const id = await graded('red');
    await propose(id, 'yellow');
    expect(codeOf(await answer(id, false, 'leader'))).toBe('OK');
    expect((await documentOf(community, id)).facts).toMatchObject({ colour: 'red' });
    expect((await storyFor(community, 'officer', id))[0]).toBe('韩所长不同意降颜色：先别降。');
    expect(await refusalOf(answer(id, true))).toMatchObject({ code: 'INVALID_MOVE' });
  });

  test('a danger goes only so as well, and then both may be invited', async () => {
    const id = await graded('red', threatened);
    expect(await refusalOf(propose(id, 'yellow', threatened))).toMatchObject({ code: 'INVALID_MOVE', message: '还有人身危险，颜色不能降。' });
    await propose(id, 'blue');
    await answer(id, true);
    expect((await documentOf(community, id)).facts).toMatchObject({ colour: 'blue', danger: safe });
    expect(codeOf(await as('officer').ask('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' }))).toBe('OK');
  });

  test('what two agreed to is graded by one from then on, but no further down alone', async () => {
    const id = await aDispute(community, 'submitted', { peopleCount: 18 });
    const triage = (colour: Colour, reason?: string) => as('officer').ask('dispute.triage', { id, colour, danger: safe, track: 'admin', ...(reason !== undefined && { reason }) });
    await triage('red');
    await propose(id, 'yellow');
    await answer(id, true);
    expect(codeOf(await triage('yellow'))).toBe('OK');
    expect(await refusalOf(triage('blue', '小事。'))).toMatchObject({ code: 'INVALID_MOVE', message: '红色的事不能由一个人降级。' });
    expect(codeOf(await propose(id, 'blue'))).toBe('OK');
    expect((await documentOf(community, id)).facts.colour).toBe('yellow'); // it was red by what is known, so a second is asked again
  });

  test('a new danger ends a proposal that did not know of it, and what had been agreed', async () => {
    const id = await graded('red');
    await propose(id, 'blue');
    await warn(id, threatened, 'resident');
    expect(await refusalOf(answer(id, true))).toMatchObject({ code: 'INVALID_MOVE' });
    expect((await documentOf(community, id)).facts).toMatchObject({ colour: 'red', danger: threatened });
  });

  test('nothing is raised or left as it is under that name, and grading alone takes no danger away', async () => {
    const id = await graded('yellow');
    expect(await refusalOf(propose(id, 'yellow'))).toMatchObject({ details: { colour: '请选比现在低的颜色。' } });
    expect(await refusalOf(propose(id, 'blue', threatened))).toMatchObject({ details: { danger: '这里只能减少，新看到的危险请点“有危险”。' } });
    const dangerous = await graded('red', threatened);
    expect(await refusalOf(as('officer').ask('dispute.triage', { id: dangerous, colour: 'red', danger: safe, track: 'people', reason: '误点。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '说过有危险的，要两个人同意才能改成没有。' });
  });

  test('no party reads that it was proposed, refused or done', async () => {
    const id = await graded('red');
    await propose(id, 'yellow');
    await answer(id, false);
    await propose(id, 'yellow');
    await answer(id, true);
    expect(await storyFor(community, 'resident', id)).toEqual(['沈警官看过了，定好怎么办', '您把这件事告诉了警务室']);
    for (const name of ['gridWorker', 'auxiliary', 'resident'] as const) expect(codeOf(await propose(id, 'blue', safe, name))).toBe('FORBIDDEN');
  });

  test('two who agree at the same moment lower it once', async () => {
    const id = await graded('red');
    await propose(id, 'yellow');
    const codes = (await Promise.all([answer(id, true, 'officer2'), answer(id, true, 'leader')])).map(codeOf);
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect((await movesOf(community, id)).filter((move) => move === 'lower')).toHaveLength(1);
    await community.cloud.later(DAY);
  });
});
