/** Several sessions: each at its hour, each with its record, the last one too. */
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, eventsOf, refusalOf, sentBy, storyFor } from '../support/dispute-spec';
import { aDispute, freeHour } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const sitting = (id: string) => as('mediator').ask('dispute.sit', { id, isSafe: true });
const goOnTo = async (moment: number) => community.cloud.later(moment - (await community.cloud.now()));
const hourOf = async (id: string) => (await documentOf(community, id)).facts.session!.startAt;

describe('they sit down at their hour', () => {
  test('half an hour early at most; to begin before that, a new time is made first', async () => {
    const id = await aDispute(community, 'scheduled');
    const startAt = await hourOf(id);
    await goOnTo(startAt - 30 * MINUTE - 5_000);
    expect(await refusalOf(sitting(id))).toMatchObject({ code: 'INVALID_MOVE', message: '还没到约好的时间。要提前谈，先改约。' });
    await goOnTo(startAt - 30 * MINUTE + 1_000);
    expect(codeOf(await sitting(id))).toBe('OK');
  });

  test('late is never too late', async () => {
    const id = await aDispute(community, 'scheduled');
    await goOnTo((await hourOf(id)) + 3 * HOUR);
    expect(codeOf(await sitting(id))).toBe('OK');
  });
});

describe('each session that was held stays', () => {
  test('with its hour, its room, who led it, and where its record stands', async () => {
    const id = await aDispute(community, 'mediating');
    const first = (await documentOf(community, id)).facts.session!;
    const startAt = await freeHour(community);
    const photos = [await sentBy(as('mediator')), await sentBy(as('mediator'))];
    await as('mediator').get('dispute.adjourn', { id, record: '各说了一遍。', startAt, room: '会议室', photos, isReadBack: true });
    await goOnTo(startAt);
    await sitting(id);
    expect((await documentOf(community, id)).facts.held).toEqual([
      { startAt: first.startAt, room: '调解室', mediator: '丁守义', photos, isReadBack: true, version: 8 },
      { startAt, room: '会议室', mediator: '丁守义' },
    ]);
    expect((await eventsOf(community, id))[7]).toMatchObject({ version: 8, move: 'adjourn', words: '各说了一遍。' });

    await as('mediator').get('dispute.record', { id, record: '谈妥了，准备写约定。', isReadBack: true });
    const { state, facts, version } = await documentOf(community, id);
    expect([state, facts.sessionsHeld, facts.held!.length]).toEqual(['mediating', 2, 2]);
    expect(facts.held![1]).toEqual({ startAt, room: '会议室', mediator: '丁守义', photos: [], isReadBack: true, version });
    expect((await storyFor(community, 'officer', id))[0]).toBe('丁调解员记下了这次谈话：谈妥了，准备写约定。');
  });

  test('a photo of handwriting is read back to both before it counts', async () => {
    const id = await aDispute(community, 'mediating');
    const photos = [await sentBy(as('mediator'))];
    const unread = { code: 'INVALID_INPUT', details: { isReadBack: '照着手写整理的，请先念给双方听，都说没错再记。' } };
    expect(await refusalOf(as('mediator').ask('dispute.record', { id, record: '记了。', photos, isReadBack: false }))).toMatchObject(unread);
    expect(await refusalOf(as('mediator').ask('dispute.adjourn', { id, record: '记了。', photos, startAt: await freeHour(community), room: '调解室' }))).toMatchObject(unread);
    expect(codeOf(await as('mediator').ask('dispute.record', { id, record: '口述的，没有照片。', isReadBack: false }))).toBe('OK');
  });

  test('nobody records with another’s photo, or what was said before anybody sat down', async () => {
    const id = await aDispute(community, 'mediating');
    expect(codeOf(await as('mediator').ask('dispute.record', { id, record: '记了。', photos: [await sentBy(as('officer'))], isReadBack: true }))).toBe('INVALID_INPUT');
    for (const name of ['resident', 'officer', 'leader'] as const) expect(codeOf(await as(name).ask('dispute.record', { id, record: '记了。', isReadBack: true }))).toBe('FORBIDDEN');
    expect(codeOf(await as('mediator').ask('dispute.record', { id: await aDispute(community, 'scheduled'), record: '记了。', isReadBack: true }))).toBe('INVALID_MOVE');
  });
});

describe('no agreement', () => {
  test('what nobody disputes is noted only when both agree to that (第26条)', async () => {
    const id = await aDispute(community, 'mediating');
    const fail = { id, reason: '金额谈不拢。', undisputed: '水是从楼上漏的。' };
    expect(await refusalOf(as('mediator').ask('dispute.fail', fail))).toMatchObject({ code: 'INVALID_INPUT', details: { haveBothAgreed: '没有争议的事实，要双方都同意才能记。' } });
    expect(codeOf(await as('mediator').ask('dispute.fail', { ...fail, haveBothAgreed: true }))).toBe('OK');
  });

  test('it counts as one that failed, whoever ended it, and so does the thirtieth day', async () => {
    const [ended, lapsed] = [await aDispute(community, 'failed'), await aDispute(community, 'mediating')];
    await community.cloud.later(31 * 24 * HOUR);
    await community.cloud.runTimers('dispute');
    for (const id of [ended, lapsed]) expect(await documentOf(community, id)).toMatchObject({ state: 'failed', facts: { failures: 1 } });
  });

  test('when both want to, they try again: thirty days from today, a harder colour, a fresh declaration, the first draft void', async () => {
    const id = await aDispute(community, 'failed');
    expect(await refusalOf(as('officer').ask('dispute.retry', { id, areBothWilling: false }))).toMatchObject({ details: { areBothWilling: '要双方都愿意，才能再谈一次。' } });
    expect(codeOf(await as('mediator').ask('dispute.retry', { id, areBothWilling: true }))).toBe('FORBIDDEN');
    expect(await as('officer').get('dispute.retry', { id, areBothWilling: true })).toMatchObject({ state: 'assigned', colour: 'yellow' });
    const { facts, clocks, changedAt } = await documentOf(community, id);
    expect(facts).toMatchObject({ retries: 1, extendedDays: 0, acceptedAt: changedAt, mediator: { name: '丁守义', hasDeclared: false } });
    expect([facts.agreement, facts.session]).toEqual([undefined, undefined]);
    expect(clocks.map(({ name, dueAt }) => [name, dueAt > changedAt + 29 * 24 * HOUR])).toEqual([['take', false], ['deadline', true]]);
  });

  test('with another mediator, who declares anew', async () => {
    const id = await aDispute(community, 'failed');
    await as('officer').get('dispute.retry', { id, areBothWilling: true, mediatorId: community.idOf('mediator2') });
    expect((await documentOf(community, id)).facts.mediator).toMatchObject({ name: '白秀兰', hasDeclared: false });
    expect(codeOf(await as('officer').ask('dispute.retry', { id: await aDispute(community, 'failed'), areBothWilling: true, mediatorId: community.idOf('leader') }))).toBe('INVALID_INPUT');
  });
});
