/** Cases as they are kept, read and written past the functions. */
import { findTampering, saltedDigest, sealed } from '../../../cloudfunctions/_kit/audit';
import type { CaseEvent, DisputeDocument } from '../../../cloudfunctions/_kit/collections';
import { disputes } from '../../../cloudfunctions/dispute/kind';
import type { Community, Name } from '../../support/community';
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

/** Gives the respondent an account of the case, sealed as the engine would: no action does so yet. */
export async function bindRespondent({ cloud, idOf }: Community, caseId: string, name: Name): Promise<void> {
  const { document, history } = await readCase(cloud, caseId);
  const facts = { ...document.facts, respondent: { ...document.facts.respondent!, id: idOf(name) } };
  const { seal: _old, ...newest } = history.at(-1)!;
  const { _id: eventId, ...again } = sealed({ ...newest, factsDigest: saltedDigest(document.salt, facts) });
  const { _id, ...fields } = { ...document, facts, head: again.seal, ...disputes.keys({ ...document, facts }) };
  await cloud.database.collection('events').doc(eventId).set(again);
  await cloud.database.collection('disputes').doc(_id).set(fields);
}
