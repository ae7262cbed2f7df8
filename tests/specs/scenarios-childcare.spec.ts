/** Seed scenarios of childcare, told in virtual time. */
import { codeOnPhone } from '../../miniprogram/domain/childcare/phone-codes';
import { counterOf, stepAt } from '../../miniprogram/domain/childcare/pickup-codes';
import type { CarePost, ChildView } from '../../typings/contract/childcare';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { strike } from '../support/care-queues';
import { comeToWork, consentVersion, momentAt, openPost } from '../support/childcare';
import { type Community, startCommunity } from '../support/community';
import { newcomer } from '../support/dispute-spec';
import type { Person } from '../support/local-cloud';

let community: Community;
let post: CarePost;

beforeEach(async () => {
  community = await startCommunity('2026-03-06 19:30');
  post = await openPost(community);
  await comeToWork(community, post);
}, 60_000);
afterEach(() => community.stop());

/** A child of the mother's, with the grandmother as the second who may come. */
async function childOf(mother: Person, nickname: string, birthMonth: string): Promise<ChildView> {
  const { id } = await mother.get('childcare.register', { nickname, birthMonth, school: '桐里小学', kinship: 'mother', consentVersion });
  await mother.get('childcare.addPerson', { id, person: { name: '外婆', kinship: 'grandparent', phone: '13900000061' }, isToday: false });
  return mother.get('childcare.complete', { id, className: '三年级2班' });
}

/** What the mother's phone shows at the door, without a network. */
async function codeOf(mother: Person, visitId: string): Promise<string> {
  const { secret } = await mother.get('childcare.secret', { id: visitId });
  return codeOnPhone(secret, counterOf(stepAt(await community.cloud.now()), 0));
}
const heard = async (person: Person, count: number) => (await person.get('identity.inbox', {})).messages.slice(0, count).map(({ sentence }) => sentence);

