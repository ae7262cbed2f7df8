/** What the generated afternoons at a post have found, each told once more on purpose. */
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost, ChildView } from '../../typings/contract/childcare';
import { nextSchoolDay, slotDocument, strike } from '../support/care-queues';
import { comeToWork, consentVersion, handOver, momentAt, openPost, registerChild } from '../support/childcare';
import { type Community, startCommunity } from '../support/community';
import { codeOf } from '../support/dispute-spec';

let community: Community;
let as: Community['as'];
let post: CarePost;
let day = '';
let child: ChildView;
let grandmother: string;

beforeAll(async () => {
  community = await startCommunity('2026-03-02 09:00');
  as = community.as;
  const { id, ...rest } = await openPost(community);
  post = await as('leader').get('childcare.savePost', { ...rest, id, times: [{ fromMinute: 940, untilMinute: 1020 }, { fromMinute: 1020, untilMinute: 1110 }] });
});
afterAll(() => community.stop());
/** Each on a day of its own. */
beforeEach(async () => {
  day = nextSchoolDay(day);
  await community.cloud.at(`${day} 12:00`);
  await comeToWork(community, post);
  child = await registerChild(community);
  grandmother = child.persons[0]!.id;
});

const at = (time: string) => community.cloud.at(`${day} ${time}`);
const booked = async (hour: number, minute: number) => (await as('resident').get('childcare.book', { childId: child.id, postId: post.id, startAt: momentAt(day, hour, minute) })).id;

/** Booked, and checked in at 15:42. */
async function here(): Promise<string> {
  const id = await booked(15, 40);
  await at('15:42');
  await as('carer').get('childcare.checkIn', { id });
  return id;
}

/** Handed over without a network, with a line of the roster that was read at 16:00. */
async function claimed(id: string, between: () => Promise<void>): Promise<void> {
  await at('16:00');
  const { offline } = await as('carer').get('childcare.board', { postId: post.id });
  const { signature } = offline!.lines.find(({ visitId, personId }) => visitId === id && personId === grandmother)!;
  await at('16:10');
  await between();
  await at('16:30');
  await as('carer').get('childcare.claimOffline', { id, personId: grandmother, at: momentAt(day, 16, 20), claimId: `claim-${day}`, signature });
}

const confirmed = async (id: string) => codeOf(await as('officer').ask('childcare.confirmClaim', { id, words: '问过家长。' }));

test('a child who is still here from the time before is not taken in a second time', async () => {
  const [, later] = [await here(), await booked(17, 0)];
  await at('17:05');
  expect(codeOf(await as('carer').ask('childcare.checkIn', { id: later }))).toBe('INVALID_MOVE');
  expect((await as('carer').get('childcare.board', { postId: post.id })).present).toBe(1);
});

test('a child who is here is not fetched from school', async () => {
  await here();
  await at('17:10');
  const errand = { childId: child.id, postId: post.id, reason: '老人摔了。', school: '桐里小学', teacher: '班主任', phrase: '石榴花' };
  expect(codeOf(await as('resident').ask('childcare.askFetch', errand))).toBe('INVALID_MOVE');
});

test('of two times that follow each other the first is the one for which a child is fetched', async () => {
  const [later, earlier] = [await booked(17, 0), await booked(15, 40)];
  await at('15:10');
  const { id } = await as('resident').get('childcare.askFetch', { childId: child.id, postId: post.id, reason: '老人摔了。', school: '桐里小学', teacher: '班主任', phrase: '石榴花' });
  expect(id).toBe(earlier);
  expect((await as('resident').get('childcare.open', { id: later })).state).toBe('booked');
});

test('a time for which the child came and went is not booked again, and no place is kept for it', async () => {
  const id = await booked(15, 40);
  await at('14:40');
  await as('carer').get('childcare.checkIn', { id });
  await handOver(community, id, grandmother);
  expect(codeOf(await as('resident').ask('childcare.book', { childId: child.id, postId: post.id, startAt: momentAt(day, 15, 40) }))).toBe('INVALID_MOVE');
  await strike(community, `${day} 14:45`);
  expect((await slotDocument(community, post, momentAt(day, 15, 40))).entries).toEqual([]);
});

test('a child whom an officer has picked up is not declined: the way ends at the post', async () => {
  const { id } = await as('resident').get('childcare.askFetch', { childId: child.id, postId: post.id, reason: '老人摔了。', school: '桐里小学', teacher: '班主任', phrase: '石榴花' });
  await as('officer').get('childcare.takeFetch', { id });
  await as('officer').get('childcare.pickUp', { id, phrase: '石榴花', hasTeacherConfirmed: true });
  expect(codeOf(await as('officer2').ask('childcare.declineFetch', { id, alternative: '请家长自己接。' }))).toBe('INVALID_MOVE');
  expect((await as('carer').get('childcare.checkIn', { id })).state).toBe('checkedIn');
});

describe('a handover without a network is not confirmed for somebody who might not fetch then', () => {
  test('because barred, although that was lifted since', async () => {
    const id = await here();
    await claimed(id, async () => {
      await as('officer').get('childcare.bar', { id: child.id, name: '外婆', reason: '弄错了人。' });
    });
    const { barred = [] } = await as('officer').get('childcare.child', { id: child.id });
    await as('officer').get('childcare.liftBar', { id: child.id, barId: barred[0]!.id, reason: '查清了。' });
    expect(await confirmed(id)).toBe('REFUSED');
  });

  test('because the consent was withdrawn, although it was withdrawn once more, or given again, since', async () => {
    const id = await here();
    await claimed(id, async () => {
      await as('resident').get('childcare.withdrawConsent', { id: child.id });
    });
    await as('resident').get('childcare.withdrawConsent', { id: child.id });
    expect(await confirmed(id)).toBe('REFUSED');
    await as('resident').get('childcare.consent', { id: child.id, version: consentVersion });
    expect(await confirmed(id)).toBe('REFUSED');
  });

  test('but it is for who might, also when the guardian has read the notice anew since', async () => {
    const id = await here();
    await claimed(id, () => Promise.resolve());
    await community.cloud.later(MINUTE);
    await as('resident').get('childcare.consent', { id: child.id, version: consentVersion });
    expect(await confirmed(id)).toBe('OK');
  });
});
