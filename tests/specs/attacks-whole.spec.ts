/** What an insider tries with the whole of disputes: other people's words, other people's right, one text shown and another agreed to. */
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { HOUR } from '../../miniprogram/domain/time/format';
import type { GroupMember } from '../../typings/contract/dispute';
import { BUILDING, COMMUNITY, OTHER_BUILDING, startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, neighbouringCommunity, newcomer, sentBy, storyFor } from '../support/dispute-spec';
import { aDispute, draftOf, nextHour, noise, safe, sit } from '../support/disputes';
import { invite, WORD } from '../support/invitations';
import type { Person } from '../support/local-cloud';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const idOf = ({ openid }: Person) => personIdOf(openid);
const threatened = { ...safe, isThreatened: true };
const one = (name: string, changes: Partial<GroupMember> = {}): GroupMember => ({ name, isRepresentative: true, hasConsented: true, hasAgreed: false, ...changes });

/** Settled in part: what is left is a dispute of its own, between the same two. */
async function withRest(): Promise<{ id: string; rest: string }> {
  const id = await aDispute(community, 'mediating');
  await bindRespondent(community, id);
  const mediator = as('mediator');
  await mediator.get('dispute.draft', { ...(await draftOf(community, id)), form: 'partial', unsettled: '赔多少还没谈成。' });
  const { digest } = (await mediator.get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await mediator.get('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(mediator) });
  await mediator.get('dispute.seal', { id, isSealed: true, file: await sentBy(mediator) });
  return { id, rest: (await documentOf(community, id)).facts.links!.find(({ how }) => how === 'rest')!.id };
}

describe('another case that goes with it', () => {
  test('tells the respondent of both nothing of the danger in the other', async () => {
    const { id, rest } = await withRest();
    await as('officer').get('dispute.triage', { id: rest, colour: 'red', danger: threatened, track: 'people' });
    const { linked } = await as('neighbour').get('dispute.open', { id });
    expect(linked).toMatchObject([{ id: rest, how: 'rest', state: 'triaged', next: { what: '联系双方' } }]);
    expect((await as('resident').get('dispute.open', { id })).linked[0]!.next!.what).toContain('先保证安全');
    expect((await as('officer').get('dispute.open', { id })).linked[0]!.next!.what).toContain('先保证安全');
  });

  test('shows whoever is nothing to it neither what was promised there nor that there is danger', async () => {
    const [intoId, { id }] = [await aDispute(community, 'mediating'), await as('neighbour').get('dispute.file', { ...noise, category: 'unsure' })];
    await as('officer').get('dispute.merge', { id, intoId });
    const mediator = as('mediator');
    await mediator.get('dispute.draft', await draftOf(community, intoId));
    const { digest } = (await mediator.get('dispute.open', { id: intoId })).agreement!;
    for (const side of ['applicant', 'respondent'] as const) await mediator.get('dispute.sign', { id: intoId, digest, side, how: 'spoken' });
    const seen = (await as('neighbour').get('dispute.open', { id })).linked;
    expect(seen).toMatchObject([{ how: 'into', state: 'performing', next: { what: '兑现约定', who: '双方' } }]);
    const [otherInto, other] = [await aDispute(community, 'triaged'), await as('neighbour').get('dispute.file', { ...noise, category: 'unsure' })];
    await as('officer').get('dispute.merge', { id: other.id, intoId: otherInto });
    await as('resident').get('dispute.warn', { id: otherInto, danger: threatened, words: '他要打人。' });
    expect((await as('neighbour').get('dispute.open', { id: other.id })).linked).toMatchObject([{ next: { what: '联系双方' } }]);
  });

  test('that the respondent is no part of is not there for the respondent', async () => {
    const earlier = await aDispute(community, 'failed');
    const { id } = await as('resident').get('dispute.file', { ...noise, earlierId: earlier, respondent: { name: '另一家', phone: '13900000066' } });
    await as('officer').get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
    const { code } = await invite(community, id);
    await as('neighbour').get('dispute.bindInvitation', { code, word: WORD });
    expect((await as('neighbour').get('dispute.open', { id })).linked).toEqual([]);
    expect((await as('resident').get('dispute.open', { id })).linked).toMatchObject([{ how: 'earlier', id: earlier }]);
  });

  test('is not merged by an officer into one in which he is a party, nor into another place', async () => {
    const party = await newcomer(community, 'party-officer', '沈小满', { role: 'officer', scopeId: COMMUNITY });
    const own = await party.get('dispute.file', noise);
    expect(codeOf(await party.ask('dispute.merge', { id: await aDispute(community, 'triaged'), intoId: own.id }))).toBe('FORBIDDEN');
    const elsewhere = await neighbouringCommunity(community);
    const far = await newcomer(community, 'far-officer', '江远', { role: 'officer', scopeId: elsewhere.community });
    const there = await as('resident').get('dispute.file', { ...noise, buildingId: elsewhere.building });
    const here = await aDispute(community, 'triaged');
    for (const officer of [far, as('officer')]) expect(codeOf(await officer.ask('dispute.merge', { id: there.id, intoId: here }))).toBe('NOT_FOUND');
    expect((await far.get('dispute.calls', {})).calls).toEqual([]);
  });
});

describe('for the other side', () => {
  test('whoever filed for one side writes down nobody of the other', async () => {
    const { id } = await as('volunteer').get('dispute.file', { ...noise, applicant: { name: '业主1', phone: '13900000031', hasAgreed: true } });
    await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'people' });
    await as('officer').get('dispute.group', { id, side: 'respondent', members: [one('租户1'), one('租户2', { hasConsented: false })] });
    expect(codeOf(await as('volunteer').ask('dispute.group', { id, side: 'respondent', members: [] }))).toBe('FORBIDDEN');
    expect((await documentOf(community, id)).facts.groups?.respondent).toHaveLength(2);
    expect(codeOf(await as('volunteer').ask('dispute.group', { id, side: 'applicant', members: [one('业主1')] }))).toBe('OK');
  });

  test('one party alone does not put down what both are said not to dispute', async () => {
    const id = await aDispute(community, 'mediating');
    await bindRespondent(community, id);
    const admitted = { reason: '谈不拢。', undisputed: '对方承认欠5万元。', haveBothAgreed: true };
    for (const name of ['resident', 'neighbour'] as const) expect(codeOf(await as(name).ask('dispute.fail', { id, ...admitted }))).toBe('FORBIDDEN');
    expect(JSON.stringify(await eventsOf(community, id))).not.toContain('承认');
    expect(codeOf(await as('mediator').ask('dispute.fail', { id, ...admitted }))).toBe('OK');
  });

  test('staff agree to no helpers for somebody who is not there', async () => {
    const { id } = await as('resident').get('dispute.file', { category: 'noise', story: '楼上很吵。', buildingId: BUILDING, danger: safe });
    await as('officer').get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
    await as('officer').get('dispute.formPanel', { id, template: 'experts', members: [{ post: 'expert', name: '声学老周', hasNoConflict: true }] });
    expect(codeOf(await as('officer').ask('dispute.consentPanel', { id, side: 'respondent' }))).toBe('INVALID_INPUT');
    expect(codeOf(await as('officer').ask('dispute.consentPanel', { id, side: 'applicant' }))).toBe('FORBIDDEN');
  });

  test('nobody signs, asks for days, asks the court, contests or rates for the other', async () => {
    const id = await aDispute(community, 'mediating');
    await bindRespondent(community, id);
    const neighbour = as('neighbour');
    expect(codeOf(await neighbour.ask('dispute.extend', { id, side: 'applicant', days: 5 }))).toBe('FORBIDDEN');
    for (const who of ['mediator', 'officer'] as const) expect(codeOf(await as(who).ask('dispute.extend', { id, side: 'respondent', days: 5 }))).toBe('FORBIDDEN');
    await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written' });
    const { digest } = (await neighbour.get('dispute.open', { id })).agreement!;
    const file = await sentBy(neighbour, 'signature');
    for (const side of ['applicant', 'respondent'] as const) expect(codeOf(await neighbour.ask('dispute.sign', { id, digest, side, how: 'paper', file }))).toBe('FORBIDDEN');
    expect(codeOf(await neighbour.ask('dispute.sign', { id, digest, side: 'applicant', how: 'phone', file }))).toBe('FORBIDDEN');
    expect(codeOf(await as('mediator').ask('dispute.sign', { id, digest, side: 'respondent', how: 'phone', file }))).toBe('FORBIDDEN');
    expect(codeOf(await as('mediator').ask('dispute.sign', { id, digest, side: 'respondent', how: 'spoken' }))).toBe('INVALID_MOVE');
    const closed = await aDispute(community, 'closed');
    await bindRespondent(community, closed);
    expect(codeOf(await neighbour.ask('dispute.contest', { id: closed, reason: '没做到。', side: 'applicant' }))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer').ask('dispute.contest', { id: closed, reason: '没做到。', side: 'respondent' }))).toBe('FORBIDDEN');
    for (const who of ['officer', 'mediator', 'gridWorker'] as const) expect(codeOf(await as(who).ask('dispute.rate', { id: closed, score: 5 }))).toBe('FORBIDDEN');
    expect(codeOf(await neighbour.ask('dispute.askConfirmation', { id: closed, side: 'applicant', court: '望河法院' }))).toBe('FORBIDDEN');
    for (const who of ['mediator', 'officer'] as const) expect(codeOf(await as(who).ask('dispute.askConfirmation', { id: closed, side: 'respondent', court: '望河法院' }))).toBe('FORBIDDEN');
  });
});

describe('what was not seen', () => {
  test('is not lowered: who agrees to one proposal does not agree to another put in its place', async () => {
    const id = await aDispute(community, 'submitted', { danger: threatened });
    await as('officer').get('dispute.triage', { id, colour: 'red', danger: threatened, track: 'people' });
    await as('officer').get('dispute.proposeLower', { id, colour: 'red', danger: safe, reason: '误会，没有威胁。' });
    const { version: seen } = await as('leader').get('dispute.open', { id });
    await as('officer').get('dispute.proposeLower', { id, colour: 'blue', danger: safe, reason: '小事。' });
    expect(codeOf(await as('leader').ask('dispute.lower', { id, isAgreed: true, seen }))).toBe('CONFLICT');
    expect((await documentOf(community, id)).facts).toMatchObject({ colour: 'red', danger: threatened });
  });

  test('is agreed to by nobody of a group: a list for an earlier text does not hold for the next', async () => {
    const id = await aDispute(community, 'mediating');
    const draft = await draftOf(community, id);
    await as('mediator').get('dispute.draft', draft);
    const { digest } = (await as('officer').get('dispute.open', { id })).agreement!;
    await as('mediator').get('dispute.draft', { ...draft, facts: '双方同意赔5万元。' });
    const members = [one('业主1', { hasAgreed: true })];
    expect(codeOf(await as('officer').ask('dispute.group', { id, side: 'applicant', members, digest }))).toBe('CONFLICT');
    expect((await documentOf(community, id)).facts.groups).toBeUndefined();
  });

  test('two who propose and agree at once lower only what the second had before him', async () => {
    const id = await aDispute(community, 'submitted', { peopleCount: 12 });
    await as('officer').get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
    await as('officer').get('dispute.proposeLower', { id, colour: 'yellow', danger: safe, reason: '人少了。' });
    const { version: seen } = await as('leader').get('dispute.open', { id });
    const [again, agreed] = await Promise.all([
      as('officer').ask('dispute.proposeLower', { id, colour: 'blue', danger: safe, reason: '没事了。' }),
      as('leader').ask('dispute.lower', { id, isAgreed: true, seen }),
    ]);
    const { colour } = (await documentOf(community, id)).facts;
    expect([codeOf(agreed) === 'OK' ? 'yellow' : 'red', codeOf(again)]).toEqual([colour, 'OK']);
  });

  test('one person does not lower alone, neither with two offices nor by sending it twice', async () => {
    const both = await newcomer(community, 'both-offices', '双职', { role: 'officer', scopeId: COMMUNITY });
    await as('admin').get('identity.grantRole', { personId: idOf(both), role: 'leader', scopeId: COMMUNITY });
    const id = await aDispute(community, 'submitted', { peopleCount: 12 });
    await both.get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
    await both.get('dispute.proposeLower', { id, colour: 'blue', danger: safe, reason: '没事了。' });
    const attemptId = crypto.randomUUID();
    for (let again = 0; again < 2; again += 1) expect(codeOf(await both.ask('dispute.lower', { id, isAgreed: true }, { attemptId }))).toBe('INVALID_MOVE');
    expect(codeOf(await both.ask('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people', reason: '没事了。' }))).toBe('INVALID_MOVE');
    expect((await documentOf(community, id)).facts.colour).toBe('red');
  });
});

