/** Documents on the wire and on disk (extended JSON), and as plain values in memory. */
import { EJSON, ObjectId } from 'bson';
import { invalidParameter } from '../errors';
import type { Document, Value } from '../types';

export type PlainObject = Record<string, Value>;

export function isPlainObject(value: Value): value is PlainObject {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Reads extended JSON text. `now` (epoch ms) is what a server date becomes.
 * Throws INVALID_PARAM when the text is not JSON or holds a wrapper that is wrong.
 */
export function decode(text: string, now: number): Value {
  return revive(parseJson(text), now);
}

/** The same for a query, an update, a projection: what must be an object. */
export function decodeObject(text: string | undefined, now: number): PlainObject {
  const value = text === undefined || text === '' ? {} : decode(text, now);
  if (!isPlainObject(value)) throw invalidParameter('an object is expected');
  return value;
}

/** Writes extended JSON in its relaxed form: plain numbers, everything else so that `decode` gives it back. */
export function encode(value: Value): string {
  return JSON.stringify(shape(value));
}

function parseJson(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    throw invalidParameter('the text is not JSON');
  }
}

function revive(value: Value, now: number): Value {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Value) => revive(item, now));
  const object = value as PlainObject;
  for (const key in object) {
    if (key.startsWith('$')) return reviveWrapper(object, now);
    break;
  }
  const result: PlainObject = {};
  for (const key of Object.keys(object)) setOwn(result, key, revive(object[key], now));
  return result;
}

/** An object whose first key starts with `$` is either a wrapped value or an operator of a query. */
function reviveWrapper(object: PlainObject, now: number): Value {
  if ('$numberInt' in object) return Number(object.$numberInt);
  if ('$numberLong' in object) return Number(object.$numberLong);
  if ('$numberDouble' in object) return Number(object.$numberDouble);
  if ('$date' in object) return reviveDate(object.$date);
  if ('$tcb_server_date' in object) return reviveServerDate(object.$tcb_server_date, now);
  if ('$regularExpression' in object) return reviveRegExp(object.$regularExpression);
  if ('$undefined' in object) return undefined;
  if ('$oid' in object || '$binary' in object || '$numberDecimal' in object || '$timestamp' in object) {
    return EJSON.deserialize(object);
  }
  const operators: PlainObject = {};
  for (const key of Object.keys(object)) setOwn(operators, key, revive(object[key], now));
  return operators;
}

function reviveDate(value: Value): Date {
  const time = isPlainObject(value) ? Number(value.$numberLong) : new Date(value as string | number).getTime();
  if (Number.isNaN(time)) throw invalidParameter('a $date that is no date');
  return new Date(time);
}

function reviveServerDate(value: Value, now: number): Date {
  const offset = isPlainObject(value) ? Number(revive(value.offset, now) ?? 0) : 0;
  return new Date(now + offset);
}

function reviveRegExp(value: Value): RegExp {
  const { pattern, options } = value as { pattern: string; options: string };
  const flags = options.replace('x', '');
  if (flags !== options) throw invalidParameter('a regular expression with the option x is not supported');
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw invalidParameter(`not a regular expression: ${pattern}`);
  }
}

function shape(value: Value): Value {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
    case 'object':
      return value === null ? null : shapeObject(value);
    case 'bigint':
      return { $numberLong: value.toString() };
    default:
      return value;
  }
}

function shapeObject(value: object): Value {
  if (Array.isArray(value)) return value.map((item: Value) => (item === undefined ? null : shape(item)));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags.replace(/[^imsx]/g, '') } };
  if (!isPlainObject(value)) return EJSON.serialize(value, { relaxed: false });
  const result: PlainObject = {};
  for (const key of Object.keys(value)) setOwn(result, key, shape(value[key]));
  return result;
}

/** A copy that shares nothing that can be changed. */
export function clone<T extends Value>(value: T): T;
export function clone(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return value.map((item: Value) => clone(item));
  if (!isPlainObject(value)) return value;
  const result: PlainObject = {};
  for (const key of Object.keys(value)) setOwn(result, key, clone(value[key]));
  return result;
}

/** Sets a field as data even when it is called `__proto__`. */
export function setOwn(object: PlainObject, key: string, value: Value): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** The `_id` as the key of a map: 1 and '1' are two documents. */
export function keyOf(id: Value): string {
  if (typeof id === 'string') return `s${id}`;
  if (typeof id === 'number') return `n${id}`;
  if (id instanceof ObjectId) return `o${id.toHexString()}`;
  return `e${encode(id)}`;
}

/** The document with `_id` first, as the database keeps it. Throws for a field name it would refuse. */
export function normalise(fields: PlainObject, id: Value): Document {
  const document: Document = { _id: id };
  for (const key of Object.keys(fields)) {
    if (key === '_id' || fields[key] === undefined) continue;
    setOwn(document, key, fields[key]);
  }
  return document;
}
