/** Queries and updates through the unmodified SDK: what works as in MongoDB, and what is refused. */
import type { LocalCloud } from '../support/local-cloud';
import { refusalOf, startTestCloud } from './support/cloud';

let cloud: LocalCloud;
let count = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** A document of its own for each test. */
async function given(fields: object): Promise<string> {
  const { id } = await cloud.database.collection('things').add({ group: `g${++count}`, ...fields });
  return id as string;
}

async function stored(id: string): Promise<Record<string, unknown>> {
  const { data } = await cloud.database.collection('things').doc(id).get();
  return data[0] as Record<string, unknown>;
}

async function matches(where: object): Promise<number> {
  const { total } = await cloud.database.collection('things').where({ group: `g${count}`, ...where }).count();
  return total as number;
}

test('a document comes back as it went in, dates included', async () => {
  const fields = { n: 1, f: 1.5, s: '桂花27', at: new Date(5), list: [1, { a: null }], sub: { a: { b: true } }, big: 2 ** 45, minus: -0.25 };
  const id = await given(fields);
  expect(await stored(id)).toEqual({ _id: id, group: `g${count}`, ...fields });
});

test('a server date is the time of the movable clock', async () => {
  await cloud.at('2031-05-06 07:08');
  const id = await given({ at: cloud.database.serverDate({ offset: 60_000 }) });
  const { at } = await stored(id);
  expect((at as Date).toISOString().slice(0, 16)).toBe('2031-05-05T23:09');
  await cloud.control('POST', 'clock', { offsetMs: 0 });
});

test('the comparison operators of the SDK find what they should', async () => {
  const _ = cloud.database.command;
  await given({ n: 5, tags: ['a', 'b'], s: 'Hello', at: new Date(1000), sub: { x: 1 } });
  expect(await matches({ n: _.gt(4).and(_.lte(5)) })).toBe(1);
  expect(await matches({ n: _.neq(5) })).toBe(0);
  expect(await matches({ n: _.in([1, 5]), missing: _.exists(false) })).toBe(1);
  expect(await matches({ n: _.or(_.lt(0), _.eq(5)) })).toBe(1);
  expect(await matches({ tags: 'b', 'sub.x': 1, missing: null })).toBe(1);
  expect(await matches({ tags: _.all(['a', 'b']), s: cloud.database.RegExp({ regexp: '^hel', options: 'i' }) })).toBe(1);
  expect(await matches({ at: _.gte(new Date(1000)) })).toBe(1);
  expect(await matches({ n: _.gt('1') })).toBe(0);
});

test('$elemMatch looks at plain values as well as at objects', async () => {
  const _ = cloud.database.command;
  await given({ scores: [1, 7], people: [{ name: 'a', age: 3 }] });
  expect(await matches({ scores: _.elemMatch({ $gt: 5, $lt: 9 }) })).toBe(1);
  expect(await matches({ scores: _.elemMatch({ $gt: 2, $lt: 6 }) })).toBe(0);
  expect(await matches({ people: _.elemMatch({ name: 'a', age: _.lt(4) }) })).toBe(1);
});

test('the update operators of the SDK change what they should', async () => {
  const _ = cloud.database.command;
  const id = await given({ n: 1, list: [1, 2, 3], keep: { a: 1 }, gone: true });
  await cloud.database.collection('things').doc(id).update({
    n: _.inc(4),
    list: _.push({ each: [0, 9], position: 0, slice: 4 }),
    'keep.b': 2,
    gone: _.remove(),
    made: { deep: { er: _.mul(3) } },
  });
  expect(await stored(id)).toEqual({ _id: id, group: `g${count}`, n: 5, list: [0, 9, 1, 2], keep: { a: 1, b: 2 }, made: { deep: { er: 0 } } });
  await cloud.database.collection('things').doc(id).update({ list: _.pull(_.gt(1)), n: _.max(9), 'keep.a': _.rename('keep.c') });
  expect(await stored(id)).toMatchObject({ list: [0, 1], n: 9, keep: { c: 1, b: 2 } });
  await cloud.database.collection('things').doc(id).update({ list: _.addToSet(1), n: _.min(2) });
  await cloud.database.collection('things').doc(id).update({ list: _.shift() });
  expect(await stored(id)).toMatchObject({ list: [1], n: 2 });
});

