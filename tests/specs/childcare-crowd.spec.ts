/** More children than a page of anything: the clocks of all of them are fired, and nobody who has a seat is pushed off the roster. */
import type { VisitDocument } from '../../cloudfunctions/_kit/care-documents';
import { collections } from '../../cloudfunctions/_kit/collections';
import { NEVER, orderKey } from '../../cloudfunctions/_kit/database';
import type { CarePost } from '../../typings/contract/childcare';
import type { VisitState } from '../../typings/contract/childcare-words';
import { visitDocument } from '../support/care-door';
import { strike } from '../support/care-queues';
import { comeToWork, momentAt, openPost, registerChild } from '../support/childcare';
import { type Community, startCommunity } from '../support/community';

const day = '2026-03-04';
const startAt = momentAt(day, 15, 40);

let community: Community;
let post: CarePost;
/** What was booked, and what waits, to be copied. */
let like: Readonly<Record<'booked' | 'waitlisted', VisitDocument>>;

beforeAll(async () => {
  community = await startCommunity('2026-03-03 12:00');
  post = await openPost(community, { areaM2: 8, seats: 2 });
  const [booked, waitlisted] = [await book('甲'), await book('乙')];
  like = { booked, waitlisted };
}, 60_000);
beforeEach(() => community.cloud.at('2026-03-03 14:00'));
afterAll(() => community.stop());

async function book(nickname: string): Promise<VisitDocument> {
  const child = await registerChild(community, 'resident', { nickname });
  return visitDocument(community, (await community.as('resident').get('childcare.book', { childId: child.id, postId: post.id, startAt })).id);
}

/** So many more like it, at a post, in the order of their names. */
async function crowd(name: string, many: number, of: VisitDocument, postId: string, more: { state?: VisitState; clocks?: VisitDocument['clocks'] } = {}): Promise<string[]> {
  const state = more.state ?? of.state;
  const [tick] = of.tickKey.split(':');
  const copies = Array.from({ length: many }, (_, n): VisitDocument => {
    const _id = `${name}-${String(n).padStart(3, '0')}`;
    const keys = { startKey: orderKey(startAt, _id), tickKey: more.state === undefined ? `${tick}:${_id}` : orderKey(NEVER, _id) };
    return { ...of, ...more, ...keys, _id, postId, state, stands: state, isOpen: state !== 'cancelled' && state !== 'released', facts: { ...of.facts, postId, slotId: '' } };
  });
  await community.cloud.database.collection(collections.visits.name).add(copies);
  return copies.map(({ _id }) => _id);
}

const kept = async (ids: readonly string[]) => {
  const { data } = await community.cloud.database.collection(collections.visits.name).where({ _id: community.cloud.database.command.in([...ids]) }).limit(1000).get();
  return data as VisitDocument[];
};

test('one round fires the clocks of more than a page, past a page of those that cannot be moved, each once', async () => {
  const broken = await crowd('a-broken', 55, like.booked, post.id, { clocks: [{ ...like.booked.clocks[0]!, name: 'no such clock' as 'opening' }] });
  const whole = await crowd('b-whole', 110, like.booked, post.id);
  await strike(community, `${day} 15:11`);
  expect((await kept(whole)).map(({ state, version }) => `${state} ${version}`)).toEqual(whole.map(() => `expected ${like.booked.version + 1}`));
  expect((await kept(broken)).every(({ state }) => state === 'booked')).toBe(true);
  const told = (await community.cloud.logs()).filter(({ text }) => text.includes('a-broken'));
  expect(broken.map((id) => told.filter(({ text }) => text.includes(`"${id}"`)).length)).toEqual(broken.map(() => 1));
  await community.cloud.database.collection(collections.visits.name).where({ _id: community.cloud.database.command.in(broken) }).remove();
});

test('everybody who has a seat, is here or went home stands on the roster, however many wait or gave up', async () => {
  const full = await openPost(community);
  await comeToWork(community, full);
  await crowd('a-waiting', 120, like.waitlisted, full.id, { state: 'waitlisted', clocks: [] });
  await crowd('a-offered', 1, like.waitlisted, full.id, { state: 'offered', clocks: [] });
  await crowd('a-gone', 120, like.waitlisted, full.id, { state: 'cancelled', clocks: [] });
  const seated = await crowd('b-seated', 6, like.booked, full.id, { state: 'expected', clocks: [] });
  const here = await crowd('b-here', 2, like.booked, full.id, { state: 'checkedIn', clocks: [] });
  const home = await crowd('b-home', 3, like.booked, full.id, { state: 'released', clocks: [] });

  await community.cloud.at(`${day} 15:50`);
  const { children } = await community.as('carer').get('childcare.board', { postId: full.id });
  expect(children.map(({ visitId }) => visitId).sort()).toEqual([...seated, ...here, ...home].sort());
  expect((await community.as('carer').get('identity.home', { as: 'carer' })).posts?.find(({ id }) => id === full.id)).toMatchObject({ missing: 6 });
});
