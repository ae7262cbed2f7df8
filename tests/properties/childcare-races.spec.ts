/** 200 families want the same hour at the same moment: ten have it, the others stand in line in the order in which they came. */
import type { CareSlotDocument, ChildDocument, VisitDocument } from '../../cloudfunctions/_kit/care-documents';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost, VisitSummary } from '../../typings/contract/childcare';
import { FaultProxy, faults } from '../faults/support/fault-proxy';
import { killFunctions } from '../faults/support/processes';
import { nextSchoolDay, slotDocument } from '../support/care-queues';
import { consentVersion, momentAt, openPost } from '../support/childcare';
import { type Community, startCommunity } from '../support/community';
import { isSoak } from './support/runs';

jest.setTimeout(isSoak ? 3_600_000 : 240_000);

const FAMILIES = 200;
const SEATS = 10;
/** More would mean that something stays broken. */
const MOST_SENDS = 30;

/** One family's intention; `order` is when it was sent first and when it was answered, counted over all families. */
interface Wish {
  readonly by: string;
  readonly childId: string;
  readonly attemptId: string;
  sent: number;
  answered?: number;
  told?: VisitSummary;
}

let community: Community;
let proxy: FaultProxy;
let post: CarePost;
let families: { by: string; childId: string }[];
/** Each race is for an hour of its own. */
let day = '';
let startAt = 0;
let moments = 0;

beforeAll(async () => {
  proxy = await FaultProxy.start();
  community = await startCommunity('2026-03-02 09:00', { transactionMs: 3_000, functionsOrigin: proxy.origin, onStart: (url) => proxy.leadTo(url) });
  post = await openPost(community, { areaM2: 44, seats: SEATS + 1 });
  families = [];
  await inBatches(Array.from({ length: FAMILIES }, (_, n) => n), 20, async (n) => {
    const parent = community.cloud.as(`parent-${n}`);
    await parent.get('identity.consent', { version: privacyVersion });
    await parent.get('identity.saveProfile', { name: `家长${n}`, phone: `1390001${String(n).padStart(4, '0')}` });
    const { id } = await parent.get('childcare.register', { nickname: `娃${n}`, birthMonth: '2017-09', school: '桐里小学', kinship: 'mother', consentVersion });
    families.push({ by: `parent-${n}`, childId: id });
  });
});
beforeEach(async () => {
  day = nextSchoolDay(day);
  startAt = momentAt(day, 15, 40);
  await community.cloud.at(`${day} 08:00`);
});
afterEach(() => proxy.disarm());
afterAll(async () => {
  await community.stop();
  await proxy.stop();
});

const wishes = (): Wish[] => families.map((family) => ({ ...family, attemptId: crypto.randomUUID(), sent: -1 }));

/** Sends one wish once; false when it was not acknowledged. */
async function send(wish: Wish): Promise<boolean> {
  if (wish.sent < 0) wish.sent = moments += 1;
  const { by, childId, attemptId } = wish;
  const reply = await community.cloud.as(by).ask('childcare.book', { childId, postId: post.id, startAt }, { attemptId }).catch(() => undefined);
  if (!reply?.ok) {
    if (reply) expect(['INTERNAL', 'CONFLICT']).toContain(reply.error.code);
    return false;
  }
  wish.told = reply.data;
  wish.answered ??= moments += 1;
  return true;
}

/** As a parent does: once more, until it is acknowledged. */
async function insist(wish: Wish): Promise<void> {
  for (let sends = 0; sends < MOST_SENDS; sends += 1) if (await send(wish)) return;
  throw new Error(`${wish.by} was never answered`);
}

/** The timer strikes until nothing is left to mend: what a killed function held is free again after three seconds. */
async function mend(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await community.cloud.later(MINUTE);
    await community.cloud.runTimers('childcare');
    if (!(await slotDocument(community, post, startAt)).isDirty) return;
  }
  throw new Error('the timer never came to an end');
}

interface Kept {
  readonly slot: CareSlotDocument;
  readonly visits: readonly VisitDocument[];
  readonly children: readonly ChildDocument[];
}

async function kept(): Promise<Kept> {
  const { database } = community.cloud;
  const slot = await slotDocument(community, post, startAt);
  const { data: visits } = await database.collection('visits').where({ postId: post.id, isOpen: database.command.in([true, false]), startKey: database.command.gte(String(startAt).padStart(15, '0')) }).orderBy('startKey', 'asc').limit(1000).get();
  const { data: children } = await database.collection('children').where({ _id: database.command.in(families.map(({ childId }) => childId)) }).limit(1000).get();
  return { slot, visits: (visits as VisitDocument[]).filter(({ facts }) => facts.slotId === slot._id), children: children as ChildDocument[] };
}