describe('too many of the own words', () => {
  test('do not push the rest of the history out of sight, and another’s word in between lets one go on', async () => {
    const id = await aDispute(community, 'inviting');
    await bindRespondent(community, id);
    let code = 'OK';
    let told = 0;
    for (; code === 'OK' && told < 40; told += 1) code = codeOf(await as('neighbour').ask('dispute.tell', { id, words: `第${told}次说。` }));
    expect([code, told]).toEqual(['RATE_LIMITED', 21]);
    expect((await storyFor(community, 'officer', id)).join()).toContain('说好周四前答复');
    expect(codeOf(await as('resident').ask('dispute.warn', { id, danger: threatened, words: '他来敲门。' }))).toBe('OK'); // the other side is not silenced
  });

  test('neither by points, by days, by courts nor by dangers', async () => {
    const flood = async (name: Name, again: (n: number) => Promise<unknown>, most = 25): Promise<string[]> => {
      const codes = new Set<string>();
      for (let n = 0; n < most; n += 1) codes.add(codeOf((await again(n)) as Parameters<typeof codeOf>[0]));
      return [name, ...codes];
    };
    const closed = await aDispute(community, 'closed');
    const mediating = await aDispute(community, 'mediating');
    const triaged = await aDispute(community, 'triaged');
    expect(await flood('resident', (n) => as('resident').ask('dispute.rate', { id: closed, score: 1 + (n % 5) }))).toEqual(['resident', 'OK', 'RATE_LIMITED']);
    expect(await flood('resident', (n) => as('resident').ask('dispute.extend', { id: mediating, side: 'applicant', days: 1 + n }))).toEqual(['resident', 'OK', 'RATE_LIMITED']);
    expect(await flood('resident', (n) => as('resident').ask('dispute.warn', { id: triaged, danger: threatened, words: `又来了${n}` }))).toEqual(['resident', 'OK', 'RATE_LIMITED']);
    expect(codeOf(await as('resident').ask('dispute.warn', { id: triaged, danger: { ...safe, isHurt: true }, words: '他打伤我了。' }))).toBe('OK'); // what is new is always heard
  }, 60_000);
});

