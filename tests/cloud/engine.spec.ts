/** The engine against much simpler ones: a list that is searched from end to end, and whole copies as snapshots. */
import fc from 'fast-check';
import { Database } from '../../local/cloud/engine/database';
import { updated } from '../../local/cloud/engine/update';
import type { Document, IndexSpec } from '../../local/cloud/types';
import { memoryStore } from './support/memory-store';

const INDEXES: IndexSpec[] = [
  { name: 'a_b', fields: [['a', 1], ['b', -1]] },
  { name: 'b', fields: [['b', 1]] },
  { name: 'list_a', fields: [['list', 1], ['a', 1]], sparse: true },
  { name: 'deep', fields: [['sub.x', -1], ['_id', 1]] },
];

function database(indexes: IndexSpec[]): Database {
  return new Database(memoryStore(), { collections: [{ name: 'c', indexes }], strict: false, transactionLifetime: 60_000 });
}

const scalar = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('x', 'y', null, true), fc.integer({ min: 0, max: 3 }).map((n) => new Date(n)));
const fields = fc.record(
  { a: scalar, b: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), list: fc.array(scalar, { maxLength: 3 }), sub: fc.record({ x: scalar }, { requiredKeys: [] }) },
  { requiredKeys: [] },
);
const condition = fc.oneof(
  scalar,
  scalar.map(($gt) => ({ $gt })),
  fc.tuple(scalar, scalar).map(([$gte, $lt]) => ({ $gte, $lt })),
  scalar.map(($lte) => ({ $lte })),
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  scalar.map(($ne) => ({ $ne })),
  fc.boolean().map(($exists) => ({ $exists })),
);
const simple = fc.dictionary(fc.constantFrom('a', 'b', 'list', 'sub.x'), condition, { maxKeys: 3 });
const query = fc.oneof(
  simple,
  fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 })).map(([base, $or]) => ({ ...base, $or })),
  fc.array(simple, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
);
const order = fc.dictionary(fc.constantFrom('a', 'b', 'sub.x'), fc.constantFrom(1 as const, -1 as const), { maxKeys: 2 });

test('with indexes a query gives what it gives without', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fields, { maxLength: 25 }), query, order, fc.integer({ min: 1, max: 8 }), async (list, where, by, limit) => {
      const [indexed, plain] = [database(INDEXES), database([])];
      const documents = list.map((one, n) => ({ ...one, _id: `d${n}` }));
      await indexed.insert('c', documents);
      await plain.insert('c', documents);
      // Equal documents may come in any order: the _id decides, so that pages can be compared.
      const options = { order: { ...by, _id: 1 as const }, offset: 1, limit };
      expect(indexed.find('c', where, options).documents).toEqual(plain.find('c', where, options).documents);
      const ids = (found: { documents: Document[] }) => found.documents.map(({ _id }) => _id).sort();
      expect(ids(indexed.find('c', where, { order: by }))).toEqual(ids(plain.find('c', where)));
    }),
    { numRuns: 1500 },
  );
});

test('a sorted page is in order, whichever index gives it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fields, { maxLength: 25 }), simple, order, async (list, where, by) => {
      const [indexed, plain] = [database(INDEXES), database([])];
      const documents = list.map((one, n) => ({ ...one, _id: `d${n}` }));
      await indexed.insert('c', documents);
      await plain.insert('c', documents);
      const keys = (db: Database) => db.find('c', where, { order: by, limit: 6 }).documents.map((one) => Object.keys(by).map((path) => sortValue(one, path, by[path] ?? 1)));
      expect(keys(indexed)).toEqual(keys(plain));
    }),
    { numRuns: 700 },
  );
});

/** The value by which a document is sorted, as text: of a list the smallest upwards, the largest downwards. */
function sortValue(document: Document, path: string, direction: 1 | -1): unknown {
  const value = path === 'sub.x' ? (document.sub as { x?: unknown } | undefined)?.x : document[path];
  if (!Array.isArray(value)) return value ?? null;
  const ordered = [...(value as unknown[])].sort((a, b) => rank(a) - rank(b) || Number(a) - Number(b) || String(a).localeCompare(String(b)));
  return (direction === 1 ? ordered[0] : ordered.at(-1)) ?? null;
}

function rank(value: unknown): number {
  if (value === null) return 0;
  return ['number', 'string', 'boolean', 'object'].indexOf(typeof value) + 1;
}

type Step = { kind: 'begin' | 'read' | 'write' | 'remove' | 'commit' | 'abort' | 'plain'; who: number; id: number; value: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('begin', 'read', 'read', 'write', 'write', 'remove', 'commit', 'abort', 'plain'),
  who: fc.integer({ min: 0, max: 2 }),
  id: fc.integer({ min: 0, max: 3 }),
  value: fc.integer({ min: 0, max: 99 }),
});

/** Snapshot isolation with whole copies: the first writer wins, a stale writer loses. */
class Model {
  committed = new Map<number, number>();
  private versions = new Map<number, number>();
  private time = 0;
  readonly open = new Map<number, { view: Map<number, number>; at: number; touched: Set<number> }>();

  begin(who: number): void {
    this.open.set(who, { view: new Map(this.committed), at: this.time, touched: new Set() });
  }

