/** What the first stages of a pipeline let an index do. */
import { requestFailed } from '../errors';
import type { SortOrder } from './paths';
import { isPlainObject, type PlainObject } from './values';

export interface Opening {
  query: PlainObject;
  order: SortOrder;
  limit: number;
}

const READS_ANOTHER = new Set(['$lookup', '$graphLookup', '$unionWith']);

/**
 * The query of a leading `$match`, with the order and the limit of a `$sort` and a `$limit` right behind it.
 * In strict mode a stage that reads another collection is refused: no index serves it.
 */
export function readPipeline(pipeline: readonly PlainObject[], strict: boolean): Opening {
  const stages = pipeline.map(stageOf);
  const refused = stages.find(([name]) => READS_ANOTHER.has(name));
  if (strict && refused !== undefined) throw requestFailed(`strict mode: no index serves the stage ${refused[0]}`);
  const opening: Opening = { query: {}, order: {}, limit: Number.POSITIVE_INFINITY };
  const rest = [...stages];
  const match = rest[0];
  if (match?.[0] === '$match' && isPlainObject(match[1])) {
    opening.query = match[1];
    rest.shift();
  }
  const sort = rest[0];
  if (sort?.[0] === '$sort' && isPlainObject(sort[1])) {
    opening.order = sort[1] as SortOrder;
    rest.shift();
    if (rest[0]?.[0] === '$limit' && typeof rest[0][1] === 'number') opening.limit = rest[0][1];
  }
  return opening;
}

function stageOf(stage: PlainObject): [string, unknown] {
  const entries = Object.entries(stage);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) throw requestFailed('a pipeline stage must have exactly one field');
  return entry;
}
