/** The update operators for arrays. */
import { requestFailed } from '../errors';
import type { Value } from '../types';
import { matcher } from './matcher';
import { compareValues, equalValues } from './order';
import { compareDocuments, type SortOrder } from './paths';
import { clone, isPlainObject } from './values';
import { type Place, read, write } from './update-paths';

/** Adds items at the end, or at `$position`, then sorts and cuts as asked. */
export function push(place: Place, argument: Value): void {
  const list = listAt(place, '$push', []);
  const { items, position, order, slice } = readPush(argument);
  list.splice(position === undefined ? list.length : position, 0, ...items);
  if (order !== undefined) list.sort((a, b) => compareItems(a, b, order));
  write(place, slice === undefined ? list : slice < 0 ? list.slice(slice) : list.slice(0, slice));
}

export function addToSet(place: Place, argument: Value): void {
  const list = listAt(place, '$addToSet', []);
  const { items } = readPush(argument, ['$each']);
  for (const item of items) if (!list.some((there) => equalValues(there, item))) list.push(item);
  write(place, list);
}

/** 1 takes the last item away, −1 the first. */
export function pop(place: Place, argument: Value): void {
  if (argument !== 1 && argument !== -1) throw requestFailed('$pop expects 1 or -1');
  if (read(place) === undefined) return;
  const list = listAt(place, '$pop', []);
  write(place, argument === 1 ? list.slice(0, -1) : list.slice(1));
}

/** Takes away the items that equal a value, satisfy operators, or match a query. */
export function pull(place: Place, argument: Value): void {
  if (read(place) === undefined) return;
  const isWanted = pullTest(argument);
  write(place, listAt(place, '$pull', []).filter((item) => !isWanted(item)));
}

export function pullAll(place: Place, argument: Value): void {
  if (!Array.isArray(argument)) throw requestFailed('$pullAll requires an array argument');
  if (read(place) === undefined) return;
  const gone: Value[] = argument;
  write(place, listAt(place, '$pullAll', []).filter((item) => !gone.some((one) => equalValues(one, item))));
}

function pullTest(argument: Value): (item: Value) => boolean {
  if (!isPlainObject(argument)) {
    const matches = matcher({ value: argument });
    return (item) => matches({ _id: 0, value: item });
  }
  const names = Object.keys(argument);
  if (names.length > 0 && names.every((name) => name.startsWith('$') && name !== '$and' && name !== '$or')) {
    const matches = matcher({ value: argument });
    return (item) => matches({ _id: 0, value: item });
  }
  const matches = matcher(argument);
  return (item) => isPlainObject(item) && matches(item as never);
}

interface Push {
  items: Value[];
  position?: number;
  slice?: number;
  order?: Value;
}

function readPush(argument: Value, known: readonly string[] = ['$each', '$position', '$slice', '$sort']): Push {
  if (!isPlainObject(argument) || !('$each' in argument)) return { items: [clone(argument)] };
  for (const name of Object.keys(argument)) if (!known.includes(name)) throw requestFailed(`unrecognized clause in $push: ${name}`);
  const items: Value = argument.$each;
  if (!Array.isArray(items)) throw requestFailed('the argument to $each must be an array');
  const push: Push = { items: clone(items as Value[]) };
  if (argument.$position !== undefined) push.position = integer(argument.$position, '$position');
  if (argument.$slice !== undefined) push.slice = integer(argument.$slice, '$slice');
  if (argument.$sort !== undefined) push.order = argument.$sort;
  return push;
}

function integer(value: Value, name: string): number {
  if (!Number.isInteger(value)) throw requestFailed(`the value for ${name} must be an integer`);
  return value as number;
}

function compareItems(a: Value, b: Value, order: Value): number {
  if (order === 1 || order === -1) return compareValues(a, b) * order;
  if (!isPlainObject(order)) throw requestFailed('the $sort is invalid: 1, -1 or an object is expected');
  return compareDocuments({ _id: 0, ...(a as object) }, { _id: 0, ...(b as object) }, order as SortOrder);
}

function listAt(place: Place, operator: string, missing: Value[]): Value[] {
  const value = read(place);
  if (value === undefined) return missing;
  if (!Array.isArray(value)) throw requestFailed(`the field '${place.path}' must be an array but ${operator} found another type`);
  return [...(value as Value[])];
}
