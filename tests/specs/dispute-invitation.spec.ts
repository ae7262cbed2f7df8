/** The respondent's invitation: it says nothing, opens with a word that was told, and to one person alone. */
import { letterId } from '../../cloudfunctions/_kit/letters';
import { invitation as limits } from '../../miniprogram/domain/dispute/policy';
import { DAY } from '../../miniprogram/domain/time/format';
import { COMMUNITY, startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, noise } from '../support/disputes';
import { aBound, anInvited, invite, lettersOf, someone, stateFor, WORD } from '../support/invitations';
import type { Person } from '../support/local-cloud';

const phone = '02586110000';
let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
  await as('admin').get('identity.savePlace', { id: COMMUNITY, kind: 'community', name: '桐花里社区', parentId: 'street', phone });
}, 60_000);
afterAll(() => community.stop());

describe('making one', () => {
  test('it is a try to reach the other side, the clock of the answer starts, and the code is 22 characters seen once', async () => {
    const id = await aDispute(community, 'triaged');
    const { code, expiresAt, dispute } = await invite(community, id);
    expect(code).toMatch(/^[\w-]{22}$/);
    expect(expiresAt - (await community.cloud.now())).toBeGreaterThan(limits.days * DAY - 60_000);
    expect(dispute).toMatchObject({ state: 'inviting', next: { what: '等对方答复', who: '对方' } });
    const { facts } = await documentOf(community, id);
    expect(facts).toMatchObject({ tries: [{ channel: 'share', isReached: false }], invitation: { expiresAt }, invitedAt: facts.tries[0]!.at });
    expect((await as('officer').get('dispute.open', { id })).invitation).toEqual({ expiresAt, isBound: false });
    expect((await storyFor(community, 'officer2', id))[0]).toBe('沈警官给对方发了邀请：发邀请卡');
    expect((await as('resident').get('dispute.open', { id })).invitation).toBeUndefined();
  });

  test('what is kept shows neither the code nor the word, no name, no building and no fact', async () => {
    const { id, code } = await anInvited(community);
    const [letter] = await lettersOf(community, id);
    expect(letter!.path).toEqual(['station', 'street', COMMUNITY]);
    const kept = JSON.stringify(letter);
    for (const secret of [code, WORD, noise.story, noise.respondent!.name, noise.respondent!.phone!, noise.buildingId, noise.door!, '韦德顺', '咚咚']) expect(kept).not.toContain(secret);
    expect(JSON.stringify(await documentOf(community, id))).not.toContain(code);
  });

  test('a second one makes the first void', async () => {
    const { id, code } = await anInvited(community);
    const second = await invite(community, id);
    expect(await stateFor(as('stranger'), code)).toBe('expired');
    expect(await refusalOf(as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'REFUSED', message: '邀请过期或收回了，请打警务室电话，再要一封。' });
    expect(await stateFor(as('stranger'), second.code)).toBe('open');
  });

  test('only an officer or auxiliary makes one, with a word that is one, when somebody is known, and when both may meet', async () => {
    const id = await aDispute(community, 'inviting');
    const wish = { id, channel: 'note', word: WORD } as const;
    expect(codeOf(await as('auxiliary').ask('dispute.makeInvitation', wish))).toBe('OK');
    for (const name of ['resident', 'gridWorker', 'leader'] as const) expect(codeOf(await as(name).ask('dispute.makeInvitation', wish))).toBe('FORBIDDEN');
    expect(codeOf(await as('neighbour').ask('dispute.makeInvitation', wish))).toBe('NOT_FOUND');
    for (const word of ['好', ' 。！ ']) expect(await refusalOf(as('officer').ask('dispute.makeInvitation', { ...wish, word }))).toMatchObject({ details: { word: '口令至少两个字。' } });
    const { respondent: _nobody, ...aboutNobody } = noise;
    const unknown = await as('resident').get('dispute.file', aboutNobody);
    await as('officer').get('dispute.triage', { id: unknown.id, colour: 'red', danger: noise.danger, track: 'people' });
    expect(await refusalOf(as('officer').ask('dispute.makeInvitation', { ...wish, id: unknown.id }))).toMatchObject({ details: { respondent: '请先填对方是谁。' } });
    const danger = { ...noise.danger, isThreatened: true };
    const dangerous = await aDispute(community, 'submitted', { danger });
    await as('officer').get('dispute.triage', { id: dangerous, colour: 'red', danger, track: 'people' });
    expect(await refusalOf(as('officer').ask('dispute.makeInvitation', { ...wish, id: dangerous }))).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第25条' });
    expect(await lettersOf(community, dangerous)).toEqual([]);
  });

  test('sent twice under one attempt it is one invitation with one code', async () => {
    const id = await aDispute(community, 'triaged');
    const wish = { id, channel: 'share', word: WORD } as const;
    const first = await as('officer').get('dispute.makeInvitation', wish, { attemptId: 'attempt-invite' });
    expect(await as('officer').get('dispute.makeInvitation', wish, { attemptId: 'attempt-invite' })).toEqual(first);
    expect(await lettersOf(community, id)).toHaveLength(1);
  });
});

