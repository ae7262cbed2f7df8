/** Reaching the other side, correcting who it is, refusing, accepting, and choosing a mediator. */
import { DAY, HOUR } from '../../miniprogram/domain/time/format';
import type { DisputeState } from '../../typings/contract/dispute';
import { startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, endOffice, hoursOf, movesOf, newcomer, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, noise } from '../support/disputes';

const preAgreed: readonly DisputeState[] = ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'];
const stranger502 = { name: '502住户', phone: '13900000052' };
let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

describe('inviting', () => {
  test('each try is an event; the other side has three workdays from the last one', async () => {
    const id = await aDispute(community, 'inviting');
    await community.cloud.later(DAY);
    await as('auxiliary').get('dispute.invite', { id, channel: 'door', isReached: false, words: '家里没人，贴了门条。' });
    const { contactTries, next } = await as('officer').get('dispute.open', { id });
    expect(contactTries).toBe(2);
    expect(next).toMatchObject({ what: '等对方答复', who: '对方', dueAt: Date.parse('2026-03-09T18:00+08:00') });
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['reply']);
  });

  test('nobody is said to have been reached who was not', async () => {
    const id = await aDispute(community, 'triaged');
    await as('auxiliary').get('dispute.invite', { id, channel: 'call', isReached: false, words: '没人接。' });
    expect((await storyFor(community, 'resident', id))[0]).toBe('程辅警给对方打了电话，没接通');
    await community.cloud.later(DAY);
    await as('auxiliary').get('dispute.invite', { id, channel: 'door', isReached: false, words: '敲门没人应。' });
    expect((await storyFor(community, 'resident', id))[0]).toBe('程辅警上门找对方，没遇上');
  });

  test('what was said on the telephone is for staff; the applicant hears that it was tried', async () => {
    const id = await aDispute(community, 'inviting');
    expect((await storyFor(community, 'gridWorker', id))[0]).toBe('沈警官打通了对方的电话：说好周四前答复。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官打通了对方的电话');
    expect(await toldTo(community, 'resident', id)).toContain('正在联系对方。');
  });

  test('nobody is invited who is not known', async () => {
    const { respondent: _nobody, ...aboutNobody } = noise;
    const { id } = await as('resident').get('dispute.file', { ...aboutNobody, category: 'pets' });
    await as('officer').get('dispute.triage', { id, colour: 'red', danger: noise.danger, track: 'people' });
    const input = { id, channel: 'door', isReached: true, words: '找到了。' } as const;
    expect(await refusalOf(as('officer').ask('dispute.invite', input))).toMatchObject({ code: 'INVALID_INPUT', details: { respondent: '请先填对方是谁。' } });
    await as('officer').get('dispute.invite', { ...input, respondent: { name: '502住户' } });
    expect((await as('officer').get('dispute.open', { id })).parties[1]).toMatchObject({ name: '502住户', hasConsented: false });
  });

  test('the number of one person is never kept under the name of another', async () => {
    const id = await aDispute(community, 'triaged');
    await as('officer').get('dispute.invite', { id, channel: 'door', isReached: true, words: '其实是502。', respondent: { name: '502住户' } });
    expect(codeOf(await as('officer').ask('dispute.phone', { id, side: 'respondent' }))).toBe('NOT_FOUND');
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '留了电话。', respondent: stranger502 });
    expect(await as('officer').get('dispute.phone', { id, side: 'respondent' })).toEqual({ phone: stranger502.phone });
  });

  test('before an officer has looked nobody is invited', async () => {
    expect(codeOf(await as('officer').ask('dispute.invite', { id: await aDispute(community), channel: 'call', isReached: true, words: '打了。' }))).toBe('INVALID_MOVE');
  });
});

