/** 签字盖章: a written agreement holds with the mediator's signature and the seal; what it leaves open goes on by itself. */
import { collections, type StoredFile } from '../../cloudfunctions/_kit/collections';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { DAY } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, movesOf, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, draftOf, safe, seal } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const sealing = async (id: string, name: Name = 'mediator', kind: 'signature' | 'photo' = 'signature') => as(name).ask('dispute.seal', { id, isSealed: true, file: await sentBy(as(name), kind) });
const onPaper = async (id: string, side: 'applicant' | 'respondent') => {
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  return as('mediator').ask('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(as('mediator')) });
};

/** Signed by both on paper; nothing else is done. */
async function signed(changes: { form?: 'partial'; unsettled?: string; facts?: string } = {}): Promise<string> {
  const id = await aDispute(community, 'mediating');
  await bindRespondent(community, id);
  await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written', ...changes });
  for (const side of ['applicant', 'respondent'] as const) await onPaper(id, side);
  return id;
}

describe('until it is sealed it does not hold (第29条)', () => {
  test('neither the promises nor the court’s thirty days run before; with the seal both do', async () => {
    const id = await aDispute(community, 'agreed');
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['seal']);
    expect((await as('resident').get('dispute.open', { id })).agreement!.effectiveAt).toBeUndefined();
    expect(await seal(community, id)).toMatchObject({ state: 'performing' });
    const { clocks, facts, changedAt } = await documentOf(community, id);
    expect(clocks.map(({ name, startedAt }) => [name, startedAt])).toEqual([['promise', changedAt], ['confirmation', changedAt]]);
    expect(facts.agreement!.effectiveAt).toBe(changedAt);
    expect((await movesOf(community, id)).slice(-3)).toEqual(['agree', 'seal', 'perform']);
    expect((await storyFor(community, 'resident', id)).slice(0, 2)).toEqual(['约定开始兑现', '丁调解员签名盖章，约定生效']);
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('约定签了名、盖了章，生效了。');
  });

  test('a signature without the seal is not enough, and neither is a promise on the phone', async () => {
    const id = await aDispute(community, 'agreed');
    const file = await sentBy(as('mediator'), 'signature');
    expect(await refusalOf(as('mediator').ask('dispute.seal', { id, isSealed: false, file }))).toMatchObject({ code: 'INVALID_INPUT', details: { isSealed: '盖好章，再记生效。' } });
    expect(codeOf(await as('resident').ask('dispute.prove', { id, clause: 0, words: '做到了。' }))).toBe('INVALID_MOVE');
    expect((await documentOf(community, id)).state).toBe('agreed');
  });

  test('the mediator seals it, nobody else, and with the own hand', async () => {
    const id = await aDispute(community, 'agreed');
    for (const name of ['resident', 'officer', 'leader'] as const) expect(codeOf(await sealing(id, name))).toBe('FORBIDDEN');
    expect(codeOf(await sealing(id, 'mediator2'))).toBe('NOT_FOUND');
    expect(codeOf(await as('mediator').ask('dispute.seal', { id, isSealed: true, file: await sentBy(as('resident'), 'signature') }))).toBe('INVALID_INPUT');
  });

  test('two seals at once are one truth: it holds once, from one moment', async () => {
    const id = await aDispute(community, 'agreed');
    const files = [await sentBy(as('mediator'), 'signature'), await sentBy(as('mediator'), 'signature')];
    const replies = await Promise.all(files.map((file) => as('mediator').ask('dispute.seal', { id, isSealed: true, file })));
    expect(replies.map(codeOf).sort()).toEqual(['INVALID_MOVE', 'OK']);
    expect((await movesOf(community, id)).filter((move) => move === 'seal' || move === 'perform')).toEqual(['seal', 'perform']);
  });

  test('before both have signed there is nothing to seal; once both have, nobody draws back', async () => {
    const id = await aDispute(community, 'mediating');
    await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written' });
    expect(codeOf(await sealing(id))).toBe('INVALID_MOVE');
    const agreed = await aDispute(community, 'agreed');
    expect(codeOf(await as('resident').ask('dispute.refuse', { id: agreed, side: 'applicant' }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('resident').ask('dispute.withdraw', { id: agreed }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('mediator').ask('dispute.draft', { ...(await draftOf(community, agreed)), form: 'written' }))).toBe('INVALID_MOVE');
  });

  test('a seal that is a workday late is a promise that was not kept', async () => {
    const id = await aDispute(community, 'agreed');
    const { dueAt } = (await documentOf(community, id)).clocks[0]!;
    await community.cloud.later(dueAt + 60_000 - (await community.cloud.now()));
    await community.cloud.runTimers('dispute');
    expect((await storyFor(community, 'resident', id))[0]).toMatch(/签名盖章，没做到，已告诉所领导。$/);
  });

  test('an inheritance is sealed on the paper that was signed, not on the phone (电子签名法 第3条)', async () => {
    const id = await signed({ facts: '父亲留下的遗产三人平分。' });
    expect(await refusalOf(sealing(id))).toMatchObject({ code: 'REFUSED', basis: '电子签名法 第3条' });
    expect(await sealing(id, 'mediator', 'photo')).toMatchObject({ ok: true, data: { state: 'performing' } });
  });
});

test('a drawn signature is kept with its digest and its time, the seal as well', async () => {
  const id = await aDispute(community, 'mediating');
  await bindRespondent(community, id);
  await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written' });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  const file = await sentBy(as('resident'), 'signature');
  await as('resident').get('dispute.sign', { id, digest, side: 'applicant', how: 'phone', file });
  await onPaper(id, 'respondent');
  await seal(community, id);
  const { agreement } = (await documentOf(community, id)).facts;
  const { data } = await community.cloud.database.collection(collections.files.name).doc(file).get();
  const [stored] = data as StoredFile[];
  expect(agreement!.signatures[0]).toMatchObject({ side: 'applicant', how: 'phone', file, sha256: stored!.sha256, at: expect.any(Number) });
  expect(agreement!.seal).toMatchObject({ by: community.idOf('mediator'), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('both sign and one refuses at once: either all is agreed, or all is over', async () => {
  for (let round = 0; round < 3; round += 1) {
    const id = await aDispute(community, 'mediating');
    await bindRespondent(community, id);
    await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written' });
    const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
    const [own, other] = [await sentBy(as('resident'), 'signature'), await sentBy(as('neighbour'), 'signature')];
    await Promise.all([
      as('resident').ask('dispute.sign', { id, digest, side: 'applicant', how: 'phone', file: own }),
      as('neighbour').ask('dispute.sign', { id, digest, side: 'respondent', how: 'phone', file: other }),
      as('neighbour').ask('dispute.refuse', { id, side: 'respondent' }),
    ]);
    const { state, facts } = await documentOf(community, id);
    const moves = await movesOf(community, id);
    expect([['agreed', 2], ['refused', facts.agreement!.signatures.length]]).toContainEqual([state, facts.agreement!.signatures.length]);
    expect(moves.includes('agree') && moves.includes('refuse')).toBe(false);
    expect(findTampering(await documentOf(community, id), await eventsOf(community, id)).filter((fault) => !fault.startsWith('the facts'))).toEqual([]);
  }
});

describe('what the text says (第29条)', () => {
  test('what was in dispute, who is responsible, how many copies: they are part of what is signed', async () => {
    const id = await aDispute(community, 'mediating');
    const draft = { ...(await draftOf(community, id)), form: 'written' as const };
    const digestAfter = async (changes: object) => {
      await as('mediator').get('dispute.draft', { ...draft, ...changes });
      return (await as('mediator').get('dispute.open', { id })).agreement!.digest;
    };
    const plain = await digestAfter({});
    const said = { disputed: '响声从哪里来。', responsibility: '楼上铺垫，楼下不敲管子。', copies: 3 };
    expect(await digestAfter(said)).not.toBe(plain);
    expect((await as('resident').get('dispute.open', { id })).agreement).toMatchObject(said);
  });

  test('handwriting that was typed up is read to both first, and is kept beside the text without changing it', async () => {
    const id = await aDispute(community, 'mediating');
    const draft = { ...(await draftOf(community, id)), form: 'written' as const };
    const photos = [await sentBy(as('mediator'))];
    expect(await refusalOf(as('mediator').ask('dispute.draft', { ...draft, photos }))).toMatchObject({ code: 'INVALID_INPUT', details: { isReadBack: '照着手写整理的，请先念给双方听，都说没错再记。' } });
    await as('mediator').get('dispute.draft', draft);
    const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
    await as('mediator').get('dispute.draft', { ...draft, photos, isReadBack: true });
    expect((await documentOf(community, id)).facts.agreement).toMatchObject({ photos, digest });
  });
});

describe('one in part', () => {
  const left = '医药费谁来出，还没谈拢。';

  test('with the seal the rest becomes a dispute of its own, linked both ways, in the same moment', async () => {
    const id = await signed({ form: 'partial', unsettled: left });
    expect((await documentOf(community, id)).facts.links).toBeUndefined();
    await seal(community, id);
    const before = await documentOf(community, id);
    const [link] = before.facts.links!;
    const rest = await documentOf(community, link!.id);
    expect(link).toMatchObject({ how: 'rest', number: rest.number });
    expect(rest).toMatchObject({ state: 'submitted', openedBy: 'system', openedAt: before.changedAt, facts: { story: left, category: 'noise', photos: [], links: [{ id, number: before.number, how: 'earlier' }] } });
    expect(findTampering(rest, await eventsOf(community, rest._id))).toEqual([]);
    expect(await as('resident').get('dispute.open', { id })).toMatchObject({ state: 'performing', linked: [{ id: rest._id, how: 'rest', state: 'submitted' }] });
    expect((await storyFor(community, 'resident', rest._id))[0]).toBe('上一件事没谈成的部分，接着办');
    expect((await toldTo(community, 'officer', rest._id)).at(-1)).toMatch(/有人说了一件事/);
  });

  test('both are asked anew: without their word there is no mediation', async () => {
    const id = await signed({ form: 'partial', unsettled: left });
    await seal(community, id);
    const restId = (await documentOf(community, id)).facts.links![0]!.id;
    expect((await documentOf(community, restId)).facts.applicant.consentedAt).toBeUndefined();
    expect(await as('officer').get('dispute.phone', { id: restId, side: 'applicant' })).toEqual({ phone: '13900000021' });
    const { proposal } = await as('officer').get('dispute.open', { id: restId });
    await as('officer').get('dispute.triage', { id: restId, colour: proposal!.colour, danger: safe, track: 'people' });
    await as('officer').get('dispute.invite', { id: restId, channel: 'call', isReached: true, words: '接着谈。' });
    const heard = { at: await community.cloud.now(), words: '愿意接着谈。' };
    const accept = (hasApplicantAgreed?: boolean) =>
      as('officer').ask('dispute.accept', { id: restId, hasRespondentAgreed: true, isRightsNoticeRead: true, heard, ...(hasApplicantAgreed !== undefined && { hasApplicantAgreed }) });
    expect(await refusalOf(accept())).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第17条' });
    expect(codeOf(await accept(true))).toBe('OK');
  });

  test('nothing is opened when it is sealed twice', async () => {
    const id = await signed({ form: 'partial', unsettled: left });
    const files = [await sentBy(as('mediator'), 'signature'), await sentBy(as('mediator'), 'signature')];
    await Promise.all(files.map((file) => as('mediator').ask('dispute.seal', { id, isSealed: true, file })));
    expect((await documentOf(community, id)).facts.links).toHaveLength(1);
  });
});

describe('after a promise was broken (第31条)', () => {
  const broken = async () => {
    const id = await aDispute(community, 'performing');
    await as('mediator').get('dispute.default', { id, clause: 0, words: '没有铺。' });
    return id;
  };

  test('the mediator or an officer sees to it, with words that stay', async () => {
    const id = await broken();
    await as('mediator').get('dispute.supervise', { id, clause: 0, words: '上门催过，说周日铺。' });
    expect((await storyFor(community, 'resident', id))[0]).toBe('丁调解员督促过了：铺上地垫：上门催过，说周日铺。');
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('警务室督促过没做到的约定了。');
    expect(codeOf(await as('resident').ask('dispute.supervise', { id, clause: 0, words: '催。' }))).toBe('FORBIDDEN');
  });

  test('what was not broken needs none', async () => {
    const id = await aDispute(community, 'performing');
    expect(await refusalOf(as('officer').ask('dispute.supervise', { id, clause: 0, words: '催。' }))).toMatchObject({ code: 'INVALID_INPUT', details: { clause: '这一条没有违约，不用督促。' } });
  });

  test('it may be kept late: then it is kept, and the court is no longer shown', async () => {
    const id = await broken();
    expect((await as('resident').get('dispute.open', { id })).remedies).not.toEqual([]);
    await community.cloud.later(DAY);
    expect(await as('mediator').get('dispute.prove', { id, clause: 0, words: '铺好了，晚了一天。' })).toMatchObject({ state: 'following' });
    const seen = await as('resident').get('dispute.open', { id });
    expect([seen.agreement!.clauses[0]!.state, seen.remedies]).toEqual(['kept', []]);
    expect(codeOf(await as('mediator').ask('dispute.prove', { id, clause: 0, words: '又说一遍。' }))).toBe('INVALID_INPUT');
    expect(codeOf(await as('mediator').ask('dispute.default', { id, clause: 0, words: '没做到。' }))).toBe('INVALID_INPUT');
  });
});
