/** The order of values of different types, as MongoDB defines it. Indexes and sorting use it alike. */
import type { Value } from '../types';
import { encode, isPlainObject } from './values';

/** The place of a type in the order; values of one type are compared with each other only. */
export function typeRank(value: Value): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 2;
    case 'string':
      return 3;
    case 'boolean':
      return 8;
    default:
      return rankOfObject(value);
  }
}

function rankOfObject(value: object): number {
  if (value instanceof Date) return 9;
  if (value instanceof RegExp) return 11;
  if (Array.isArray(value)) return 5;
  if (isPlainObject(value)) return 4;
  const kind = (value as { _bsontype?: string })._bsontype;
  if (kind === 'Decimal128') return 2;
  if (kind === 'Binary') return 6;
  if (kind === 'ObjectID' || kind === 'ObjectId') return 7;
  return 10;
}

/** Negative, zero or positive as `a` comes before, with or after `b`. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  const rank = typeRank(a);
  const difference = rank - typeRank(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case 0:
    case 1:
      return 0;
    case 2:
      return compareNumbers(Number(a), Number(b));
    case 3:
      return (a as string) < (b as string) ? -1 : 1;
    case 4:
      return compareObjects(a as Record<string, Value>, b as Record<string, Value>);
    case 5:
      return compareArrays(a as Value[], b as Value[]);
    case 8:
      return Number(a) - Number(b);
    case 9:
      return (a as Date).getTime() - (b as Date).getTime();
    default:
      return compareText(encode(a), encode(b));
  }
}

/** NaN comes before every other number. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field in the order they stand: type, then name, then value. */
function compareObjects(a: Record<string, Value>, b: Record<string, Value>): number {
  const namesOfA = Object.keys(a);
  const namesOfB = Object.keys(b);
  const shared = Math.min(namesOfA.length, namesOfB.length);
  for (let i = 0; i < shared; i++) {
    const nameOfA = namesOfA[i] as string;
    const nameOfB = namesOfB[i] as string;
    const order =
      typeRank(a[nameOfA]) - typeRank(b[nameOfB]) ||
      compareText(nameOfA, nameOfB) ||
      compareValues(a[nameOfA], b[nameOfB]);
    if (order !== 0) return order;
  }
  return namesOfA.length - namesOfB.length;
}

export function equalValues(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0;
}
