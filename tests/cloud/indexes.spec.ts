/** Indexes: which queries they serve, in what order, and what strict mode refuses. */
import type { LocalCloud } from '../support/local-cloud';
import { refusalOf, startTestCloud } from './support/cloud';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ strict: true });
  const documents = Array.from({ length: 600 }, (_, n) => ({
    _id: `case-${String(n).padStart(3, '0')}`,
    openedBy: `person-${n % 20}`,
    openedAt: n,
    state: n % 3 === 0 ? 'open' : 'closed',
    parties: [`person-${n % 7}`, `person-${(n + 1) % 7}`],
    ...(n % 3 === 0 ? { dueAt: n * 10 } : {}),
  }));
  await cases().add(documents);
});
afterAll(() => cloud.stop());

const cases = () => cloud.database.collection('cases');

/** The documents of a query, and how many were looked at for it. */
async function looking<T>(run: () => Promise<{ data: T[] }>): Promise<{ ids: string[]; examined: number; index: string }> {
  const before = (await cloud.requests()).at(-1)?.seq ?? 0;
  const { data } = await run();
  const last = (await cloud.requests(before)).at(-1);
  return { ids: data.map((document) => (document as { _id: string })._id), examined: last?.examined ?? -1, index: last?.index ?? '' };
}

test('a page of a list looks at as many documents as it shows', async () => {
  const page = await looking(() => cases().where({ openedBy: 'person-3' }).orderBy('openedAt', 'desc').limit(5).get());
  expect(page).toEqual({ ids: ['case-583', 'case-563', 'case-543', 'case-523', 'case-503'], examined: 5, index: 'cases_by_opener' });
});

test('the next page begins where the last one ended', async () => {
  const before = cloud.database.command.lt(503);
  const page = await looking(() => cases().where({ openedBy: 'person-3', openedAt: before }).orderBy('openedAt', 'desc').limit(2).get());
  expect(page).toMatchObject({ ids: ['case-483', 'case-463'], examined: 2 });
});

test('an index is walked backwards for the opposite order', async () => {
  const page = await looking(() => cases().where({ openedBy: 'person-3' }).orderBy('openedAt', 'asc').limit(2).get());
  expect(page).toMatchObject({ ids: ['case-003', 'case-023'], examined: 2 });
});

test('what is due is found without looking at what has no date', async () => {
  const _ = cloud.database.command;
  const page = await looking(() => cases().where({ state: 'open', dueAt: _.lte(60) }).orderBy('dueAt', 'asc').limit(50).get());
  expect(page).toMatchObject({ ids: ['case-000', 'case-003', 'case-006'], examined: 3 });
  expect((await looking(() => cases().where({ state: 'closed', dueAt: _.lte(60) }).get())).examined).toBe(0);
});

test('each value of a list leads to its document, in the order of another field', async () => {
  const page = await looking(() => cases().where({ parties: 'person-0' }).orderBy('openedAt', 'desc').limit(3).get());
  expect(page).toMatchObject({ ids: ['case-595', 'case-594', 'case-588'], examined: 3, index: 'cases_by_party' });
});

test('alternatives are looked up one by one', async () => {
  const _ = cloud.database.command;
  const either = _.or([{ openedBy: 'person-1', openedAt: _.gt(570) }, { state: 'open', dueAt: 30 }]);
  const page = await looking(() => cases().where(either).get());
  expect(page.ids.sort()).toEqual(['case-003', 'case-581']);
  expect(page.examined).toBe(2);
});

test('several values of one field come back in one order', async () => {
  const _ = cloud.database.command;
  const page = await looking(() => cases().where({ openedBy: _.in(['person-1', 'person-2']) }).orderBy('openedAt', 'desc').limit(3).get());
  expect(page).toMatchObject({ ids: ['case-582', 'case-581', 'case-562'], examined: 4 });
});

test('a query by _id needs no index of its own', async () => {
  const _ = cloud.database.command;
  expect(await looking(() => cases().where({ _id: _.in(['case-001', 'case-002', 'nobody']) }).get())).toMatchObject({ ids: ['case-001', 'case-002'], examined: 2 });
});

test('strict mode refuses what no index serves, and names the query without its values', async () => {
  const _ = cloud.database.command;
  const refusals = await Promise.all([
    refusalOf(cases().where({ openedAt: 5 }).get()),
    refusalOf(cases().where({ openedBy: 'person-1' }).orderBy('state', 'asc').get()),
    refusalOf(cases().where(_.or([{ openedBy: 'person-1' }, { note: 'secret words' }])).get()),
    refusalOf(cases().where({ note: 'secret words' }).count()),
    refusalOf(cases().where({ note: 'secret words' }).update({ n: 1 })),
    refusalOf(cases().where({ note: 'secret words' }).remove()),
    refusalOf(cases().aggregate().group({ _id: '$state' }).end()),
  ]);
  for (const refusal of refusals) expect(refusal).toMatch(/^DATABASE_REQUEST_FAILED .*strict mode: no index of collection cases serves/);
  expect(refusals.join()).not.toContain('secret words');
  expect(refusals[0]).toContain('{openedAt: ?}');
});

test('strict mode allows an aggregation that begins with what an index serves', async () => {
  const { data } = await cases().aggregate().match({ state: 'open' }).count('open').end();
  expect(data).toEqual([{ open: 200 }]);
});

test('an index follows every change of a document', async () => {
  const find = (openedBy: string) => cases().where({ openedBy }).count();
  await cases().add({ _id: 'moving', openedBy: 'a', openedAt: 1 });
  await cases().doc('moving').update({ openedBy: 'b' });
  expect([(await find('a')).total, (await find('b')).total]).toEqual([0, 1]);
  await cases().doc('moving').set({ openedBy: 'c' });
  expect([(await find('b')).total, (await find('c')).total]).toEqual([0, 1]);
  await cases().doc('moving').remove();
  expect((await find('c')).total).toBe(0);
});

test('a transaction finds by an index what it has written itself, and not what others wrote after it began', async () => {
  const transaction = await cloud.database.startTransaction();
  const find = () => transaction.collection('cases').where({ openedBy: 'inside' }).orderBy('openedAt', 'desc').get();
  await find();
  await transaction.collection('cases').add([{ _id: 'in-1', openedBy: 'inside', openedAt: 1 }, { _id: 'in-2', openedBy: 'inside', openedAt: 2 }]);
  await cases().add({ _id: 'out', openedBy: 'inside', openedAt: 3 });
  expect((await find()).data.map(({ _id }: { _id: string }) => _id)).toEqual(['in-2', 'in-1']);
  await transaction.rollback();
});
