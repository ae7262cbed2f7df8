/** After each term the datum is gone from documents, files, exports and what it is found by, and the log says so. Erasure at once. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { collections, indexes } from '../../cloudfunctions/_kit/collections';
import { DAY, dayKey, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import { arrived, childDocument, codeShown, nextAfternoon, visitDocument } from '../support/care-door';
import { comeToWork, consentVersion, handOver, openPost, registerChild } from '../support/childcare';
import { startCommunity, type Community } from '../support/community';
import { codeOf, eventsOf, refusalOf } from '../support/dispute-spec';

let community: Community;
let as: Community['as'];
let post: CarePost;
let startAt: number;

beforeEach(async () => {
  community = await startCommunity('2026-03-02 12:00');
  as = community.as;
  startAt = await nextAfternoon(community);
  post = await openPost(community);
  await comeToWork(community, post);
}, 60_000);
afterEach(() => community.stop());

const here = () => arrived(community, post, startAt);
const later = (ms: number) => community.cloud.later(ms);
async function rounds(): Promise<void> {
  await community.cloud.runTimers('childcare');
}
async function all(collection: keyof typeof collections): Promise<Record<string, unknown>[]> {
  const { data } = await community.cloud.database.collection(collections[collection].name).limit(1000).get();
  return data as Record<string, unknown>[];
}
/** Wherever a text stands in any document, in clear. */
async function standsIn(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of Object.keys(collections) as (keyof typeof collections)[]) if (JSON.stringify(await all(name)).includes(text)) found.push(name);
  return found;
}
async function logOf(): Promise<Record<string, number>> {
  const { data } = await community.cloud.database.collection(collections.retentionDays.name).doc(dayKey(await community.cloud.now())).get();
  return (data as { gone: Record<string, number> }[])[0]?.gone ?? {};
}

test('used codes stay a day, the tries at the door no longer than the visit', async () => {
  const { visitId } = await here();
  const personId = community.idOf('resident');
  const code = await codeShown(community, visitId);
  await as('carer').ask('childcare.ask', { id: visitId, proof: 'code', personId, code: String((Number(code) + 1) % 1_000_000).padStart(6, '0') });
  await as('carer').get('childcare.ask', { id: visitId, proof: 'code', personId, code });
  expect((await all('tries')).filter(({ _id }) => String(_id).startsWith('pickup:'))).toHaveLength(1);
  await as('carer').get('childcare.release', { id: visitId });
  expect((await all('tries')).filter(({ _id }) => String(_id).startsWith('pickup:'))).toEqual([]);
  await later(23 * HOUR);
  await rounds();
  expect(await all('usedCodes')).toHaveLength(1);
  await later(HOUR + MINUTE);
  await rounds();
  expect(await all('usedCodes')).toEqual([]);
  expect(await logOf()).toMatchObject({ codes: 1 });
  await rounds();
  expect(await logOf()).toMatchObject({ codes: 1 }); // a second round finds nothing, and counts nothing
});

test('the picture of a handover stays a week: then neither file nor address is left', async () => {
  const { visitId, grandmother } = await here();
  await handOver(community, visitId, grandmother);
  const { fileId } = (await all('files'))[0] as { fileId: string };
  const isThere = async () => {
    const { fileList } = await community.cloud.app.getTempFileURL({ fileList: [fileId] });
    return fileList[0]?.code === 'SUCCESS' && (await fetch(encodeURI(fileList[0].tempFileURL))).ok;
  };
  expect((await as('resident').get('childcare.open', { id: visitId })).handover?.kind).toBe('photo');
  await later(6 * DAY);
  await rounds();
  expect([await isThere(), (await all('files')).length]).toEqual([true, 1]);
  await later(DAY);
  await rounds();
  expect([await isThere(), await all('files')]).toEqual([false, []]);
  expect((await as('resident').get('childcare.open', { id: visitId })).handover).toBeUndefined();
  expect(await logOf()).toEqual({ codes: 0, photos: 1, visits: 0, children: 0, records: 0 });
});

