/** 司法确认: both ask the court within thirty days of effect (人民调解法 第33条), where a court may confirm at all (民诉法解释 第355条). */
import { DAY, dayKey, momentOfDay, startOfDay } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, movesOf, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, draftOf, seal } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const court = '望河区人民法院';
const asking = (name: Name, id: string, side: 'applicant' | 'respondent', of = court) => as(name).ask('dispute.askConfirmation', { id, side, court: of });
const goOnTo = async (moment: number) => community.cloud.later(moment - (await community.cloud.now()));
const effectOf = async (id: string) => (await documentOf(community, id)).facts.agreement!.effectiveAt!;

/** Sealed and in force, with a respondent who has an account. */
async function inForce(changes: { facts?: string } = {}, filed: Parameters<typeof aDispute>[2] = {}): Promise<string> {
  const id = await aDispute(community, 'mediating', filed);
  await bindRespondent(community, id);
  const byDay = dayKey((await community.cloud.now()) + 60 * DAY);
  const draft = await draftOf(community, id);
  await as('mediator').get('dispute.draft', { ...draft, clauses: draft.clauses.map((clause) => ({ ...clause, byDay })), form: 'written', ...changes });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(as('mediator')) });
  await as('mediator').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('mediator'), 'photo') });
  return id;
}

describe('both ask together', () => {
  test('one side asks and the other is told; with the second it is applied for, and no reminder comes any more', async () => {
    const id = await inForce();
    await asking('resident', id, 'applicant');
    expect((await as('neighbour').get('dispute.open', { id })).confirmation).toEqual({ state: 'asked', sides: ['applicant'], court });
    expect((await toldTo(community, 'neighbour', id)).at(-1)).toBe('有一方想请法院确认约定，要双方一起申请，请看看。');
    expect(codeOf(await asking('neighbour', id, 'respondent'))).toBe('OK');
    const { facts, clocks, changedAt } = await documentOf(community, id);
    expect(facts.confirmation).toEqual({ state: 'applied', sides: ['applicant', 'respondent'], court, appliedAt: changedAt });
    expect(clocks.map(({ name }) => name)).toEqual(['promise']);
    expect((await storyFor(community, 'officer', id)).slice(0, 2)).toEqual(['双方一起申请了司法确认', `被申请人想请法院确认这份约定：${court}`]);
    expect(await refusalOf(asking('resident', id, 'applicant'))).toMatchObject({ code: 'INVALID_MOVE', message: '双方已经申请过了。' });
  });

  test('it is one court: who names another begins anew', async () => {
    const id = await inForce();
    await asking('resident', id, 'applicant');
    await asking('neighbour', id, 'respondent', '澄江区人民法院');
    expect((await documentOf(community, id)).facts.confirmation).toMatchObject({ state: 'asked', sides: ['respondent'], court: '澄江区人民法院' });
  });

  test('both at once: it is applied for once', async () => {
    const id = await inForce();
    await Promise.all([asking('resident', id, 'applicant'), asking('neighbour', id, 'respondent')]);
    expect((await movesOf(community, id)).slice(-3)).toEqual(['askConfirmation', 'askConfirmation', 'applyConfirmation']);
  });

  test('for who has no account the mediator or an officer writes it down; who has one asks for himself', async () => {
    const id = await aDispute(community, 'performing'); // upstairs has no account
    expect(codeOf(await asking('mediator', id, 'respondent'))).toBe('OK');
    expect((await storyFor(community, 'officer', id))[0]).toBe(`丁调解员记下有一方想请法院确认这份约定：被申请人：${court}`);
    expect(await refusalOf(asking('officer', id, 'applicant'))).toMatchObject({ code: 'FORBIDDEN', message: '这一方有账号，请本人在手机上点同意。', basis: '人民调解法 第33条' });
    expect(codeOf(await asking('resident', id, 'respondent'))).toBe('FORBIDDEN');
    expect(codeOf(await asking('gridWorker', id, 'respondent'))).toBe('FORBIDDEN');
    expect(await asking('resident', id, 'applicant')).toMatchObject({ ok: true });
    expect((await documentOf(community, id)).facts.confirmation!.state).toBe('applied');
  });

  test('an agreement that does not hold yet cannot be confirmed', async () => {
    expect(codeOf(await asking('resident', await aDispute(community, 'agreed'), 'applicant'))).toBe('INVALID_MOVE');
  });

  test('by word it holds at once, and may be confirmed as well', async () => {
    const id = await aDispute(community, 'performing');
    expect((await as('resident').get('dispute.open', { id })).confirmationUntil).toBe(dayKey((await effectOf(id)) + 30 * DAY));
  });
});

