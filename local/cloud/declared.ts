/** The collections that the functions declare: data, wherever it comes from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, StartError } from './errors';
import type { CollectionSpec } from './types';

const DECLARATION = join(__dirname, '../../cloudfunctions/_kit/collections.ts');

/**
 * The specs in a JSON file, or those that the functions' kit exports as `collectionSpecs`; none when there is
 * no kit yet. Throws StartError for a file that cannot be read.
 */
export async function loadCollections(file?: string): Promise<readonly CollectionSpec[]> {
  if (file !== undefined) return readJson(file);
  if (!existsSync(DECLARATION)) return [];
  const { collectionSpecs } = (await import(DECLARATION)) as { collectionSpecs?: readonly CollectionSpec[] };
  return collectionSpecs ?? [];
}

function readJson(file: string): readonly CollectionSpec[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CollectionSpec[];
  } catch (error) {
    throw new StartError(`The collections in ${file} cannot be read (${messageOf(error)}).`, { cause: error });
  }
}
