/** Scenario 9, told in its own time: thirty days, more of them when all want it, and the court within thirty days of effect. All names are invented. */
import { DAY, dayAndTime, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { BUILDING, startCommunity, type Community } from '../support/community';
import { bindRespondent, documentOf, eventsOf, movesOf, refusalOf, sentBy, toldTo } from '../support/dispute-spec';
import { safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity('2026-03-02 08:00');
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const begins = (moment: string) => community.cloud.at(moment);
const court = '望河区人民法院';

/** 漏水: both agreed to talk on this day, at nine. */
async function agreedToTalk(day: string): Promise<string> {
  await begins(`${day} 08:30`);
  const { id } = await as('resident').get('dispute.file', {
    category: 'leak', story: '楼上水管漏，天花板泡了一片，说了几次都没修。', buildingId: BUILDING, door: '2单元401', danger: safe, respondent: { name: '楼上住户', phone: '13900000022' },
  });
  const { proposal } = await as('officer').get('dispute.open', { id });
  await as('officer').get('dispute.triage', { id, colour: proposal!.colour, danger: safe, track: 'people' });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
  await begins(`${day} 09:00`);
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await bindRespondent(community, id);
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
  await as('mediator').get('dispute.schedule', { id, startAt: Date.parse(`${day}T10:00+08:00`), room: '调解室', hasNoConflict: true });
  await begins(`${day} 09:50`);
  await as('mediator').get('dispute.sit', { id, isSafe: true });
  return id;
}

const clockComes = async (moment: string) => {
  await begins(moment);
  await community.cloud.runTimers('dispute');
};

test('scenario 9: nobody finds the time, and on the thirtieth day mediation is over', async () => {
  const id = await agreedToTalk('2026-03-03');
  await clockComes('2026-03-18 09:01'); // half of it has gone
  expect((await toldTo(community, 'mediator', id)).at(-1)).toBe('时间过半，还没有谈出结果。');
  await clockComes('2026-04-02 08:59');
  expect((await documentOf(community, id)).state).toBe('mediating');
  await clockComes('2026-04-02 09:01');
  expect((await documentOf(community, id)).state).toBe('failed');
  expect((await toldTo(community, 'resident', id)).at(-1)).toBe('30天到了，没谈成，调解结束。点开看看还有哪些办法。');
  expect((await as('neighbour').get('dispute.open', { id })).remedies).not.toEqual([]);
  expect((await movesOf(community, id)).at(-1)).toBe('lapse');
});

test('scenario 9: both want ten days more, they agree on day 35, and on day 30 after the seal the court may still be asked', async () => {
  const id = await agreedToTalk('2026-05-06');
  await begins('2026-05-28 20:00');
  await as('resident').get('dispute.extend', { id, side: 'applicant', days: 10 });
  await begins('2026-05-29 08:15');
  await as('neighbour').get('dispute.extend', { id, side: 'respondent', days: 10 });
  const deadline = (await documentOf(community, id)).clocks.find(({ name }) => name === 'deadline');
  expect(dayAndTime(deadline!.dueAt)).toBe('6月15日 9:00'); // forty days from the sixth of May

  await clockComes('2026-06-05 09:30'); // the thirtieth day has passed
  expect((await documentOf(community, id)).state).toBe('mediating');
  await begins('2026-06-10 15:00');
  await as('mediator').get('dispute.record', { id, record: '楼上认下漏水，月底前修好，赔一千二。', isReadBack: true });
  await as('mediator').get('dispute.draft', {
    id, form: 'written', facts: '三月起楼上水管渗漏，泡坏天花板。', disputed: '修缮费由谁出。', responsibility: '楼上修管、赔钱；楼下让出时间配合。', copies: 3,
    clauses: [{ side: 'respondent', what: '修好水管，赔天花板修缮费1,200元', byDay: '2026-07-31', proof: '试水半天不漏，收条' }],
  });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  await as('neighbour').get('dispute.sign', { id, digest, side: 'respondent', how: 'phone', file: await sentBy(as('neighbour'), 'signature') });
  await as('resident').get('dispute.sign', { id, digest, side: 'applicant', how: 'phone', file: await sentBy(as('resident'), 'signature') });
  await begins('2026-06-11 16:20'); // a day later the paper has its seal
  await as('mediator').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('mediator'), 'signature') });
  expect((await as('resident').get('dispute.open', { id })).confirmationUntil).toBe('2026-07-11');

  await begins('2026-07-11 21:00'); // day 30, an evening
  await as('resident').get('dispute.askConfirmation', { id, side: 'applicant', court });
  await community.cloud.later(2 * HOUR + 50 * MINUTE);
  await as('neighbour').get('dispute.askConfirmation', { id, side: 'respondent', court });
  expect((await documentOf(community, id)).facts.confirmation).toMatchObject({ state: 'applied', court });
  await begins('2026-07-20 10:00');
  await as('mediator').get('dispute.recordConfirmation', { id, outcome: 'accepted', number: '望河民特21' });
  await begins('2026-08-03 10:00');
  await as('mediator').get('dispute.recordConfirmation', { id, outcome: 'confirmed' });
  expect(findTampering(await documentOf(community, id), await eventsOf(community, id)).filter((fault) => !fault.startsWith('the facts'))).toEqual([]);
});

test('scenario 9: on day 31 the court is not asked any more; the paper is still one to go to court with', async () => {
  const id = await agreedToTalk('2026-09-01');
  const byDay = '2026-12-31';
  await as('mediator').get('dispute.draft', { id, form: 'oral', facts: '楼上认下漏水。', clauses: [{ side: 'respondent', what: '修好水管', byDay, proof: '试水不漏' }] });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });
  const { effectiveAt } = (await documentOf(community, id)).facts.agreement!;
  expect(dayAndTime(effectiveAt!)).toMatch(/^9月1日 /);

  await begins('2026-10-01 23:59'); // day 30: one asks
  await as('resident').get('dispute.askConfirmation', { id, side: 'applicant', court });
  await begins('2026-10-02 00:01'); // day 31: the other comes too late
  expect(await refusalOf(as('neighbour').ask('dispute.askConfirmation', { id, side: 'respondent', court }))).toMatchObject({
    code: 'REFUSED', basis: '人民调解法 第33条', message: '约定生效已经超过30天，不能再申请司法确认。可以凭约定去法院起诉。',
  });
  expect((await documentOf(community, id)).facts.confirmation!.state).toBe('asked');
  await community.cloud.later(DAY);
  expect((await documentOf(community, id)).state).toBe('performing'); // the promise goes on
});
