/** Handing a child over: codes that the server alone judges, barred people, two officers, and what was done without a network. */
import { collections } from '../../cloudfunctions/_kit/collections';
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import { startCommunity, type Community, type Name } from '../support/community';
import { arrived, codeFor, codeShown, nextAfternoon, toldAbout, visitDocument, type Arrived } from '../support/care-door';
import { comeToWork, consentVersion, handOver, openPost } from '../support/childcare';
import { codeOf, eventsOf, refusalOf, sentBy } from '../support/dispute-spec';

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
  post = await openPost(community);
  await comeToWork(community, post);
});

const here = (guardian: Name = 'resident') => arrived(community, post, startAt, guardian);
const stateOf = async (id: string) => (await visitDocument(community, id)).state;
const ask = (who: Name, id: string, more: { proof: 'code' | 'qr' | 'callback'; personId: string; code?: string }) => as(who).ask('childcare.ask', { id, ...more });
async function liftBars(id: string): Promise<void> {
  const { barred = [] } = await as('officer').get('childcare.child', { id });
  for (const { id: barId } of barred) await as('officer').get('childcare.liftBar', { id, barId, reason: '裁定到期。' });
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a pickup code', () => {
  test('is made on the phone, judged by the server, and enough without a picture', async () => {
    const { visitId } = await here();
    const code = await codeShown(community, visitId);
    expect(codeOf(await ask('carer', visitId, { proof: 'code', personId: community.idOf('resident'), code }))).toBe('OK');
    expect(await as('carer').get('childcare.release', { id: visitId })).toMatchObject({ state: 'released', withWhom: '韦德顺' });
  });

  test('is good once, by digits or as a picture, and again after 换一个', async () => {
    const { visitId } = await here();
    const personId = community.idOf('resident');
    const code = await codeShown(community, visitId);
    expect(codeOf(await ask('carer', visitId, { proof: 'qr', personId, code }))).toBe('OK');
    await as('carer').get('childcare.back', { id: visitId });
    expect(await refusalOf(ask('carer', visitId, { proof: 'code', personId, code }))).toMatchObject({ code: 'INVALID_INPUT', message: '这个码用过了，请点“换一个”。' });
    expect(codeOf(await ask('carer', visitId, { proof: 'code', personId, code: await codeShown(community, visitId, 'resident', 1) }))).toBe('OK');
  });

  test('is nobody else’s, no other visit’s, and over after half an hour', async () => {
    const [own, other] = [await here(), await here('neighbour')];
    const code = await codeShown(community, own.visitId);
    expect(codeOf(await ask('carer', own.visitId, { proof: 'code', personId: own.grandmother, code }))).toBe('INVALID_INPUT');
    expect(codeOf(await ask('carer', other.visitId, { proof: 'code', personId: community.idOf('neighbour'), code }))).toBe('INVALID_INPUT');
    await community.cloud.later(31 * MINUTE);
    expect(codeOf(await ask('carer', own.visitId, { proof: 'code', personId: community.idOf('resident'), code }))).toBe('INVALID_INPUT');
    expect(await stateOf(own.visitId)).toBe('checkedIn');
  });

  test('that the guardian made for the grandmother is hers, and says so; a limited guardian makes none', async () => {
    const { childId, visitId, grandmother } = await here();
    const code = await codeFor(community, visitId, grandmother);
    expect(codeOf(await ask('carer', visitId, { proof: 'code', personId: community.idOf('resident'), code }))).toBe('INVALID_INPUT');
    expect(codeOf(await ask('carer', visitId, { proof: 'code', personId: grandmother, code }))).toBe('OK');
    await as('carer').get('childcare.back', { id: visitId });
    await as('officer').ask('childcare.bar', { id: childId, name: '韦德顺', reason: '法院有裁定。', who: community.idOf('resident') });
    await community.cloud.later(15 * MINUTE);
    expect(codeOf(await ask('carer', visitId, { proof: 'code', personId: grandmother, code: await codeFor(community, visitId, grandmother) }))).toBe('INVALID_INPUT');
    await liftBars(childId);
  });

  test('that is wrong five times locks, although each was refused; a call back still opens', async () => {
    const { visitId, grandmother } = await here();
    const personId = community.idOf('resident');
    const code = await codeShown(community, visitId);
    for (let time = 0; time < 5; time += 1) expect(codeOf(await ask('carer', visitId, { proof: 'code', personId, code: wrong(code) }))).toBe('INVALID_INPUT');
    expect(await refusalOf(ask('carer', visitId, { proof: 'code', personId, code }))).toMatchObject({ code: 'RATE_LIMITED', message: '码错了5次，已锁住，请找值班人员。' });
    expect(await handOver(community, visitId, grandmother)).toMatchObject({ state: 'released' });
    expect((await community.cloud.database.collection(collections.tries.name).doc(`pickup:${visitId}`).get()).data).toEqual([]);
  });

  test('whose answer was lost is asked again and answered the same, and counts as nothing', async () => {
    const { visitId } = await here();
    const input = { id: visitId, proof: 'code' as const, personId: community.idOf('resident'), code: await codeShown(community, visitId) };
    const attemptId = crypto.randomUUID();
    const first = await as('carer').get('childcare.ask', input, { attemptId });
    expect(await as('carer').get('childcare.ask', input, { attemptId })).toEqual(first);
  });

  test('is judged for an officer on duty too', async () => {
    const { visitId } = await here();
    await comeToWork(community, post, ['officer']);
    const personId = community.idOf('resident');
    const code = await codeShown(community, visitId);
    expect(codeOf(await ask('officer', visitId, { proof: 'code', personId, code: wrong(code) }))).toBe('INVALID_INPUT');
    expect(codeOf(await ask('officer', visitId, { proof: 'code', personId }))).toBe('INVALID_INPUT');
    expect(codeOf(await ask('officer', visitId, { proof: 'code', personId, code }))).toBe('OK');
  });

  test('comes from a secret that only a guardian gets, and only while the child is here', async () => {
    const { visitId, grandmother } = await here();
    for (const who of ['carer', 'officer', 'leader'] as const) expect(codeOf(await as(who).ask('childcare.secret', { id: visitId }))).toBe('FORBIDDEN');
    for (const who of ['neighbour', 'mediator', 'stranger'] as const) expect(codeOf(await as(who).ask('childcare.secret', { id: visitId }))).toBe('NOT_FOUND');
    await handOver(community, visitId, grandmother);
    expect(codeOf(await as('resident').ask('childcare.secret', { id: visitId }))).toBe('INVALID_MOVE');
  });
});