describe('the wrong neighbour', () => {
  test.each(preAgreed)('from %s: the earlier one is let go, all that was done with him is void, and it begins again', async (state) => {
    const id = await aDispute(community, state);
    await bindRespondent(community, id);
    await as('officer').get('dispute.correctRespondent', { id, respondent: stranger502, reason: '是五楼的外机。' });
    expect(codeOf(await as('neighbour').ask('dispute.open', { id }))).toBe('NOT_FOUND');
    const { facts, clocks, state: now } = await documentOf(community, id);
    expect(now).toBe('inviting');
    expect(facts).toMatchObject({ earlierRespondents: ['楼上住户'], tries: [], respondent: { name: '502住户' } });
    expect([facts.mediator, facts.session, facts.agreement, facts.respondent!.consentedAt]).toEqual([undefined, undefined, undefined, undefined]);
    expect(clocks.map(({ name }) => name)).toEqual(['contact']);
    expect(await hoursOf(community, id)).toEqual([]);
    expect(await toldTo(community, 'resident', id)).toContain('更正了对方，重新联系。');
  });

  test('the right one reads nothing of what was said with the wrong one', async () => {
    const id = await aDispute(community, 'mediating');
    await as('mediator').get('dispute.note', { id, words: '楼上住户说自己睡得早。', isInternal: false });
    await as('mediator').get('dispute.correctRespondent', { id, respondent: stranger502, reason: '不是楼上住户。' });
    await bindRespondent(community, id);
    expect(await storyFor(community, 'neighbour', id)).toEqual([]);
    expect(await storyFor(community, 'resident', id)).toContain('丁调解员更正了对方是谁：不是楼上住户。');
  });

  test('neither party corrects it, nor an officer before anybody was invited', async () => {
    const id = await aDispute(community, 'inviting');
    expect(codeOf(await as('resident').ask('dispute.correctRespondent', { id, respondent: stranger502, reason: '不是他。' }))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer').ask('dispute.correctRespondent', { id: await aDispute(community), respondent: stranger502, reason: '不是他。' }))).toBe('INVALID_MOVE');
  });
});

describe('refusing', () => {
  test.each(preAgreed)('from %s a refused invitation ends mediation at once (第17条)', async (state) => {
    const id = await aDispute(community, state);
    const refused = await as('officer').get('dispute.refuse', { id, side: 'respondent', reason: '对方说没空谈。' });
    expect(refused).toMatchObject({ state: 'refused', moves: [] });
    expect((await documentOf(community, id)).clocks).toEqual([]);
    expect(await hoursOf(community, id)).toEqual([]);
    for (const [who, move] of [['mediator', 'dispute.sit'], ['mediator2', 'dispute.sit']] as const) {
      expect(codeOf(await as(who).ask(move, { id, isSafe: true }))).toMatch(/INVALID_MOVE|NOT_FOUND/);
    }
  });

  test('both are told, with the ways that stay open, and the one does not read why the other refused', async () => {
    const id = await aDispute(community, 'accepted');
    await bindRespondent(community, id);
    await as('neighbour').get('dispute.refuse', { id, side: 'respondent', reason: '我不想见她。' });
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('有一方不愿调解，调解到此为止。点开看看还有哪些办法。');
    const seen = await as('resident').get('dispute.open', { id });
    expect(seen.remedies.join()).toMatch(/起诉.*12348/);
    expect((await storyFor(community, 'resident', id))[0]).toBe('对方表示不愿调解，调解到此为止');
    expect((await storyFor(community, 'officer', id))[0]).toMatch(/我不想见她。$/);
  });

  test('either party may, and each for the own side alone', async () => {
    const id = await aDispute(community, 'inviting');
    await bindRespondent(community, id);
    expect(await refusalOf(as('resident').ask('dispute.refuse', { id, side: 'respondent', reason: '她不愿意。' }))).toMatchObject({ code: 'FORBIDDEN', message: '只能代表您自己这一方。' });
    expect(codeOf(await as('neighbour').ask('dispute.refuse', { id, side: 'applicant', reason: '他不愿意。' }))).toBe('FORBIDDEN');
    expect(codeOf(await as('resident').ask('dispute.refuse', { id, side: 'applicant', reason: '我不愿意了。' }))).toBe('OK');
  });

  test('a refusal and a consent at once: one of them holds, never both', async () => {
    const id = await aDispute(community, 'inviting');
    const accept = { id, hasRespondentAgreed: true, isRightsNoticeRead: true };
    await Promise.all([
      as('officer').ask('dispute.refuse', { id, side: 'respondent', reason: '不愿意。' }),
      as('officer2').ask('dispute.accept', accept),
    ]);
    const moves = await movesOf(community, id);
    expect([['accept'], ['refuse'], ['accept', 'refuse']]).toContainEqual(moves.slice(3)); // who has agreed may still refuse, and not the other way round
  });

  test('what was refused stays refused', async () => {
    const id = await aDispute(community, 'refused');
    expect(codeOf(await as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('officer').ask('dispute.invite', { id, channel: 'call', isReached: true, words: '再问。' }))).toBe('INVALID_MOVE');
  });
});

describe('accepting', () => {
  test('both are willing: thirty days begin, and two workdays to choose (若干规定 第33条)', async () => {
    const id = await aDispute(community, 'accepted');
    const { clocks } = await documentOf(community, id);
    const now = clocks[0]!.startedAt;
    expect(clocks.map(({ name, dueAt }) => [name, dueAt])).toEqual([['deadline', now + 30 * DAY], ['choose', Date.parse('2026-03-09T18:00+08:00')]]);
    expect((await as('resident').get('dispute.open', { id })).next).toMatchObject({ what: '选一位调解员', who: '您和对方' });
    expect(await toldTo(community, 'resident', id)).toContain('双方都愿意谈，请选一位调解员。');
  });

  test('one is not enough (第17条)', async () => {
    const id = await aDispute(community, 'inviting');
    expect(await refusalOf(as('officer').ask('dispute.accept', { id, hasRespondentAgreed: false, isRightsNoticeRead: true }))).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第17条' });
  });

  test('nor without the rights and duties read out (第23、24条)', async () => {
    const id = await aDispute(community, 'inviting');
    expect(await refusalOf(as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: false }))).toMatchObject({ code: 'INVALID_INPUT', details: { isRightsNoticeRead: '请先把权利和义务念给双方听。' } });
  });
});

