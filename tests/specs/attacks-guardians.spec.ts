/** A guardian who is limited or gone, and staff who would be one: no way back to the child. */
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import { arrived, childDocument, nextAfternoon, visitDocument } from '../support/care-door';
import { comeToWork, consentVersion, handOver, openPost } from '../support/childcare';
import { startCommunity, type Community } from '../support/community';
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
  post = await openPost(community, { areaM2: 200, seats: 40 });
  await comeToWork(community, post);
});

const here = () => arrived(community, post, startAt);
const stateOf = async (id: string) => (await visitDocument(community, id)).state;

describe('a guardian whom a court has limited, or police have taken out', () => {
  const WORD = '南瓜灯';
  const father = { name: '穆子安', kinship: 'father' as const, phone: '13900000022' };
  /** Father has come in, and has made a letter for somebody else. */
  async function withFather() {
    const visit = await here();
    const { code } = await as('resident').get('childcare.addGuardian', { id: visit.childId, guardian: father, word: WORD });
    await as('neighbour').get('childcare.joinGuardian', { code, word: WORD });
    const own = await as('neighbour').get('childcare.addGuardian', { id: visit.childId, guardian: { name: '某人', kinship: 'other', phone: '13900000024' }, word: WORD });
    return { ...visit, letter: own.code };
  }
  const remove = (id: string) => as('officer').get('childcare.removeGuardian', { id, who: community.idOf('neighbour'), reason: '法院判决，看过原件。' });
  const limit = (id: string) => as('officer').get('childcare.bar', { id, name: '穆子安', who: community.idOf('neighbour'), reason: '法院有裁定。' });

  test('lets nobody in by a letter of his own, himself least of all', async () => {
    for (const leave of [remove, limit]) {
      const { childId, letter } = await withFather();
      await leave(childId);
      for (const who of ['neighbour', 'volunteer'] as const) {
        const reply = await as(who).ask('childcare.joinGuardian', { code: letter, word: WORD });
        if (leave === remove || who === 'volunteer') expect(codeOf(reply)).toBe('REFUSED');
      }
      expect((await childDocument(community, childId)).facts.guardians.filter(({ id }) => id === undefined)).toEqual([]);
    }
  });

  test('sends nobody: whom he named is not handed the child while the limit stands', async () => {
    const { childId, visitId } = await withFather();
    const { persons } = await as('neighbour').get('childcare.addPerson', { id: childId, person: { name: '爷爷', kinship: 'grandparent', phone: '13900000062' }, isToday: false });
    const personId = persons.find(({ name }) => name === '爷爷')?.id ?? '';
    await as('carer').get('childcare.confirmPerson', { id: childId, personId, words: '打过。' });
    await limit(childId);
    expect((await as('carer').get('childcare.board', { postId: post.id })).offline?.lines.map((line) => line.personId)).not.toContain(personId);
    expect(codeOf(await as('carer').ask('childcare.ask', { id: visitId, proof: 'callback', personId }))).toBe('REFUSED');
  });

  test('books nothing, sends no police to the school, and gives up no booking of the other parent’s', async () => {
    const { childId, visitId } = await withFather();
    await handOver(community, visitId, community.idOf('resident'));
    const { id } = await as('resident').get('childcare.book', { childId, postId: post.id, startAt: startAt + 50 * MINUTE });
    await limit(childId);
    const limited = as('neighbour');
    for (const reply of [
      await limited.ask('childcare.askFetch', { childId, postId: post.id, reason: '急', school: '桐里小学', teacher: '许老师', phrase: '蓝书包' }),
      await limited.ask('childcare.book', { childId, postId: post.id, startAt: startAt + 50 * MINUTE }),
      await limited.ask('childcare.cancel', { id }),
    ]) expect(codeOf(reply)).toBe('FORBIDDEN');
    expect(await stateOf(id)).toBe('booked');
  });

  test('reads the child no more through a visit that is over; nor do staff', async () => {
    const { childId, visitId } = await withFather();
    await handOver(community, visitId, community.idOf('resident'));
    await as('resident').get('childcare.book', { childId, postId: post.id, startAt: startAt + 50 * MINUTE });
    expect((await as('neighbour').get('childcare.open', { id: visitId })).child.school).toBe('桐里小学');
    expect((await as('carer').get('childcare.open', { id: visitId })).child).toEqual({ nickname: '', age: 0, school: '', hasAllergy: false, persons: [], hasFamilyWord: false });
    await remove(childId);
    expect(codeOf(await as('neighbour').ask('childcare.open', { id: visitId }))).toBe('NOT_FOUND');
    expect(codeOf(await as('resident').ask('childcare.open', { id: visitId }))).toBe('OK');
  });

  test('does not hear of the limit by what the officers wrote, neither on the page nor in the export', async () => {
    const { childId, visitId } = await withFather();
    const words = '法院限制了爸爸，妈妈来接。';
    await as('officer').get('childcare.proposeException', { id: visitId, personId: community.idOf('resident'), name: '妈妈', isDocumentSeen: true, isRungBack: true, words });
    await as('officer2').get('childcare.releaseByException', { id: visitId, words });
    const { lines } = await as('neighbour').get('childcare.open', { id: visitId });
    expect(lines.filter(({ move }) => move === 'releaseByException').map((line) => line.words)).toEqual([undefined]);
    expect((await as('officer').get('childcare.open', { id: visitId })).lines[0]?.words).toBe(words);
    expect((await as('neighbour').get('childcare.export', { id: childId })).text).not.toContain('法院');
  });
});

