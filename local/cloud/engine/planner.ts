/** Which indexes serve a query, and whether they give the order that was asked for. */
import type { Value } from '../types';
import { alternatives, type Conjunction, type Constraint } from './constraints';
import type { IndexTree } from './index-tree';
import type { SortOrder } from './paths';
import type { Seek } from './seek';
import type { PlainObject } from './values';

export interface Plan {
  seeks: Seek[];
  /** Each seek gives its documents in the order that was asked for. */
  isOrdered: boolean;
  /** Every seek is narrowed by a value or a range; else an index is walked from end to end for its order. */
  isNarrow: boolean;
  /** The names of the indexes, for the log. */
  index: string;
}

/** More look-ups than this for one `$in` are left to the next index. */
const MOST_SEEKS = 1000;

/** The best plan, or undefined when no index serves some way in which a document can match. */
export function plan(query: PlainObject, order: SortOrder, indexes: readonly IndexTree[]): Plan | undefined {
  const chosen = alternatives(query).map((conjunction) => bestFor(conjunction, order, indexes));
  if (chosen.length === 0 || chosen.some((choice) => choice === undefined)) return undefined;
  const choices = chosen as Choice[];
  return {
    seeks: choices.flatMap((choice) => choice.seeks),
    isOrdered: choices.every((choice) => choice.isOrdered),
    isNarrow: choices.every((choice) => choice.isNarrow),
    index: [...new Set(choices.map((choice) => choice.name))].join('+'),
  };
}

interface Choice {
  seeks: Seek[];
  isOrdered: boolean;
  isNarrow: boolean;
  name: string;
  score: number;
}

function bestFor(conjunction: Conjunction, order: SortOrder, indexes: readonly IndexTree[]): Choice | undefined {
  let best: Choice | undefined;
  for (const index of indexes) {
    const choice = consider(index, conjunction, order);
    if (choice !== undefined && (best === undefined || choice.score > best.score)) best = choice;
  }
  return best;
}

function consider(index: IndexTree, conjunction: Conjunction, order: SortOrder): Choice | undefined {
  const { fields, sparse, name } = index.spec;
  const columns: Value[][] = [];
  for (const [path] of fields) {
    const equal = conjunction.get(path)?.equal;
    if (equal === undefined) break;
    columns.push(equal);
  }
  const prefixes = product(columns);
  if (prefixes.length > MOST_SEEKS) return undefined;

  const next = fields[columns.length];
  const range = next === undefined ? undefined : conjunction.get(next[0]);
  const hasRange = range?.lower !== undefined || range?.upper !== undefined;
  if (sparse === true && !columns.some(hasNoNull) && !hasRange) return undefined;

  const direction = directionFor(index, columns, order);
  const isNarrow = columns.length > 0 || hasRange;
  const hasOrder = Object.keys(order).length > 0;
  if (!isNarrow && !(hasOrder && direction !== undefined)) return undefined;

  const isExact = index.spec.unique === true && columns.length === fields.length;
  const score = columns.length * 10 + (direction === undefined ? 0 : 5) + (hasRange ? 3 : 0) + (isExact ? 100 : 0);
  const seeks = prefixes.map((prefix) => seekOf(index, prefix, range, direction === -1));
  return { seeks, isOrdered: direction !== undefined, isNarrow, name, score };
}

function seekOf(index: IndexTree, prefix: Value[], range: Constraint | undefined, backwards: boolean): Seek {
  const seek: Seek = { index, prefix, backwards };
  if (range?.lower !== undefined) seek.lower = range.lower;
  if (range?.upper !== undefined) seek.upper = range.upper;
  return seek;
}

/** 1 or −1 when walking the index forwards or backwards gives the order; undefined when neither does. */
function directionFor(index: IndexTree, columns: readonly Value[][], order: SortOrder): 1 | -1 | undefined {
  if (Object.keys(order).length === 0) return 1;
  const { fields } = index.spec;
  // A field that holds an array is neither fixed by an equal value nor in the order of its entries.
  const fixed = new Set(fields.slice(0, columns.length).filter((_, at) => index.hasLists[at] === false).map(([path]) => path));
  const wanted = Object.entries(order).filter(([path]) => !fixed.has(path));
  // Each seek holds its prefix fixed; where a prefix field is also sorted by, the seeks are merged afterwards.
  if (wanted.length === 0) return 1;
  let direction: 1 | -1 | undefined;
  for (const [at, [path, wish]] of wanted.entries()) {
    const field = fields[columns.length + at];
    if (field === undefined || field[0] !== path || index.hasLists[columns.length + at] === true) return undefined;
    const needed = field[1] === wish ? 1 : -1;
    if (direction !== undefined && direction !== needed) return undefined;
    direction = needed;
  }
  return direction;
}

function hasNoNull(values: readonly Value[]): boolean {
  return values.every((value) => value !== null);
}

function product(columns: readonly Value[][]): Value[][] {
  let rows: Value[][] = [[]];
  for (const column of columns) {
    rows = rows.flatMap((row) => column.map((value) => [...row, value]));
    if (rows.length > MOST_SEEKS) return rows;
  }
  return rows;
}
