/** What a crash leaves between a place and its visit, as documents: the timer mends it, and twice does no harm. */
import type { SlotEntry } from '../../cloudfunctions/_kit/care-documents';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { visitIdOf } from '../../cloudfunctions/childcare/opening';
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost, VisitSummary } from '../../typings/contract/childcare';
import { visitDocument } from '../support/care-door';
import { nextSchoolDay, slotDocument, strike, toldOfVisit } from '../support/care-queues';
import { momentAt, openPost, registerChild } from '../support/childcare';
import { type Community, startCommunity } from '../support/community';

let community: Community;
let post: CarePost;
let day = '';
let startAt = 0;
let slotId = '';

beforeAll(async () => {
  community = await startCommunity('2026-03-02 09:00');
}, 60_000);
/** Each rule has a day and a post of its own, with two seats and one of them taken. */
beforeEach(async () => {
  day = nextSchoolDay(day);
  startAt = momentAt(day, 15, 40);
  await community.cloud.at(`${day} 12:00`);
  post = await openPost(community, { areaM2: 12, seats: 3 });
  await book('甲');
  slotId = (await slotDocument(community, post, startAt))._id;
});
afterAll(() => community.stop());

async function book(nickname: string): Promise<VisitSummary> {
  const child = await registerChild(community, 'resident', { nickname });
  return community.as('resident').get('childcare.book', { childId: child.id, postId: post.id, startAt });
}
const slot = () => slotDocument(community, post, startAt);
const setSlot = (changes: object) => community.cloud.database.collection('careSlots').doc(slotId).update(changes);

/** The atomic update that takes a place, and then the end. */
async function breakOff(childId: string, state: SlotEntry['state']): Promise<SlotEntry> {
  const { entries, free, rev } = await slot();
  const by = personIdOf('demo-resident');
  const entry = { visitId: visitIdOf(slotId, childId), childId, by, people: [by], at: await community.cloud.now(), state };
  await setSlot({ entries: [...entries, entry], free: state === 'seated' ? free - 1 : free, rev: rev + 1, isDirty: true });
  return entry;
}

async function mend(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await community.cloud.later(MINUTE);
    await community.cloud.runTimers('childcare');
  }
}

test('a place without a visit has one after a minute, the family is told, and the child is busy then', async () => {
  const { id } = await registerChild(community, 'resident', { nickname: '乙' });
  const { visitId } = await breakOff(id, 'seated');
  await strike(community, `${day} 12:00`);
  expect(await visitDocument(community, visitId)).toBeUndefined(); // the booking may still be under way
  await mend();
  expect(await visitDocument(community, visitId)).toMatchObject({ state: 'booked', facts: { childId: id } });
  expect(await toldOfVisit(community, 'resident', visitId)).toEqual(['乙约好了：今天 15:40，桐花里警务室。']);
  expect(await community.as('resident').ask('childcare.book', { childId: id, postId: post.id, startAt: momentAt(day, 16, 30) })).toMatchObject({ ok: false });
  expect(await slot()).toMatchObject({ isDirty: false, free: 0 });
});

test('a place whose child is elsewhere by then, or without consent, is free again', async () => {
  const busy = await registerChild(community, 'resident', { nickname: '乙' });
  await community.as('resident').get('childcare.book', { childId: busy.id, postId: post.id, startAt: momentAt(day, 16, 30) });
  await breakOff(busy.id, 'seated');
  await mend();
  expect(await slot()).toMatchObject({ isDirty: false, free: 1 });
  const withdrawn = await registerChild(community, 'resident', { nickname: '丙' });
  await community.as('resident').get('childcare.withdrawConsent', { id: withdrawn.id });
  await breakOff(withdrawn.id, 'seated');
  await mend();
  expect(await slot()).toMatchObject({ isDirty: false, free: 1 });
});

test('an offer of which the family had not heard lives ten minutes from when they hear of it', async () => {
  await book('乙');
  const waiting = await book('丙');
  const { entries } = await slot();
  await setSlot({ entries: entries.slice(1).map((entry) => (entry.visitId === waiting.id ? { ...entry, state: 'offered', until: startAt - 3 * 60 * MINUTE } : entry)), free: 0, isDirty: true });
  await strike(community, `${day} 13:00`); // the ten minutes of the offer are long over
  const offered = await visitDocument(community, waiting.id);
  expect(offered.state).toBe('offered');
  expect(offered.facts.offeredUntil).toBeGreaterThanOrEqual(momentAt(day, 13, 10));
  expect(await community.as('resident').get('childcare.take', { id: waiting.id })).toMatchObject({ state: 'booked' });
});

test('a visit that lost its place has it again: one that was booked its seat, one that waits its line', async () => {
  const [second, third] = [await book('乙'), await book('丙')];
  const [first] = (await slot()).entries;
  await setSlot({ entries: [], free: 2, isDirty: true });
  await mend();
  const { entries, free } = await slot();
  expect(entries.map(({ visitId, state }) => [visitId, state]).sort()).toEqual([[first!.visitId, 'seated'], [second.id, 'seated'], [third.id, 'waiting']].sort());
  expect(free).toBe(0);
});

test('a place of which nothing came before the time began is nobody\'s', async () => {
  const { id } = await registerChild(community, 'resident', { nickname: '乙' });
  const { visitId } = await breakOff(id, 'seated');
  await strike(community, `${day} 15:41`);
  expect(await visitDocument(community, visitId)).toBeUndefined();
  expect((await slot()).entries.map(({ childId }) => childId)).not.toContain(id);
});