test('an update that changes nothing counts nothing', async () => {
  const id = await given({ n: 1 });
  expect(await cloud.database.collection('things').doc(id).update({ n: 1 })).toMatchObject({ updated: 0 });
  expect(await cloud.database.collection('things').doc('nobody').update({ n: 1 })).toMatchObject({ updated: 0 });
});

test('set replaces a whole document, and makes one that is not there', async () => {
  const id = await given({ n: 1 });
  await cloud.database.collection('things').doc(id).set({ only: true });
  expect(await stored(id)).toEqual({ _id: id, only: true });
  expect(await cloud.database.collection('things').doc('made-by-set').set({ n: 2 })).toMatchObject({ updated: 0, upsertedId: 'made-by-set' });
});

test.each([
  ['$inc of a text', { s: 'inc' }, /non-numeric/],
  ['$mul of null', { nothing: 'mul' }, /non-numeric/],
  ['a path through null', { 'nothing.deeper': 1 }, /Cannot create field/],
  ['a path through a text', { 's.deeper': 1 }, /Cannot create field/],
  ['$push onto a number', { n: 'push' }, /must be an array/],
])('%s is refused and changes nothing', async (_name, update, message) => {
  const _ = cloud.database.command;
  const id = await given({ s: 'text', nothing: null, n: 1 });
  const commands: Record<string, unknown> = { inc: _.inc(1), mul: _.mul(2), push: _.push([1]) };
  const fields = Object.fromEntries(Object.entries(update).map(([path, value]) => [path, commands[value as string] ?? value]));
  const refusal = await refusalOf(cloud.database.collection('things').doc(id).update(fields));
  expect(refusal).toMatch(/^DATABASE_REQUEST_FAILED/);
  expect(refusal).toMatch(message);
  expect(await stored(id)).toMatchObject({ s: 'text', nothing: null, n: 1 });
});

test('what the local cloud lacks is refused by name', async () => {
  const _ = cloud.database.command;
  const near = _.geoNear({ geometry: new cloud.database.Geo.Point(120, 30), maxDistance: 5 });
  expect(await refusalOf(cloud.database.collection('things').where({ place: near }).get())).toMatch(/\$nearSphere/);
  const response = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ action: 'database.unheardOf' }) });
  expect(await response.json()).toMatchObject({ code: 'INVALID_ACTION', message: expect.stringContaining('database.unheardOf') });
});

test('a list is sorted, cut and narrowed as asked, at most 1,000 at a time', async () => {
  const things = cloud.database.collection('things');
  const group = `g${++count}`;
  await things.add(Array.from({ length: 1005 }, (_, n) => ({ group, n })));
  const { data } = await things.where({ group }).orderBy('n', 'desc').skip(2).limit(3).field({ n: true, _id: false }).get();
  expect(data).toEqual([{ n: 1002 }, { n: 1001 }, { n: 1000 }]);
  expect((await things.where({ group }).get()).data).toHaveLength(100);
  expect((await things.where({ group }).limit(5000).get()).data).toHaveLength(1000);
});

test('an aggregation counts by group', async () => {
  const _ = cloud.database.command;
  const group = `g${++count}`;
  await cloud.database.collection('things').add([{ group, kind: 'a', n: 1 }, { group, kind: 'a', n: 2 }, { group, kind: 'b', n: 5 }]);
  const { data } = await cloud.database.collection('things').aggregate().match({ group }).group({ _id: '$kind', sum: _.aggregate.sum('$n') }).sort({ _id: 1 }).end();
  expect(data).toEqual([{ _id: 'a', sum: 3 }, { _id: 'b', sum: 5 }]);
});

test('documents that one call adds are added up to the one that is refused', async () => {
  const things = cloud.database.collection('things');
  expect(await refusalOf(things.add([{ _id: 'first' }, { _id: 'first' }, { _id: 'third' }]))).toMatch(/E11000/);
  expect((await things.where({ _id: cloud.database.command.in(['first', 'third']) }).get()).data).toEqual([{ _id: 'first' }]);
});
