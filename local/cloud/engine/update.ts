/** The update operators that the SDK sends, with MongoDB's refusals. Anything else is refused by name. */
import { requestFailed } from '../errors';
import type { Document, Value } from '../types';
import { pop, pull, pullAll, push, addToSet } from './update-arrays';
import { compareValues, equalValues } from './order';
import { clone, isPlainObject, type PlainObject } from './values';
import { type Place, placeAt, read, remove, write } from './update-paths';

type Operator = (place: Place, argument: Value) => void;

const OPERATORS: Record<string, Operator> = {
  $set: (place, value) => write(place, clone(value)),
  $unset: (place) => remove(place),
  $inc: (place, by) => write(place, numberAt(place, '$inc', 0) + operand(by, '$inc')),
  $mul: (place, by) => write(place, numberAt(place, '$mul', 0) * operand(by, '$mul')),
  $min: (place, value) => writeIf(place, value, -1),
  $max: (place, value) => writeIf(place, value, 1),
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

/**
 * The document after the update, or undefined when nothing changes. The given one is left alone.
 * Throws DATABASE_REQUEST_FAILED: an unknown operator, `$inc` of something that is no number, a path
 * through null, two operators on one path, a change of `_id`.
 */
export function updated(document: Document, update: PlainObject): Document | undefined {
  const result = clone(document);
  refuseOverlaps(update);
  for (const [name, fields] of Object.entries(update)) {
    if (!isPlainObject(fields)) throw requestFailed(`${name} needs an object`);
    for (const [path, argument] of Object.entries(fields)) apply(result, name, path, argument);
  }
  if (!equalValues(result._id, document._id)) throw requestFailed("the (immutable) field '_id' was found to have been altered");
  return equalValues(result, document) ? undefined : result;
}

/** Throws when a document holds a field name that the database refuses. */
export function checkFieldNames(document: PlainObject): void {
  for (const name of Object.keys(document)) {
    if (name.startsWith('$')) throw requestFailed(`the dollar ($) prefixed field '${name}' is not valid for storage`);
  }
}

function apply(document: Document, name: string, path: string, argument: Value): void {
  if (name === '$rename') {
    rename(document, path, argument);
    return;
  }
  const operator = OPERATORS[name];
  if (operator === undefined) throw requestFailed(`the update operator ${name} is not supported`);
  const isRemoving = name === '$unset' || name === '$pop' || name === '$pull' || name === '$pullAll';
  const place = placeAt(document, path, isRemoving);
  if (place !== undefined) operator(place, argument);
}

function rename(document: Document, path: string, target: Value): void {
  if (typeof target !== 'string') throw requestFailed('$rename needs a field name');
  const from = placeAt(document, path, true);
  const value = from === undefined ? undefined : read(from);
  if (from === undefined || value === undefined) return;
  remove(from);
  const to = placeAt(document, target, false);
  if (to !== undefined) write(to, value);
}

function numberAt(place: Place, operator: string, missing: number): number {
  const value = read(place);
  if (value === undefined) return missing;
  if (typeof value !== 'number') throw requestFailed(`cannot apply ${operator} to a value of non-numeric type at '${place.path}'`);
  return value;
}

function operand(value: Value, operator: string): number {
  if (typeof value !== 'number') throw requestFailed(`cannot ${operator} with a non-numeric argument`);
  return value;
}

function writeIf(place: Place, value: Value, direction: 1 | -1): void {
  const there = read(place);
  if (there === undefined || compareValues(value, there) * direction > 0) write(place, clone(value));
}

/** MongoDB refuses to set `a` and `a.b` in one update. */
function refuseOverlaps(update: PlainObject): void {
  const paths = Object.values(update).flatMap((fields) => (isPlainObject(fields) ? Object.keys(fields) : []));
  const sorted = paths.map((path) => `${path}.`).sort();
  for (let at = 1; at < sorted.length; at++) {
    const before = sorted[at - 1] as string;
    const path = sorted[at] as string;
    if (path.startsWith(before)) {
      throw requestFailed(`updating the path '${path.slice(0, -1)}' would create a conflict at '${before.slice(0, -1)}'`);
    }
  }
}
