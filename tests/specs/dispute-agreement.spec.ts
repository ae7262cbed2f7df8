/** Writing it down, and signing: by hand on the phone, on paper, or by word. */
import type { AgreementForm } from '../../typings/contract/dispute';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, movesOf, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, draftOf } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const clause = { side: 'respondent', what: '铺上地垫', byDay: '2026-03-10', proof: '晚上听不到响声' } as const;

/** A dispute with its text written, and the digest that signatures bind. */
async function written(form: AgreementForm, changes: Partial<Awaited<ReturnType<typeof draftOf>>> = {}, filed: Parameters<typeof aDispute>[2] = {}) {
  const id = await aDispute(community, 'mediating', filed);
  await bindRespondent(community, id);
  await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), ...changes, form, ...(form === 'partial' && { unsettled: '医药费另谈。' }) });
  return { id, digest: await digestOf(id) };
}

const digestOf = async (id: string) => (await as('mediator').get('dispute.open', { id })).agreement!.digest;
const byHand = async (name: Name, side: 'applicant' | 'respondent', { id, digest }: { id: string; digest: string }) =>
  as(name).ask('dispute.sign', { id, digest, side, how: 'phone', file: await sentBy(as(name), 'signature') });
const onPaper = async (side: 'applicant' | 'respondent', { id, digest }: { id: string; digest: string }) =>
  as('mediator').ask('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(as('mediator')) });
const byWord = (side: 'applicant' | 'respondent', { id, digest }: { id: string; digest: string }) => as('mediator').ask('dispute.sign', { id, digest, side, how: 'spoken' });

describe('the text (第29条)', () => {
  test('says who does what, by when and how it shows, and both are told to read it', async () => {
    const { id } = await written('written');
    const { agreement, state } = await as('neighbour').get('dispute.open', { id });
    expect(state).toBe('mediating');
    expect(agreement).toMatchObject({ form: 'written', facts: '夜里有响声，双方都认。', clauses: [{ ...clause, state: 'open' }], signedBy: [] });
    for (const name of ['resident', 'neighbour'] as const) expect((await toldTo(community, name, id)).at(-1)).toBe('约定写好了，请看看，同意就签。');
  });

  test.each<[string, object, string, string]>([
    ['without a clause', { clauses: [] }, 'INVALID_MOVE', '至少写一条约定：谁、做什么、哪天前、怎么算做到。'],
    ['for a day that is over', { clauses: [{ ...clause, byDay: '2026-03-02' }] }, 'INVALID_MOVE', '约定的日子要从今天往后。'],
    ['for a day that does not exist', { clauses: [{ ...clause, byDay: '2026-02-30' }] }, 'INVALID_INPUT', '没有这一天，请重新选。'],
    ['without a way to see it kept', { clauses: [{ ...clause, proof: ' ' }] }, 'INVALID_INPUT', '请填写怎么算做到。'],
    ['of eleven clauses', { clauses: Array.from({ length: 11 }, () => clause) }, 'INVALID_INPUT', '最多 10 条。'],
    ['in part, without what is left', { form: 'partial' }, 'INVALID_MOVE', '只谈成一部分的，请写明还有哪些没谈成。'],
  ])('%s it is not one', async (_what, changes, code, message) => {
    const id = await aDispute(community, 'mediating');
    expect(await refusalOf(as('mediator').ask('dispute.draft', { ...(await draftOf(community, id)), ...changes }))).toMatchObject({ code, message });
  });

  test('today is not too late', async () => {
    const id = await aDispute(community, 'mediating');
    expect(codeOf(await as('mediator').ask('dispute.draft', { ...(await draftOf(community, id)), clauses: [{ ...clause, byDay: '2026-03-03' }] }))).toBe('OK');
  });

  test('the mediator writes it, nobody else', async () => {
    const id = await aDispute(community, 'mediating');
    for (const name of ['resident', 'officer'] as const) expect(codeOf(await as(name).ask('dispute.draft', await draftOf(community, id)))).toBe('FORBIDDEN');
  });
});

describe('signing', () => {
  test('with the last signature they have agreed, and the mediator is to sign and seal it (第29条)', async () => {
    const text = await written('written');
    expect(await byHand('neighbour', 'respondent', text)).toMatchObject({ ok: true, data: { state: 'mediating' } });
    expect(await byHand('resident', 'applicant', text)).toMatchObject({ ok: true, data: { state: 'agreed' } });
    const { clocks } = await documentOf(community, text.id);
    expect(clocks).toMatchObject([{ name: 'seal', dueAt: Date.parse('2026-03-04T18:00+08:00') }]);
    expect((await eventsOf(community, text.id)).slice(-3).map(({ move, as: role }) => `${move} ${role}`)).toEqual(['sign respondent', 'sign applicant', 'agree system']);
    expect((await storyFor(community, 'resident', text.id)).slice(0, 3)).toEqual(['双方谈成了', '您签了约定', '对方签了约定']);
    for (const name of ['resident', 'neighbour', 'mediator', 'officer'] as const) expect((await toldTo(community, name, text.id)).at(-1)).toBe('谈成了。');
  });

  test('both sign in the same second: they agree once', async () => {
    const text = await written('written');
    const files = { resident: await sentBy(as('resident'), 'signature'), neighbour: await sentBy(as('neighbour'), 'signature') };
    await Promise.all((['resident', 'neighbour'] as const).map((name) =>
      as(name).ask('dispute.sign', { ...text, side: name === 'resident' ? 'applicant' : 'respondent', how: 'phone', file: files[name] })));
    const moves = await movesOf(community, text.id);
    expect(moves.filter((move) => move === 'agree')).toHaveLength(1);
    expect(moves.slice(-4)).toEqual(['draft', 'sign', 'sign', 'agree']);
  });

  test('one signs twice, and it is still one signature', async () => {
    const text = await written('written');
    await byHand('resident', 'applicant', text);
    expect(await byHand('resident', 'applicant', text)).toMatchObject({ ok: true, data: { state: 'mediating' } });
    expect((await as('officer').get('dispute.open', { id: text.id })).agreement!.signedBy).toHaveLength(1);
  });

  test('a signature binds these words: a new text voids those under the old one', async () => {
    const text = await written('written');
    await byHand('resident', 'applicant', text);
    await as('mediator').get('dispute.draft', { ...(await draftOf(community, text.id)), form: 'written', facts: '夜里有响声，楼上不认。' });
    expect((await as('resident').get('dispute.open', { id: text.id })).agreement!.signedBy).toEqual([]);
    expect(await refusalOf(byHand('neighbour', 'respondent', text))).toMatchObject({ code: 'CONFLICT', message: '约定改过了，请看过新内容再签。' });
    const fresh = { id: text.id, digest: await digestOf(text.id) };
    expect(fresh.digest).not.toBe(text.digest);
    expect(await byHand('neighbour', 'respondent', fresh)).toMatchObject({ ok: true, data: { state: 'mediating' } });
  });

  test('any word makes another digest, and the same words the same one', async () => {
    const text = await written('written');
    const redrafted = async (changes: object) => {
      await as('mediator').get('dispute.draft', { ...(await draftOf(community, text.id)), form: 'written', ...changes });
      return digestOf(text.id);
    };
    expect(await redrafted({})).toBe(text.digest);
    for (const changes of [{ form: 'oral' }, { facts: '别的。' }, { clauses: [{ ...clause, byDay: '2026-03-11' }] }, { clauses: [clause, clause] }]) expect(await redrafted(changes)).not.toBe(text.digest);
  });

  test('nobody signs for the other side, and a mediator not on a phone', async () => {
    const text = await written('written');
    expect(await refusalOf(byHand('resident', 'respondent', text))).toMatchObject({ code: 'FORBIDDEN', message: '手机上只能由本人签；纸上签的和口头同意的，由调解员来记。' });
    expect(codeOf(await byHand('mediator', 'applicant', text))).toBe('FORBIDDEN');
    expect(codeOf(await as('resident').ask('dispute.sign', { ...text, side: 'applicant', how: 'spoken' }))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer').ask('dispute.sign', { ...text, side: 'applicant', how: 'spoken' }))).toBe('FORBIDDEN');
  });

  test('a signature is drawn by the one who signs, and a paper is shown', async () => {
    const text = await written('written');
    expect(await refusalOf(as('resident').ask('dispute.sign', { ...text, side: 'applicant', how: 'phone' }))).toMatchObject({ code: 'INVALID_INPUT', details: { file: '请先签名。' } });
    expect(await refusalOf(as('mediator').ask('dispute.sign', { ...text, side: 'applicant', how: 'paper' }))).toMatchObject({ details: { file: '请拍一张签好的纸。' } });
    const foreign = await sentBy(as('neighbour'), 'signature');
    expect(codeOf(await as('resident').ask('dispute.sign', { ...text, side: 'applicant', how: 'phone', file: foreign }))).toBe('INVALID_INPUT');
    const photo = await sentBy(as('resident'), 'photo');
    expect(codeOf(await as('resident').ask('dispute.sign', { ...text, side: 'applicant', how: 'phone', file: photo }))).toBe('INVALID_INPUT');
  });

  test('one on paper and one on the phone are two signatures', async () => {
    const text = await written('written');
    await onPaper('respondent', text);
    expect(await byHand('resident', 'applicant', text)).toMatchObject({ ok: true, data: { state: 'agreed' } });
  });

  test('there is nothing to sign before it is written', async () => {
    const id = await aDispute(community, 'mediating');
    expect(await refusalOf(byWord('applicant', { id, digest: '0'.repeat(64) }))).toMatchObject({ code: 'INVALID_MOVE', message: '约定还没写好。' });
  });
});

describe('by word (第28、30条)', () => {
  test('an oral agreement holds when both have said yes before the mediator', async () => {
    const text = await written('oral');
    await byWord('applicant', text);
    expect(await byWord('respondent', text)).toMatchObject({ ok: true, data: { state: 'performing' } });
  });

  test('a written one is signed', async () => {
    expect(await refusalOf(byWord('applicant', await written('written')))).toMatchObject({ code: 'INVALID_MOVE', message: '书面约定要签字，不能只说同意。' });
  });

  test('one in part says what is left', async () => {
    const { id } = await written('partial');
    expect((await as('resident').get('dispute.open', { id })).agreement).toMatchObject({ form: 'partial', unsettled: '医药费另谈。' });
  });
});

describe('marriage, adoption, inheritance are signed on paper (电子签名法 第3条)', () => {
  const divorce = { category: 'family', story: '小两口要离婚，为孩子的事吵。' } as const;
  const paperOnly = { code: 'REFUSED', basis: '电子签名法 第3条', message: '涉及婚姻、收养、继承的约定，要打印出来在纸上签。' };

  test('the phone is refused with the article, the paper is taken, and the page says so beforehand', async () => {
    const text = await written('written', {}, divorce);
    expect((await as('resident').get('dispute.open', { id: text.id })).agreement!.paperOnly).toBe(paperOnly.message);
    expect(await refusalOf(byHand('resident', 'applicant', text))).toMatchObject(paperOnly);
    await onPaper('applicant', text);
    expect(await onPaper('respondent', text)).toMatchObject({ ok: true, data: { state: 'agreed' } });
  });

  test('what was only spoken is not signed on the phone instead', async () => {
    const text = await written('oral', {}, divorce);
    expect(await refusalOf(byHand('resident', 'applicant', text))).toMatchObject(paperOnly);
    expect(codeOf(await byWord('applicant', text))).toBe('OK');
  });

  test('what counts is the paper: a quarrel about noise that ends with an inheritance', async () => {
    const text = await written('written', { facts: '父亲留下的遗产三人平分。' });
    expect(await refusalOf(byHand('resident', 'applicant', text))).toMatchObject(paperOnly);
  });

  test('a quarrel in the family about dishes is not one of them', async () => {
    const text = await written('written', {}, { category: 'family', story: '婆婆嫌碗没洗。' });
    expect(codeOf(await byHand('resident', 'applicant', text))).toBe('OK');
  });
});
