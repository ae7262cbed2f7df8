/** The codes and wordings of CloudBase that our functions must survive. */
import type { LocalCloud } from '../support/local-cloud';
import { refusalOf, startTestCloud } from './support/cloud';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ transactionMs: 1500 });
});
afterAll(() => cloud.stop());

test('a missing collection has its own code', async () => {
  expect(await refusalOf(cloud.database.collection('nowhere').get())).toMatch(/^DATABASE_COLLECTION_NOT_EXIST /);
});

test('a collection is not made twice', async () => {
  expect(await refusalOf(cloud.database.createCollection('things'))).toMatch(/^DATABASE_COLLECTION_ALREADY_EXIST /);
});

test('a duplicate _id is E11000', async () => {
  await cloud.database.collection('things').add({ _id: 'once' });
  expect(await refusalOf(cloud.database.collection('things').add({ _id: 'once' }))).toMatch(/^DATABASE_REQUEST_FAILED .*E11000 duplicate key error.*_id_/);
});

test('a unique index refuses a second document, by adding and by changing', async () => {
  const people = cloud.database.collection('people');
  await people.add([{ _id: 'p1', openid: 'one' }, { _id: 'p2', openid: 'two' }]);
  expect(await refusalOf(people.add({ openid: 'one' }))).toMatch(/E11000.*people_by_openid/);
  expect(await refusalOf(people.doc('p2').update({ openid: 'one' }))).toMatch(/E11000.*people_by_openid/);
  await people.doc('p1').remove();
  expect(await refusalOf(people.doc('p2').update({ openid: 'one' }))).toBe('fulfilled');
});

test('a missing field counts as null under a unique index, and not under a sparse one', async () => {
  const people = cloud.database.collection('people');
  await people.add({ _id: 'nobody' });
  expect(await refusalOf(people.add({ _id: 'nobody else' }))).toMatch(/E11000/);
  const cases = cloud.database.collection('cases');
  await cases.add([{ _id: 'without a number' }, { _id: 'also without' }]);
  await cases.add({ _id: 'numbered', number: 27 });
  expect(await refusalOf(cases.add({ number: 27 }))).toMatch(/E11000.*cases_by_number/);
});

test('a transaction that has ended is not there any more', async () => {
  const transaction = await cloud.database.startTransaction();
  await transaction.commit();
  const late = transaction.collection('things').doc('x').get();
  expect(await refusalOf(late)).toMatch(/^DATABASE_TRANSACTION_FAIL .*TransactionNotExist/);
});

test('a transaction ends by itself when its time is over, and lets go of what it held', async () => {
  const things = cloud.database.collection('things');
  await things.add({ _id: 'held', n: 0 });
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('things').doc('held').update({ n: 1 });
  await things.doc('held').update({ n: 2 }); // waits until then
  expect(await refusalOf(transaction.commit())).toMatch(/TransactionNotExist/);
  expect((await things.doc('held').get()).data).toEqual([{ _id: 'held', n: 2 }]);
});

test('two calls at once in one transaction: one is refused as busy', async () => {
  const transaction = await cloud.database.startTransaction();
  const get = (id: string) => refusalOf(transaction.collection('things').doc(id).get());
  const answers = (await Promise.all([get('a'), get('b')])).sort();
  expect(answers[0]).toMatch(/^DATABASE_TRANSACTION_FAIL .*TransactionBusy/);
  expect(answers[1]).toBe('fulfilled');
});