/** Every place has one visit and every visit one place, no child has two, no seat is given twice, and nobody was passed over. */
async function expectSound(all: readonly Wish[], { places }: { places?: number } = {}): Promise<void> {
  const { slot, visits, children } = await kept();
  const { entries } = slot;
  if (places !== undefined) expect(entries).toHaveLength(places);
  expect(new Set(entries.map(({ childId }) => childId)).size).toBe(entries.length);
  expect(slot.free).toBe(slot.bookable - entries.filter(({ state }) => state === 'seated').length);
  expect(entries.map(({ state }) => state)).toEqual(entries.map((_, place) => (place < SEATS ? 'seated' : 'waiting')));
  expect(visits.filter(({ isOpen }) => isOpen).map(({ _id, state }) => `${_id} ${state}`).sort()).toEqual(entries.map(({ visitId, state }) => `${visitId} ${state === 'seated' ? 'booked' : 'waitlisted'}`).sort());
  for (const { _id, facts } of children) expect(facts.visits.filter((visit) => visit.startAt === startAt).map(({ id }) => id)).toEqual(entries.filter(({ childId }) => childId === _id).map(({ visitId }) => visitId));
  const placeOf = new Map(entries.map(({ childId }, place) => [childId, place]));
  const told = all.filter((wish): wish is Wish & { told: VisitSummary } => wish.told !== undefined);
  for (const wish of told) {
    const place = placeOf.get(wish.childId) ?? -1;
    expect([wish.told.state, wish.told.position]).toEqual(place < SEATS ? ['booked', undefined] : ['waitlisted', place - SEATS + 1]);
  }
  for (const first of told) for (const second of all) if (first.answered! < second.sent && placeOf.has(second.childId)) expect(placeOf.get(first.childId)!).toBeLessThan(placeOf.get(second.childId)!);
}

test('200 at once: exactly 10 have a seat, 190 stand in line, none is lost, none is there twice', async () => {
  const all = wishes();
  await Promise.all(all.map(insist));
  await expectSound(all, { places: FAMILIES });
  await mend();
  await expectSound(all, { places: FAMILIES });
});

test('whose answer came before another had asked stands before the other', async () => {
  const all = wishes();
  await inBatches(all, 12, insist);
  await mend();
  await expectSound(all, { places: FAMILIES });
});

test('the same with conflicts, timeouts and lost replies at any call', async () => {
  const all = wishes();
  let drops = 0;
  proxy.rain(() => {
    drops += 1;
    return drops % 17 === 0 ? faults[(drops / 17) % faults.length] : undefined;
  });
  await inBatches(all, 50, insist);
  proxy.disarm();
  await mend();
  await expectSound(all, { places: FAMILIES });
});

test('the same with every function killed again and again, and without anybody asking twice: what was told holds, what broke off is mended', async () => {
  const all = wishes();
  let sent = 0;
  await inBatches(all, 40, async (wish) => {
    sent += 1;
    if (sent % 25 === 0) killFunctions(community.cloud); // the others are in the middle of theirs
    await send(wish);
  });
  await mend();
  const told = all.filter((wish) => wish.told !== undefined);
  expect(told.length).toBeLessThan(FAMILIES);
  const { slot } = await kept();
  for (const { childId } of told) expect(slot.entries.filter((entry) => entry.childId === childId)).toHaveLength(1);
  await expectSound(told);
  await inBatches(all, 40, insist);
  await mend();
  await expectSound(all, { places: FAMILIES });
});

test('the same with the whole cloud killed in the middle (kill -9): the timer makes a visit of every place', async () => {
  const all = wishes();
  let left = 60;
  let killed: Promise<void> | undefined;
  await Promise.all(
    all.map(async (wish) => {
      if (!(await send(wish))) return;
      left -= 1;
      if (left === 0) killed = community.cloud.kill();
    }),
  );
  await killed;
  await community.cloud.start();
  await community.cloud.at(`${day} 08:30`);
  await mend();
  await expectSound(all);
  await inBatches(all, 40, insist);
  await mend();
  await expectSound(all, { places: FAMILIES });
});

/** At most so many at a time, each begun when another has ended. */
async function inBatches<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
    }),
  );
}
