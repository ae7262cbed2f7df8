/** Hours, sessions, records, and ending without agreement. */
import { DAY, HOUR, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, hoursOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, freeHour, nextHour } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

/** Tomorrow at some hour, `day` days later. */
const hour = async (of: number, day = 1) => startOfDay(await community.cloud.now()) + day * DAY + of * HOUR;
const schedule = (id: string, startAt: number, { room = '调解室', hasNoConflict = true, who = 'mediator' }: { room?: string; hasNoConflict?: boolean; who?: 'mediator' | 'mediator2' } = {}) =>
  as(who).ask('dispute.schedule', { id, startAt, room, hasNoConflict });

async function assignedTo(name: 'mediator' | 'mediator2'): Promise<string> {
  const id = await aDispute(community, 'accepted');
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf(name) });
  return id;
}

describe('an hour for a meeting', () => {
  test('everybody is told when and where, and the mediator no longer owes a time', async () => {
    const id = await aDispute(community, 'assigned');
    const startAt = await freeHour(community);
    expect(codeOf(await schedule(id, startAt))).toBe('OK');
    const seen = await as('resident').get('dispute.open', { id });
    expect(seen).toMatchObject({ state: 'scheduled', session: { startAt, endAt: startAt + HOUR, room: '调解室' }, next: { what: '当面谈', dueAt: startAt } });
    expect((await toldTo(community, 'resident', id)).at(-1)).toMatch(/^约在\d+月\d+日 周. \d+:00，调解室。$/);
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['deadline']);
  });

  test('the mediator first says to have no interest in the matter, once', async () => {
    const id = await aDispute(community, 'assigned');
    expect(await refusalOf(schedule(id, await freeHour(community), { hasNoConflict: false }))).toMatchObject({ code: 'INVALID_MOVE', message: '请先确认您和双方都没有利害关系。' });
    expect(codeOf(await schedule(id, await freeHour(community)))).toBe('OK');
    expect(codeOf(await schedule(id, await freeHour(community), { hasNoConflict: false }))).toBe('OK');
  });

  test('it is a time to come, on the hour or the half hour, while the post is open, at a place of the post', async () => {
    const id = await aDispute(community, 'assigned');
    expect(await refusalOf(schedule(id, await hour(10, -1)))).toMatchObject({ code: 'INVALID_MOVE', message: '请选一个还没到的时间。' });
    for (const startAt of [await hour(8), await hour(18), (await hour(10)) + 10 * MINUTE, (await hour(10)) + 1]) {
      expect(await refusalOf(schedule(id, startAt))).toMatchObject({ code: 'INVALID_MOVE', message: '请选 9:00–18:00 之间的整点或半点。' });
    }
    expect(await refusalOf(schedule(id, await freeHour(community), { room: '茶馆' }))).toMatchObject({ code: 'INVALID_INPUT', details: { room: '请选在哪里谈。' } });
  });

  test('a mediator has one meeting at a time: half an hour too much is too much', async () => {
    const [one, other] = [await assignedTo('mediator'), await assignedTo('mediator')];
    const startAt = await hour(10, 9);
    await schedule(one, startAt);
    expect(await refusalOf(schedule(other, startAt + HOUR / 2, { room: '会议室' }))).toMatchObject({ code: 'CONFLICT', message: '这个时间刚被约走了，请换一个。' });
    expect(codeOf(await schedule(other, startAt + HOUR, { room: '会议室' }))).toBe('OK');
  });

  test('two mediators want one room at once: one has it, and the other is told to choose anew', async () => {
    const [one, other] = [await assignedTo('mediator'), await assignedTo('mediator2')];
    const startAt = await hour(14, 9);
    const replies = await Promise.all([schedule(one, startAt), schedule(other, startAt, { who: 'mediator2' })]);
    expect(replies.map(codeOf).sort()).toEqual(['CONFLICT', 'OK']);
    const loser = replies[0].ok ? other : one;
    expect(await documentOf(community, loser)).toMatchObject({ state: 'assigned', version: 5 });
    expect(await hoursOf(community, loser)).toEqual([]);
  });

  test('at somebody’s home there is no room to take', async () => {
    const [one, other] = [await assignedTo('mediator'), await assignedTo('mediator2')];
    const startAt = await hour(16, 9);
    expect(codeOf(await schedule(one, startAt, { room: '上门' }))).toBe('OK');
    expect(codeOf(await schedule(other, startAt, { room: '上门', who: 'mediator2' }))).toBe('OK');
  });

  test('a new time frees the old one, and half an hour later is possible in one step', async () => {
    const [id, other] = [await assignedTo('mediator'), await assignedTo('mediator')];
    const startAt = await hour(9, 10);
    await schedule(id, startAt);
    expect(codeOf(await schedule(id, startAt + HOUR / 2))).toBe('OK');
    expect(await hoursOf(community, id)).toEqual(['3月13日 9:30 调解室']);
    await schedule(id, startAt + 5 * HOUR);
    expect(codeOf(await schedule(other, startAt))).toBe('OK');
    expect(await movesOf(community, id)).toEqual(['file', 'triage', 'invite', 'accept', 'assign', 'schedule', 'schedule', 'schedule']);
  });

  test('the hour is free again when mediation ends before it', async () => {
    for (const [who, end] of [['resident', 'dispute.withdraw'], ['officer', 'dispute.refuse']] as const) {
      const [id, other] = [await assignedTo('mediator2'), await assignedTo('mediator2')];
      const startAt = await hour(11, 11);
      await schedule(id, startAt, { who: 'mediator2' });
      await as(who).get(end, { id, side: 'respondent', reason: '不谈了。' } as never);
      expect(await hoursOf(community, id)).toEqual([]);
      expect(codeOf(await schedule(other, startAt, { who: 'mediator2' }))).toBe('OK');
      await as('resident').get('dispute.withdraw', { id: other, reason: '不谈了。' });
    }
  });

  test('both came early and ended: the hour goes back; an hour that was used stays used', async () => {
    const early = await assignedTo('mediator');
    await schedule(early, await nextHour(community.cloud));
    await as('mediator').get('dispute.sit', { id: early, isSafe: true });
    expect(await hoursOf(community, early)).toHaveLength(1);
    await as('mediator').get('dispute.fail', { id: early, reason: '谈不拢。' });
    expect(await hoursOf(community, early)).toEqual([]);

    const inTime = await aDispute(community, 'scheduled');
    await toTheHourOf(inTime);
    await as('mediator').get('dispute.sit', { id: inTime, isSafe: true });
    await community.cloud.later(20 * MINUTE);
    await as('mediator').get('dispute.fail', { id: inTime, reason: '谈不拢。' });
    expect(await hoursOf(community, inTime)).toHaveLength(1);
  });

  test('only the mediator sets it; another one does not know of the case', async () => {
    const id = await assignedTo('mediator');
    const input = { id, startAt: await freeHour(community), room: '调解室', hasNoConflict: true };
    for (const name of ['resident', 'officer', 'leader'] as const) expect(codeOf(await as(name).ask('dispute.schedule', input))).toBe('FORBIDDEN');
    expect(codeOf(await as('mediator2').ask('dispute.schedule', input))).toBe('NOT_FOUND');
  });
});

