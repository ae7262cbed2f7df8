/** What a query demands of single fields: the part of it that an index can serve. */
import type { Value } from '../types';
import { compareValues } from './order';
import { isPlainObject, type PlainObject } from './values';

export interface Bound {
  value: Value;
  inclusive: boolean;
}

export interface Constraint {
  /** The field equals one of these. */
  equal?: Value[];
  lower?: Bound;
  upper?: Bound;
}

/** All of them must hold: one way in which a document can match. */
export type Conjunction = Map<string, Constraint>;

/** More branches than this are not worth separate look-ups. */
const MOST_BRANCHES = 32;

/**
 * The query as alternatives, each a set of constraints. What is left out (a regular expression, `$ne`) only
 * makes an alternative wider: each document is still compared with the whole query.
 */
export function alternatives(query: PlainObject): Conjunction[] {
  const base: Conjunction = new Map();
  const choices: PlainObject[][] = [];
  gather(query, base, choices);
  let result: Conjunction[] = [base];
  for (const branches of choices) {
    if (result.length * branches.length > MOST_BRANCHES) continue;
    const parts = branches.flatMap((branch) => alternatives(branch));
    if (result.length * parts.length > MOST_BRANCHES) continue;
    result = result.flatMap((left) => parts.map((right) => both(left, right)));
  }
  return result;
}

function gather(query: PlainObject, into: Conjunction, choices: PlainObject[][]): void {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition as Value[]) if (isPlainObject(part)) gather(part, into, choices);
    } else if (field === '$or' && Array.isArray(condition)) {
      choices.push((condition as Value[]).filter(isPlainObject));
    } else if (!field.startsWith('$')) {
      addCondition(into, field, condition);
    }
  }
}

function addCondition(into: Conjunction, field: string, condition: Value): void {
  if (!isPlainObject(condition) || !Object.keys(condition).some((key) => key.startsWith('$'))) {
    if (isIndexable(condition)) add(into, field, { equal: [condition] });
    return;
  }
  for (const [operator, value] of Object.entries(condition)) {
    const constraint = constraintOf(operator, value);
    if (constraint !== undefined) add(into, field, constraint);
  }
}

function constraintOf(operator: string, value: Value): Constraint | undefined {
  if (operator === '$in') return Array.isArray(value) && value.every(isIndexable) ? { equal: distinct(value) } : undefined;
  if (!isIndexable(value)) return undefined;
  switch (operator) {
    case '$eq':
      return { equal: [value] };
    case '$gt':
      return { lower: { value, inclusive: false } };
    case '$gte':
      return { lower: { value, inclusive: true } };
    case '$lt':
      return { upper: { value, inclusive: false } };
    case '$lte':
      return { upper: { value, inclusive: true } };
    default:
      return undefined;
  }
}

/** A whole array or a pattern is compared in ways that the entries of an index do not show. */
function isIndexable(value: Value): boolean {
  return !Array.isArray(value) && !(value instanceof RegExp) && value !== undefined;
}

/**
 * Of two demands on one field the first stays where both cannot be used: an array may satisfy each with
 * another of its values, so they must not be merged into one.
 */
function add(into: Conjunction, field: string, constraint: Constraint): void {
  const there = into.get(field);
  into.set(field, there === undefined ? { ...constraint } : { ...constraint, ...there });
}

function both(left: Conjunction, right: Conjunction): Conjunction {
  const merged: Conjunction = new Map(left);
  // The branch is usually the narrower one: its demands go first.
  for (const [field, constraint] of right) merged.set(field, { ...left.get(field), ...constraint });
  return merged;
}

function distinct(values: Value[]): Value[] {
  return values.filter((value, index) => values.findIndex((other) => compareValues(other, value) === 0) === index);
}