describe('a handover', () => {
  test('after a call back needs the carer’s own picture', async () => {
    const { visitId, grandmother } = await here();
    await as('carer').get('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother });
    expect(await refusalOf(as('carer').ask('childcare.release', { id: visitId }))).toMatchObject({ code: 'INVALID_MOVE', message: '回拨核对的，请拍一张交接照片再交。' });
    expect(codeOf(await as('carer').ask('childcare.release', { id: visitId, photo: await sentBy(as('resident')) }))).toBe('INVALID_INPUT');
    expect(await as('carer').get('childcare.release', { id: visitId, photo: await sentBy(as('carer')) })).toMatchObject({ state: 'released' });
  });

  test('a quarter of an hour after the judgement is none: it is judged again', async () => {
    const { visitId, grandmother } = await here();
    await as('carer').get('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother });
    await community.cloud.later(16 * MINUTE);
    expect(codeOf(await as('carer').ask('childcare.release', { id: visitId, photo: await sentBy(as('carer')) }))).toBe('INVALID_MOVE');
    await as('carer').get('childcare.back', { id: visitId });
    expect(await handOver(community, visitId, grandmother)).toMatchObject({ state: 'released' });
  });

  test('is by who is on duty there', async () => {
    const { visitId, grandmother } = await here();
    await as('carer').get('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother });
    await as('carer2').get('childcare.shift', { postId: post.id, isOn: false });
    expect(codeOf(await as('carer2').ask('childcare.release', { id: visitId, photo: await sentBy(as('carer2')) }))).toBe('FORBIDDEN');
  });

  test('to somebody who may not yet, not any more, or only today is as the record says', async () => {
    const { childId, visitId, grandmother } = await here();
    const { persons } = await as('resident').get('childcare.addPerson', { id: childId, person: { name: '姑姑', kinship: 'relative', phone: '13900000063' }, isToday: true });
    const aunt = persons.find(({ name }) => name === '姑姑')?.id ?? '';
    expect(await refusalOf(ask('carer', visitId, { proof: 'callback', personId: aunt }))).toMatchObject({ message: '刚加的人还没到时间，请回拨家长，确认了马上就能接。' });
    await as('carer').get('childcare.confirmPerson', { id: childId, personId: aunt, words: '回拨了家长留的号码。' });
    expect(codeOf(await ask('carer', visitId, { proof: 'callback', personId: aunt }))).toBe('OK');
    await as('carer').get('childcare.back', { id: visitId });
    await as('resident').get('childcare.removePerson', { id: childId, personId: grandmother });
    expect(codeOf(await ask('carer', visitId, { proof: 'callback', personId: grandmother }))).toBe('REFUSED');
    await community.cloud.later(DAY);
    await comeToWork(community, post);
    expect(await refusalOf(ask('carer', visitId, { proof: 'callback', personId: aunt }))).toMatchObject({ message: '这个人已经不能接了，请打电话问家长。' });
  });

  test('to anybody but a guardian ends with the consent', async () => {
    const { childId, visitId, grandmother } = await here();
    await as('resident').get('childcare.withdrawConsent', { id: childId });
    expect(await refusalOf(ask('carer', visitId, { proof: 'callback', personId: grandmother }))).toMatchObject({ code: 'REFUSED', basis: '个人信息保护法 第15条' });
    expect(await handOver(community, visitId, community.idOf('resident'))).toMatchObject({ state: 'released', withWhom: '韦德顺' });
  });

  test('with a wrong 家庭暗号 is none, and with a right one alone neither', async () => {
    const { childId, visitId, grandmother } = await here();
    await as('resident').get('childcare.familyWord', { id: childId, word: '南瓜灯' });
    const word = (familyWord: string, more: object) => as('carer').send('childcare.ask', { action: 'childcare.ask', input: { id: visitId, personId: grandmother, familyWord, ...more }, attemptId: crypto.randomUUID() });
    expect(codeOf(await word('蓝书包', { proof: 'callback' }))).toBe('INVALID_INPUT');
    expect(codeOf(await word('南瓜灯', { proof: 'code' }))).toBe('INVALID_INPUT');
    expect(codeOf(await word('南瓜灯', { proof: 'callback' }))).toBe('OK');
  });
});

describe('a barred person', () => {
  const bar = (childId: string, more: { who?: string } = {}) => as('officer').get('childcare.bar', { id: childId, name: '外婆', reason: '法院有裁定。', ...more });

  test('is refused quietly: the screen does not say why, the duty officer and the leader hear of it', async () => {
    const { childId, visitId, grandmother } = await here();
    await bar(childId);
    const answered = await as('carer').get('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother });
    expect(answered.state).toBe('releaseRefused');
    expect((await as('carer').get('childcare.open', { id: visitId })).asked?.problem).toBe('暂时不能交接，值班民警马上过来。');
    for (const who of ['officer', 'officer2', 'leader'] as const) expect((await toldAbout(community, who, visitId)).at(-1)).toBe('小麦暂不能交接，请值班民警马上过去。');
    const read = JSON.stringify(await as('resident').get('childcare.open', { id: visitId }));
    expect(read).not.toMatch(/裁定|barred/);
    expect(codeOf(await as('carer').ask('childcare.release', { id: visitId, photo: await sentBy(as('carer')) }))).toBe('INVALID_MOVE');
    expect(await handOver(community, visitId, community.idOf('resident'))).toMatchObject({ state: 'released' });
  });

  test('who is a guardian changes nothing of the record, and neither own code nor own name opens', async () => {
    const { childId, visitId } = await here();
    await bar(childId, { who: community.idOf('resident') });
    const me = as('resident');
    expect(codeOf(await me.ask('childcare.addPerson', { id: childId, person: { name: '舅舅', kinship: 'relative', phone: '13900000066' }, isToday: true }))).toBe('FORBIDDEN');
    expect(codeOf(await me.ask('childcare.addGuardian', { id: childId, guardian: { name: '舅舅', kinship: 'relative', phone: '13900000066' }, word: '南瓜灯' }))).toBe('FORBIDDEN');
    expect(codeOf(await me.ask('childcare.familyWord', { id: childId, word: '南瓜灯' }))).toBe('FORBIDDEN');
    expect(codeOf(await me.ask('childcare.export', { id: childId }))).toBe('FORBIDDEN');
    const { birthMonth } = await me.get('childcare.child', { id: childId });
    expect(codeOf(await me.ask('childcare.register', { nickname: '麦麦', birthMonth, school: '桐里小学', kinship: 'father', consentVersion }))).toBe('FORBIDDEN');
    const code = await codeShown(community, visitId);
    const reply = await ask('carer', visitId, { proof: 'code', personId: community.idOf('resident'), code });
    expect(reply).toMatchObject({ ok: true, data: { state: 'releaseRefused' } });
    await liftBars(childId);
    expect(await handOver(community, visitId, community.idOf('resident'))).toMatchObject({ state: 'released' });
  });
});

describe('the exception', () => {
  const words = '看了身份证，回拨了妈妈。';
  const propose = (who: Name, { visitId, grandmother }: Arrived, more: { isDocumentSeen?: boolean; isRungBack?: boolean } = {}) =>
    as(who).ask('childcare.proposeException', { id: visitId, personId: grandmother, name: '外婆', isDocumentSeen: true, isRungBack: true, words, ...more });
  const decide = (who: Name, { visitId }: Arrived) => as(who).ask('childcare.releaseByException', { id: visitId, words });

  test('takes two officers, the document and the call, for a barred person too', async () => {
    const visit = await here();
    await as('officer').get('childcare.bar', { id: visit.childId, name: '外婆', reason: '法院有裁定。' });
    await as('carer').get('childcare.ask', { id: visit.visitId, proof: 'callback', personId: visit.grandmother });
    expect(codeOf(await decide('officer', visit))).toBe('INVALID_MOVE');
    expect(codeOf(await propose('officer', visit, { isDocumentSeen: false }))).toBe('INVALID_MOVE');
    expect(codeOf(await propose('officer', visit, { isRungBack: false }))).toBe('INVALID_MOVE');
    for (const who of ['carer', 'leader', 'auxiliary'] as const) expect(codeOf(await propose(who, visit))).toBe('FORBIDDEN');
    expect(codeOf(await propose('officer', visit))).toBe('OK');
    expect(codeOf(await decide('officer', visit))).toBe('INVALID_MOVE');
    expect(codeOf(await decide('carer', visit))).toBe('FORBIDDEN');
    expect(await stateOf(visit.visitId)).toBe('releaseRefused');
    expect(codeOf(await decide('officer2', visit))).toBe('OK');
    expect(await stateOf(visit.visitId)).toBe('released');
  });

  test('is decided at once: not half an hour later, not after a new limit, not after the child went back', async () => {
    const visit = await here();
    await propose('officer', visit);
    await community.cloud.later(16 * MINUTE);
    expect(codeOf(await decide('officer2', visit))).toBe('INVALID_MOVE');
    await propose('officer', visit);
    await community.cloud.later(MINUTE);
    await as('officer2').get('childcare.bar', { id: visit.childId, name: '外婆', reason: '刚接到裁定。' });
    expect(await refusalOf(decide('officer2', visit))).toMatchObject({ message: '刚刚记了新的限制，请两位民警重新核对。' });
    await community.cloud.later(MINUTE);
    await propose('officer', visit);
    await as('carer').get('childcare.ask', { id: visit.visitId, proof: 'callback', personId: community.idOf('resident') });
    await as('carer').get('childcare.back', { id: visit.visitId });
    expect(codeOf(await decide('officer2', visit))).toBe('INVALID_MOVE');
    expect(await stateOf(visit.visitId)).toBe('checkedIn');
  });
});

describe('without a network', () => {
  const lineFor = async (visitId: string, personId: string) => {
    const { offline } = await as('carer').get('childcare.board', { postId: post.id });
    return offline?.lines.find((line) => line.visitId === visitId && line.personId === personId)?.signature ?? '';
  };
  const claim = (id: string, personId: string, signature: string, at: number, claimId = 'claim-1') => as('carer').ask('childcare.claimOffline', { id, personId, at, claimId, signature });
  const confirm = (who: Name, id: string) => as(who).ask('childcare.confirmClaim', { id, words: '问过妈妈，孩子在家。' });

  test('a handover is a claim, told once, until somebody else has asked the guardian', async () => {
    const { visitId, grandmother } = await here();
    const signature = await lineFor(visitId, grandmother);
    await community.cloud.later(30 * MINUTE);
    const at = await community.cloud.now();
    await community.cloud.later(5 * 60 * MINUTE); // the network came back in the evening
    expect(await claim(visitId, grandmother, signature, at)).toMatchObject({ ok: true, data: { state: 'releaseClaimed' } });
    expect(codeOf(await claim(visitId, grandmother, signature, at))).toBe('OK');
    expect((await eventsOf(community, visitId)).filter(({ move }) => move === 'claimOffline')).toHaveLength(1);
    expect(codeOf(await claim(visitId, grandmother, signature, at, 'claim-2'))).toBe('INVALID_MOVE');
    for (const who of ['carer', 'carer2', 'auxiliary', 'resident'] as const) expect(codeOf(await confirm(who, visitId))).toBe('FORBIDDEN');
    expect(codeOf(await confirm('officer', visitId))).toBe('OK');
    expect(await stateOf(visitId)).toBe('released');
  });

  test('a line is for one child, one person and two hours; anything else is no claim', async () => {
    const [own, other] = [await here(), await here('neighbour')];
    const signature = await lineFor(own.visitId, own.grandmother);
    const now = await community.cloud.now();
    const later = `${Number(signature.split('.')[0]) + DAY}.${signature.split('.')[1]}`;
    for (const reply of [
      await claim(other.visitId, own.grandmother, signature, now),
      await claim(own.visitId, community.idOf('resident'), signature, now),
      await claim(own.visitId, own.grandmother, later, now),
      await claim(own.visitId, own.grandmother, signature, now + 10 * MINUTE),
      await claim(own.visitId, own.grandmother, signature, now - 3 * 60 * MINUTE),
    ]) expect(codeOf(reply)).toBe('INVALID_INPUT');
    await community.cloud.later(121 * MINUTE);
    expect(codeOf(await claim(own.visitId, own.grandmother, signature, await community.cloud.now()))).toBe('INVALID_INPUT');
    expect(codeOf(await claim(own.visitId, own.grandmother, signature, now))).toBe('OK');
    expect(await stateOf(own.visitId)).toBe('releaseClaimed');
  });

  test('who is barred stands on no line; who was barred or taken back before it is never confirmed', async () => {
    const { childId, visitId, grandmother } = await here();
    const signature = await lineFor(visitId, grandmother);
    await as('resident').get('childcare.removePerson', { id: childId, personId: grandmother });
    expect(await lineFor(visitId, grandmother)).toBe('');
    await community.cloud.later(10 * MINUTE);
    expect(codeOf(await claim(visitId, grandmother, signature, await community.cloud.now()))).toBe('OK');
    expect(await refusalOf(confirm('officer', visitId))).toMatchObject({ code: 'REFUSED', message: '这个人当时不能接，请点“没核实上”，马上找孩子。' });
    expect(await as('officer').get('childcare.doubtClaim', { id: visitId, words: '妈妈说没人接到。' })).toMatchObject({ state: 'incident' });
    // found: two officers have seen with whom
    await as('officer').get('childcare.proposeException', { id: visitId, personId: community.idOf('resident'), name: '妈妈', isDocumentSeen: true, isRungBack: true, words: '孩子在妈妈身边。' });
    expect(await as('officer2').get('childcare.releaseByException', { id: visitId, words: '去家里看过。' })).toMatchObject({ state: 'released' });
  });
});
