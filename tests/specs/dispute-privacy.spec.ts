/** Who reads what; and what somebody with bad intentions gets. */
import { collections, collectionSpecs, type ReadLogEntry } from '../../cloudfunctions/_kit/collections';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { DAY } from '../../miniprogram/domain/time/format';
import { OTHER_BUILDING, startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, endOffice, eventsOf, movesOf, neighbouringCommunity, newcomer, refusalOf, sentBy, storyFor } from '../support/dispute-spec';
import { aDispute, noise, safe, settledOnSpot } from '../support/disputes';
import type { Person } from '../support/local-cloud';

let community: Community;
let as: Community['as'];
/** An officer of the next community. */
let elsewhere: Person;

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
  const { community: scopeId } = await neighbouringCommunity(community);
  elsewhere = await newcomer(community, 'demo-elsewhere', '秦川', { role: 'officer', scopeId });
}, 60_000);
afterAll(() => community.stop());

describe('telephone numbers', () => {
  test('stand in clear in no document and in no log', async () => {
    await aDispute(community, 'performing');
    await settledOnSpot(community);
    const kept = await Promise.all(collectionSpecs.map(async ({ name }) => (await community.cloud.database.collection(name).limit(1000).get()).data as unknown));
    for (const number of ['13900000021', '13900000022', '13900000031']) {
      expect(JSON.stringify(kept)).not.toContain(number);
      expect(JSON.stringify(await community.cloud.logs())).not.toContain(number);
    }
  });

  test('are given to whoever must ring, and each look is noted', async () => {
    const id = await aDispute(community, 'assigned');
    for (const name of ['officer', 'auxiliary', 'mediator'] as const) {
      expect(await as(name).get('dispute.phone', { id, side: 'applicant' })).toEqual({ phone: '13900000021' });
    }
    const { data } = await community.cloud.database.collection(collections.readLog.name).where({ caseId: id }).orderBy('key', 'desc').limit(10).get();
    expect((data as ReadLogEntry[]).map(({ by, what }) => [by, what]).reverse()).toEqual((['officer', 'auxiliary', 'mediator'] as const).map((name) => [community.idOf(name), 'phone of applicant']));
  });

  test('are not given to parties, grid workers and leaders; a refused look is no look', async () => {
    const id = await aDispute(community, 'assigned');
    await bindRespondent(community, id);
    for (const name of ['resident', 'neighbour', 'gridWorker', 'leader'] as const) expect(codeOf(await as(name).ask('dispute.phone', { id, side: 'respondent' }))).toBe('FORBIDDEN');
    expect((await community.cloud.database.collection(collections.readLog.name).where({ caseId: id }).orderBy('key', 'desc').get()).data).toEqual([]);
  });

  test('one that nobody left is said to be missing', async () => {
    const { id } = await settledOnSpot(community);
    expect(await refusalOf(as('officer').ask('dispute.phone', { id, side: 'respondent' }))).toMatchObject({ code: 'NOT_FOUND', message: '还没有留电话。' });
  });

  test('the two never see each other’s, staff see them masked', async () => {
    const id = await aDispute(community, 'accepted');
    await bindRespondent(community, id);
    const seenBy = async (name: 'resident' | 'neighbour' | 'gridWorker') => (await as(name).get('dispute.open', { id })).parties.map(({ phone }) => phone);
    expect(await seenBy('resident')).toEqual(['139******21', undefined]);
    expect(await seenBy('neighbour')).toEqual([undefined, '139******22']);
    expect(await seenBy('gridWorker')).toEqual(['139******21', '139******22']);
  });
});

describe('names', () => {
  test('the applicant reads the name that he gave; the other side reads the whole name when both have agreed to talk', async () => {
    const namesFor = async (name: 'resident' | 'neighbour', id: string) => (await as(name).get('dispute.open', { id })).parties.map((party) => party.name);
    const id = await aDispute(community, 'inviting');
    await bindRespondent(community, id);
    expect([await namesFor('resident', id), await namesFor('neighbour', id)]).toEqual([['韦德顺', '楼上住户'], ['韦*顺', '楼上住户']]);
    await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
    await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    expect(await namesFor('neighbour', id)).toEqual(['韦德顺', '邻居阿姨']);
  });

  test('a name that only the post found out is not told to the applicant beforehand', async () => {
    const id = await aDispute(community, 'triaged');
    await as('officer').get('dispute.invite', { id, channel: 'door', isReached: true, words: '问到了名字。', respondent: { name: '秦安平' } });
    expect((await as('resident').get('dispute.open', { id })).parties[1]!.name).toBe('秦*平');
  });
});