test('an export tells each guardian the numbers that are his own to tell', async () => {
  const { childId } = await here();
  const { code } = await as('resident').get('childcare.addGuardian', { id: childId, guardian: { name: '穆子安', kinship: 'father', phone: '13900000022' }, word: '南瓜灯' });
  await as('neighbour').get('childcare.joinGuardian', { code, word: '南瓜灯' });
  const { text } = await as('neighbour').get('childcare.export', { id: childId });
  for (const line of ['穆子安（爸爸）13900000022', '（妈妈）139******21', '外婆（老人）139******61']) expect(text).toContain(line);
});

test('a handover that was made without a network is told even when the person was taken out since, and at a door that was refused', async () => {
  const { childId, visitId } = await here();
  const { code } = await as('resident').get('childcare.addGuardian', { id: childId, guardian: { name: '穆子安', kinship: 'father', phone: '13900000022' }, word: '南瓜灯' });
  await as('neighbour').get('childcare.joinGuardian', { code, word: '南瓜灯' });
  const personId = community.idOf('neighbour');
  const signature = (await as('carer').get('childcare.board', { postId: post.id })).offline?.lines.find((line) => line.visitId === visitId && line.personId === personId)?.signature ?? '';
  await as('officer').get('childcare.removeGuardian', { id: childId, who: personId, reason: '法院判决，看过原件。' });
  await as('carer').get('childcare.ask', { id: visitId, proof: 'callback', personId: community.idOf('resident') });
  await as('carer').get('childcare.refuseRelease', { id: visitId, reason: '不放心。' });
  const at = await community.cloud.now();
  expect(await as('carer').get('childcare.claimOffline', { id: visitId, personId, at, claimId: 'claim', signature })).toMatchObject({ state: 'releaseClaimed' });
  expect(codeOf(await as('officer').ask('childcare.confirmClaim', { id: visitId, words: '问过。' }))).toBe('REFUSED');
});

test('nobody of the post becomes the guardian of a child at the door', async () => {
  const phone = '13900000071';
  const { id } = await as('carer').get('childcare.walkIn', { postId: post.id, nickname: '阿橙', birthMonth: '2017-05', guardianPhone: phone, hasVerbalConsent: true });
  const { word } = await as('carer').get('childcare.walkInWord', { id });
  for (const who of ['carer', 'carer2', 'officer'] as const) {
    await as(who).get('identity.saveProfile', { phone });
    expect([who, codeOf(await as(who).ask('childcare.consentLater', { word, kinship: 'mother', school: '桐里小学', consentVersion }))]).toEqual([who, 'FORBIDDEN']);
  }
});
