/** The `database.…` actions of the SDK. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { Database, Modified } from '../engine/database';
import { project } from '../engine/matcher';
import type { SortOrder } from '../engine/paths';
import type { Transaction } from '../engine/transaction';
import { checkFieldNames, updated } from '../engine/update';
import { decodeObject, encode, normalise, type PlainObject } from '../engine/values';
import { invalidParameter, messageOf, requestFailed } from '../errors';
import { type AdminAction, type AdminRequest, type Answer, countField, listField, optionalText, textField } from './request';

/** The most documents that one `get` gives [CloudBase]. */
const MOST_DOCUMENTS = 1000;

/**
 * A call in a transaction is answered this many ms after it was sent, not sooner: calls sent together then overlap,
 * as they do over a real network. Two, because calls of one moment may carry two neighbouring milliseconds.
 */
const BUSY_MS = 2;

export interface DatabaseContext {
  database: Database;
  clock: Clock;
}

type InTransaction = (context: DatabaseContext, request: AdminRequest, transaction?: Transaction) => Answer | Promise<Answer>;

const ACTIONS: Record<string, InTransaction> = {
  addCollection,
  insertDocument,
  getDocument,
  calculateDocument,
  modifyDocument,
  modifyAndReturnDoc,
  removeDocument,
  aggregateDocuments,
  commitTransaction,
  abortTransaction,
};

/** The actions by their full names. Each answers when what it wrote, or what it saw, is on the disk. */
export function databaseActions(context: DatabaseContext): Record<string, AdminAction> {
  const { database } = context;
  const actions: Record<string, AdminAction> = {
    'database.startTransaction': () => ({ transactionId: database.transactions.begin().id }),
  };
  for (const [name, action] of Object.entries(ACTIONS)) {
    actions[`database.${name}`] = async (request) => {
      const id = optionalText(request, 'transactionId');
      const answer = id === undefined ? await action(context, request) : await inside(context, request, id, action);
      await database.settled();
      return answer;
    };
  }
  return actions;
}

async function inside(context: DatabaseContext, request: AdminRequest, id: string, action: InTransaction): Promise<Answer> {
  const { database } = context;
  const transaction = database.transactions.enter(id, database.lastCommit, request.sentAt);
  try {
    const wait = request.sentAt + BUSY_MS - Date.now();
    if (wait > 0 && wait <= BUSY_MS) await pause(wait);
    return await action(context, request, transaction);
  } finally {
    database.transactions.leave(transaction);
  }
}

function addCollection({ database }: DatabaseContext, request: AdminRequest): Answer {
  database.createCollection(textField(request, 'collectionName'));
  return {};
}

async function insertDocument({ database, clock }: DatabaseContext, request: AdminRequest, transaction?: Transaction): Promise<Answer> {
  const documents = listField(request, 'data').map((text) => decodeObject(String(text), clock.now()));
  const ids = await database.insert(textField(request, 'collectionName'), documents, transaction);
  return { data: { insertedIds: ids, inserted: ids.length } };
}

function getDocument({ database, clock }: DatabaseContext, request: AdminRequest, transaction?: Transaction): Answer {
  const { collection, query } = target(request, clock);
  const isOne = request.body.queryType === 'DOC';
  const limit = Math.min(countField(request, 'limit', 100), MOST_DOCUMENTS);
  const found = database.find(collection, query, {
    order: orderOf(request, clock),
    offset: countField(request, 'offset', 0),
    limit: isOne ? 1 : limit,
    transaction,
  });
  request.work = found.work;
  const projection = optionalText(request, 'projection');
  const rows = project(found.documents, projection === undefined ? undefined : decodeObject(projection, clock.now()));
  return { data: { list: rows.map(encode) } };
}

function calculateDocument({ database, clock }: DatabaseContext, request: AdminRequest): Answer {
  const { collection, query } = target(request, clock);
  const { total, work } = database.count(collection, query);
  request.work = work;
  return { data: { total } };
}