  /** False: a conflict, and the transaction is gone. */
  write(who: number, id: number, value: number | undefined): boolean {
    const transaction = this.open.get(who);
    if (!transaction) return false;
    const isTaken = [...this.open].some(([other, { touched }]) => other !== who && touched.has(id));
    if (isTaken || (this.versions.get(id) ?? 0) > transaction.at) {
      this.open.delete(who);
      return false;
    }
    transaction.touched.add(id);
    if (value === undefined) transaction.view.delete(id);
    else transaction.view.set(id, value);
    return true;
  }

  commit(who: number): void {
    const transaction = this.open.get(who);
    this.open.delete(who);
    for (const id of transaction?.touched ?? []) this.put(id, transaction?.view.get(id));
  }

  isHeld(id: number): boolean {
    return [...this.open.values()].some(({ touched }) => touched.has(id));
  }

  put(id: number, value: number | undefined): void {
    this.versions.set(id, ++this.time);
    if (value === undefined) this.committed.delete(id);
    else this.committed.set(id, value);
  }
}

test('transactions see one moment, and the first writer wins', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const db = database([{ name: 'n', fields: [['n', 1]] }]);
      const model = new Model();
      const running = new Map<number, ReturnType<Database['transactions']['begin']>>();
      for (const one of steps) await play(one, db, model, running);
      expect(contentOf(db, {})).toEqual(model.committed);
      for (const transaction of running.values()) db.transactions.end(transaction);
      expect(contentOf(db, { n: { $gte: 0 } })).toEqual(model.committed); // by the index
    }),
    { numRuns: 1500 },
  );
});

function contentOf(db: Database, where: Record<string, unknown>): Map<number, number> {
  return new Map(db.find('c', where).documents.map(({ _id, n }) => [_id as number, n as number]).sort(([a], [b]) => (a as number) - (b as number)) as [number, number][]);
}

async function play({ kind, who, id, value }: Step, db: Database, model: Model, running: Map<number, ReturnType<Database['transactions']['begin']>>): Promise<void> {
  const transaction = running.get(who);
  if (kind === 'plain') {
    if (model.isHeld(id)) return; // would wait
    await put(db, id, value);
    if (model.committed.get(id) !== value) model.put(id, value);
  } else if (kind === 'begin') {
    if (transaction) return;
    const begun = db.transactions.begin();
    db.transactions.leave(db.transactions.enter(begun.id, db.lastCommit, Infinity));
    running.set(who, begun);
    model.begin(who);
  } else if (transaction) {
    await playInside({ kind, who, id, value }, db, model, running, transaction);
  }
}

async function playInside({ kind, who, id, value }: Step, db: Database, model: Model, running: Map<number, ReturnType<Database['transactions']['begin']>>, transaction: ReturnType<Database['transactions']['begin']>): Promise<void> {
  const view = model.open.get(who)?.view;
  const seen = (where: Record<string, unknown>) => db.find('c', where, { transaction }).documents.map(({ _id, n }) => [_id, n]);
  if (kind === 'read') {
    expect(seen({ _id: id })).toEqual(view?.has(id) ? [[id, view.get(id)]] : []);
    expect(new Map(seen({ n: value }) as [number, number][])).toEqual(new Map([...(view ?? [])].filter(([, n]) => n === value)));
  } else if (kind === 'commit' || kind === 'abort') {
    running.delete(who);
    if (kind === 'commit') {
      db.commitTransaction(transaction);
      model.commit(who);
    } else {
      db.transactions.end(transaction);
      model.open.delete(who);
    }
  } else {
    if (kind === 'remove' && !view?.has(id)) return;
    const expected = model.write(who, id, kind === 'remove' ? undefined : value);
    const happened = await (kind === 'remove' ? db.modify('c', { _id: id }, false, () => null, transaction) : put(db, id, value, transaction)).then(() => true, () => false);
    expect(happened).toBe(expected);
    if (!expected) running.delete(who);
  }
}

async function put(db: Database, id: number, n: number, transaction?: ReturnType<Database['transactions']['begin']>): Promise<void> {
  const { matched } = await db.modify('c', { _id: id }, false, (document) => updated(document, { $set: { n } }), transaction);
  if (matched === 0) await db.insert('c', [{ _id: id, n }], transaction);
}

test('when the disk refuses a write nobody is told that it succeeded, and nothing is acknowledged any more', async () => {
  const store = memoryStore();
  const db = new Database(store, { collections: [{ name: 'c', indexes: [] }], strict: false, transactionLifetime: 60_000 });
  await db.settled();
  store.commit = () => {
    throw new Error('disk full');
  };
  await db.insert('c', [{ _id: 1 }]);
  await expect(db.settled()).rejects.toThrow(/disk full.*restart/);
  await expect(db.insert('c', [{ _id: 2 }])).rejects.toThrow(/disk full/);
  await expect(db.settled()).rejects.toThrow(/disk full/);
});

test('writes of one moment share one durable commit, and a transaction is never split', async () => {
  const store = memoryStore();
  const db = new Database(store, { collections: [{ name: 'c', indexes: [] }], strict: false, transactionLifetime: 60_000 });
  await db.settled();
  store.commits.length = 0;
  const transaction = db.transactions.enter(db.transactions.begin().id, db.lastCommit, Infinity);
  await db.insert('c', [{ _id: 1 }, { _id: 2 }], transaction);
  db.commitTransaction(transaction);
  await Promise.all([db.insert('c', [{ _id: 3 }]), db.insert('c', [{ _id: 4 }])]);
  await db.settled();
  expect(store.commits).toHaveLength(1);
  expect(store.commits[0]).toHaveLength(4);
});
