/** Who is who to a child: guardians, those who may fetch, walk-ins who become known, and adults whose record was looked up. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import { arrived, childDocument, nextAfternoon, toldAbout, visitDocument } from '../support/care-door';
import { comeToWork, consentVersion, handOver, openPost, registerChild, vet } from '../support/childcare';
import { startCommunity, type Community, type Name } from '../support/community';
import { codeOf, eventsOf, newcomer, refusalOf } from '../support/dispute-spec';
import type { Person } from '../support/local-cloud';

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
function nextSchoolDay(): number {
  const days = [1, 2, 3].map((count) => startAt + count * DAY);
  return days.find((day) => ![0, 6].includes(new Date(day).getUTCDay())) ?? startAt;
}
const father = { name: '穆子安', kinship: 'father' as const, phone: '13900000022' };
const WORD = '南瓜灯';
const invite = (id: string) => as('resident').get('childcare.addGuardian', { id, guardian: father, word: WORD });

describe('the other guardian', () => {
  test('comes in with the letter and the word, and is equal: sees the visit, has codes, may take back', async () => {
    const { childId, visitId, grandmother } = await here();
    const { code, child } = await invite(childId);
    expect(child.guardians.map(({ name, isMe, id }) => [name, isMe, id !== undefined])).toEqual([['韦德顺', true, true], ['穆子安', false, false]]);
    expect(codeOf(await as('neighbour').ask('childcare.open', { id: visitId }))).toBe('NOT_FOUND');
    const joined = await as('neighbour').get('childcare.joinGuardian', { code, word: ' 南瓜灯。' });
    expect(joined.relations).toEqual(['guardian']);
    expect((await as('neighbour').get('childcare.children', {})).visits.map(({ id }) => id)).toContain(visitId);
    expect((await as('neighbour').get('childcare.secret', { id: visitId })).secret).not.toBe((await as('resident').get('childcare.secret', { id: visitId })).secret);
    await as('neighbour').get('childcare.removePerson', { id: childId, personId: grandmother });
    expect((await toldAbout(community, 'resident', childId)).slice(-2)).toEqual(['小麦的另一位监护人进来了，和您看到的一样。', '小麦去掉了一位能接的人。不是您家的意思，请马上打警务室电话。']);
    expect(findTampering(await visitDocument(community, visitId), await eventsOf(community, visitId))).toEqual([]);
    expect(await handOver(community, visitId, community.idOf('neighbour'))).toMatchObject({ state: 'released', withWhom: '穆子安' });
  });

  test('is who says the word: five wrong ones lock, the letter is for one, and for nothing else', async () => {
    const { id } = await registerChild(community);
    const { code } = await invite(id);
    for (let time = 0; time < 5; time += 1) expect(codeOf(await as('neighbour').ask('childcare.joinGuardian', { code, word: '蓝书包' }))).toBe('INVALID_INPUT');
    expect(codeOf(await as('neighbour').ask('childcare.joinGuardian', { code, word: WORD }))).toBe('RATE_LIMITED');
    const again = await invite(id);
    expect((await childDocument(community, id)).facts.guardians).toHaveLength(2);
    await as('neighbour').get('childcare.joinGuardian', { code: again.code, word: WORD });
    expect(codeOf(await as('volunteer').ask('childcare.joinGuardian', { code: again.code, word: WORD }))).toBe('REFUSED');
    expect(codeOf(await as('volunteer').ask('hazard.bindInvitation', { code: again.code, word: WORD }))).toBe('NOT_FOUND');
    expect(codeOf(await as('stranger').ask('childcare.joinGuardian', { code: again.code, word: WORD }))).toBe('FORBIDDEN');
  });

  test('whom police take out, as a court asks, has no visit, no code and nobody who fetches in his name', async () => {
    const { childId, visitId } = await here();
    const { code } = await invite(childId);
    await as('neighbour').get('childcare.joinGuardian', { code, word: WORD });
    const { persons } = await as('neighbour').get('childcare.addPerson', { id: childId, person: { name: '爷爷', kinship: 'grandparent', phone: '13900000062' }, isToday: false });
    const grandfather = persons.find(({ name }) => name === '爷爷')?.id ?? '';
    await as('carer').get('childcare.confirmPerson', { id: childId, personId: grandfather, words: '打过。' });
    const remove = (who: Name) => as(who).ask('childcare.removeGuardian', { id: childId, who: community.idOf('neighbour'), reason: '法院判决，看过原件。' });
    for (const who of ['resident', 'carer', 'auxiliary', 'leader'] as const) expect([who, codeOf(await remove(who))]).toEqual([who, 'FORBIDDEN']);
    expect(codeOf(await remove('officer'))).toBe('OK');
    for (const action of ['childcare.open', 'childcare.secret'] as const) expect(codeOf(await as('neighbour').ask(action, { id: visitId }))).toBe('NOT_FOUND');
    expect(codeOf(await as('carer').ask('childcare.ask', { id: visitId, proof: 'callback', personId: grandfather }))).toBe('REFUSED');
    expect(JSON.stringify(await as('resident').get('childcare.child', { id: childId }))).not.toContain('判决');
    expect(codeOf(await as('officer').ask('childcare.removeGuardian', { id: childId, who: community.idOf('resident'), reason: '错。' }))).toBe('INVALID_MOVE');
  });
});

describe('who may fetch', () => {
  test('is told to every guardian, holds after half an hour, or at once when the post rang the stored number', async () => {
    const { childId, visitId } = await here();
    const { code } = await invite(childId);
    await as('neighbour').get('childcare.joinGuardian', { code, word: WORD });
    const added = await as('resident').get('childcare.addPerson', { id: childId, person: { name: '姑姑', kinship: 'relative', phone: '13900000063' }, isToday: false });
    const aunt = added.persons.find(({ name }) => name === '姑姑')?.id ?? '';
    expect((await toldAbout(community, 'neighbour', childId)).at(-1)).toBe('小麦加了一位能接的人：姑姑。不是您家的意思，请马上打警务室电话。');
    const ask = () => as('carer').ask('childcare.ask', { id: visitId, proof: 'callback', personId: aunt });
    expect(codeOf(await ask())).toBe('REFUSED');
    expect(codeOf(await as('resident').ask('childcare.confirmPerson', { id: childId, personId: aunt, words: '我自己。' }))).toBe('FORBIDDEN');
    await community.cloud.later(31 * MINUTE);
    expect(codeOf(await ask())).toBe('OK');
  });
});

test('with the consent goes what is booked; who is here goes home with a guardian, and a new consent books again', async () => {
  const { childId, visitId } = await here();
  const tomorrow = await as('resident').get('childcare.book', { childId, postId: post.id, startAt: nextSchoolDay() });
  await as('resident').get('childcare.withdrawConsent', { id: childId });
  expect([(await visitDocument(community, tomorrow.id)).state, (await visitDocument(community, visitId)).state]).toEqual(['cancelled', 'checkedIn']);
  expect((await childDocument(community, childId)).facts.visits.map(({ id }) => id)).toEqual([visitId]);
  expect(codeOf(await as('resident').ask('childcare.book', { childId, postId: post.id, startAt: tomorrow.startAt }))).toBe('REFUSED');
  expect(await handOver(community, visitId, community.idOf('resident'))).toMatchObject({ state: 'released' });
  await as('resident').get('childcare.consent', { id: childId, version: consentVersion });
  expect(await as('resident').get('childcare.book', { childId, postId: post.id, startAt: tomorrow.startAt })).toMatchObject({ id: tomorrow.id, state: 'booked' });
  expect(findTampering(await childDocument(community, childId), await eventsOf(community, childId))).toEqual([]);
});

describe('a number', () => {
  test('is read one at a time by staff of the visit, while the child is expected or here, and each look is on record', async () => {
    const { childId, visitId, grandmother } = await here();
    const { people } = await as('leader').get('childcare.staff', { postId: post.id });
    expect(people.find(({ id }) => id === community.idOf('carer'))?.vettedUntil).toBeGreaterThan(startAt + 300 * DAY);
    const looks = async () => (await community.cloud.database.collection('readLog').where({ caseId: childId, what: 'phone' }).count()).total;
    expect(await as('carer').get('childcare.phone', { childId, who: grandmother })).toEqual({ phone: '13900000061' });
    expect(await as('officer').get('childcare.phone', { childId, who: community.idOf('resident') })).toEqual({ phone: '13900000021' });
    expect(codeOf(await as('carer').ask('childcare.phone', { childId, who: 'nobody' }))).toBe('INVALID_INPUT');
    expect(codeOf(await as('resident').ask('childcare.phone', { childId, who: grandmother }))).toBe('FORBIDDEN');
    expect(await looks()).toBe(2);
    await handOver(community, visitId, grandmother);
    expect(codeOf(await as('carer').ask('childcare.phone', { childId, who: grandmother }))).toBe('NOT_FOUND');
    const { id } = await as('resident').get('childcare.book', { childId, postId: post.id, startAt: startAt + 50 * MINUTE });
    expect(codeOf(await as('carer').ask('childcare.phone', { childId, who: grandmother }))).toBe('FORBIDDEN');
    await community.cloud.later(30 * MINUTE);
    await community.cloud.runTimers('childcare');
    expect((await visitDocument(community, id)).state).toBe('expected');
    expect(codeOf(await as('carer').ask('childcare.phone', { childId, who: grandmother }))).toBe('OK');
  });
});

describe('a child who walked in', () => {
  const phone = '13900000071';
  const walkIn = () => as('carer').get('childcare.walkIn', { postId: post.id, nickname: '阿橙', birthMonth: '2017-05', guardianPhone: phone, allergy: '青霉素过敏', hasVerbalConsent: true });
  const join = (who: Person, word: string) => who.ask('childcare.consentLater', { word, kinship: 'mother', school: '桐里小学', consentVersion });
  let parents = 0;
  async function parent(number: string) {
    parents += 1;
    const person = await newcomer(community, `walk-in-parent-${parents}`, '安然');
    await person.get('identity.saveProfile', { phone: number });
    return person;
  }

  test('belongs to who has that number and heard the word on the phone; the child is known from then on', async () => {
    const { id, childId } = await walkIn();
    const { word } = await as('carer').get('childcare.walkInWord', { id });
    expect(word).toMatch(/^\d{6}$/);
    const [mother, somebody] = [await parent(phone), await parent('13900000072')];
    expect(codeOf(await join(somebody, word))).toBe('INVALID_INPUT');
    expect(await join(mother, word)).toMatchObject({ ok: true, data: { nickname: '阿橙', hasAllergy: true, allergy: '青霉素过敏', relations: ['guardian'] } });
    const { visits, children } = await mother.get('childcare.children', {});
    expect([children.length, visits.map(({ state }) => state)]).toEqual([1, ['checkedIn']]);
    expect((await mother.get('childcare.open', { id })).walkInConsentDue).toBeUndefined();
    expect((await visitDocument(community, id)).clocks.map(({ name }) => name)).not.toContain('consent');
    expect(codeOf(await as('carer').ask('childcare.walkInWord', { id }))).toBe('INVALID_MOVE');
    expect(codeOf(await join(await parent(phone), word))).toBe('INVALID_INPUT');
    expect((await childDocument(community, childId)).facts.consent?.version).toBe(consentVersion);
  });

  test('is nobody’s who only says to have the number: five words lock, for all accounts together', async () => {
    const { id, childId } = await walkIn();
    const { word } = await as('carer').get('childcare.walkInWord', { id });
    const wrong = String((Number(word) + 1) % 1_000_000).padStart(6, '0');
    const [first, second] = [await parent(phone), await parent(phone)];
    for (let time = 0; time < 3; time += 1) expect(codeOf(await join(first, wrong))).toBe('INVALID_INPUT');
    for (let time = 0; time < 2; time += 1) expect(codeOf(await join(second, wrong))).toBe('INVALID_INPUT');
    expect(codeOf(await join(second, word))).toBe('RATE_LIMITED');
    expect((await childDocument(community, childId)).facts.guardians.map((guardian) => guardian.id)).toEqual([undefined]);
    expect(await as('carer').get('childcare.phone', { childId, who: 'guardian0' })).toEqual({ phone });
  });
});

describe('an adult', () => {
  test('is on duty only when the leader has looked up the record within the year', async () => {
    expect(await refusalOf(as('auxiliary').ask('childcare.shift', { postId: post.id, isOn: true }))).toMatchObject({ code: 'REFUSED', basis: '未成年人保护法 第62条' });
    for (const who of ['carer', 'officer', 'resident'] as const) expect(codeOf(await as(who).ask('childcare.vet', { postId: post.id, personId: community.idOf('auxiliary'), isClean: true }))).toBe('FORBIDDEN');
    expect(codeOf(await as('leader').ask('childcare.vet', { postId: post.id, personId: community.idOf('resident'), isClean: true }))).toBe('INVALID_INPUT');
    await vet(community, post.id, 'auxiliary');
    expect(codeOf(await as('auxiliary').ask('childcare.shift', { postId: post.id, isOn: true }))).toBe('OK');
  });

  test('with a record is off duty at once, and the leaders hear what that leaves', async () => {
    const { visitId } = await here();
    await as('admin').get('childcare.vet', { postId: post.id, personId: community.idOf('carer2'), isClean: false });
    const { carers, present, light } = await as('carer').get('childcare.board', { postId: post.id });
    expect([carers.map(({ id }) => id), present, light]).toEqual([[community.idOf('carer')], 1, 'red']);
    expect(codeOf(await as('carer2').ask('childcare.shift', { postId: post.id, isOn: true }))).toBe('REFUSED');
    expect(codeOf(await as('carer').ask('childcare.walkIn', { postId: post.id, nickname: '一一', birthMonth: '2018-05', guardianPhone: '13900000073', hasVerbalConsent: true }))).toBe('REFUSED');
    expect((await visitDocument(community, visitId)).state).toBe('checkedIn');
  });

  test('who forgot to leave is not there the next day', async () => {
    await community.cloud.later(12 * HOUR);
    await community.cloud.runTimers('childcare');
    expect((await as('carer').get('childcare.board', { postId: post.id })).carers).toEqual([]);
  });

  test('whose look into the record is a year old is looked up again', async () => {
    await community.cloud.later(366 * DAY);
    await community.cloud.runTimers('childcare');
    expect(codeOf(await as('carer').ask('childcare.shift', { postId: post.id, isOn: true }))).toBe('REFUSED');
  });
});