async function modifyDocument(context: DatabaseContext, request: AdminRequest, transaction?: Transaction): Promise<Answer> {
  const { database, clock } = context;
  const { collection, query } = target(request, clock);
  const data = decodeObject(textField(request, 'data'), clock.now());
  const isMerge = request.body.merge === true;
  if (!isMerge) checkFieldNames(data);
  const rewrite = isMerge ? (document: PlainObject) => updated(document as never, data) : (document: PlainObject) => normalise(data, document._id);
  const isUpsert = request.body.upsert === true;
  if (isUpsert && isMerge) throw requestFailed('an upsert that merges is not supported by the local cloud');
  for (;;) {
    const result = await database.modify(collection, query, request.body.multi === true, rewrite, transaction);
    request.work = result.work;
    if (result.matched > 0 || !isUpsert) return { data: { updated: result.changed, upsert_id: null } };
    const fields = query._id === undefined ? data : { ...data, _id: query._id };
    try {
      const [id] = await database.insert(collection, [fields], transaction);
      return { data: { updated: 0, upsert_id: id } };
    } catch (error) {
      // Somebody made the document between the two: now it is there to be replaced.
      const isById = Object.keys(query).join() === '_id';
      if (transaction !== undefined || !isById || !isDuplicateId(error)) throw error;
    }
  }
}

function isDuplicateId(error: unknown): boolean {
  return messageOf(error).includes('index: _id_ dup key');
}

async function modifyAndReturnDoc({ database, clock }: DatabaseContext, request: AdminRequest, transaction?: Transaction): Promise<Answer> {
  const { collection, query } = target(request, clock);
  const data = decodeObject(textField(request, 'data'), clock.now());
  const result: Modified = await database.modify(collection, query, false, (document) => updated(document, data), transaction);
  request.work = result.work;
  return { data: { updated: result.changed, doc: result.document === null ? undefined : encode(result.document) } };
}

async function removeDocument({ database, clock }: DatabaseContext, request: AdminRequest, transaction?: Transaction): Promise<Answer> {
  const { collection, query } = target(request, clock);
  const result = await database.modify(collection, query, request.body.multi === true, () => null, transaction);
  request.work = result.work;
  return { data: { deleted: result.changed } };
}

function aggregateDocuments({ database, clock }: DatabaseContext, request: AdminRequest): Answer {
  const pipeline = listField(request, 'stages').map((stage) => {
    const { stageKey, stageValue } = stage as { stageKey?: unknown; stageValue?: unknown };
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw invalidParameter('a stage needs stageKey and stageValue');
    return decodeObject(`{${JSON.stringify(stageKey)}:${stageValue}}`, clock.now());
  });
  const { rows, work } = database.aggregate(textField(request, 'collectionName'), pipeline);
  request.work = work;
  return { data: { list: rows.map(encode) } };
}

function commitTransaction({ database }: DatabaseContext, _request: AdminRequest, transaction?: Transaction): Answer {
  if (transaction === undefined) throw invalidParameter('commitTransaction: transactionId is missing');
  database.commitTransaction(transaction);
  return {};
}

function abortTransaction({ database }: DatabaseContext, _request: AdminRequest, transaction?: Transaction): Answer {
  if (transaction === undefined) throw invalidParameter('abortTransaction: transactionId is missing');
  database.transactions.end(transaction);
  return {};
}

function target(request: AdminRequest, clock: Clock): { collection: string; query: PlainObject } {
  return {
    collection: textField(request, 'collectionName'),
    query: decodeObject(optionalText(request, 'query'), clock.now()),
  };
}

function orderOf(request: AdminRequest, clock: Clock): SortOrder {
  const order = decodeObject(optionalText(request, 'order'), clock.now());
  for (const [field, direction] of Object.entries(order)) {
    if (direction !== 1 && direction !== -1) throw invalidParameter(`the order of ${field} must be 1 or -1`);
  }
  return order as SortOrder;
}
