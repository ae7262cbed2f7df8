/** What was promised by when: reminders at half, at four fifths, at the end; the lapse; and years whose holidays are not known. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { codeOf, documentOf, endOffice, eventsOf, hoursOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, draftOf, freeHour, safe, settledOnSpot } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

/** The clock shows so much of a promise used up, and the timer has been. */
async function passes(id: string, name: string, percent: number): Promise<void> {
  const { startedAt, dueAt } = (await documentOf(community, id)).clocks.find((clock) => clock.name === name)!;
  const at = startedAt + Math.round(((dueAt - startedAt) * percent) / 100) + MINUTE;
  await community.cloud.later(at - (await community.cloud.now()));
  await community.cloud.runTimers('dispute');
}

const last = async (name: Name, id: string) => (await toldTo(community, name, id)).at(-1);

describe('half, four fifths, the whole', () => {
  test('at half the officer is reminded, at four fifths the leader as well, at the end the timeline says so', async () => {
    const id = await aDispute(community);
    await passes(id, 'triage', 49);
    expect(await toldTo(community, 'officer', id)).toHaveLength(1);

    await passes(id, 'triage', 50);
    expect(await last('officer', id)).toBe('时间过半，还没有看一看、定怎么办。');
    expect(await toldTo(community, 'leader', id)).toEqual([]);

    await passes(id, 'triage', 80);
    for (const name of ['officer', 'officer2', 'leader'] as const) expect(await last(name, id)).toBe('快到时间了，还没有看一看、定怎么办。');

    await passes(id, 'triage', 100);
    for (const name of ['officer', 'leader'] as const) expect(await last(name, id)).toBe('已过了说好的时间，还没有看一看、定怎么办。');
    expect((await storyFor(community, 'resident', id))[0]).toMatch(/：说好\d+月\d+日 周. 12:\d\d前答复，没做到，已告诉所领导。$/);
    expect((await as('resident').get('dispute.open', { id })).brokenPromise).toMatch(/^说好今天 12:\d\d前答复，没做到，已告诉所领导。$/);
    expect((await documentOf(community, id)).state).toBe('submitted');
  });

  test('a timer that comes twice says it once', async () => {
    const id = await aDispute(community);
    await passes(id, 'triage', 100);
    await Promise.all([community.cloud.runTimers('dispute'), community.cloud.runTimers('dispute')]);
    expect(await movesOf(community, id)).toEqual(['file', 'remind']);
    expect(await toldTo(community, 'leader', id)).toHaveLength(1);
  });

  test('a timer that was asleep tells of the latest mark alone', async () => {
    const id = await aDispute(community);
    await passes(id, 'triage', 85);
    expect((await toldTo(community, 'officer', id)).slice(1)).toEqual(['快到时间了，还没有看一看、定怎么办。']);
  });

  test('who did it in time hears nothing', async () => {
    const id = await aDispute(community, 'triaged');
    await community.cloud.later(25 * HOUR);
    await community.cloud.runTimers('dispute');
    expect((await movesOf(community, id)).slice(2)).toEqual([]);
    expect((await as('resident').get('dispute.open', { id })).brokenPromise).toBeUndefined();
  });

  test('the mediator is who owes a time, and the leader hears when it is late', async () => {
    const id = await aDispute(community, 'assigned');
    await passes(id, 'take', 50);
    expect(await last('mediator', id)).toBe('时间过半，还没有约时间。');
    await passes(id, 'take', 100);
    expect(await last('leader', id)).toBe('已过了说好的时间，还没有约时间。');
    expect((await storyFor(community, 'resident', id))[0]).toContain('前约好时间，没做到');
  });

  test('waiting for the other side is nobody’s broken promise: staff are reminded, the timeline is silent', async () => {
    const id = await aDispute(community, 'inviting');
    await passes(id, 'reply', 100);
    expect(await last('officer', id)).toBe('已过了说好的时间，还没有问对方的答复。');
    expect((await movesOf(community, id)).at(-1)).toBe('invite');
    expect((await as('resident').get('dispute.open', { id })).brokenPromise).toBeUndefined();
  });

  test('a promise between the two that is not proven by the day after is told to the mediator and the leader', async () => {
    const id = await aDispute(community, 'performing');
    await passes(id, 'promise', 100);
    for (const name of ['mediator', 'leader'] as const) expect(await last(name, id)).toBe('已过了说好的时间，还没有兑现一条约定。');
    expect((await documentOf(community, id)).state).toBe('performing');
  });

  test('on the seventh day after a settlement on the spot somebody is to ask', async () => {
    const { id } = await settledOnSpot(community);
    await passes(id, 'followUp', 100);
    for (const name of ['officer', 'leader'] as const) expect(await last(name, id)).toBe('已过了说好的时间，还没有回访。');
  });

  test('whoever left office is not told any more', async () => {
    const id = await aDispute(community);
    await endOffice(community, community.idOf('officer2'));
    await passes(id, 'triage', 50);
    expect(await toldTo(community, 'officer2', id)).toHaveLength(1);
    expect(await toldTo(community, 'officer', id)).toHaveLength(2);
  });

  test('what is late comes first on the desk of the overdue', async () => {
    const id = await aDispute(community);
    await community.cloud.later(25 * HOUR);
    const { disputes, now } = await as('officer').get('dispute.desk', { desk: 'overdue' });
    expect(disputes.find((each) => each.id === id)!.next).toMatchObject({ isOverdue: true });
    expect(disputes.every(({ next }) => next!.dueAt! <= now)).toBe(true);
  });
});

