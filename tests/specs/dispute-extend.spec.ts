/** Thirty days, and more of them when all parties ask for the same (人民调解工作若干规定 第33条). */
import { DAY } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const asking = (name: Name, id: string, side: 'applicant' | 'respondent', days = 10) => as(name).ask('dispute.extend', { id, side, days });
const deadlineOf = async (id: string) => (await documentOf(community, id)).clocks.find(({ name }) => name === 'deadline')?.dueAt;
const goOnTo = async (moment: number) => community.cloud.later(moment - (await community.cloud.now()));

/** Upstairs has no account: the mediator writes down what was said. */
async function bothAsk(id: string): Promise<void> {
  await asking('resident', id, 'applicant');
  await asking('mediator', id, 'respondent');
}

test('one party asks and nothing moves; when the other asks for the same, the thirty days do', async () => {
  const id = await aDispute(community, 'mediating');
  await bindRespondent(community, id);
  const { acceptedAt } = (await documentOf(community, id)).facts;
  await asking('resident', id, 'applicant');
  expect([await deadlineOf(id), (await toldTo(community, 'neighbour', id)).at(-1)]).toEqual([acceptedAt! + 30 * DAY, '有一方想多谈几天，请看看同不同意。']);
  await asking('neighbour', id, 'respondent');
  expect(await deadlineOf(id)).toBe(acceptedAt! + 40 * DAY);
  expect((await movesOf(community, id)).slice(-3)).toEqual(['askExtend', 'askExtend', 'extend']);
  expect((await storyFor(community, 'resident', id))[0]).toBe('双方都同意，多谈几天');
  expect(await toldTo(community, 'resident', id)).toContain('双方同意多谈10天。');
});

test('asking twice is one voice, and other days are another question', async () => {
  const id = await aDispute(community, 'scheduled');
  await bindRespondent(community, id);
  await asking('resident', id, 'applicant');
  await asking('resident', id, 'applicant');
  await asking('neighbour', id, 'respondent', 5);
  expect((await documentOf(community, id)).facts).toMatchObject({ extension: { days: 5, sides: ['respondent'] } });
  expect(await movesOf(community, id)).not.toContain('extend');
  await asking('resident', id, 'applicant', 5);
  expect((await documentOf(community, id)).facts.extendedDays).toBe(5);
});

test('a second time both are asked anew, and the days add up', async () => {
  const id = await aDispute(community, 'mediating');
  await bothAsk(id);
  await asking('resident', id, 'applicant');
  expect((await documentOf(community, id)).facts).toMatchObject({ extendedDays: 10, extension: { sides: ['applicant'] } });
  await asking('mediator', id, 'respondent');
  const { acceptedAt, extendedDays } = (await documentOf(community, id)).facts;
  expect([extendedDays, await deadlineOf(id)]).toEqual([20, acceptedAt! + 50 * DAY]);
});

test('the mediator writes down what a party without an account said; nobody asks for the other side, and an officer for none', async () => {
  const id = await aDispute(community, 'mediating');
  await asking('mediator', id, 'respondent');
  expect((await storyFor(community, 'officer', id))[0]).toBe('丁调解员记下有一方想多谈几天：被申请人想多谈10天。');
  expect(codeOf(await asking('mediator', id, 'applicant'))).toBe('FORBIDDEN');
  expect(codeOf(await asking('resident', id, 'respondent'))).toBe('FORBIDDEN');
  expect(codeOf(await asking('officer', id, 'applicant'))).toBe('FORBIDDEN');
  for (const days of [0, 31, 1.5]) expect(codeOf(await asking('resident', id, 'applicant', days))).toBe('INVALID_INPUT');
});

test('there is nothing to extend before both agreed to talk, or after it ended', async () => {
  for (const state of ['inviting', 'performing', 'failed'] as const) expect(codeOf(await asking('resident', await aDispute(community, state), 'applicant'))).toBe('INVALID_MOVE');
});

test('extended, it does not end on the thirtieth day', async () => {
  const id = await aDispute(community, 'mediating');
  await bothAsk(id);
  const { acceptedAt } = (await documentOf(community, id)).facts;
  await goOnTo(acceptedAt! + 39 * DAY);
  await community.cloud.runTimers('dispute');
  expect((await documentOf(community, id)).state).toBe('mediating');
  await goOnTo(acceptedAt! + 40 * DAY + 1_000);
  await community.cloud.runTimers('dispute');
  expect(await refusalOf(asking('resident', id, 'applicant'))).toMatchObject({ code: 'INVALID_MOVE' });
});

test('the last yes races the thirtieth day: it is extended, or it is over, never both', async () => {
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const id = await aDispute(community, 'mediating');
    await asking('resident', id, 'applicant');
    ids.push(id);
  }
  await community.cloud.later(30 * DAY);
  await Promise.all([community.cloud.runTimers('dispute'), ...ids.map((id) => asking('mediator', id, 'respondent'))]);
  await community.cloud.runTimers('dispute');
  for (const id of ids) {
    const moves = await movesOf(community, id);
    const { state } = await documentOf(community, id);
    expect([state, moves.includes('extend'), moves.includes('lapse')]).toEqual(state === 'failed' ? ['failed', false, true] : ['mediating', true, false]);
  }
});
