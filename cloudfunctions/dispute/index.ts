import { runClocks } from '../_kit/clock-round';
import { indexes } from '../_kit/collections';
import { serve } from '../_kit/dispatch';
import { flushOutbox } from '../_kit/outbox';
import { acceptMediation } from './actions/accept-mediation';
import { adjournSession } from './actions/adjourn-session';
import { assignMediator } from './actions/assign-mediator';
import { closeDispute } from './actions/close-dispute';
import { contestClosure } from './actions/contest-closure';
import { correctRespondent } from './actions/correct-respondent';
import { declineDispute } from './actions/decline-dispute';
import { draftAgreement } from './actions/draft-agreement';
import { failMediation } from './actions/fail-mediation';
import { fileDispute } from './actions/file-dispute';
import { inviteRespondent } from './actions/invite-respondent';
import { listDesk } from './actions/list-desk';
import { listMediators } from './actions/list-mediators';
import { listMyDisputes } from './actions/list-my-disputes';
import { noteDispute } from './actions/note-dispute';
import { openDispute } from './actions/open-dispute';
import { proveClause } from './actions/prove-clause';
import { readPhone } from './actions/read-phone';
import { recordDefault } from './actions/record-default';
import { refuseMediation } from './actions/refuse-mediation';
import { scheduleSession } from './actions/schedule-session';
import { settleDispute } from './actions/settle-dispute';
import { settleNow } from './actions/settle-now';
import { showCalendar } from './actions/show-calendar';
import { signAgreement } from './actions/sign-agreement';
import { sitDown } from './actions/sit-down';
import { triageDispute } from './actions/triage-dispute';
import { withdrawDispute } from './actions/withdraw-dispute';
import { disputes } from './kind';

export const main = serve(
  'dispute',
  {
    'dispute.accept': acceptMediation,
    'dispute.adjourn': adjournSession,
    'dispute.assign': assignMediator,
    'dispute.calendar': showCalendar,
    'dispute.close': closeDispute,
    'dispute.contest': contestClosure,
    'dispute.correctRespondent': correctRespondent,
    'dispute.decline': declineDispute,
    'dispute.default': recordDefault,
    'dispute.desk': listDesk,
    'dispute.draft': draftAgreement,
    'dispute.fail': failMediation,
    'dispute.file': fileDispute,
    'dispute.invite': inviteRespondent,
    'dispute.listMine': listMyDisputes,
    'dispute.mediators': listMediators,
    'dispute.note': noteDispute,
    'dispute.open': openDispute,
    'dispute.phone': readPhone,
    'dispute.prove': proveClause,
    'dispute.refuse': refuseMediation,
    'dispute.schedule': scheduleSession,
    'dispute.settle': settleDispute,
    'dispute.settleNow': settleNow,
    'dispute.sign': signAgreement,
    'dispute.sit': sitDown,
    'dispute.triage': triageDispute,
    'dispute.withdraw': withdrawDispute,
  },
  async (now) => ({ clocks: await runClocks(disputes, indexes.disputesToTick, now), messages: await flushOutbox() }),
);
