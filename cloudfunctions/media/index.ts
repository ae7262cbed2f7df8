import { serve } from '../_kit/dispatch';
import { claimFile } from './actions/claim-file';
import { issueTicket } from './actions/issue-ticket';
import { clearTickets } from './tickets';

export const main = serve('media', { 'media.ticket': issueTicket, 'media.claim': claimFile }, clearTickets);