test('scenario 15: two children, dismissals 40 minutes apart: the gap is booked for the week; one is late; the ladder runs', async () => {
  const { as, cloud } = community;
  // Friday evening: the younger comes out at 15:40, the elder at 16:20, and nobody can be at the gate twice.
  const mother = await newcomer(community, 'parent', '安然');
  const [younger, elder] = [await childOf(mother, '小麦', '2018-09'), await childOf(mother, '小满', '2016-08')];
  const week = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'];
  const dismissals = week.flatMap((day) => [{ childId: younger.id, day, minute: 15 * 60 + 40 }, { childId: elder.id, day, minute: 16 * 60 + 20 }]);
  const { gaps } = await mother.get('childcare.week', { postId: post.id, dismissals });
  expect(gaps.map(({ nickname, day, startAt, free }) => [nickname, day, startAt, free])).toEqual(week.map((day) => ['小麦', day, momentAt(day, 15, 40), 9]));
  const visits = [];
  for (const { childId, postId, startAt } of gaps) visits.push(await mother.get('childcare.book', { childId, postId, startAt }));
  expect(visits.map(({ state }) => state)).toEqual(week.map(() => 'booked'));
  expect((await mother.get('childcare.week', { postId: post.id, dismissals })).gaps).toEqual([]); // the week is bridged
  expect((await as('leader').get('childcare.forecast', { postId: post.id, from: momentAt('2026-03-09', 0), days: 5 })).days.map(({ booked, carers }) => [booked, carers])).toEqual(week.map(() => [1, 2]));

  // Monday: in the corridor at 15:43, homework, and the mother with the elder at 16:24.
  const [monday, tuesday] = visits.map(({ id }) => id);
  await strike(community, '2026-03-09 15:10');
  await comeToWork(community, post);
  await cloud.at('2026-03-09 15:43');
  await as('carer').get('childcare.checkIn', { id: monday! });
  await as('carer').get('childcare.activity', { id: monday!, activity: 'homework' });
  await cloud.at('2026-03-09 16:24');
  await as('carer').get('childcare.ask', { id: monday!, proof: 'code', personId: personIdOf('parent'), code: await codeOf(mother, monday!) });
  expect(await as('carer').get('childcare.release', { id: monday! })).toMatchObject({ state: 'released', withWhom: '安然' });

  // Tuesday: the younger dawdles at the stationer's.
  await strike(community, '2026-03-10 15:10');
  await comeToWork(community, post);
  await strike(community, '2026-03-10 15:50');
  expect(await heard(mother, 1)).toEqual(['小麦还没到，请看看孩子走到哪里了。']);
  await strike(community, '2026-03-10 15:55');
  expect(await heard(as('carer'), 1)).toEqual(['小麦还没到，请给家长打电话。']);
  expect((await as('carer').get('childcare.board', { postId: post.id })).children).toMatchObject([{ nickname: '小麦', state: 'expected', lateMinutes: 15, todo: '还没到，请给家长打电话' }]);
  await cloud.at('2026-03-10 15:57');
  await as('carer').get('childcare.checkIn', { id: tuesday! });
  expect(await heard(mother, 1)).toEqual(['小麦15:57到桐花里警务室了。']);

  // And the mother stands in a jam: five o'clock, a quarter past, half past.
  await strike(community, '2026-03-10 17:00');
  expect(await mother.get('childcare.open', { id: tuesday! })).toMatchObject({ state: 'checkedIn', lateSince: momentAt('2026-03-10', 17) });
  expect(await heard(mother, 1)).toEqual(['小麦到时间了，请来接。']);
  await strike(community, '2026-03-10 17:15');
  expect(await heard(mother, 1)).toEqual(['15分钟了还没人接小麦，警务室正在给您打电话，请尽快来或请能接的人来。']);
  expect(await heard(as('carer'), 1)).toEqual(['小麦还没人接，请给两位家长打电话。']);
  await strike(community, '2026-03-10 17:30');
  expect(await heard(as('officer'), 1)).toEqual(['小麦还没人接，请给能接的人打电话。']);
  await cloud.at('2026-03-10 17:36');
  await as('carer').get('childcare.ask', { id: tuesday!, proof: 'code', personId: personIdOf('parent'), code: await codeOf(mother, tuesday!) });
  expect(await as('carer').get('childcare.release', { id: tuesday! })).toMatchObject({ state: 'released', withWhom: '安然' });
  await strike(community, '2026-03-10 18:05');
  expect(await heard(as('leader'), 10)).not.toContain('小麦一小时没人接，请所领导联系儿童督导员。');

  // Wednesday is a half holiday at home: the seat is given back, the rest of the week stands.
  await mother.get('childcare.cancel', { id: visits[2]!.id, reason: '外婆来带。' });
  expect((await mother.get('childcare.children', {})).visits.filter(({ state }) => state === 'booked').map(({ startAt }) => startAt)).toEqual([momentAt('2026-03-12', 15, 40), momentAt('2026-03-13', 15, 40)]);
});