describe('a number of tellers', () => {
  const asks = async (person: Person) => (await person.get('dispute.similarCount', { buildingId: OTHER_BUILDING, category: 'pets' })).people;
  const written = (who: Person, phone: string) =>
    who.get('dispute.file', { ...noise, buildingId: OTHER_BUILDING, category: 'pets', applicant: { name: '住户', phone, hasAgreed: true }, source: 'visit' });

  test('is none for who made up the others himself, and none who told it by word before', async () => {
    const worker = as('otherGridWorker');
    await written(as('officer'), '13900000071');
    await written(worker, '13900000072');
    expect(await asks(worker)).toBe(0); // else it would say that there is one more
    const teller = await newcomer(community, 'told-by-word', '汤一');
    await teller.get('identity.saveProfile', { phone: '13900000071' });
    expect(await asks(teller)).toBe(0);
    expect(await asks(as('resident'))).toBe(2);
  });
});

describe('whoever mediated', () => {
  test('and was replaced seals, sits and reads no more, and does not ask afterwards in another office', async () => {
    const id = await aDispute(community, 'mediating');
    const officerToo = as('mediator2');
    await as('officer').get('dispute.cover', { id, mediatorId: community.idOf('mediator2'), reason: '请病假。' });
    const startAt = await nextHour(community.cloud);
    await officerToo.get('dispute.schedule', { id, startAt, room: '上门', hasNoConflict: true });
    expect(codeOf(await as('mediator').ask('dispute.sit', { id, isSafe: true }))).toBe('NOT_FOUND');
    await officerToo.get('dispute.sit', { id, isSafe: true });
    await as('officer').get('dispute.cover', { id, mediatorId: community.idOf('mediator'), reason: '换回来。' });
    await as('mediator').get('dispute.schedule', { id, startAt: startAt + HOUR, room: '上门', hasNoConflict: true });
    await community.cloud.later(startAt + HOUR - (await community.cloud.now()));
    await sit(community, id);
    await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written' });
    const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
    for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(as('mediator')) });
    expect(codeOf(await officerToo.ask('dispute.seal', { id, isSealed: true, file: await sentBy(officerToo) }))).toBe('NOT_FOUND');
    await as('admin').get('identity.grantRole', { personId: community.idOf('mediator2'), role: 'officer', scopeId: COMMUNITY });
    expect(codeOf(await officerToo.ask('dispute.seal', { id, isSealed: true, file: await sentBy(officerToo) }))).toBe('FORBIDDEN');
    await as('mediator').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('mediator')) });
    await as('resident').get('dispute.prove', { id, clause: 0, words: '做到了。' });
    const asked = { id, applicant: 'kept', respondent: 'kept', words: '都好。' } as const;
    expect([codeOf(await officerToo.ask('dispute.close', asked)), codeOf(await officerToo.ask('dispute.followUp', asked))]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(codeOf(await as('officer').ask('dispute.close', asked))).toBe('OK');
  });
});