describe('one workday after a broken promise', () => {
  test('at the end the broken promise is the first line; a workday later the community whistles by itself, for named departments, once', async () => {
    await community.cloud.at('2026-03-12 10:00'); // a Thursday
    const id = await aDispute(community);
    await passes(id, 'triage', 100);
    const { lines: [first] } = await as('resident').get('dispute.open', { id });
    expect(first).toMatchObject({ move: 'remind', words: expect.stringMatching(/^说好\d+月\d+日 周. 10:00前答复，没做到，已告诉所领导。$/) as string });
    expect((await documentOf(community, id)).clocks.find(({ name }) => name === 'overdue')).toMatchObject({ dueAt: Date.parse('2026-03-16T18:00+08:00') }); // over the weekend

    await community.cloud.at('2026-03-16 17:50');
    await community.cloud.runTimers('dispute');
    expect((await movesOf(community, id)).at(-1)).toBe('remind');
    await community.cloud.at('2026-03-16 18:01');
    for (let round = 0; round < 3; round += 1) await community.cloud.runTimers('dispute');
    expect(await movesOf(community, id)).toEqual(['file', 'remind', 'whistle']);
    const { whistles, brokenPromise } = await as('resident').get('dispute.open', { id });
    expect(whistles).toMatchObject([{ isByClock: true, units: ['居委会', '生态环境'], answers: [] }]);
    expect(brokenPromise).toContain('没做到'); // and stays so, before everything else, until it was done
    expect((await storyFor(community, 'resident', id))[0]).toContain('社区吹哨，请有关部门一起来办');
    for (const name of ['officer', 'leader'] as const) expect(await last(name, id)).toBe('社区吹哨了，请有关部门答复。');

    await community.cloud.later(10 * DAY);
    await community.cloud.runTimers('dispute');
    expect((await movesOf(community, id)).filter((move) => move === 'whistle')).toHaveLength(1);
  });

  test('who made it good in between is not whistled for; a note makes nothing good', async () => {
    const [done, noted] = [await aDispute(community), await aDispute(community)];
    for (const id of [done, noted]) await passes(id, 'triage', 100);
    await as('officer').get('dispute.triage', { id: done, colour: 'blue', danger: safe, track: 'people' });
    await as('officer').get('dispute.note', { id: noted, words: '明天去。', isInternal: true });
    expect((await as('resident').get('dispute.open', { id: done })).brokenPromise).toBeUndefined();
    await passes(noted, 'overdue', 100);
    expect(await movesOf(community, done)).not.toContain('whistle');
    expect(await movesOf(community, noted)).toContain('whistle');
  });
});

