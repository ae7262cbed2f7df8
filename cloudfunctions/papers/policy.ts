/** Who may have the papers of a dispute: those who work on it all of them, a party those that are meant for it. */
import type { DisputeRole } from '../../typings/contract/dispute';
import type { PaperKind } from '../../typings/contract/papers';
import type { DisputeCase } from '../../miniprogram/domain/dispute/facts';
import { disputeRelations } from '../../miniprogram/domain/dispute/relations';
import { hasPapers, mayMake, mayRead } from '../../miniprogram/domain/papers/readers';
import type { Policy, ReadContext } from '../_kit/action';
import { collections, type DisputeDocument, type DisputeKeys } from '../_kit/collections';
import { Refusal } from '../_kit/errors';
import { seeing } from '../_kit/policy';

const seeingDispute = seeing<DisputeCase, DisputeKeys>({ name: 'dispute', collection: collections.disputes, relations: (person, { facts }) => disputeRelations(person, facts) });

interface Seen {
  readonly theCase: DisputeDocument;
  readonly relations: readonly DisputeRole[];
}

/** Whoever makes papers, and both parties. */
export const havingPapers: Policy<ReadContext, { id: string }, Seen> = {
  name: 'havingPapers',
  grant: (context, input) => only(seeingDispute.grant(context, input), ({ relations }) => hasPapers(relations)),
};

export const makingPapers: Policy<ReadContext, { id: string }, Seen> = {
  name: 'makingPapers',
  grant: (context, input) => only(seeingDispute.grant(context, input), ({ relations }) => mayMake(relations)),
};

export const readingPaper: Policy<ReadContext, { id: string; kind: PaperKind }, Seen> = {
  name: 'readingPaper',
  grant: (context, input) => only(seeingDispute.grant(context, input), ({ relations }) => mayRead(input.kind, relations)),
};

async function only(seen: Seen | Promise<Seen>, isAllowed: (seen: Seen) => boolean): Promise<Seen> {
  const found = await seen;
  if (!isAllowed(found)) throw new Refusal('FORBIDDEN', { message: '这份文书不归您看，需要的话请找经办的民警。' });
  return found;
}
