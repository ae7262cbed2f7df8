import * as v from 'valibot';
import type { CallToMake } from '../../../typings/contract/dispute-actions';
import { disputeRelations, mayRing, type Standing } from '../../../miniprogram/domain/dispute/relations';
import { query } from '../../_kit/action';
import { collections, indexes, type DisputeDocument, type Message } from '../../_kit/collections';
import { find, findByIds } from '../../_kit/database';
import { pageEnd } from '../../_kit/fields';
import { callListsOf } from '../../_kit/outbox';
import { inOffice } from '../../_kit/policy';
import { communitiesOf } from '../../_kit/territory';

const offices = ['officer', 'auxiliary'] as const;
/** Much at once: what one person must be told stands together, and is said in one call. */
const MOST = 100;

/** Newest first: what a party must know, and no message brings. */
export const listCalls = query('dispute.calls', {
  input: v.object({ after: v.exactOptional(pageEnd) }),
  allow: inOffice(...offices),
  async run({ caller, now }, { after }) {
    const communities = await communitiesOf(caller.offices.filter(({ role }) => (offices as readonly string[]).includes(role)).map(({ scopeId }) => scopeId), now);
    const messages = await find(indexes.messagesUnread, { to: communities.flatMap(callListsOf), isRead: false }, { limit: MOST, after });
    const ids = [...new Set(messages.flatMap(({ ring }) => (ring ? [ring.caseId] : [])))];
    const disputes = new Map((await findByIds(collections.disputes, ids)).map((dispute) => [dispute._id, dispute]));
    const last = messages.length === MOST ? messages.at(-1)?.key : undefined;
    return { calls: messages.flatMap((message) => callFor(caller, message, disputes)), now, ...(last !== undefined && { next: last }) };
  },
});

function callFor(caller: Standing, { _id, at, sentence, ring, missed }: Message, disputes: ReadonlyMap<string, DisputeDocument>): CallToMake[] {
  if (!ring) return [];
  const dispute = disputes.get(ring.caseId);
  const party = dispute?.facts[ring.side];
  if (!dispute || !party) return [];
  const isAnother = ring.side === 'respondent' && (ring.letGo ?? 0) !== dispute.facts.earlierRespondents.length;
  if (isAnother || !mayRing(disputeRelations(caller, dispute.facts))) return [];
  const { phoneMask } = party;
  return [{ id: _id, at, sentence, disputeId: dispute._id, number: dispute.facts.number, side: ring.side, name: party.name, ...(phoneMask !== undefined && { phone: phoneMask }), ...(missed && { missed: { times: missed.times, at: missed.at } }) }];
}
