/** Reading a dotted path in a document, through arrays, as queries, indexes and sorting do. */
import type { Document, Value } from '../types';
import { compareValues } from './order';
import { isPlainObject } from './values';

const NUMBER = /^\d+$/;

/**
 * Every value at `path`, an array at its end taken apart. A missing field gives `null`, an empty array
 * `undefined` (which comes before null): so an index sees them.
 */
export function valuesAt(document: Document, path: string): Value[] {
  const found: Value[] = [];
  collect(document, path.split('.'), 0, found);
  return found.length === 0 ? [null] : found;
}

/** True when the path leads to a field, whatever it holds. */
export function hasPath(document: Document, path: string): boolean {
  const found: Value[] = [];
  collect(document, path.split('.'), 0, found);
  return found.length > 0;
}

/** Whether an array lies on the way or at the end. */
export function passesArray(document: Document, path: string): boolean {
  let value: Value = document;
  for (const name of path.split('.')) {
    if (!isPlainObject(value) || !Object.hasOwn(value, name)) return false;
    value = value[name];
    if (Array.isArray(value)) return true;
  }
  return false;
}

function collect(value: Value, path: readonly string[], depth: number, found: Value[]): void {
  if (depth === path.length) {
    if (!Array.isArray(value)) found.push(value === undefined ? null : value);
    else if (value.length === 0) found.push(undefined);
    else found.push(...(value as Value[]));
    return;
  }
  const name = path[depth] as string;
  if (Array.isArray(value)) {
    if (NUMBER.test(name) && Number(name) < value.length) collect(value[Number(name)], path, depth + 1, found);
    for (const item of value as Value[]) if (isPlainObject(item)) collect(item, path, depth, found);
    return;
  }
  if (isPlainObject(value) && Object.hasOwn(value, name)) collect(value[name], path, depth + 1, found);
}

export type SortOrder = Record<string, 1 | -1>;

/** Compares two documents by a sort order. Of an array counts its smallest value upwards, its largest downwards. */
export function compareDocuments(a: Document, b: Document, order: SortOrder): number {
  for (const [path, direction] of Object.entries(order)) {
    const difference = compareValues(sortValue(a, path, direction), sortValue(b, path, direction));
    if (difference !== 0) return difference * direction;
  }
  return 0;
}

function sortValue(document: Document, path: string, direction: 1 | -1): Value {
  const values = valuesAt(document, path);
  let best = values[0];
  for (const value of values) if (compareValues(value, best) * direction < 0) best = value;
  return best;
}
