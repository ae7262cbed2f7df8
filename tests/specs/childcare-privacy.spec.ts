/** Who reads what of a child, what is closed at rest, that each look by staff is on record, and what no message says. */
import { collections, type Message, type ReadLogEntry } from '../../cloudfunctions/_kit/collections';
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import { arrived, nextAfternoon } from '../support/care-door';
import { comeToWork, handOver, openPost, registerChild } from '../support/childcare';
import { startCommunity, type Community, type Name } from '../support/community';
import { codeOf } from '../support/dispute-spec';

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

const note = '花生过敏，包里有药。';
async function here() {
  const visit = await arrived(community, post, startAt);
  await as('resident').get('childcare.complete', { id: visit.childId, allergy: note });
  return visit;
}
async function looks(childId: string): Promise<string[]> {
  const { data } = await community.cloud.database.collection(collections.readLog.name).where({ caseId: childId }).orderBy('key', 'asc').limit(1000).get();
  return (data as ReadLogEntry[]).map(({ by, what }) => `${(['carer', 'carer2', 'officer', 'leader', 'auxiliary', 'resident'] as const).find((name) => community.idOf(name) === by)} ${what}`);
}
async function everything(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name } of Object.values(collections)) {
    const { data } = await community.cloud.database.collection(name).limit(1000).get();
    found.set(name, JSON.stringify(data));
  }
  return found;
}

test('numbers, notes, words and codes stand nowhere in clear', async () => {
  const { childId, visitId, grandmother } = await here();
  await as('resident').get('childcare.familyWord', { id: childId, word: '南瓜灯' });
  const { code: card } = await as('resident').get('childcare.card', { id: childId });
  const { code: letter } = await as('resident').get('childcare.addGuardian', { id: childId, guardian: { name: '穆子安', kinship: 'father', phone: '13900000042' }, word: '蓝书包' });
  const { secret } = await as('resident').get('childcare.secret', { id: visitId });
  const { id } = await as('carer').get('childcare.walkIn', { postId: post.id, nickname: '阿橙', birthMonth: '2017-05', guardianPhone: '13900000071', allergy: '青霉素过敏', hasVerbalConsent: true });
  const { word } = await as('carer').get('childcare.walkInWord', { id });
  await handOver(community, visitId, grandmother);
  const kept = await everything();
  for (const hidden of ['13900000061', '13900000042', '13900000071', '13900000021', '花生', '青霉素', '南瓜灯', '蓝书包', card, letter, secret, `"${word}"`]) {
    expect([hidden, [...kept].filter(([, text]) => text.includes(hidden)).map(([name]) => name)]).toEqual([hidden, []]);
  }
});

test('a guardian reads the own child whole, numbers half, and nothing of limits; nobody else finds the child', async () => {
  const { childId } = await here();
  await as('officer').get('childcare.bar', { id: childId, name: '高某', reason: '法院有裁定。' });
  const child = await as('resident').get('childcare.child', { id: childId });
  expect(child).toMatchObject({ allergy: note, persons: [{ name: '外婆', phone: '139******61' }], guardians: [{ phone: '139******21', isMe: true }] });
  expect(child.barred).toBeUndefined();
  for (const who of ['neighbour', 'mediator', 'gridWorker', 'volunteer', 'admin', 'stranger'] as const) expect([who, codeOf(await as(who).ask('childcare.child', { id: childId }))]).toEqual([who, 'NOT_FOUND']);
});

