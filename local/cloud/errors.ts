/** The answers of CloudBase when something goes wrong: code and wording as the real service sends them. */

export class CloudError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CloudError';
    this.code = code;
  }
}

const ADVICE = ' Please check your request, but if the problem persists, contact us.';

export function collectionMissing(): CloudError {
  return new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist.${ADVICE}`);
}

export function collectionExists(): CloudError {
  return new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceUnavailable.ResourceExist] Table exist.${ADVICE}`);
}

/** A write met another transaction's. The transaction that gets this no longer exists. */
export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.${ADVICE}`,
  );
}

export function transactionMissing(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.${ADVICE}`,
  );
}

export function transactionBusy(): CloudError {
  return new CloudError('DATABASE_TRANSACTION_FAIL', `[ResourceUnavailable.TransactionBusy] Transaction is busy.${ADVICE}`);
}

export function duplicateKey(collection: string, index: string, key: string): CloudError {
  const error = `E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: ${key}`;
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{${error}}]}, {<nil>}].${ADVICE}`,
  );
}

/** A request that the database understands and refuses: a wrong type, an operator it lacks. */
export function requestFailed(reason: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}.${ADVICE}`);
}

/** A parameter that the local cloud does not know or cannot read. It is named, never passed over. */
export function invalidParameter(reason: string): CloudError {
  return new CloudError('INVALID_PARAM', reason);
}

/** The local cloud cannot start (its folder, its port); the sentence is for the person who started it. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
