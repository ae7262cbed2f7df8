/** 所里看板: what is stuck and with whom, and rates that show what they are a part of. */
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { DisputeBoard } from '../../typings/contract/dispute-board';
import { startCommunity, type Community, type Name } from '../support/community';
import { codeOf, documentOf, neighbouringCommunity, newcomer } from '../support/dispute-spec';
import { aDispute, pavement, settledOnSpot } from '../support/disputes';

let community: Community;
let as: Community['as'];

/** Each test begins with no dispute and no figures, on the same Tuesday. */
beforeEach(async () => {
  const { cloud } = community;
  for (const name of ['disputes', 'figures', 'contributions', 'cursors', 'bookings'] as const) await cloud.database.collection(name).where({ _id: cloud.database.command.gt('') }).remove();
  await cloud.at('2026-03-03 12:30');
});
beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const kept = { applicant: 'kept', respondent: 'kept', words: '都说好了。' } as const;
const board = (name: Name = 'leader', month?: string): Promise<DisputeBoard> => as(name).get('dispute.board', month === undefined ? {} : { month });
/** What has changed is in the figures a few minutes later. */
async function folded(): Promise<DisputeBoard> {
  await community.cloud.later(3 * MINUTE);
  await community.cloud.runTimers('dispute');
  return board();
}

describe('what there is now', () => {
  test('open, overdue, red, and told this month', async () => {
    await aDispute(community, 'submitted', { peopleCount: 12 });
    await as('officer').get('dispute.triage', { id: await aDispute(community, 'submitted', { peopleCount: 12 }), colour: 'red', danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false }, track: 'people' });
    await aDispute(community, 'withdrawn');
    expect(await board()).toMatchObject({ open: 2, overdue: 0, red: 1, openedThisMonth: 3 });
    await community.cloud.later(2 * HOUR);
    expect(await board()).toMatchObject({ open: 2, overdue: 1, red: 1 });
    await community.cloud.at('2026-04-01 08:00');
    expect(await board()).toMatchObject({ month: '2026-04', open: 2, openedThisMonth: 0 });
  });

  test('a lead is nobody’s dispute yet', async () => {
    await as('gridWorker').get('dispute.notice', { category: 'noise', story: '两家吵过。', buildingId: 'building3', danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false } });
    expect(await folded()).toMatchObject({ open: 0, openedThisMonth: 0, onTheSpot: { part: 0, whole: 0 } });
  });

  test('leaders and officers see it, and each the cases of the own place', async () => {
    for (const name of ['mediator', 'auxiliary', 'gridWorker', 'volunteer', 'resident', 'stranger'] as const) expect(codeOf(await as(name).ask('dispute.board', {}))).toBe('FORBIDDEN');
    await aDispute(community, 'triaged');
    const { community: next } = await neighbouringCommunity(community);
    const elsewhere = await newcomer(community, 'demo-elsewhere', '隔壁民警', { role: 'officer', scopeId: next });
    await community.cloud.later(7 * DAY);
    expect(await board('officer')).toMatchObject({ open: 1, overdue: 1, stuck: [{ count: 1 }] });
    expect(await elsewhere.get('dispute.board', {})).toMatchObject({ open: 0, overdue: 0, stuck: [], openedThisMonth: 0 });
  });

  test('not a month that there is none of', async () => {
    for (const month of ['2026-13', '2026-3', 'all', '']) expect(codeOf(await as('leader').ask('dispute.board', { month }))).toBe('INVALID_INPUT');
  });
});

describe('with whom it is stuck', () => {
  test('the mediator by name, the office by its title, a party, a unit; whoever has most comes first', async () => {
    const [first, second] = [await aDispute(community, 'assigned'), await aDispute(community, 'assigned')];
    await aDispute(community, 'triaged');
    await aDispute(community, 'inviting');
    const transferred = await aDispute(community, 'triaged');
    await as('officer').get('dispute.transfer', { id: transferred, unit: '城管', words: '归城管。' });
    await aDispute(community, 'performing');
    await community.cloud.later(9 * DAY);
    const { stuck, overdue } = await board();
    expect(stuck.map(({ who, count }) => `${who} ${count}`)).toEqual(['丁调解员 2', expect.any(String), expect.any(String), expect.any(String), expect.any(String)]);
    expect(new Set(stuck.map(({ who }) => who))).toEqual(new Set(['丁调解员', '民警', '对方', '城管', '被申请人']));
    expect(stuck[0]!.disputes).toMatchObject([{ id: first, state: 'assigned', place: '桐花苑 3号楼', next: { isOverdue: true } }, { id: second }]);
    expect(overdue).toBe(6);
  });

  test('what is not overdue is stuck with nobody', async () => {
    await aDispute(community, 'triaged');
    expect((await board()).stuck).toEqual([]);
  });
});

