/** What the parts of the local cloud tell each other. */

/** An index that serves queries: equal values of its first fields, then a range or an order over the next. */
export interface IndexSpec {
  name: string;
  fields: [field: string, direction: 1 | -1][];
  unique?: boolean;
  /** Leaves out documents that have none of the fields. */
  sparse?: boolean;
}

export interface CollectionSpec {
  name: string;
  indexes: IndexSpec[];
}

/** A value inside a document: JSON's, and Date, RegExp, ObjectId, Binary… */
export type Value = unknown;

export interface Document {
  _id: unknown;
  [field: string]: Value;
}

/** How far a query had to look, for the bench and for the console. */
export interface Work {
  /** Documents compared with the query. */
  examined: number;
  /** The index that served it; `_id_` for the primary key, `-` for none. */
  index: string;
}