describe('who knows of it at all', () => {
  test('to everybody who is nothing to it the dispute does not exist', async () => {
    const id = await aDispute(community, 'assigned');
    const outsiders = [as('stranger'), as('neighbour'), as('volunteer'), as('otherGridWorker'), as('mediator2'), as('admin'), elsewhere];
    for (const person of outsiders) {
      expect(codeOf(await person.ask('dispute.open', { id }))).toBe('NOT_FOUND');
      expect((await person.get('dispute.listMine', {})).disputes.map((each) => each.id)).not.toContain(id);
    }
    const made = await elsewhere.ask('dispute.open', { id });
    expect(made).toEqual(await elsewhere.ask('dispute.open', { id: 'never-was' }));
  });

  test('each desk shows the own place, and the mediator’s the own cases', async () => {
    const id = await aDispute(community, 'assigned');
    const onDesk = async (person: Person) => (await person.get('dispute.desk', { desk: 'active' })).disputes.some((each) => each.id === id);
    for (const name of ['officer', 'auxiliary', 'leader', 'gridWorker', 'mediator'] as const) expect([name, await onDesk(as(name))]).toEqual([name, true]);
    for (const person of [as('otherGridWorker'), as('mediator2'), elsewhere]) expect(await onDesk(person)).toBe(false);
    expect(codeOf(await as('officer').ask('dispute.desk', { desk: 'active', as: 'leader' }))).toBe('FORBIDDEN');
    expect(codeOf(await as('resident').ask('dispute.desk', { desk: 'active' }))).toBe('FORBIDDEN');
  });

  test('the other side reads neither the story nor the photos nor the door', async () => {
    const photo = await sentBy(as('resident'));
    const id = await aDispute(community, 'inviting', { photos: [photo] });
    await bindRespondent(community, id);
    const seen = await as('neighbour').get('dispute.open', { id });
    expect(seen).toMatchObject({ story: '', excerpt: '', photos: [], place: '桐花苑 3号楼', similar: [] });
    expect(JSON.stringify(seen)).not.toMatch(/咚咚|401|韦德顺/);
  });

  test('the photo of an internal note is for staff', async () => {
    const id = await aDispute(community, 'inviting');
    const [shown, kept] = [await sentBy(as('officer')), await sentBy(as('officer'))];
    await as('officer').get('dispute.note', { id, words: '门口。', isInternal: false, photos: [shown] });
    await as('officer').get('dispute.note', { id, words: '监控。', isInternal: true, photos: [kept] });
    expect((await as('resident').get('dispute.open', { id })).photos.map((each) => each.id)).toEqual([shown]);
    expect((await as('officer2').get('dispute.open', { id })).photos.map((each) => each.id)).toEqual([shown, kept]);
  });

  test('messages carry no name and no fact', async () => {
    await aDispute(community, 'closed');
    const { data } = await community.cloud.database.collection(collections.messages.name).limit(1000).get();
    const sentences = (data as { sentence: string }[]).map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => /韦德顺|楼上住户|咚咚|2单元401/.test(sentence))).toEqual([]);
  });
});

