/** What must not compile. `tsc` fails when one of these lines stops being an error. Nothing here runs. */
import * as v from 'valibot';
import { command, query } from '../../cloudfunctions/_kit/action';
import { serve } from '../../cloudfunctions/_kit/dispatch';
import { find } from '../../cloudfunctions/_kit/database';
import { indexes } from '../../cloudfunctions/_kit/collections';
import { id, text } from '../../cloudfunctions/_kit/fields';
import { anyone, involvedIn } from '../../cloudfunctions/_kit/policy';
import { claimFile } from '../../cloudfunctions/media/actions/claim-file';
import { issueTicket } from '../../cloudfunctions/media/actions/issue-ticket';
import { disputes } from '../../cloudfunctions/dispute/kind';

declare const run: () => Promise<never>;
const allow = involvedIn(disputes);
const reason = text('原因', 9);
const input = v.object({ id, reason });

// @ts-expect-error a field is missing
command('dispute.decline', { input: v.object({ id }), allow, run });
// @ts-expect-error a field has another type
command('dispute.decline', { input: v.object({ id, reason: v.number() }), allow, run });
// @ts-expect-error a field that the contract does not know, even an optional one
command('dispute.decline', { input: v.object({ id, reason, more: v.exactOptional(reason) }), allow, run });
// @ts-expect-error optional here, required in the contract
command('dispute.decline', { input: v.object({ id, reason: v.exactOptional(reason) }), allow, run });
// @ts-expect-error required here, optional in the contract
command('dispute.withdraw', { input, allow, run });
// @ts-expect-error the contract's optional field is dropped
query('dispute.listMine', { input: v.object({}), allow: anyone, run });
// @ts-expect-error a choice that lacks one of the contract's
command('dispute.refuse', { input: v.object({ id, side: v.picklist(['applicant']), reason: v.exactOptional(reason) }), allow, run });
// @ts-expect-error a schema of `any`
command('dispute.decline', { input: v.any(), allow, run });
// @ts-expect-error there is no default policy
command('dispute.decline', { input, run });
// @ts-expect-error a policy that writes, in an action that reads
query('dispute.decline', { input, allow, run });
// @ts-expect-error no such action
command('dispute.vanish', { input, allow, run });
// @ts-expect-error no such move
command('dispute.decline', { input, allow, run: ({ theCase }) => theCase.move('vanish').then(run) });

// @ts-expect-error a handler is missing
serve('media', { 'media.ticket': issueTicket });
// @ts-expect-error a handler under another's name
serve('media', { 'media.ticket': claimFile, 'media.claim': claimFile });

// @ts-expect-error a query that leaves out a field of its index
void find(indexes.disputesByDesk, { places: 'somewhere' }, { limit: 1 });
// @ts-expect-error a query for a field that the index does not have
void find(indexes.disputesByPerson, { people: 'me', state: 'closed' }, { limit: 1 });