describe('the calendar', () => {
  test('mediators, officers and the leader of the station see which hours are taken, and not by whom they were asked for', async () => {
    const id = await aDispute(community, 'scheduled');
    const from = await community.cloud.now();
    for (const name of ['mediator', 'mediator2', 'officer', 'auxiliary', 'leader'] as const) {
      const { slots, rooms } = await as(name).get('dispute.calendar', { from, days: 14 });
      expect(rooms).toEqual(['调解室', '会议室', '上门']);
      expect(slots.find(({ disputeId }) => disputeId === id)).toMatchObject({ mediator: '丁守义' });
      expect(JSON.stringify(slots)).not.toMatch(/韦德顺|楼上/);
    }
  });

  test('of one mediator alone, and of at most two weeks', async () => {
    const from = await community.cloud.now();
    const { slots } = await as('officer').get('dispute.calendar', { from, days: 14, mediatorId: community.idOf('mediator2') });
    expect(slots.filter(({ mediatorId }) => mediatorId !== community.idOf('mediator2'))).toEqual([]);
    expect(codeOf(await as('officer').ask('dispute.calendar', { from, days: 15 }))).toBe('INVALID_INPUT');
  });
});

describe('sitting down', () => {
  test('is counted, and what was said is kept with the time of the next meeting', async () => {
    const id = await aDispute(community, 'mediating');
    expect((await as('resident').get('dispute.open', { id })).sessionsHeld).toBe(1);
    const startAt = await freeHour(community);
    await as('mediator').get('dispute.adjourn', { id, record: '双方各说了一遍，约好再谈隔音。', startAt, room: '会议室' });
    expect(await as('resident').get('dispute.open', { id })).toMatchObject({ state: 'scheduled', session: { startAt, room: '会议室' } });
    expect((await storyFor(community, 'officer', id))[0]).toBe('丁调解员记下了这次谈话，约了下一次：双方各说了一遍，约好再谈隔音。');
    expect((await toldTo(community, 'resident', id)).at(-1)).toMatch(/^下一次约在/);
    await toTheHourOf(id);
    await as('mediator').get('dispute.sit', { id, isSafe: true });
    expect((await as('resident').get('dispute.open', { id })).sessionsHeld).toBe(2);
  });

  test('nobody sits down while it is not safe', async () => {
    const id = await aDispute(community, 'scheduled');
    expect(await refusalOf(as('mediator').ask('dispute.sit', { id, isSafe: false }))).toMatchObject({ code: 'INVALID_INPUT', details: { isSafe: '不安全就先不要见面，请联系民警。' } });
    expect((await documentOf(community, id)).state).toBe('scheduled');
  });

  test('three taps at once are one session', async () => {
    const id = await aDispute(community, 'scheduled');
    await toTheHourOf(id);
    const replies = await Promise.all([1, 2, 3].map(() => as('mediator').ask('dispute.sit', { id, isSafe: true })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await documentOf(community, id)).facts.sessionsHeld).toBe(1);
  });
});