describe('before it is bound', () => {
  test('it says that the post would like to talk, its telephone and how long it holds, and nothing else', async () => {
    const { code } = await anInvited(community);
    const seen = await as('stranger').get('dispute.readInvitation', { code: ` ${code.slice(0, 4)} ${code.slice(4)} ` });
    expect(seen).toEqual({ state: 'open', post: '桐花里社区警务室', phone, expiresAt: expect.any(Number), triesLeft: 5 });
  });

  test('a guessed code opens nothing, and neither does the case’s own id', async () => {
    const { id, code } = await anInvited(community);
    for (const guess of [code.slice(0, -1), `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`, code.toUpperCase() === code ? code.toLowerCase() : code.toUpperCase(), id, letterId(code)]) {
      expect(codeOf(await as('stranger').ask('dispute.readInvitation', { code: guess }))).toBe('NOT_FOUND');
      expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code: guess, word: WORD }))).toBe('REFUSED');
    }
    expect((await lettersOf(community, id))[0]!.wrong).toBe(0);
  });

  test('a guest agrees to the privacy notice first: before that not even a word is tried', async () => {
    const { id, code } = await anInvited(community);
    expect(await refusalOf(as('stranger').ask('dispute.bindInvitation', { code, word: '猜的词' }))).toMatchObject({ code: 'FORBIDDEN', message: '请先看一看隐私说明，同意后再继续。' });
    expect((await lettersOf(community, id))[0]!.wrong).toBe(0);
  });

  test('five wrong words lock it, for the right word too', async () => {
    const { id, code } = await anInvited(community);
    for (let tries = 1; tries <= limits.tries; tries += 1) {
      expect(await refusalOf(as('neighbour').ask('dispute.bindInvitation', { code, word: `猜${tries}次` }))).toMatchObject({ code: 'INVALID_INPUT', details: { word: expect.stringContaining('口令不对') } });
    }
    expect(await refusalOf(as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'RATE_LIMITED', message: '码错了5次，已锁住，请找值班人员。' });
    expect(await stateFor(await someone(community), code)).toBe('locked');
    expect(await movesOf(community, id)).not.toContain('bind');
    expect(await stateFor(as('neighbour'), (await invite(community, id)).code)).toBe('open'); // the post makes another
  });

  test('five at once from five people lock it as well, and no sixth gets in', async () => {
    const { id, code } = await anInvited(community);
    const people = await Promise.all(Array.from({ length: limits.tries }, () => someone(community)));
    const guess = (person: Person, position: number) => person.ask('dispute.bindInvitation', { code, word: `第${position}个词` });
    await Promise.all(people.map(guess));
    while ((await lettersOf(community, id))[0]!.wrong < limits.tries) await guess(people[0]!, 9); // who lost every race of a burst has not been counted, nor told anything
    expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toBe('RATE_LIMITED');
  });

  test('after seven days it is over', async () => {
    const { code } = await anInvited(community);
    await community.cloud.later(limits.days * DAY);
    expect(await as('stranger').get('dispute.readInvitation', { code })).toEqual({ state: 'expired', post: '桐花里社区警务室', phone });
    expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
  });

  test('taken back, it opens nothing; the applicant does not read that it was', async () => {
    const { id, code } = await anInvited(community);
    const taken = await as('officer').get('dispute.revokeInvitation', { id, reason: '发错群了。' });
    expect(taken.state).toBe('inviting');
    expect(await stateFor(as('stranger'), code)).toBe('expired');
    expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
    expect(await refusalOf(as('officer').ask('dispute.revokeInvitation', { id, reason: '再收一次。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '没有发出去的邀请。' });
    expect(JSON.stringify(await storyFor(community, 'resident', id))).not.toMatch(/收回|发错群/);
  });

  test.each(['refused', 'withdrawn'] as const)('of a dispute that is %s it is over', async (end) => {
    const { id, code } = await anInvited(community);
    if (end === 'refused') await as('officer').get('dispute.refuse', { id, side: 'respondent' });
    else await as('resident').get('dispute.withdraw', { id });
    expect(await stateFor(as('stranger'), code)).toBe('expired');
    expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
  });
});

describe('binding', () => {
  test('who knows the word is the respondent, and reads no word of the applicant’s', async () => {
    const { id, code } = await anInvited(community);
    const bound = await as('neighbour').get('dispute.bindInvitation', { code, word: ' 桂花糕。' });
    expect(bound).toMatchObject({ id, relations: ['respondent'], excerpt: '', place: '桐花苑 3号楼' });
    expect(bound.moves).toEqual(expect.arrayContaining(['consent', 'tell', 'refuse']));
    expect(await as('neighbour').get('dispute.open', { id })).toMatchObject({ story: '', photos: [], parties: [{ name: '韦*顺' }, { isMe: true }] });
    expect((await as('neighbour').get('dispute.listMine', {})).disputes.map((each) => each.id)).toContain(id);
    expect(await toldTo(community, 'officer', id)).toContain('对方打开了邀请。');
    expect(await as('neighbour').get('dispute.readInvitation', { code })).toMatchObject({ state: 'mine', disputeId: id });
  });

  test('it takes nothing from the person’s account: the name that was told stays, and the number too', async () => {
    const { id } = await aBound(community);
    expect((await documentOf(community, id)).facts.respondent).toMatchObject({ id: community.idOf('neighbour'), name: '楼上住户', isAsTold: true });
    expect((await as('resident').get('dispute.open', { id })).parties[1]).toEqual({ side: 'respondent', name: '楼上住户', isMe: false, hasConsented: false, hasSigned: false });
  });

  test('done twice, by the same attempt or another, it is done once', async () => {
    const { id, code } = await anInvited(community);
    for (const attemptId of ['attempt-bind-1', 'attempt-bind-1', 'attempt-bind-2']) {
      expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }, { attemptId }))).toBe('OK');
    }
    expect((await movesOf(community, id)).filter((move) => move === 'bind')).toHaveLength(1);
  });

  test('a second person does not get in, not even with the word', async () => {
    const { id, code } = await aBound(community);
    const second = await someone(community);
    expect(await refusalOf(second.ask('dispute.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'REFUSED', message: '这封邀请已经有人用了。是您本人的，请打警务室电话。' });
    expect(await second.get('dispute.readInvitation', { code })).toEqual({ state: 'taken', post: '桐花里社区警务室', phone });
    expect(codeOf(await second.ask('dispute.open', { id }))).toBe('NOT_FOUND');
  });

  test('of two with the word in the same moment one comes in', async () => {
    const { id, code } = await anInvited(community);
    const people = [as('neighbour'), await someone(community)];
    const replies = await Promise.all(people.map((person) => person.ask('dispute.bindInvitation', { code, word: WORD })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await movesOf(community, id)).filter((move) => move === 'bind')).toHaveLength(1);
  });

  test('not whoever told of it, wrote it down, made the letter or works on it', async () => {
    const { id: written } = await as('mediator').get('dispute.file', { ...noise, applicant: { name: '老邻居', hasAgreed: true } });
    await as('officer').get('dispute.triage', { id: written, colour: 'red', danger: noise.danger, track: 'people' });
    const ofAgent = await invite(community, written);
    expect(codeOf(await as('mediator').ask('dispute.bindInvitation', { code: ofAgent.code, word: WORD }))).toBe('FORBIDDEN');
    const { id, code } = await anInvited(community);
    for (const name of ['resident', 'officer', 'officer2', 'auxiliary', 'leader', 'gridWorker'] as const) {
      expect(await refusalOf(as(name).ask('dispute.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await documentOf(community, id)).facts.respondent!.id).toBeUndefined();
    expect(await stateFor(as('neighbour'), code)).toBe('open');
  });

  test('of another dispute the code opens that one alone', async () => {
    const [mine, foreign] = [await anInvited(community), await anInvited(community)];
    await as('neighbour').get('dispute.bindInvitation', { code: foreign.code, word: WORD });
    expect(codeOf(await as('neighbour').ask('dispute.open', { id: mine.id }))).toBe('NOT_FOUND');
  });

  test('who came in cannot be put out by taking it back, nor by another invitation or name; only by a correction', async () => {
    const { id } = await aBound(community);
    expect(codeOf(await as('officer').ask('dispute.revokeInvitation', { id, reason: '收回。' }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('officer').ask('dispute.makeInvitation', { id, channel: 'share', word: WORD }))).toBe('INVALID_MOVE');
    const renamed = { id, channel: 'call', isReached: true, words: '换个称呼。', respondent: { name: '别人' } } as const;
    expect(await refusalOf(as('officer').ask('dispute.invite', renamed))).toMatchObject({ code: 'INVALID_INPUT', details: { respondent: expect.stringContaining('换了对方') } });
    expect((await documentOf(community, id)).facts.respondent!.id).toBe(community.idOf('neighbour'));
  });
});
