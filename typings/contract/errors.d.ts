/** Every reason that an action may give for not doing what was asked. */
export type ErrorCode =
  /** What was sent is incomplete or wrong; `details` says which field and how to mend it. */
  | 'INVALID_INPUT'
  /** No person stands behind the call. */
  | 'UNAUTHENTICATED'
  /** The person may see the thing, and may not do this to it. */
  | 'FORBIDDEN'
  /** There is no such thing, or the person may not know that there is. */
  | 'NOT_FOUND'
  /** The transition table has no such move from the present state. */
  | 'INVALID_MOVE'
  /** Somebody else was quicker. */
  | 'CONFLICT'
  /** A rule of law or policy says no; `basis` names it. */
  | 'REFUSED'
  /** Too much, too fast. */
  | 'RATE_LIMITED'
  | 'INTERNAL';
