/** A release without a live authorisation is impossible: every role, every kind of code, stale queues, and real races. */
import type { Reply } from '../../typings/contract/actions';
import type { CarePost, VisitSummary } from '../../typings/contract/childcare';
import { collections } from '../../cloudfunctions/_kit/collections';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { MINUTE } from '../../miniprogram/domain/time/format';
import { arrived, childDocument, codeShown, nextAfternoon, visitDocument, type Arrived } from '../support/care-door';
import { comeToWork, openPost } from '../support/childcare';
import { COMMUNITY, startCommunity, type Community, type Name } from '../support/community';
import { codeOf, endOffice, eventsOf, neighbouringCommunity, newcomer, sentBy } from '../support/dispute-spec';
import { personIdOf } from '../../cloudfunctions/_kit/vault';

let community: Community;
let as: Community['as'];
let post: CarePost;
let startAt: number;

beforeAll(async () => {
  community = await startCommunity('2026-03-02 12:00');
  as = community.as;
}, 60_000);
afterAll(() => community.stop());
beforeEach(async () => {
  startAt = await nextAfternoon(community);
  post = await openPost(community, { areaM2: 200, seats: 40 });
  await comeToWork(community, post);
});

const here = (guardian: Name = 'resident') => arrived(community, post, startAt, guardian);
const stateOf = async (id: string) => (await visitDocument(community, id)).state;
const isThere = async (visitId: string) => (await as('carer').get('childcare.board', { postId: post.id })).children.some((child) => child.visitId === visitId && child.state !== 'released');
/** The grandmother stands at the door, and the picture is taken: one tap is left. */
async function atTheDoor(): Promise<Arrived & { release: (who?: Name) => Promise<Reply<VisitSummary>> }> {
  const visit = await here();
  const [photo, photo2] = [await sentBy(as('carer')), await sentBy(as('carer2'))];
  await as('carer').get('childcare.ask', { id: visit.visitId, proof: 'callback', personId: visit.grandmother });
  return { ...visit, release: (who: Name = 'carer') => as(who).ask('childcare.release', { id: visit.visitId, photo: who === 'carer' ? photo : photo2 }) };
}
/** In which order two moves were written to a child's record. */
async function orderOf(childId: string, ...moves: string[]): Promise<string[]> {
  return (await eventsOf(community, childId)).map(({ move }) => move).filter((move) => moves.includes(move));
}