test('a visit stays ninety days; then only its post’s month counts it', async () => {
  const { childId, visitId, grandmother } = await here();
  await as('carer').get('childcare.activity', { id: visitId, activity: 'homework' });
  await handOver(community, visitId, grandmother);
  await later(89 * DAY);
  await rounds();
  expect((await as('resident').get('childcare.history', { childId })).visits).toHaveLength(1);
  await later(DAY + HOUR);
  await rounds();
  expect((await as('resident').get('childcare.history', { childId })).visits).toEqual([]);
  expect(codeOf(await as('resident').ask('childcare.open', { id: visitId }))).toBe('NOT_FOUND');
  const left = await standsIn(visitId);
  expect(left.filter((name) => name !== 'attempts')).toEqual([]); // sealed answers live a week by their own timer
  expect(await eventsOf(community, visitId)).toEqual([]);
  expect((await all('messages')).filter(({ caseId }) => caseId === visitId)).toEqual([]);
  expect((await as('resident').get('childcare.export', { id: childId })).text).toContain('【托管】\n没有');
  expect(await all('careCounts')).toEqual([{ _id: `${post.id}:2026-03`, postId: post.id, month: '2026-03', ends: { released: 1 } }]);
  expect(await logOf()).toMatchObject({ visits: 1 });
});

test('the note about health goes with the consent, the record a month after it, and the trace that there was one after three years', async () => {
  const { id } = await registerChild(community);
  await as('resident').get('childcare.complete', { id, allergy: '花生过敏' });
  await as('resident').get('childcare.withdrawConsent', { id });
  expect((await childDocument(community, id)).facts.allergy).toBeUndefined();
  expect((await as('resident').get('childcare.export', { id })).text).not.toContain('花生');
  await later(29 * DAY);
  await rounds();
  expect((await childDocument(community, id)).state).toBe('known');
  await later(DAY + HOUR);
  await rounds();
  const { state, facts, people } = await childDocument(community, id);
  expect([state, people, facts]).toEqual(['erased', [], { nickname: '', birthMonth: '', school: '', guardians: [], persons: [], barred: [], visits: [], isSwept: true, consent: expect.objectContaining({ version: consentVersion, by: community.idOf('resident') }) as object }]);
  expect(await standsIn('小麦')).toEqual([]);
  expect(await logOf()).toMatchObject({ children: 1 });
  await later(3 * 365 * DAY + HOUR);
  await rounds();
  expect([await childDocument(community, id), await eventsOf(community, id)]).toEqual([undefined, []]);
  expect(await logOf()).toMatchObject({ records: 1 });
});

test('consent that is given again keeps the record', async () => {
  const { id } = await registerChild(community);
  await as('resident').get('childcare.withdrawConsent', { id });
  await later(20 * DAY);
  await as('resident').get('childcare.consent', { id, version: consentVersion });
  await later(20 * DAY);
  await rounds();
  expect((await childDocument(community, id)).state).toBe('known');
});

test('a limit on a person outlives the consent by three years: it protects the child', async () => {
  const { childId, visitId } = await here();
  await as('officer').get('childcare.bar', { id: childId, name: '高某', reason: '法院有裁定。' });
  await handOver(community, visitId, community.idOf('resident'));
  await as('resident').get('childcare.withdrawConsent', { id: childId });
  await later(3 * 365 * DAY - HOUR);
  await rounds();
  expect((await childDocument(community, childId)).state).toBe('known');
  await later(2 * HOUR);
  await rounds();
  expect([(await childDocument(community, childId)).state, await standsIn('高某')]).toEqual(['erased', []]);
});

