/** 会商: the agenda that fills itself, what was decided, departments that are whistled for, and 催办. */
import { DAY, dayAndTime, dayKey, HOUR } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { codeOf, documentOf, movesOf, neighbouringCommunity, newcomer, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

/** Each spec has a place in the week: 2026-03-04 is a Wednesday. */
beforeEach(async () => {
  community = await startCommunity('2026-03-02 09:00');
  as = community.as;
}, 60_000);
afterEach(() => community.stop());

async function graded(colour: 'blue' | 'yellow' | 'red'): Promise<string> {
  const id = await aDispute(community, 'submitted', { category: colour === 'blue' ? 'noise' : 'money', ...(colour === 'red' && { peopleCount: 12 }) });
  await as('officer').get('dispute.triage', { id, colour, danger: safe, track: 'people' });
  return id;
}
const agenda = async (who: Name = 'officer') => (await as(who).get('dispute.meeting', {})).disputes.map(({ id }) => id);

describe('the agenda', () => {
  test('is what is yellow, red or overdue in the own place, least time left first, each once', async () => {
    const [blue, yellow, red] = [await graded('blue'), await graded('yellow'), await graded('red')];
    expect(await agenda()).toEqual([yellow, red]);
    await community.cloud.later(4 * DAY); // all three are overdue by now
    const fresh = await graded('yellow');
    expect(await agenda()).toEqual([blue, yellow, red, fresh]);
    for (const who of ['leader', 'auxiliary'] as const) expect(await agenda(who)).toEqual([blue, yellow, red, fresh]);
  });

  test('leaves out what is over, and what belongs to another community', async () => {
    const [yellow, red] = [await graded('yellow'), await graded('red')];
    await as('resident').get('dispute.withdraw', { id: yellow });
    const { community: other } = await neighbouringCommunity(community);
    const stranger = await newcomer(community, 'demo-officer9', '秦岭', { role: 'officer', scopeId: other });
    expect(await agenda()).toEqual([red]);
    expect((await stranger.get('dispute.meeting', {})).disputes).toEqual([]);
  });

  test('comes page by page, with nothing twice and nothing lost', async () => {
    const all = [];
    for (let n = 0; n < 23; n += 1) all.push(await graded(n % 2 === 0 ? 'yellow' : 'red'));
    const first = await as('leader').get('dispute.meeting', {});
    expect(first.disputes).toHaveLength(20);
    const second = await as('leader').get('dispute.meeting', { after: first.next! });
    expect(second.next).toBeUndefined();
    expect([...first.disputes, ...second.disputes].map(({ id }) => id).sort()).toEqual(all.sort());
  });

  test('is for the next Wednesday, and for today until the evening', async () => {
    const day = async () => (await as('officer').get('dispute.meeting', {})).day;
    expect(await day()).toBe('2026-03-04');
    await community.cloud.at('2026-03-04 17:59');
    expect(await day()).toBe('2026-03-04');
    await community.cloud.at('2026-03-04 18:00');
    expect(await day()).toBe('2026-03-11');
  });

  test('is for officers, auxiliaries and leaders', async () => {
    for (const who of ['resident', 'gridWorker', 'mediator', 'volunteer'] as const) expect(codeOf(await as(who).ask('dispute.meeting', {}))).toBe('FORBIDDEN');
  });
});

describe('what was decided', () => {
  const task = { what: '装一排充电桩', who: '物业冷经理', byDay: '2026-03-06' };

  test('is who does what by when, and stands on the agenda until it is done', async () => {
    const id = await graded('yellow');
    await as('auxiliary').get('dispute.decide', { id, ...task });
    expect((await as('leader').get('dispute.meeting', {})).decided).toEqual([{ id, tasks: [task] }]);
    expect((await toldTo(community, 'officer', id)).at(-1)).toBe('会商定了一件要做的事。');
    await as('gridWorker').get('dispute.finishTask', { id, task: 0, words: '装好了八个。' });
    expect((await as('officer').get('dispute.open', { id })).tasks).toEqual([{ ...task, doneAt: expect.any(Number) }]);
    expect((await storyFor(community, 'officer', id)).slice(0, 2)).toEqual(['夏网格员说明有一件会商的事做完了：物业冷经理：装一排充电桩。装好了八个。', '程辅警会商定了一件要做的事：物业冷经理：装一排充电桩']);
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['contact']);
  });

  test('has a day to come, and is done once', async () => {
    const id = await graded('yellow');
    expect(await refusalOf(as('officer').ask('dispute.decide', { id, ...task, byDay: '2026-03-01' }))).toMatchObject({ code: 'INVALID_MOVE', message: '请写明谁、做什么、哪天前。' });
    expect(await refusalOf(as('officer').ask('dispute.decide', { id, ...task, who: '' }))).toMatchObject({ details: { who: '请填写谁来做。' } });
    await as('officer').get('dispute.decide', { id, ...task });
    expect(codeOf(await as('officer').ask('dispute.finishTask', { id, task: 1 }))).toBe('INVALID_INPUT');
    await as('officer').get('dispute.finishTask', { id, task: 0 });
    expect(await refusalOf(as('officer').ask('dispute.finishTask', { id, task: 0 }))).toMatchObject({ code: 'INVALID_MOVE', message: '这件事已经做完了。' });
  });

  test('that is not done by then is told to officers and the leader, once', async () => {
    const id = await graded('yellow');
    await as('officer').get('dispute.decide', { id, ...task });
    await community.cloud.at('2026-03-07 00:05');
    for (let n = 0; n < 2; n += 1) await community.cloud.runTimers('dispute');
    expect((await toldTo(community, 'leader', id)).filter((line) => line.includes('会商'))).toEqual(['已过了说好的时间，还没有做完会商定的事。']);
  });

  test('parties do not read it', async () => {
    const id = await graded('yellow');
    await as('officer').get('dispute.decide', { id, ...task });
    const seen = await as('resident').get('dispute.open', { id });
    expect(JSON.stringify(seen)).not.toContain('充电桩');
    expect(seen.tasks).toEqual([]);
    for (const who of ['resident', 'gridWorker', 'volunteer'] as const) expect(codeOf(await as(who).ask('dispute.decide', { id, ...task }))).toMatch(/FORBIDDEN|NOT_FOUND/);
  });
});