describe('offices', () => {
  test('with the office ends what it showed: a mediator who left no longer opens or moves the case', async () => {
    const until = (await community.cloud.now()) + 10 * DAY;
    const mediator = await newcomer(community, 'demo-mediator3', '白小川', { role: 'mediator', scopeId: 'community', until });
    const id = await aDispute(community, 'accepted');
    await as('officer').get('dispute.assign', { id, mediatorId: (await mediator.get('identity.me', {})).id });
    const input = { id, startAt: Date.parse('2026-03-20T10:00+08:00'), room: '调解室', hasNoConflict: true };
    expect(codeOf(await mediator.ask('dispute.open', { id }))).toBe('OK');
    await community.cloud.later(10 * DAY);
    expect(codeOf(await mediator.ask('dispute.open', { id }))).toBe('NOT_FOUND');
    expect(codeOf(await mediator.ask('dispute.schedule', input))).toBe('NOT_FOUND');
    expect(codeOf(await mediator.ask('dispute.desk', { desk: 'active' }))).toBe('FORBIDDEN');
  });

  test('an officer who is a party is a party and nothing else', async () => {
    const officer = await newcomer(community, 'demo-officer3', '秦岭', { role: 'officer', scopeId: 'community' });
    const { id, relations, moves } = await officer.get('dispute.file', noise);
    expect([relations, moves]).toEqual([['applicant'], ['warn', 'withdraw']]);
    for (const ask of [
      officer.ask('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' }),
      officer.ask('dispute.settle', { id, settledHow: '说好了。', haveBothAgreed: true }),
      officer.ask('dispute.phone', { id, side: 'respondent' }),
      officer.ask('dispute.note', { id, words: '我来办。', isInternal: true }),
    ]) expect(codeOf(await ask)).toBe('FORBIDDEN');
    expect((await officer.get('dispute.open', { id })).similar).toEqual([]);
  });

  test('the other side reads 对方, whatever office a party holds elsewhere', async () => {
    await as('officer2').get('identity.saveProfile', { phone: '13900000033' });
    const { id } = await as('officer2').get('dispute.file', noise);
    await as('officer').get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' });
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    await bindRespondent(community, id);
    await as('officer2').get('dispute.refuse', { id, side: 'applicant', reason: '算了。' });
    expect((await storyFor(community, 'neighbour', id))[0]).toMatch(/^对方/);
    expect(JSON.stringify(await as('neighbour').get('dispute.open', { id }))).not.toContain('陆警官');
  });

  test('an officer who has gone stays in the history by the office', async () => {
    const officer = await newcomer(community, 'demo-officer4', '秦关', { role: 'officer', scopeId: 'community' });
    const id = await aDispute(community);
    await officer.get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' });
    await endOffice(community, (await officer.get('identity.me', {})).id);
    expect((await storyFor(community, 'resident', id))[0]).toBe('民警看过了，定好怎么办');
    expect(codeOf(await officer.ask('dispute.open', { id }))).toBe('NOT_FOUND');
  });
});