test('a child at the door whom nobody came to know is forgotten a day after', async () => {
  const { id, childId } = await as('carer').get('childcare.walkIn', { postId: post.id, nickname: '阿橙', birthMonth: '2017-05', guardianPhone: '13900000071', allergy: '青霉素过敏', hasVerbalConsent: true });
  await as('officer').get('childcare.proposeException', { id, personId: 'guardian0', name: '家长', isDocumentSeen: true, isRungBack: true, words: '看过证件。' });
  await as('officer2').get('childcare.releaseByException', { id, words: '再看过一遍。' });
  await later(23 * HOUR);
  await rounds();
  expect((await childDocument(community, childId)).state).toBe('known');
  await later(2 * HOUR);
  await rounds();
  expect((await childDocument(community, childId)).state).toBe('erased');
  expect(await standsIn('阿橙')).toEqual([]);
});

describe('an erasure', () => {
  test('is refused while the child is at the post or on the way, and while a limit stands', async () => {
    const { childId, visitId, grandmother } = await here();
    expect(await refusalOf(as('resident').ask('childcare.erase', { id: childId }))).toMatchObject({ code: 'INVALID_MOVE', message: '还有没结束的托管，先取消或接走孩子，再删除。' });
    await as('officer').get('childcare.bar', { id: childId, name: '高某', reason: '法院有裁定。' });
    await handOver(community, visitId, grandmother);
    expect(await refusalOf(as('resident').ask('childcare.erase', { id: childId }))).toMatchObject({ code: 'FORBIDDEN', message: '这一步请到警务室来办。' });
    for (const who of ['carer', 'officer', 'leader', 'neighbour'] as const) expect(codeOf(await as(who).ask('childcare.erase', { id: childId }))).toBe('NOT_FOUND');
  });

  test('leaves that there was a consent and who looked; name, numbers, photos, words, messages and visits are gone at once', async () => {
    const { childId, visitId, grandmother } = await here();
    await as('carer').get('childcare.child', { id: childId });
    await handOver(community, visitId, grandmother);
    const file = (await all('files'))[0] as { fileId: string };
    await as('resident').get('childcare.erase', { id: childId });
    expect(await standsIn('小麦')).toEqual([]);
    expect(await standsIn('外婆')).toEqual([]);
    expect([await all('files'), await all('visits'), (await all('events')).filter(({ caseId }) => caseId === visitId)]).toEqual([[], [], []]);
    const { fileList } = await community.cloud.app.getTempFileURL({ fileList: [file.fileId] });
    expect(fileList[0]?.code).not.toBe('SUCCESS');
    const child = await childDocument(community, childId);
    expect(child.facts.consent).toMatchObject({ version: consentVersion, by: community.idOf('resident') });
    expect(findTampering(child, await eventsOf(community, childId))).toEqual([]);
    expect((await all('readLog')).filter(({ caseId }) => caseId === childId).length).toBeGreaterThan(0);
    for (const action of ['childcare.child', 'childcare.export', 'childcare.erase'] as const) expect(codeOf(await as('resident').ask(action, { id: childId }))).toBe('NOT_FOUND');
    expect((await as('resident').get('childcare.children', {})).children).toEqual([]);
    expect(await logOf()).toMatchObject({ children: 1, visits: 1, photos: 1 });
    await rounds(); // and what a crash would have left the timer finds
    expect((await childDocument(community, childId)).facts.isSwept).toBe(true);
  });
});

test('a round that broke off is finished by the next, and counts nothing twice', async () => {
  const visits = [await here(), await arrived(community, post, startAt, 'neighbour')];
  for (const { visitId, grandmother } of visits) await handOver(community, visitId, grandmother);
  await later(91 * DAY);
  // as after a crash: what hangs on the first visit is gone, the visit is not
  await community.cloud.database.collection(collections.events.name).where({ caseId: visits[0]!.visitId }).remove();
  await community.cloud.database.collection(collections.files.name).where({ caseId: visits[0]!.visitId }).remove();
  await rounds();
  await rounds();
  expect(await all('visits')).toEqual([]);
  expect((await all('careCounts'))[0]).toMatchObject({ ends: { released: 2 } });
  expect(await logOf()).toMatchObject({ visits: 2 });
  expect(indexes.visitsGone.orderBy).toBe('goneKey'); // one page an index: never the whole collection
  expect(await visitDocument(community, visits[0]!.visitId)).toBeUndefined();
});
