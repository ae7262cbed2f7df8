/** 回访 where a post is small: whoever mediated does not ask; where no officer is left a leader does, and everybody reads who. */
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, endOffice, newcomer, refusalOf, toldTo } from '../support/dispute-spec';
import { pavement } from '../support/disputes';

let community: Community;
let as: Community['as'];
const kept = { applicant: 'kept', respondent: 'kept', words: '两边都说好了。' } as const;

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const settled = async () => (await as('officer').get('dispute.settleNow', pavement)).id;

test('while another officer is there he asks; to who settled it, and to the leader, it is said who', async () => {
  const id = await settled();
  const message = '回访由没有参加调解的人来办：陆警官。';
  for (const name of ['officer', 'leader'] as const) {
    expect(await refusalOf(as(name).ask('dispute.close', { id, ...kept }))).toEqual({ code: 'FORBIDDEN', message });
    const { moves, askedBy } = await as(name).get('dispute.open', { id });
    expect([moves.includes('close'), askedBy]).toEqual([false, message]);
  }
  expect(codeOf(await as('leader').ask('dispute.phone', { id, side: 'applicant' }))).toBe('FORBIDDEN');
  expect(codeOf(await as('officer2').ask('dispute.close', { id, ...kept }))).toBe('OK');
});

test('an officer of the station above is one of them', async () => {
  await endOffice(community, community.idOf('officer2'));
  const id = await settled();
  const above = await newcomer(community, 'demo-above', '秦川', { role: 'officer', scopeId: 'station' });
  expect((await refusalOf(as('officer').ask('dispute.followUp', { id, ...kept }))).message).toBe('回访由没有参加调解的人来办：秦警官。');
  expect(codeOf(await above.ask('dispute.close', { id, ...kept }))).toBe('OK');
  await endOffice(community, personIdOf('demo-above'));
});

test('where he is the only officer it falls to the leader: told at once, on the own desk, with the numbers to ring', async () => {
  const id = await settled();
  expect((await toldTo(community, 'leader', id)).at(-1)).toBe('当场说好了，7天后回访。');
  expect((await as('leader').get('dispute.desk', { desk: 'followUp', as: 'leader' })).disputes.map((each) => each.id)).toContain(id);
  expect(await as('leader').get('dispute.open', { id })).toMatchObject({ moves: expect.arrayContaining(['followUp', 'close']) as string[], next: { who: '所领导' } });
  expect((await as('officer').get('dispute.open', { id })).askedBy).toBe('回访由没有参加调解的人来办：韩所长。');
  expect(await as('leader').get('dispute.phone', { id, side: 'applicant' })).toEqual({ phone: '13900000031' });
  expect(await as('leader').get('dispute.close', { id, ...kept })).toMatchObject({ state: 'closed' });
  const { clocks } = await documentOf(community, id);
  expect(clocks.some(({ name }) => name === 'followUp')).toBe(false);
});

test('the leader asks once more on day 30 as well, and a grid worker never', async () => {
  const id = await settled();
  await as('leader').get('dispute.close', { id, ...kept });
  await community.cloud.later(MINUTE);
  expect(codeOf(await as('leader').ask('dispute.followUp', { id, ...kept }))).toBe('OK');
  expect(codeOf(await as('gridWorker').ask('dispute.followUp', { id, ...kept }))).toBe('FORBIDDEN');
});

test('where nobody at all is left, whoever tries reads what is to be done', async () => {
  await endOffice(community, community.idOf('leader'));
  const id = await settled();
  expect((await refusalOf(as('officer').ask('dispute.close', { id, ...kept }))).message).toBe('没有参加调解的民警和所领导都没有，请管理员再任命一位，由他来回访。');
});