describe('thirty days (若干规定 第33条)', () => {
  test.each(['accepted', 'assigned', 'scheduled', 'mediating'] as const)('from %s mediation lapses on the thirtieth day, by the timer, and gives its hour back', async (state) => {
    const id = await aDispute(community, state);
    await passes(id, 'deadline', 99);
    expect((await documentOf(community, id)).state).toBe(state);
    await passes(id, 'deadline', 100);
    expect(await as('resident').get('dispute.open', { id })).toMatchObject({ state: 'failed', moves: [] });
    expect((await as('resident').get('dispute.open', { id })).remedies).toHaveLength(3);
    expect((await storyFor(community, 'resident', id))[0]).toBe('期限到了，调解结束');
    for (const name of ['resident', 'officer'] as const) expect(await toldTo(community, name, id)).toContain('30天到了，没谈成，调解结束。点开看看还有哪些办法。');
    expect((await toldTo(community, 'mediator', id)).filter((line) => line.startsWith('已过了说好的时间') && line.includes('谈出结果'))).toEqual([]); // told once
    expect((await documentOf(community, id)).clocks).toEqual([]);
    expect(await hoursOf(community, id)).toEqual([]);
  });

  test('before both agreed, and after they did, nothing lapses', async () => {
    const [inviting, performing] = [await aDispute(community, 'inviting'), await aDispute(community, 'performing')];
    await community.cloud.later(40 * DAY);
    await community.cloud.runTimers('dispute');
    expect((await documentOf(community, inviting)).state).toBe('inviting');
    expect((await documentOf(community, performing)).state).toBe('performing');
  });

  test('the last yes and the last minute at once: it holds or it has lapsed, never both', async () => {
    const id = await aDispute(community, 'mediating');
    await as('mediator').get('dispute.draft', await draftOf(community, id));
    const { digest } = (await documentOf(community, id)).facts.agreement!;
    await as('mediator').get('dispute.sign', { id, digest, side: 'applicant', how: 'spoken' });
    const { dueAt } = (await documentOf(community, id)).clocks.find(({ name }) => name === 'deadline')!;
    await community.cloud.later(dueAt + MINUTE - (await community.cloud.now()));
    await Promise.all([as('mediator').ask('dispute.sign', { id, digest, side: 'respondent', how: 'spoken' }), community.cloud.runTimers('dispute')]);
    const moves = await movesOf(community, id);
    expect(moves.filter((move) => ['agree', 'lapse'].includes(move))).toHaveLength(1);
    expect((await documentOf(community, id)).state).toBe(moves.includes('agree') ? 'performing' : 'failed');
    expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);
  });

  test('an hour that was set for after the lapse is free again', async () => {
    const id = await aDispute(community, 'assigned');
    const startAt = (await freeHour(community)) + 35 * DAY;
    await as('mediator').get('dispute.schedule', { id, startAt, room: '调解室', hasNoConflict: true });
    await passes(id, 'deadline', 100);
    const other = await aDispute(community, 'assigned');
    expect(codeOf(await as('mediator').ask('dispute.schedule', { id: other, startAt, room: '调解室', hasNoConflict: true }))).toBe('OK');
  });
});

describe('a year whose holidays are not known', () => {
  test('what would promise a day of it is refused, until an admin has entered the year', async () => {
    await community.cloud.at('2026-12-30 10:00');
    const id = await aDispute(community);
    const triage = { id, colour: 'blue', danger: safe, track: 'people' } as const;
    expect(await refusalOf(as('officer').ask('dispute.triage', triage))).toMatchObject({ code: 'REFUSED', message: '2027年的节假日还没有录入，算不出截止日。请管理员在“我的”里录入。' });
    expect(await movesOf(community, id)).toEqual(['file']);

    await as('admin').get('identity.saveHolidays', { year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-03'] });
    await community.cloud.later(2 * MINUTE);
    await as('officer').get('dispute.triage', triage);
    const due = (await documentOf(community, id)).clocks[0]!.dueAt; // Thursday, the make-up Sunday, Monday: the first of January is a holiday
    expect(due).toBe(Date.parse('2027-01-04T18:00+08:00'));
  });

  test('a promise that breaks then is told of as soon as the year is known, and not with a guessed day', async () => {
    await community.cloud.at('2027-12-30 10:00');
    await as('admin').get('identity.saveHolidays', { year: 2027, holidays: ['2027-01-01'], workdays: [] });
    await community.cloud.later(2 * MINUTE);
    const id = await aDispute(community);
    await passes(id, 'triage', 100);
    expect(await movesOf(community, id)).toEqual(['file']);
    expect((await as('resident').get('dispute.open', { id })).brokenPromise).toContain('没做到'); // the page says so without any day
    await as('admin').get('identity.saveHolidays', { year: 2028, holidays: ['2028-01-01'], workdays: [] });
    await community.cloud.later(2 * MINUTE);
    await community.cloud.runTimers('dispute');
    expect(await movesOf(community, id)).toEqual(['file', 'remind']);
  });
});