describe('notes', () => {
  test('a public note is for all, an internal one for staff', async () => {
    const id = await aDispute(community, 'inviting');
    await as('gridWorker').get('dispute.note', { id, words: '物业说周五来看。', isInternal: false });
    await as('auxiliary').get('dispute.note', { id, words: '对方常喝酒。', isInternal: true });
    expect((await storyFor(community, 'mediator', await assignedTo('mediator'))).join()).not.toContain('喝酒');
    expect((await storyFor(community, 'leader', id)).slice(0, 2)).toEqual(['程辅警记了一笔：对方常喝酒。', '夏网格员记了一笔：物业说周五来看。']);
    expect((await storyFor(community, 'resident', id))[0]).toBe('夏网格员记了一笔：物业说周五来看。');
    expect((await documentOf(community, id)).state).toBe('inviting');
  });

  test('a party does not write notes, and nobody adds to what is over', async () => {
    expect(codeOf(await as('resident').ask('dispute.note', { id: await aDispute(community), words: '快一点。', isInternal: false }))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer').ask('dispute.note', { id: await aDispute(community, 'withdrawn'), words: '再记。', isInternal: false }))).toBe('INVALID_MOVE');
  });
});

describe('no agreement', () => {
  test('mediation ends with the ways that stay open, and what nobody disputes is kept (第26条)', async () => {
    const id = await aDispute(community, 'mediating');
    await as('mediator').get('dispute.fail', { id, reason: '金额谈不拢。', undisputed: '水是从楼上漏的。', haveBothAgreed: true });
    const seen = await as('resident').get('dispute.open', { id });
    expect(seen).toMatchObject({ state: 'failed', moves: [] });
    expect(seen.remedies).toHaveLength(3);
    expect(seen.lines[0]!.words).toBe('金额谈不拢。\n没有争议的事实：水是从楼上漏的。');
    expect((await documentOf(community, id)).clocks).toEqual([]);
    expect((await toldTo(community, 'officer', id)).at(-1)).toBe('这次没谈成。点开看看还有哪些办法。');
  });

  test('a party may end it too; an officer may not', async () => {
    const id = await aDispute(community, 'mediating');
    expect(await refusalOf(as('officer').ask('dispute.fail', { id, reason: '谈不拢。' }))).toMatchObject({ code: 'FORBIDDEN', basis: '人民调解法 第26条' });
    expect(codeOf(await as('resident').ask('dispute.fail', { id, reason: '不想谈了。' }))).toBe('OK');
  });

  test('before both sat down nothing has failed', async () => {
    expect(codeOf(await as('mediator').ask('dispute.fail', { id: await aDispute(community, 'scheduled'), reason: '谈不拢。' }))).toBe('INVALID_MOVE');
  });
});

/** The clock goes on to when they are to meet. */
async function toTheHourOf(id: string): Promise<void> {
  const { startAt } = (await documentOf(community, id)).facts.session!;
  await community.cloud.later(startAt - (await community.cloud.now()));
}