describe('thirty days', () => {
  test('on day 30 it passes until midnight, on day 31 it does not', async () => {
    const [inTime, late] = [await inForce(), await inForce()];
    const midnight = startOfDay(await effectOf(inTime)) + 31 * DAY;
    await goOnTo(midnight - 60_000);
    for (const [name, side] of [['resident', 'applicant'], ['neighbour', 'respondent']] as const) expect(codeOf(await asking(name, inTime, side))).toBe('OK');
    await asking('resident', late, 'applicant');
    await goOnTo(midnight + 1_000);
    expect(await refusalOf(asking('neighbour', late, 'respondent'))).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第33条', message: expect.stringContaining('超过30天') });
    expect((await documentOf(community, inTime)).facts.confirmation!.state).toBe('applied');
  });

  test('both are reminded on days 1, 15, 25 and 29, each time once, though the timer comes often', async () => {
    const id = await inForce();
    const from = await effectOf(id);
    const reminders = async () => (await toldTo(community, 'neighbour', id)).filter((sentence) => sentence.startsWith('约定可以请法院确认'));
    const counts: number[] = [];
    for (let day = 0; day <= 31; day += 1) {
      await goOnTo(from + day * DAY + 60_000);
      await community.cloud.runTimers('dispute');
      await community.cloud.runTimers('dispute');
      counts.push((await reminders()).length);
    }
    const remindedOn = counts.flatMap((count, day) => (count > (counts[day - 1] ?? 0) ? [day] : []));
    expect([remindedOn, counts.at(-1)]).toEqual([[1, 15, 25, 29], 4]);
    expect((await reminders()).at(-1)).toMatch(/^约定可以请法院确认，最晚\d+月\d+日 周.。$/);
  });

  test('who has applied is not reminded', async () => {
    const id = await inForce();
    for (const [name, side] of [['resident', 'applicant'], ['neighbour', 'respondent']] as const) await asking(name, id, side);
    const before = (await toldTo(community, 'resident', id)).length;
    await goOnTo((await effectOf(id)) + 26 * DAY);
    await community.cloud.runTimers('dispute');
    expect((await toldTo(community, 'resident', id)).length).toBe(before);
  });
});

describe('what no court confirms (民诉法解释 第355条)', () => {
  test.each<[string, { facts: string }]>([
    ['who is married to whom', { facts: '双方同意离婚，孩子由母亲抚养。' }],
    ['what was inherited', { facts: '父亲的遗产三人平分。' }],
    ['whose flat it is', { facts: '双方确认东屋的所有权归楼上住户。' }],
    ['whose invention it is', { facts: '专利权归申请人。' }],
  ])('%s: refused with the article, and said beforehand', async (_what, text) => {
    const id = await inForce(text);
    const { confirmationBar, confirmationUntil } = await as('resident').get('dispute.open', { id });
    const basis = '民诉法解释 第355条';
    const refusal = await refusalOf(asking('resident', id, 'applicant'));
    expect(refusal).toMatchObject({ code: 'REFUSED', basis });
    expect(confirmationBar).toBe(`${refusal.message}（${basis}）`);
    expect(confirmationUntil).toBeUndefined();
  });
});

describe('what the court says', () => {
  const applied = async () => {
    const id = await inForce();
    for (const [name, side] of [['resident', 'applicant'], ['neighbour', 'respondent']] as const) await asking(name, id, side);
    return id;
  };

  test('taken in, then confirmed, each with its number, and both are told', async () => {
    const id = await applied();
    await as('mediator').get('dispute.recordConfirmation', { id, outcome: 'accepted', number: '望河民特12' });
    expect((await storyFor(community, 'resident', id))[0]).toBe('丁调解员记下了法院的答复：法院受理了，案号 望河民特12。');
    await as('officer').get('dispute.recordConfirmation', { id, outcome: 'confirmed' });
    expect((await as('neighbour').get('dispute.open', { id })).confirmation).toMatchObject({ state: 'confirmed', court, number: '望河民特12' });
    expect((await toldTo(community, 'neighbour', id)).at(-1)).toBe('法院有答复了，点开看看。');
    expect(await refusalOf(as('officer').ask('dispute.recordConfirmation', { id, outcome: 'rejected' }))).toMatchObject({ code: 'INVALID_MOVE', message: '法院已经有答复了，请看最新进展。' });
  });

  test('or not confirmed, with why', async () => {
    const id = await applied();
    await as('officer').get('dispute.recordConfirmation', { id, outcome: 'rejected', words: '内容不够明确。' });
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官记下了法院的答复：法院没有确认。内容不够明确。');
  });

  test('not before both have asked, and not by a party', async () => {
    const id = await inForce();
    await asking('resident', id, 'applicant');
    expect(await refusalOf(as('officer').ask('dispute.recordConfirmation', { id, outcome: 'accepted' }))).toMatchObject({ code: 'INVALID_MOVE', message: '双方都申请了，才有法院的答复。' });
    expect(codeOf(await as('resident').ask('dispute.recordConfirmation', { id: await applied(), outcome: 'accepted' }))).toBe('FORBIDDEN');
  });

  test('it goes on beside the promises: asked after all was kept and the matter closed', async () => {
    const id = await aDispute(community, 'agreed');
    await bindRespondent(community, id);
    await seal(community, id);
    await as('resident').get('dispute.prove', { id, clause: 0, words: '做到了。' });
    for (const [name, side] of [['resident', 'applicant'], ['neighbour', 'respondent']] as const) expect(codeOf(await asking(name, id, side))).toBe('OK');
    expect(await documentOf(community, id)).toMatchObject({ state: 'following', facts: { confirmation: { state: 'applied' } } });
    expect(momentOfDay((await as('resident').get('dispute.open', { id })).confirmationUntil!)).toBe(startOfDay(await effectOf(id)) + 30 * DAY);
  });
});
