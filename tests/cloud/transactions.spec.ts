/** Transactions: what they see, who wins, and the traps of the real service. */
import type cloudbase from '@cloudbase/node-sdk';
import type { LocalCloud } from '../support/local-cloud';
import { refusalOf, startTestCloud } from './support/cloud';

type Transaction = Awaited<ReturnType<ReturnType<ReturnType<typeof cloudbase.init>['database']>['startTransaction']>>;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const things = () => cloud.database.collection('things');

async function numberOf(id: string): Promise<unknown> {
  const { data } = await things().doc(id).get();
  return (data[0] as { n: unknown } | undefined)?.n;
}

test('nothing of a transaction is seen before its commit, all of it afterwards', async () => {
  await things().add({ _id: 'seen', n: 0 });
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('things').doc('seen').update({ n: 1 });
  await transaction.collection('things').add({ _id: 'new', n: 1 });
  expect([await numberOf('seen'), await numberOf('new')]).toEqual([0, undefined]);
  await transaction.commit();
  expect([await numberOf('seen'), await numberOf('new')]).toEqual([1, 1]);
});

test('a transaction sees its own writes, and otherwise the moment of its first call', async () => {
  await things().add([{ _id: 'mine', n: 0 }, { _id: 'yours', n: 0 }]);
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('things').doc('mine').update({ n: 5 });
  await things().doc('yours').update({ n: 9 });
  const read = async (id: string) => ((await transaction.collection('things').doc(id).get()).data as unknown as { n: number }).n;
  expect([await read('mine'), await read('yours')]).toEqual([5, 0]);
  await transaction.rollback();
  expect(await numberOf('mine')).toBe(0);
});

test('a removed document stays visible to a transaction that began before', async () => {
  await things().add({ _id: 'removed', n: 3 });
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('things').doc('seen').get();
  await things().doc('removed').remove();
  expect((await transaction.collection('things').doc('removed').get()).data).toMatchObject({ n: 3 });
  await transaction.rollback();
  expect(await numberOf('removed')).toBeUndefined();
});

test('the first to write a document wins; the other transaction is gone', async () => {
  await things().add({ _id: 'contested', n: 0 });
  const [first, second] = [await cloud.database.startTransaction(), await cloud.database.startTransaction()];
  await first.collection('things').doc('contested').update({ n: 1 });
  expect(await refusalOf(second.collection('things').doc('contested').update({ n: 2 }))).toMatch(/^DATABASE_TRANSACTION_CONFLICT/);
  expect(await refusalOf(second.collection('things').doc('seen').get())).toMatch(/TransactionNotExist/);
  await first.commit();
  expect(await numberOf('contested')).toBe(1);
});

test('a document that changed after the snapshot cannot be written', async () => {
  await things().add({ _id: 'stale', n: 0 });
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('things').doc('stale').get();
  await things().doc('stale').update({ n: 1 });
  expect(await refusalOf(transaction.collection('things').doc('stale').update({ n: 2 }))).toMatch(/^DATABASE_TRANSACTION_CONFLICT/);
});

test('a plain write waits for the transaction, and then works on what that left', async () => {
  await things().add({ _id: 'awaited', n: 1 });
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('things').doc('awaited').update({ n: 10 });
  const plain = things().doc('awaited').update({ n: cloud.database.command.inc(1) });
  const conditional = things().where({ _id: 'awaited', n: 1 }).update({ wrong: true });
  await transaction.commit();
  await plain;
  expect(await conditional).toMatchObject({ updated: 0 });
  expect(await numberOf('awaited')).toBe(11);
});

test('two transactions cannot both add the same _id', async () => {
  const [first, second] = [await cloud.database.startTransaction(), await cloud.database.startTransaction()];
  await first.collection('things').add({ _id: 'event:1' });
  expect(await refusalOf(second.collection('things').add({ _id: 'event:1' }))).toMatch(/^DATABASE_TRANSACTION_CONFLICT/);
  await first.commit();
  const third = await cloud.database.startTransaction();
  expect(await refusalOf(third.collection('things').add({ _id: 'event:1' }))).toMatch(/^DATABASE_REQUEST_FAILED .*E11000/);
});

test('two transactions cannot both take the same unique value', async () => {
  const [first, second] = [await cloud.database.startTransaction(), await cloud.database.startTransaction()];
  await first.collection('people').add({ openid: 'taken' });
  expect(await refusalOf(second.collection('people').add({ openid: 'taken' }))).toMatch(/^DATABASE_TRANSACTION_CONFLICT/);
  await first.rollback();
  expect(await refusalOf(cloud.database.collection('people').add({ openid: 'taken' }))).toBe('fulfilled');
});

test('a duplicate key inside one transaction is E11000 and ends it', async () => {
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('people').add({ openid: 'twice' });
  expect(await refusalOf(transaction.collection('people').add({ openid: 'twice' }))).toMatch(/E11000/);
  expect(await refusalOf(transaction.commit())).toMatch(/TransactionNotExist/);
  expect((await cloud.database.collection('people').where({ openid: 'twice' }).count()).total).toBe(0);
});

test('write skew is possible: two transactions may each rely on what the other changes', async () => {
  await things().add([{ _id: 'a-on-duty', n: 1 }, { _id: 'b-on-duty', n: 1 }]);
  const [first, second] = [await cloud.database.startTransaction(), await cloud.database.startTransaction()];
  await first.collection('things').doc('b-on-duty').get();
  await second.collection('things').doc('a-on-duty').get();
  await first.collection('things').doc('a-on-duty').update({ n: 0 });
  await second.collection('things').doc('b-on-duty').update({ n: 0 });
  await first.commit();
  await second.commit();
  expect([await numberOf('a-on-duty'), await numberOf('b-on-duty')]).toEqual([0, 0]);
});

test('trap: an update by where() is sent outside the transaction and survives a rollback', async () => {
  await things().add({ _id: 'leaky', n: 0 });
  const transaction = await cloud.database.startTransaction();
  await transaction.collection('things').where({ _id: 'leaky' }).update({ n: 1 });
  await transaction.rollback();
  expect(await numberOf('leaky')).toBe(1);
});

test('racing transactions that are retried lose no update', async () => {
  await things().add({ _id: 'counter', n: 0 });
  const add = () =>
    cloud.database.runTransaction(async (transaction: Transaction) => {
      const { data } = await transaction.collection('things').doc('counter').get();
      await transaction.collection('things').doc('counter').update({ n: (data as unknown as { n: number }).n + 1 });
    }, 50);
  await Promise.all(Array.from({ length: 6 }, add));
  expect(await numberOf('counter')).toBe(6);
});

test('a conditional update of one document lets exactly as many through as there is room', async () => {
  const _ = cloud.database.command;
  await things().add({ _id: 'slot', free: 5, seats: [] });
  const book = (child: number) => things().where({ _id: 'slot', free: _.gt(0) }).update({ free: _.inc(-1), seats: _.push([child]) });
  const answers = await Promise.all(Array.from({ length: 40 }, (_unused, child) => book(child)));
  expect(answers.filter(({ updated }) => updated === 1)).toHaveLength(5);
  const { data } = await things().doc('slot').get();
  expect(data[0]).toMatchObject({ free: 0 });
  expect((data[0] as { seats: number[] }).seats).toHaveLength(5);
});
