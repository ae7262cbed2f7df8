/** What the local cloud and the process of a function say to each other. */

export interface Call {
  id: string;
  function: string;
  event: unknown;
  /** The environment of this call alone: who calls, from where, at what time. */
  env: Record<string, string>;
  timeoutMs: number;
}

export interface Reply {
  id: string;
  /** JSON of what the function returned. */
  result?: string;
  /** The stack of what it threw. */
  error?: string;
}

/** The function is loaded: from here on the time of a call counts. */
export interface Ready {
  ready: true;
}
