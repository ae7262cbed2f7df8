/** One walk along an index: equal values first, then at most one range. */
import type { Value } from '../types';
import type { Bound } from './constraints';
import type { Entry, IndexTree } from './index-tree';
import { compareValues, typeRank } from './order';

export interface Seek {
  index: IndexTree;
  /** Values of the first fields of the index. */
  prefix: readonly Value[];
  /** The range over the field after the prefix. */
  lower?: Bound;
  upper?: Bound;
  backwards: boolean;
}

/** The entries of a seek. Values of another type than the range's are never within it. */
export function* walk(seek: Seek): Generator<Entry> {
  const { index, prefix, backwards } = seek;
  if (seek.lower === undefined && seek.upper === undefined) {
    yield* index.scan(prefix, backwards);
    return;
  }
  // Of a document with several values each bound may be met by another one: only one of them may narrow the walk.
  const lower = seek.lower;
  const at = prefix.length;
  const upper = index.hasLists[at] === true && lower !== undefined ? undefined : seek.upper;
  const direction = index.spec.fields[at]?.[1] ?? 1;
  const isRising = (direction === 1) !== backwards;
  const first = isRising ? (lower?.value ?? lowest(upper?.value)) : (upper?.value ?? highest(lower?.value));
  const start = first === undefined ? prefix : [...prefix, first];
  for (const entry of index.scan(prefix, backwards, start)) {
    const value = entry.values[at];
    if (isRising ? isAbove(value, upper, lower) : isBelow(value, lower, upper)) return;
    if (isWithin(value, lower, upper)) yield entry;
  }
}

function isAbove(value: Value, upper: Bound | undefined, lower: Bound | undefined): boolean {
  if (upper !== undefined) return compareValues(value, upper.value) > 0;
  return lower !== undefined && typeRank(value) > typeRank(lower.value);
}

function isBelow(value: Value, lower: Bound | undefined, upper: Bound | undefined): boolean {
  if (lower !== undefined) return compareValues(value, lower.value) < 0;
  return upper !== undefined && typeRank(value) < typeRank(upper.value);
}

function isWithin(value: Value, lower: Bound | undefined, upper: Bound | undefined): boolean {
  return (lower === undefined || meets(value, lower, 1)) && (upper === undefined || meets(value, upper, -1));
}

function meets(value: Value, bound: Bound, direction: 1 | -1): boolean {
  if (typeRank(value) !== typeRank(bound.value)) return false;
  const order = compareValues(value, bound.value) * direction;
  return order > 0 || (bound.inclusive && order === 0);
}

/** The first value of the same type, so that a walk does not begin among documents without the field. */
function lowest(value: Value): Value {
  if (typeof value === 'number') return Number.NEGATIVE_INFINITY;
  if (typeof value === 'string') return '';
  if (value instanceof Date) return new Date(-8.64e15);
  return undefined;
}

function highest(value: Value): Value {
  if (typeof value === 'number') return Number.POSITIVE_INFINITY;
  if (typeof value === 'string') return '\uffff'.repeat(8);
  if (value instanceof Date) return new Date(8.64e15);
  return undefined;
}