test('staff read the note and the limits only while the child is expected or here, and the child only while a visit leads there', async () => {
  const { id: childId } = await registerChild(community);
  await as('resident').get('childcare.complete', { id: childId, allergy: note });
  const readers: readonly Name[] = ['carer', 'officer', 'auxiliary', 'leader'];
  for (const who of readers) expect([who, codeOf(await as(who).ask('childcare.child', { id: childId }))]).toEqual([who, 'NOT_FOUND']);
  const { id } = await as('resident').get('childcare.book', { childId, postId: post.id, startAt: startAt + 50 * MINUTE });
  for (const who of readers) expect(await as(who).get('childcare.child', { id: childId })).toEqual(expect.not.objectContaining({ allergy: note }) as object);
  await community.cloud.later(30 * MINUTE);
  await community.cloud.runTimers('childcare');
  for (const who of readers) expect(await as(who).get('childcare.child', { id: childId })).toMatchObject({ allergy: note, hasAllergy: true, barred: [] });
  await as('resident').get('childcare.cancel', { id });
  for (const who of readers) expect([who, codeOf(await as(who).ask('childcare.child', { id: childId }))]).toEqual([who, 'NOT_FOUND']);
});

test('each look by staff is on record, a guardian’s is not; a guardian reads in the export who looked', async () => {
  const { childId, visitId, grandmother } = await here();
  await as('resident').get('childcare.child', { id: childId });
  await as('resident').get('childcare.open', { id: visitId });
  await as('carer').get('childcare.child', { id: childId });
  await as('officer').get('childcare.open', { id: visitId });
  await as('carer2').get('childcare.phone', { childId, who: grandmother });
  expect(await looks(childId)).toEqual(['carer child', 'officer visit', 'carer2 phone']);
  await handOver(community, visitId, grandmother);
  const { text } = await as('resident').get('childcare.export', { id: childId });
  for (const line of ['小麦的托管记录', '学校：桐里小学 二年级3班', `过敏和要留意的：${note}`, '韦德顺（妈妈）13900000021', '外婆（老人）13900000061', '桐花里警务室：已交给家里人，交给外婆', '：到警务室了', '：孩子的资料', '沈警官：一次托管', '：一个电话号码', '警务室内部的核查记录不在这里，想了解请到警务室。']) expect(text).toContain(line);
  expect(text).not.toMatch(/回拨过家长|尹晓棠|沈砚秋|柳文静/); // said among staff; and nobody of them by the whole name
  expect(await looks(childId)).toContain('resident export');
  for (const who of ['carer', 'officer', 'leader', 'neighbour'] as const) expect(codeOf(await as(who).ask('childcare.export', { id: childId }))).toBe('NOT_FOUND');
});

test('an export is for a guardian alone while staff may see the child too', async () => {
  const { childId } = await here();
  for (const who of ['carer', 'officer', 'leader'] as const) expect(codeOf(await as(who).ask('childcare.export', { id: childId }))).toBe('FORBIDDEN');
});

test('no message says a full name, a number or a note: a locked screen shows it to anybody', async () => {
  const { childId, visitId, grandmother } = await here();
  await as('resident').get('childcare.addPerson', { id: childId, person: { name: '高建国', kinship: 'neighbour', phone: '13900000066' }, isToday: false });
  await as('officer').get('childcare.bar', { id: childId, name: '外婆', reason: '法院有裁定。' });
  await as('carer').get('childcare.ask', { id: visitId, proof: 'callback', personId: grandmother });
  await handOver(community, visitId, community.idOf('resident'));
  const { data } = await community.cloud.database.collection(collections.messages.name).where({ caseId: community.cloud.database.command.in([childId, visitId]) }).orderBy('key', 'asc').limit(1000).get();
  const about = (data as Message[]).map(({ sentence }) => sentence);
  expect(about.length).toBeGreaterThan(5);
  expect(about).toContain('外婆来接小麦，正在核对。');
  expect(about).toContainEqual(expect.stringMatching(/^小麦\d\d:\d\d已交给妈妈。$/));
  for (const sentence of about) expect(sentence).not.toMatch(/韦|高|裁定|过敏|1390|桐里小学/);
});

test('a visit’s id says nothing of the child, and the board nothing beyond nickname and age', async () => {
  const { childId, visitId } = await here();
  expect(visitId).toMatch(/^[\w-]{22}$/);
  expect(visitId).not.toContain(childId.slice(0, 10));
  const { children } = await as('carer').get('childcare.board', { postId: post.id });
  expect(JSON.stringify(children)).not.toMatch(/1390|139\*|桐里小学|花生|韦德顺/);
});