describe('rates', () => {
  test('each is a part of what it says, and the timer keeps it up within minutes', async () => {
    await aDispute(community, 'closed');
    await aDispute(community, 'performing');
    await aDispute(community, 'refused'); // a no is an answer too
    await aDispute(community, 'inviting');
    await settledOnSpot(community);
    expect(await board()).toMatchObject({ resolved: { part: 0, whole: 0 } });
    expect(await folded()).toMatchObject({
      resolved: { part: 1, whole: 2 }, onTheSpot: { part: 1, whole: 5 }, replied: { part: 3, whole: 4 }, contested: { part: 0, whole: 2 },
      settledAt: [{ level: 'grid', count: 1 }, { level: 'community', count: 2 }],
    });
  });

  test('没解决 stays on the board, and a case that is taken up again is not resolved any more', async () => {
    const id = await aDispute(community, 'closed');
    expect(await folded()).toMatchObject({ resolved: { part: 1, whole: 1 }, contested: { part: 0, whole: 1 } });
    await as('resident').get('dispute.contest', { id, reason: '又响了。' });
    await as('officer').get('dispute.reopen', { id, reason: '重新谈。' });
    expect(await folded()).toMatchObject({ resolved: { part: 0, whole: 1 }, contested: { part: 1, whole: 1 }, settledAt: [] });
  });

  test('the hours that cases spent in each state that they left', async () => {
    const [one, other] = [await aDispute(community), await aDispute(community)];
    await community.cloud.later(2 * HOUR);
    await as('resident').get('dispute.withdraw', { id: one });
    await community.cloud.later(4 * HOUR);
    await as('resident').get('dispute.withdraw', { id: other });
    const { hours } = await folded();
    expect(hours).toEqual([{ state: 'submitted', hours: 4, count: 2 }]);
  });

  test('a case belongs to the month in which it was told', async () => {
    await community.cloud.at('2026-03-31 22:00');
    const id = await aDispute(community);
    await community.cloud.at('2026-04-01 09:00');
    await as('resident').get('dispute.withdraw', { id });
    expect(await folded()).toMatchObject({ told: 0, onTheSpot: { whole: 0 }, before: { told: 1, onTheSpot: { whole: 1 } } });
    expect(await board('leader', '2026-03')).toMatchObject({ told: 1, before: { told: 0 } });
  });

  test('folding late, twice, at once or from the beginning changes nothing', async () => {
    await aDispute(community, 'closed');
    await settledOnSpot(community);
    const { now: _then, ...before } = await folded();
    const { cloud } = community;
    await Promise.all([cloud.runTimers('dispute'), cloud.runTimers('dispute')]);
    await cloud.database.collection('cursors').where({ _id: cloud.database.command.gt('') }).remove();
    await cloud.runTimers('dispute');
    await Promise.all([cloud.runTimers('dispute'), cloud.runTimers('dispute')]);
    expect(await board()).toMatchObject(before);
  });

  test('more cases than one round takes are all there after some rounds', async () => {
    for (let n = 0; n < 45; n += 1) await as('gridWorker').get('dispute.settleNow', pavement);
    await community.cloud.later(3 * MINUTE);
    await community.cloud.runTimers('dispute');
    const { whole } = (await board()).onTheSpot;
    expect(whole).toBeLessThan(45);
    await community.cloud.runTimers('dispute');
    expect((await board()).onTheSpot).toEqual({ part: 45, whole: 45 });
  });

  test('where somebody settled it says on which level: the narrowest place of that office', async () => {
    await as('officer').get('dispute.settleNow', pavement);
    await as('gridWorker').get('dispute.settle', { id: await aDispute(community), settledHow: '说好了。', haveBothAgreed: true });
    const sealed = await aDispute(community, 'agreed');
    expect((await documentOf(community, sealed)).facts.settledLevel).toBeUndefined();
    expect((await folded()).settledAt).toEqual([{ level: 'grid', count: 1 }, { level: 'community', count: 1 }]);
  });

  test('closing late counts once, however often it is asked after', async () => {
    const id = await aDispute(community, 'following');
    await as('officer2').get('dispute.followUp', { id, ...kept });
    await as('officer2').get('dispute.close', { id, ...kept });
    await as('officer2').get('dispute.followUp', { id, ...kept });
    expect((await folded()).contested).toEqual({ part: 0, whole: 1 });
  });
});