describe('whoever is nobody to the child', () => {
  const strangers = ['stranger', 'neighbour', 'mediator', 'gridWorker', 'volunteer', 'admin'] as const;

  test('finds no visit, however the handover is asked for', async () => {
    const { visitId, childId, grandmother } = await atTheDoor();
    for (const who of strangers) {
      const person = as(who);
      for (const reply of [
        await person.ask('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother }),
        await person.ask('childcare.release', { id: visitId }),
        await person.ask('childcare.proposeException', { id: visitId, personId: grandmother, name: '外婆', isDocumentSeen: true, isRungBack: true, words: '看过。' }),
        await person.ask('childcare.releaseByException', { id: visitId, words: '看过。' }),
        await person.ask('childcare.claimOffline', { id: visitId, personId: grandmother, at: startAt, claimId: 'claim', signature: `${startAt}.${'a'.repeat(43)}` }),
        await person.ask('childcare.confirmClaim', { id: visitId, words: '问过。' }),
        await person.ask('childcare.transfer', { id: visitId, to: '某人', reason: '急。' }),
        await person.ask('childcare.open', { id: visitId }),
        await person.ask('childcare.secret', { id: visitId }),
        await person.ask('childcare.addPerson', { id: childId, person: { name: '某人', kinship: 'other', phone: '13900000099' }, isToday: true }),
        await person.ask('childcare.confirmPerson', { id: childId, personId: grandmother, words: '打过。' }),
        await person.ask('childcare.phone', { childId, who: grandmother }),
        await person.ask('childcare.child', { id: childId }),
        await person.ask('childcare.export', { id: childId }),
        await person.ask('childcare.erase', { id: childId }),
      ]) expect([who, codeOf(reply)]).toEqual([who, 'NOT_FOUND']);
    }
    expect(await stateOf(visitId)).toBe('pickupPending');
  });

  test('nor in an office of another community, nor in one that has ended', async () => {
    const there = await neighbouringCommunity(community);
    const elsewhere = await newcomer(community, 'carer-elsewhere', '方小远', { role: 'carer', scopeId: there.community });
    const leaving = await newcomer(community, 'carer-leaving', '陆小行', { role: 'carer', scopeId: COMMUNITY });
    const { visitId, grandmother } = await here();
    await endOffice(community, personIdOf('carer-leaving'));
    for (const person of [elsewhere, leaving]) {
      expect(codeOf(await person.ask('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother }))).toBe('NOT_FOUND');
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(codeOf(await person.ask('childcare.shift', { postId: post.id, isOn: true })));
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(codeOf(await person.ask('childcare.board', { postId: post.id })));
    }
  });
});

describe('whoever is something to the child', () => {
  test('hands over by the right office alone: not the guardian, not the leader, not a helper, not who is off duty', async () => {
    const { visitId, release } = await atTheDoor();
    for (const who of ['resident', 'auxiliary', 'leader'] as const) expect([who, codeOf(await as(who).ask('childcare.release', { id: visitId }))]).toEqual([who, 'FORBIDDEN']);
    expect(codeOf(await as('officer').ask('childcare.release', { id: visitId, photo: await sentBy(as('officer')) }))).toBe('FORBIDDEN');
    await as('carer').get('childcare.shift', { postId: post.id, isOn: false });
    expect(codeOf(await release())).toBe('FORBIDDEN');
    expect(await stateOf(visitId)).toBe('pickupPending');
  });

  test('and is a parent, never hands over the own child, whatever office', async () => {
    for (const who of ['carer2', 'officer2'] as const) await as(who).get('identity.saveProfile', { phone: '13900000041' });
    await comeToWork(community, post, ['officer']);
    for (const who of ['carer2', 'officer2'] as const) {
      const { visitId, childId, grandmother } = await here(who);
      const person = as(who);
      expect((await person.get('childcare.open', { id: visitId })).relations).toEqual(['guardian']);
      expect((await person.get('childcare.board', { postId: post.id })).children.map((child) => child.visitId)).not.toContain(visitId);
      for (const reply of [
        await person.ask('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother }),
        await person.ask('childcare.proposeException', { id: visitId, personId: grandmother, name: '外婆', isDocumentSeen: true, isRungBack: true, words: '看过。' }),
        await person.ask('childcare.releaseByException', { id: visitId, words: '看过。' }),
        await person.ask('childcare.confirmPerson', { id: childId, personId: grandmother, words: '打过。' }),
        await person.ask('childcare.bar', { id: childId, name: '外婆', reason: '不想。' }),
        await person.ask('childcare.phone', { childId, who: grandmother }),
      ]) expect([who, codeOf(reply)]).toEqual([who, 'FORBIDDEN']);
    }
  });

  test('releases nobody who never stood at the door, and nobody twice', async () => {
    const { visitId } = await here();
    expect(codeOf(await as('carer').ask('childcare.release', { id: visitId }))).toBe('INVALID_MOVE');
    const other = await atTheDoor();
    expect(codeOf(await other.release())).toBe('OK');
    expect(codeOf(await other.release('carer2'))).toBe('INVALID_MOVE');
  });
});

test('guessing is over after five tries, also when they come all at once', async () => {
  const { visitId } = await here();
  const personId = community.idOf('resident');
  const right = await codeShown(community, visitId);
  const guesses = Array.from({ length: 12 }, (_, index) => String((Number(right) + 1 + index) % 1_000_000).padStart(6, '0'));
  await Promise.all(guesses.map((code) => as('carer').ask('childcare.ask', { id: visitId, proof: 'code', personId, code })));
  for (let more = 0; more < 5; more += 1) await as('carer').ask('childcare.ask', { id: visitId, proof: 'code', personId, code: guesses[more]! });
  expect(codeOf(await as('carer').ask('childcare.ask', { id: visitId, proof: 'code', personId, code: right }))).toBe('RATE_LIMITED');
  const { data } = await community.cloud.database.collection(collections.tries.name).doc(`pickup:${visitId}`).get();
  expect((data as { at: number[] }[])[0]?.at).toHaveLength(5);
});

describe('at the same moment', () => {
  const times = [0, 1, 2] as const;

  test.each(times)('two carers hand over: one handover (%i)', async () => {
    const { visitId, release } = await atTheDoor();
    const replies = await Promise.all([release('carer'), release('carer2')]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await eventsOf(community, visitId)).filter(({ move }) => move === 'release')).toHaveLength(1);
    expect(await isThere(visitId)).toBe(false);
  });

  test.each(times)('one code is shown twice: it opens once (%i)', async () => {
    const { visitId } = await here();
    const input = { id: visitId, proof: 'code' as const, personId: community.idOf('resident'), code: await codeShown(community, visitId) };
    const replies = await Promise.all([as('carer').ask('childcare.ask', input), as('carer2').ask('childcare.ask', input)]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test.each(times)('a handover and a bar: never a handover after the bar (%i)', async () => {
    const { childId, visitId, release } = await atTheDoor();
    const bar = () => as('officer').ask('childcare.bar', { id: childId, name: '外婆', reason: '刚接到裁定。' });
    const [handed] = await Promise.all([release(), bar()]);
    if (handed.ok) expect((await orderOf(childId, 'bar', 'visitClosed'))[0]).toBe('visitClosed');
    expect(await stateOf(visitId)).toBe(handed.ok ? 'released' : 'pickupPending');
  });

  test.each(times)('a handover and the guardian takes it back: never both (%i)', async () => {
    const { childId, visitId, grandmother, release } = await atTheDoor();
    const [handed, removed] = await Promise.all([release(), as('resident').ask('childcare.removePerson', { id: childId, personId: grandmother })]);
    if (handed.ok && removed.ok) expect(await orderOf(childId, 'removePerson', 'visitClosed')).toEqual(['visitClosed', 'removePerson']);
    expect(await stateOf(visitId)).toBe(handed.ok ? 'released' : 'pickupPending');
  });

  test.each(times)('a handover and the consent is withdrawn: never after it (%i)', async () => {
    const { childId, visitId, release } = await atTheDoor();
    const [handed, withdrawn] = await Promise.all([release(), as('resident').ask('childcare.withdrawConsent', { id: childId })]);
    if (handed.ok && withdrawn.ok) expect(await orderOf(childId, 'withdrawConsent', 'visitClosed')).toEqual(['visitClosed', 'withdrawConsent']);
    expect(await stateOf(visitId)).toBe(handed.ok ? 'released' : 'pickupPending');
  });

  test.each(times)('a handover and its carer leaves: never after it (%i)', async () => {
    const { visitId, release } = await atTheDoor();
    const [handed, left] = await Promise.all([release(), as('carer').ask('childcare.shift', { postId: post.id, isOn: false })]);
    expect(left.ok || handed.ok).toBe(true);
    if (handed.ok && left.ok) expect(left.data.present).toBe(0); // the post was empty when the carer left
    expect(await stateOf(visitId)).toBe(handed.ok ? 'released' : 'pickupPending');
  });

  test.each(times)('two officers of one exception both decide: one handover, and never by the first alone (%i)', async () => {
    const { visitId, grandmother } = await here();
    const words = '看过证件，回拨过家长。';
    await as('officer').get('childcare.proposeException', { id: visitId, personId: grandmother, name: '外婆', isDocumentSeen: true, isRungBack: true, words });
    const [first, second] = await Promise.all((['officer', 'officer2'] as const).map((who) => as(who).ask('childcare.releaseByException', { id: visitId, words })));
    expect([codeOf(first!) === 'OK', codeOf(second!)]).toEqual([false, 'OK']);
  });

  test.each(times)('an exception and a bar: never a handover after the bar (%i)', async () => {
    const { childId, visitId, grandmother } = await here();
    const words = '看过证件，回拨过家长。';
    await as('officer').get('childcare.proposeException', { id: visitId, personId: grandmother, name: '外婆', isDocumentSeen: true, isRungBack: true, words });
    const bar = as('officer').ask('childcare.bar', { id: childId, name: '外婆', reason: '刚接到裁定。' });
    const [handed] = await Promise.all([as('officer2').ask('childcare.releaseByException', { id: visitId, words }), bar]);
    if (handed.ok) expect((await orderOf(childId, 'bar', 'visitClosed'))[0]).toBe('visitClosed');
    expect(await stateOf(visitId)).toBe(handed.ok ? 'released' : 'checkedIn');
  });

  test('a claim from the queue of a phone and a handover at the post: one of them', async () => {
    const { visitId, grandmother, release } = await atTheDoor();
    const { offline } = await as('carer2').get('childcare.board', { postId: post.id });
    const signature = offline?.lines.find((line) => line.visitId === visitId && line.personId === grandmother)?.signature ?? '';
    const at = await community.cloud.now();
    const [handed, claimed] = await Promise.all([release(), as('carer2').ask('childcare.claimOffline', { id: visitId, personId: grandmother, at, claimId: 'claim', signature })]);
    expect([handed.ok, claimed.ok].filter(Boolean)).toHaveLength(1);
    expect(await stateOf(visitId)).toBe(handed.ok ? 'released' : 'releaseClaimed');
  });
});

test('what was said on the phone an hour ago opens nothing: the queue of a phone that was away is judged anew', async () => {
  const { childId, visitId, grandmother, release } = await atTheDoor();
  await community.cloud.later(10 * MINUTE);
  await as('officer').get('childcare.bar', { id: childId, name: '外 婆', reason: '刚接到裁定。' });
  expect(codeOf(await release())).toBe('REFUSED');
  await as('carer').get('childcare.back', { id: visitId });
  expect(await as('carer').get('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother })).toMatchObject({ state: 'releaseRefused' });
  expect(codeOf(await release())).toBe('INVALID_MOVE');
});

test('after all of it every history still fits its record', async () => {
  const { childId, visitId, release } = await atTheDoor();
  await release();
  expect(findTampering(await childDocument(community, childId), await eventsOf(community, childId))).toEqual([]);
  expect(findTampering(await visitDocument(community, visitId), await eventsOf(community, visitId))).toEqual([]);
});