test('scenario 14: a mother takes the younger child to hospital; the officer fetches the elder from school and she is received at the post', async () => {
  const { as, cloud } = community;
  const mother = await newcomer(community, 'parent', '安然');
  const elder = await childOf(mother, '小满', '2016-08');
  // Tuesday 15:20: a broken arm, an ambulance, and the elder comes out of school at 16:20.
  await cloud.at('2026-03-10 15:20');
  const { id } = await mother.get('childcare.askFetch', { childId: elder.id, postId: post.id, reason: '弟弟摔伤送医院', school: '桐里小学', teacher: '许老师', phrase: '桂花糕' });
  expect(await heard(as('officer'), 1)).toEqual(['有家长急事，请去学校接小满，请马上看。']);
  expect(await mother.get('childcare.open', { id })).toMatchObject({ state: 'fetching', next: { what: '派人去接' }, fetch: { isConfirmedByTeacher: false } });

  // One of the two officers goes; the other is told that somebody did.
  expect(await as('officer').get('childcare.takeFetch', { id })).toMatchObject({ state: 'fetching', withWhom: '沈警官' });
  expect(await as('officer2').ask('childcare.takeFetch', { id })).toMatchObject({ ok: false, error: { code: 'CONFLICT', message: '沈警官已经去了。' } });
  expect(await heard(mother, 1)).toEqual(['沈警官去接小满了。']);

  // Nobody is taken in whom nobody has brought yet.
  expect(await as('carer').ask('childcare.checkIn', { id })).toMatchObject({ ok: false, error: { code: 'INVALID_MOVE', message: '民警还没点“接到了”：要老师说过口令、点过头，再签到。' } });

  // At the gate: no phrase no child, no nod of the teacher no child, and no other officer in her place.
  await cloud.at('2026-03-10 16:18');
  expect(await as('officer').ask('childcare.pickUp', { id, phrase: '绿豆糕', hasTeacherConfirmed: true })).toMatchObject({ ok: false, error: { message: '口令对不上，请打电话问家长。' } });
  expect(await as('officer').ask('childcare.pickUp', { id, phrase: '桂花糕', hasTeacherConfirmed: false })).toMatchObject({ ok: false, error: { message: '请老师核对口令、点头以后，再接走孩子。' } });
  expect(await as('officer2').ask('childcare.pickUp', { id, phrase: '桂花糕', hasTeacherConfirmed: true })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  await as('officer').get('childcare.pickUp', { id, phrase: '桂花糕', hasTeacherConfirmed: true });
  expect(await heard(mother, 1)).toEqual(['小满接到了，正在去警务室。']);

  // At the post she is received like any other child, and the mother comes from the hospital.
  await cloud.at('2026-03-10 16:31');
  expect(await as('carer').get('childcare.checkIn', { id })).toMatchObject({ state: 'checkedIn' });
  expect(await heard(mother, 1)).toEqual(['小满16:31到桐花里警务室了。']);
  await cloud.at('2026-03-10 17:10');
  await as('carer').get('childcare.ask', { id, proof: 'code', personId: personIdOf('parent'), code: await codeOf(mother, id) });
  expect(await as('carer').get('childcare.release', { id })).toMatchObject({ state: 'released', withWhom: '安然' });
  expect((await as('carer').get('childcare.board', { postId: post.id })).present).toBe(0);
});

test('scenario 14, nobody sets out: officers hear of it after five minutes, the leader after ten; who finds another way says so', async () => {
  const { as, cloud } = community;
  const mother = await newcomer(community, 'parent', '安然');
  const elder = await childOf(mother, '小满', '2016-08');
  await cloud.at('2026-03-10 15:20');
  await comeToWork(community, post);
  const { id } = await mother.get('childcare.askFetch', { childId: elder.id, postId: post.id, reason: '弟弟摔伤送医院', school: '桐里小学', teacher: '许老师', phrase: '桂花糕' });
  await strike(community, '2026-03-10 15:26');
  expect(await heard(as('officer'), 1)).toEqual(['还没人去学校接小满，请马上看。']);
  expect(await heard(as('leader'), 1)).not.toEqual(['还没人去学校接小满，请马上看。']);
  await strike(community, '2026-03-10 15:31');
  expect(await heard(as('leader'), 1)).toEqual(['还没人去学校接小满，请马上看。']);
  await as('officer').get('childcare.takeFetch', { id });
  expect(await mother.get('childcare.cancel', { id, reason: '邻居去接了。' })).toMatchObject({ state: 'cancelled' });
  expect(await heard(as('officer'), 1)).toEqual(['家长自己接小满了，不用去学校了。']);
  expect((await mother.get('childcare.child', { id: elder.id })).nickname).toBe('小满');
});

test('scenario 14, too few carers: nobody is fetched to a post without two adults, and the mother reads what she can do instead', async () => {
  const { as, cloud } = community;
  const mother = await newcomer(community, 'parent', '安然');
  const elder = await childOf(mother, '小满', '2016-08');
  await cloud.at('2026-03-10 15:20');
  await as('carer2').get('childcare.shift', { postId: post.id, isOn: false });
  const { id } = await mother.get('childcare.askFetch', { childId: elder.id, postId: post.id, reason: '弟弟摔伤送医院', school: '桐里小学', teacher: '许老师', phrase: '桂花糕' });
  expect(await as('officer').ask('childcare.takeFetch', { id })).toMatchObject({ ok: false, error: { code: 'REFUSED', message: '桐花里警务室在岗的大人不到 2 位，先别接，告诉家长别的办法。' } });
  await as('officer').get('childcare.declineFetch', { id, alternative: '许老师陪她在学校等到18:00，外婆已经出门。' });
  const { state, lines } = await mother.get('childcare.open', { id });
  expect([state, lines[0]?.words]).toEqual(['cancelled', '许老师陪她在学校等到18:00，外婆已经出门。']);
  expect(await heard(mother, 1)).toEqual(['这会儿人手不够，没法去接小满，点开看还能怎么办。']);
});

test('scenario 14, no room: who is on the way is counted, and the officer reads what to tell the mother; a way home makes room again', async () => {
  const { as, cloud } = community;
  const small = await openPost(community, { seats: 2 });
  await comeToWork(community, small);
  const mother = await newcomer(community, 'parent', '安然');
  const children = [await childOf(mother, '小满', '2016-08'), await childOf(mother, '小麦', '2018-09'), await childOf(mother, '小谷', '2017-05')];
  await cloud.at('2026-03-10 15:20');
  const errands: string[] = [];
  for (const { id: childId } of children) errands.push((await mother.get('childcare.askFetch', { childId, postId: small.id, reason: '弟弟摔伤送医院', school: '桐里小学', teacher: '许老师', phrase: '桂花糕' })).id);
  const [first, second, third] = errands as [string, string, string];
  await as('officer').get('childcare.takeFetch', { id: first });
  await as('officer2').get('childcare.takeFetch', { id: second });
  expect(await as('officer').ask('childcare.takeFetch', { id: third })).toMatchObject({ ok: false, error: { code: 'REFUSED', message: '桐花里警务室满了，先别接，告诉家长别的办法：请老师再留一会儿，或请能接的人去。' } });
  await mother.get('childcare.cancel', { id: second, reason: '邻居去接了。' });
  expect(await as('officer').get('childcare.takeFetch', { id: third })).toMatchObject({ state: 'fetching' });
});

test('scenario 14, an adult leaves meanwhile: a child whom the officer has is received all the same, and the leader is alarmed', async () => {
  const { as, cloud } = community;
  const mother = await newcomer(community, 'parent', '安然');
  const elder = await childOf(mother, '小满', '2016-08');
  await cloud.at('2026-03-10 15:20');
  const { id } = await mother.get('childcare.askFetch', { childId: elder.id, postId: post.id, reason: '弟弟摔伤送医院', school: '桐里小学', teacher: '许老师', phrase: '桂花糕' });
  await as('officer').get('childcare.takeFetch', { id });
  await as('officer').get('childcare.pickUp', { id, phrase: '桂花糕', hasTeacherConfirmed: true });
  await as('carer2').get('childcare.shift', { postId: post.id, isOn: false });
  await cloud.at('2026-03-10 15:50');
  expect(await as('carer').get('childcare.checkIn', { id })).toMatchObject({ state: 'checkedIn' });
  expect(await heard(as('leader'), 1)).toEqual(['小满由民警接到桐花里警务室，大人不够或者满了，请马上安排人。']);
  expect(await as('carer').get('childcare.board', { postId: post.id })).toMatchObject({ present: 1, light: 'red' });
});