describe('somebody with bad intentions', () => {
  test('is not who he says he is: an openid in what is sent changes nothing', async () => {
    const id = await aDispute(community);
    const { openid } = as('resident');
    const forged = { action: 'dispute.withdraw', input: { id, reason: '冒充。', openid, userInfo: { openId: openid } }, attemptId: crypto.randomUUID(), userInfo: { openId: openid, appId: 'x' }, openid, OPENID: openid, caller: { id: community.idOf('resident') } };
    expect(codeOf(await as('neighbour').send('dispute.withdraw', forged))).toBe('NOT_FOUND');
    expect(await movesOf(community, id)).toEqual(['file']);
  });

  test.each([[{ Type: 'Timer', TriggerName: 'clocks' }], [{ Type: 'Timer', action: 'dispute.open' }], [{ TRIGGER_SRC: 'timer' }], [null], ['timer'], [[]]])('is no timer: %j', async (event) => {
    const id = await aDispute(community);
    await community.cloud.later(2 * DAY);
    expect(await as('stranger').send('dispute.open', event as object)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await movesOf(community, id)).toEqual(['file']);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'dispute.lapse', 'dispute.agree', 'dispute.remind', 'dispute.conclude', 'identity.me', ''])('%p is not an action', async (action) => {
    expect(codeOf(await as('officer').send('dispute.open', { action, input: { id: await aDispute(community) }, attemptId: crypto.randomUUID() }))).toBe('INVALID_INPUT');
  });

  test.each<[string, unknown]>([
    ['an operator of the database', { $ne: '' }], ['a list', ['a', 'b']], ['nothing', undefined], ['null', null], ['a number', 7], ['a path', '../users/x'], ['65 characters', 'a'.repeat(65)], ['no characters', ''],
  ])('an id that is %s is none', async (_what, id) => {
    for (const action of ['dispute.open', 'dispute.withdraw', 'dispute.phone'] as const) {
      expect(codeOf(await as('officer').send(action, { action, input: { id, reason: '试。', side: 'applicant' }, attemptId: crypto.randomUUID() }))).toBe('INVALID_INPUT');
    }
  });

  test.each<[string, object]>([
    ['the story is a list', { story: ['吵'] }], ['danger is a word', { danger: 'no' }], ['danger is half told', { danger: { isHurt: false } }], ['money is below nothing', { amountFen: -1 }],
    ['money is endless', { amountFen: 1e308 }], ['people are a text', { peopleCount: '18' }], ['a photo is an operator', { photos: [{ $gt: '' }] }], ['the category is new', { category: 'war' }],
  ])('nothing is filed when %s', async (_what, changes) => {
    const reply = await as('resident').send('dispute.file', { action: 'dispute.file', input: { ...noise, ...changes }, attemptId: crypto.randomUUID() });
    expect(codeOf(reply)).toBe('INVALID_INPUT');
    expect(reply.ok ? '' : reply.error.message).toMatch(/^[^a-z]+$/);
  });

  test('what no form sends is not kept', async () => {
    const input = { ...noise, state: 'closed', colour: 'blue', openedBy: 'x', agentId: 'x', mediator: { id: community.idOf('resident') }, closedAt: 1, number: '桂花1', place: { path: ['x'] } };
    const reply = await as('resident').send('dispute.file', { action: 'dispute.file', input, attemptId: crypto.randomUUID() });
    const { state, facts } = await documentOf(community, reply.ok ? (reply.data as { id: string }).id : '');
    expect([state, facts.agentId, facts.mediator, facts.colour, facts.closedAt, facts.place.buildingId]).toEqual(['submitted', undefined, undefined, undefined, undefined, 'building3']);
  });

  test('the attempt of somebody else is nobody’s: the same id sent by another files another matter', async () => {
    const attemptId = crypto.randomUUID();
    const mine = await as('resident').get('dispute.file', noise, { attemptId });
    const other = await as('neighbour').get('dispute.file', noise, { attemptId });
    expect(other.id).not.toBe(mine.id);
  });

  test('a stored answer is given to nobody who may not know it any more', async () => {
    const attemptId = crypto.randomUUID();
    const helper = await newcomer(community, 'demo-helper', '骆小根', { role: 'gridWorker', scopeId: 'grid01' });
    const id = await aDispute(community, 'inviting');
    const input = { id, words: '去看过。', isInternal: true };
    await helper.get('dispute.note', input, { attemptId });
    expect(codeOf(await helper.ask('dispute.note', input, { attemptId }))).toBe('OK');
    await endOffice(community, (await helper.get('identity.me', {})).id);
    expect(codeOf(await helper.ask('dispute.note', input, { attemptId }))).toBe('NOT_FOUND');
    expect((await movesOf(community, id)).filter((move) => move === 'note')).toHaveLength(1);
  });

  test.each(['short', 'a b c d e f', '', 'x'.repeat(65), undefined, { $ne: 1 }])('an attempt is named by an id, and not by %p', async (attemptId) => {
    expect(codeOf(await as('resident').send('dispute.file', { action: 'dispute.file', input: noise, attemptId }))).toBe('INVALID_INPUT');
  });

  test('a refused try leaves nothing behind, and may be made again', async () => {
    const id = await aDispute(community, 'inviting');
    const attemptId = crypto.randomUUID();
    const input = { id, hasRespondentAgreed: true, isRightsNoticeRead: true };
    expect(codeOf(await as('gridWorker').ask('dispute.accept', input, { attemptId }))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer').ask('dispute.accept', input, { attemptId }))).toBe('OK');
    expect((await movesOf(community, id)).filter((move) => move === 'accept')).toHaveLength(1);
  });

  test('another building’s worker gains nothing by naming this one', async () => {
    const { id } = await as('resident').get('dispute.file', { ...noise, buildingId: OTHER_BUILDING });
    expect(codeOf(await as('gridWorker').ask('dispute.settle', { id, settledHow: '说好了。', haveBothAgreed: true }))).toBe('NOT_FOUND');
    expect(codeOf(await as('otherGridWorker').ask('dispute.settle', { id, settledHow: '说好了。', haveBothAgreed: true }))).toBe('OK');
  });

  test('the chain of everything that was done here holds', async () => {
    const id = await aDispute(community, 'closed');
    expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);
  });
});