describe('社区吹哨', () => {
  const whistle = (id: string, units: string[], who: Name = 'officer') => as(who).ask('dispute.whistle', { id, units, words: '周五前来现场看。' });
  const answerDue = async (id: string) => (await documentOf(community, id)).clocks.find(({ name }) => name === 'answer')?.dueAt;

  test('at any time names who must answer within two workdays, known or typed; each answer is noted', async () => {
    const id = await graded('blue');
    expect(codeOf(await whistle(id, ['城管', '自来水公司', '城管']))).toBe('OK');
    expect(dayAndTime((await answerDue(id))!)).toBe('3月4日 18:00');
    expect((await toldTo(community, 'leader', id)).at(-1)).toBe('社区吹哨了，请有关部门答复。');
    await community.cloud.later(DAY);
    await as('auxiliary').get('dispute.answerWhistle', { id, unit: '城管', words: '明天上午到场。' });
    expect(dayAndTime((await answerDue(id))!)).toBe('3月4日 18:00'); // one answer gives the other no more time
    expect(await refusalOf(as('officer').ask('dispute.answerWhistle', { id, unit: '城管', words: '又来了。' }))).toMatchObject({ details: { unit: '没有在等城管答复。' } });
    await as('leader').get('dispute.answerWhistle', { id, unit: '自来水公司', words: '管子是他们的，下午换。' });
    expect(await answerDue(id)).toBeUndefined();
    expect((await as('officer').get('dispute.open', { id })).whistles).toMatchObject([{ isByClock: false, units: ['城管', '自来水公司'], answers: [{ unit: '城管' }, { unit: '自来水公司' }] }]);
  });

  test('who does not answer is told of to the leader', async () => {
    const id = await graded('blue');
    await whistle(id, ['城管']);
    await community.cloud.at('2026-03-04 18:05');
    await community.cloud.runTimers('dispute');
    expect(await toldTo(community, 'leader', id)).toContain('已过了说好的时间，还没有等到部门答复。');
  });

  test('comes by itself one workday after a promise of ours was broken, and ends with a step forward', async () => {
    const late = async () => {
      const id = await graded('blue');
      const due = (await documentOf(community, id)).clocks.find(({ name }) => name === 'contact')!.dueAt;
      await community.cloud.later(due - (await community.cloud.now()) + HOUR / 2);
      await community.cloud.runTimers('dispute');
      return id;
    };
    const id = await late();
    await community.cloud.later(3 * DAY);
    await community.cloud.runTimers('dispute');
    expect((await documentOf(community, id)).facts.whistles).toMatchObject([{ isByClock: true, units: ['居委会', '生态环境'] }]);
    expect((await storyFor(community, 'officer', id))[0]).toBe('说好的事过了一个工作日还没做到，社区吹哨，请有关部门一起来办');

    const moved = await late();
    await as('officer').get('dispute.invite', { id: moved, channel: 'call', isReached: true, words: '联系上了。' });
    await community.cloud.later(3 * DAY);
    await community.cloud.runTimers('dispute');
    expect(await movesOf(community, moved)).not.toContain('whistle');
  });

  test('is for officers, the leader and the grid worker, with a unit and a reason, while the case is open', async () => {
    const id = await graded('blue');
    expect(await refusalOf(whistle(id, []))).toMatchObject({ details: { units: '请选请哪个部门来。' } });
    for (const who of ['resident', 'auxiliary'] as const) expect(codeOf(await whistle(id, ['城管'], who))).toBe('FORBIDDEN');
    await as('resident').get('dispute.withdraw', { id });
    expect(codeOf(await whistle(id, ['城管']))).toBe('INVALID_MOVE');
  });
});

describe('催办', () => {
  const urge = (id: string, who: Name = 'leader') => as(who).ask('dispute.urge', { id, words: '三天了，今天定时间。' });

  test('reaches whoever has it: the mediator from the taking on, else the officers', async () => {
    const [triaged, assigned] = [await graded('blue'), await aDispute(community, 'assigned')];
    await urge(triaged);
    expect((await toldTo(community, 'officer', triaged)).at(-1)).toBe('所里催办了，请尽快办，有难处就说。');
    await urge(assigned, 'officer');
    expect((await toldTo(community, 'mediator', assigned)).at(-1)).toBe('所里催办了，请尽快办，有难处就说。');
    expect((await toldTo(community, 'officer2', assigned)).at(-1)).not.toContain('催办');
  });

  test('moves nothing, and no party reads of it', async () => {
    const id = await graded('blue');
    const before = await documentOf(community, id);
    await urge(id);
    const { state, clocks } = await documentOf(community, id);
    expect({ state, clocks }).toEqual({ state: before.state, clocks: before.clocks });
    expect((await storyFor(community, 'leader', id))[0]).toBe('您催了一次：三天了，今天定时间。');
    expect((await storyFor(community, 'resident', id)).join()).not.toContain('催');
    for (const who of ['resident', 'auxiliary', 'gridWorker'] as const) expect(codeOf(await urge(id, who))).toBe('FORBIDDEN');
  });
});

test('days are written as the contract says', async () => {
  const { day, now } = await as('officer').get('dispute.meeting', {});
  expect(day).toBe(dayKey(now + 2 * DAY));
});
