/** Cases as they are kept, read past the functions. */
import { findTampering } from '../../../cloudfunctions/_kit/audit';
import type { CaseEvent, DisputeDocument } from '../../../cloudfunctions/_kit/collections';
import { disputes } from '../../../cloudfunctions/dispute/kind';
import type { LocalCloud } from '../../support/local-cloud';

export interface StoredCase {
  readonly document: DisputeDocument;
  /** Oldest first. */
  readonly history: CaseEvent[];
}

export async function readCase({ database }: LocalCloud, caseId: string): Promise<StoredCase> {
  const [{ data: found }, { data: history }] = await Promise.all([
    database.collection('disputes').doc(caseId).get(),
    database.collection('events').where({ caseId }).orderBy('version', 'desc').limit(1000).get(),
  ]);
  return { document: found[0] as DisputeDocument, history: (history as CaseEvent[]).reverse() };
}

/** What does not fit of a case, its history and what it is found by; empty when all is sound. */
export function faultsOf({ document, history }: StoredCase): string[] {
  return findTampering(document, history, disputes.keys(document));
}
