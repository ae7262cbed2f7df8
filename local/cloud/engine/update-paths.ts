/** The place that a dotted path names in a document that is being updated. */
import { requestFailed } from '../errors';
import type { Document, Value } from '../types';
import { isPlainObject, type PlainObject, setOwn } from './values';

export interface Place {
  readonly parent: PlainObject | Value[];
  readonly name: string;
  readonly path: string;
}

const NUMBER = /^\d+$/;

/** An array is not filled up to an index further than this; MongoDB's own limit is 1,500,000. */
const MOST_PADDING = 10_000;

/**
 * The place, its missing parents made on the way; with `ifThere` nothing is made and a missing parent gives
 * undefined. Throws when the path leads through null or another plain value, as MongoDB does.
 */
export function placeAt(document: Document, path: string, ifThere: boolean): Place | undefined {
  const names = path.split('.');
  if (names.includes('')) throw requestFailed(`the update path '${path}' contains an empty field name`);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator !== undefined) throw requestFailed(`the positional operator '${operator}' in '${path}' is not supported`);
  let parent: PlainObject | Value[] = document;
  for (const name of names.slice(0, -1)) {
    const next: Value = read({ parent, name, path });
    if (isPlainObject(next) || Array.isArray(next)) {
      parent = next as PlainObject | Value[];
      continue;
    }
    if (ifThere) return undefined;
    if (next !== undefined) throw requestFailed(`Cannot create field '${names.at(-1)}' in element {${name}: ${kindOf(next)}} at '${path}'`);
    const made: PlainObject = {};
    write({ parent, name, path }, made);
    parent = made;
  }
  return { parent, name: names[names.length - 1] as string, path };
}

/** What is there; undefined when nothing is. */
export function read({ parent, name }: Place): Value {
  if (Array.isArray(parent)) return NUMBER.test(name) ? parent[Number(name)] : undefined;
  return Object.hasOwn(parent, name) ? parent[name] : undefined;
}

export function write({ parent, name, path }: Place, value: Value): void {
  if (!Array.isArray(parent)) {
    setOwn(parent, name, value);
    return;
  }
  if (!NUMBER.test(name)) throw requestFailed(`Cannot create field '${name}' in an array at '${path}'`);
  const at = Number(name);
  if (at > parent.length + MOST_PADDING) throw requestFailed(`can't backfill an array to an index of ${name} at '${path}'`);
  while (parent.length < at) parent.push(null);
  parent[at] = value;
}

/** Takes a field away; an item of an array becomes null, so that the others keep their places. */
export function remove({ parent, name }: Place): void {
  if (!Array.isArray(parent)) delete parent[name];
  else if (NUMBER.test(name) && Number(name) < parent.length) parent[Number(name)] = null;
}

function kindOf(value: Value): string {
  return value === null ? 'null' : typeof value;
}
