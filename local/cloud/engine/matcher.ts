/** Queries, projections and aggregations: mingo, with its gaps closed or refused by name. */
import { Aggregator, Context, ProcessingMode, Query } from 'mingo';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { resolve } from 'mingo/util';
import { messageOf, requestFailed } from '../errors';
import type { Document, Value } from '../types';
import { isPlainObject, type PlainObject } from './values';

type Predicate = (document: PlainObject) => boolean;

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr']);

/** Stages and operators that would run code, write elsewhere, or that mingo gets wrong. */
const REFUSED_STAGES = new Set(['$out', '$merge', '$geoNear', '$indexStats', '$collStats']);
const REFUSED_EXPRESSIONS = new Set(['$function', '$accumulator', '$where', '$week', '$jsonSchema']);

const context = Context.init({
  query: { ...without(queries, REFUSED_EXPRESSIONS), $elemMatch: elemMatch },
  expression: { ...without(expressions, REFUSED_EXPRESSIONS), $substr: substr },
  accumulator: without(accumulators, REFUSED_EXPRESSIONS),
  pipeline: without(stages, REFUSED_STAGES),
  projection: { ...projections },
  window: { ...windows },
});

const OPTIONS = { context, scriptEnabled: false };

/** Compiles a query; throws DATABASE_REQUEST_FAILED that names an operator it does not know. */
export function matcher(query: PlainObject): (document: Document) => boolean {
  const fields = Object.keys(query);
  if (fields.length === 0) return () => true;
  // By far the most frequent query needs no compiler.
  const { _id: id } = query;
  if (fields.length === 1 && (typeof id === 'string' || typeof id === 'number')) return (document) => document._id === id;
  return refusing(() => {
    const compiled = new Query(query, OPTIONS);
    return (document: Document) => refusing(() => compiled.test(document));
  });
}

/** The fields that were asked for; a copy, when any were named. */
export function project(documents: Document[], projection: PlainObject | undefined): PlainObject[] {
  if (projection === undefined || Object.keys(projection).length === 0) return documents;
  return refusing(() => new Query({}, OPTIONS).find<PlainObject>(documents, projection).all());
}

/** Runs a pipeline over copies of the documents. `lookup` gives the documents of another collection. */
export function aggregate(documents: Document[], pipeline: PlainObject[], lookup: (name: string) => Document[]): PlainObject[] {
  const options = { ...OPTIONS, collectionResolver: lookup, processingMode: ProcessingMode.CLONE_INPUT };
  return refusing(() => new Aggregator(pipeline, options).run<PlainObject>(documents));
}

function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && error.name === 'CloudError') throw error;
    throw requestFailed(messageOf(error));
  }
}

/** mingo compares whole objects only; MongoDB also takes `{$elemMatch: {$gte: 3, $lt: 5}}` over plain values. */
function elemMatch(selector: string, condition: Value, options: Parameters<typeof queries.$elemMatch>[2]): Predicate {
  if (!isPlainObject(condition)) throw requestFailed('$elemMatch needs an object');
  const names = Object.keys(condition);
  const isOverValues = names.length > 0 && names.every((name) => name.startsWith('$') && !LOGICAL.has(name));
  if (!isOverValues) return queries.$elemMatch(selector, condition, options);
  const item = new Query({ value: condition }, OPTIONS);
  return (document) => {
    const list: Value = resolve(document, selector);
    return Array.isArray(list) && list.some((value: Value) => item.test({ value }));
  };
}

/** mingo stops at a length of −1; MongoDB takes it for "to the end". */
function substr(document: PlainObject, args: Value, options: Parameters<typeof expressions.$substr>[2]): Value {
  if (!Array.isArray(args) || Number(args[2]) >= 0) return expressions.$substr(document, args, options);
  return expressions.$substr(document, [args[0], args[1], Number.MAX_SAFE_INTEGER] as never, options);
}

function without<T extends object>(operators: T, refused: Set<string>): T {
  return Object.fromEntries(Object.entries(operators).filter(([name]) => !refused.has(name))) as T;
}