describe('choosing a mediator (第19条)', () => {
  test.each(['resident', 'neighbour', 'officer'] as const)('%s may choose, and the mediator has three workdays to set a time', async (name) => {
    const id = await aDispute(community, 'accepted');
    await bindRespondent(community, id);
    await as(name).get('dispute.assign', { id, mediatorId: community.idOf('mediator2') });
    const seen = await as('mediator2').get('dispute.open', { id });
    expect(seen).toMatchObject({ state: 'assigned', relations: ['mediator'], mediator: { name: '白秀兰' }, next: { what: '约时间', who: '调解员' } });
    expect((await documentOf(community, id)).clocks.map(({ name: clock }) => clock)).toEqual(['deadline', 'take']);
    expect(await toldTo(community, 'mediator2', id)).toEqual(['请您来调解，请约个时间。']);
  });

  test('two parties choose two mediators at once: the first choice holds', async () => {
    const id = await aDispute(community, 'accepted');
    await bindRespondent(community, id);
    const replies = await Promise.all([
      as('resident').ask('dispute.assign', { id, mediatorId: community.idOf('mediator') }),
      as('neighbour').ask('dispute.assign', { id, mediatorId: community.idOf('mediator2') }),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await movesOf(community, id)).filter((move) => move === 'assign')).toHaveLength(1);
  });

  test('those to choose from are the mediators of the place, the least busy first; nobody who is part of it', async () => {
    const id = await aDispute(community, 'accepted');
    const { mediators } = await as('resident').get('dispute.mediators', { id });
    expect(mediators.map(({ name }) => name).sort()).toEqual(['丁守义', '白秀兰']);
    expect(mediators.map(({ openCases }) => openCases)).toEqual([...mediators.map(({ openCases }) => openCases)].sort((a, b) => a - b));
    const own = await as('mediator').get('dispute.file', { ...noise, applicant: { name: '老邻居', hasAgreed: true } });
    expect((await as('officer').get('dispute.mediators', { id: own.id })).mediators.map(({ name }) => name)).toEqual(['白秀兰']);
  });

  test('only a mediator of the place, in office now', async () => {
    const id = await aDispute(community, 'accepted');
    const leaving = await newcomer(community, 'demo-leaving', '白小川', { role: 'mediator', scopeId: 'community' });
    const leavingId = (await leaving.get('identity.me', {})).id;
    await endOffice(community, leavingId);
    for (const mediatorId of [community.idOf('officer2'), community.idOf('resident'), leavingId, 'nobody']) {
      expect(await refusalOf(as('officer').ask('dispute.assign', { id, mediatorId }))).toMatchObject({ code: 'INVALID_INPUT', details: { mediatorId: '这位现在不能调解这件事，请换一位。' } });
    }
  });

  test('a mediator does not choose oneself', async () => {
    const id = await aDispute(community, 'accepted');
    expect(codeOf(await as('mediator').ask('dispute.assign', { id, mediatorId: community.idOf('mediator') }))).toBe('NOT_FOUND');
  });
});

describe('accepting for somebody who has an account', () => {
  const ask = async (id: string, heard?: { at: number; words: string }) => as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true, ...(heard && { heard }) });
  async function bound(): Promise<string> {
    const id = await aDispute(community, 'inviting');
    await bindRespondent(community, id);
    return id;
  }

  test('nobody says yes for him: he says so on the own phone', async () => {
    const id = await bound();
    expect(await refusalOf(ask(id))).toEqual({ code: 'REFUSED', basis: '人民调解法 第17条', message: '对方自己有账号，请他在手机上点“我愿意谈”。他是在电话里说的，请写明几点打的、他怎么说的。' });
    await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
    expect(codeOf(await ask(id))).toBe('OK');
  });

  test('or in a call, of which the hour and the words stay on record, for staff', async () => {
    const id = await bound();
    const at = await community.cloud.now();
    expect(codeOf(await ask(id, { at, words: '愿意谈，周六有空。' }))).toBe('OK');
    expect((await storyFor(community, 'gridWorker', id))[0]).toMatch(/^沈警官确认双方都愿意谈：3月\d日.*电话里，被申请人说：愿意谈，周六有空。$/);
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官确认双方都愿意谈');
  });

  test('a call that is still to come, or was before anybody had written to him, is none', async () => {
    const id = await bound();
    const now = await community.cloud.now();
    for (const at of [now + HOUR, now - 2 * DAY]) expect(await refusalOf(ask(id, { at, words: '愿意。' }))).toMatchObject({ code: 'INVALID_INPUT', details: { 'heard.at': '请写联系对方以后、现在以前的时间。' } });
    expect((await documentOf(community, id)).facts.respondent?.consentedAt).toBeUndefined();
  });

  test('whoever may not accept does not hear that there is an account', async () => {
    expect(await refusalOf(as('gridWorker').ask('dispute.accept', { id: await bound(), hasRespondentAgreed: true, isRightsNoticeRead: true }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
