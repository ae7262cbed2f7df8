/** What the local cloud remembers of its recent work. */
import { Ring } from './ring';

export interface RequestRecord {
  requestId: string;
  /** Epoch ms by the movable clock. */
  at: number;
  action: string;
  /** The collection, function or interface that the action was about. */
  target: string;
  /** Documents compared with the query. */
  examined: number;
  /** The index used; `-` for none. */
  index: string;
  ms: number;
  /** The code of a refusal. */
  code?: string;
  /** The function call that sent it. */
  invocation?: string;
  isInTransaction: boolean;
}

export interface LogLine {
  at: number;
  function: string;
  /** The request id of the function call; empty between two calls. */
  invocation: string;
  stream: 'stdout' | 'stderr' | 'platform';
  text: string;
}

export interface OpenApiCall {
  at: number;
  /** As `subscribeMessage.send`. */
  api: string;
  data: unknown;
  answer: unknown;
  invocation?: string;
}

export class Logs {
  readonly requests = new Ring<RequestRecord>(20_000);
  readonly lines = new Ring<LogLine>(5_000);
  readonly outbox = new Ring<OpenApiCall>(2_000);
}
