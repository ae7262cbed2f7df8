import { runClocks } from '../_kit/clock-round';
import { indexes } from '../_kit/collections';
import { serve } from '../_kit/dispatch';
import { flushOutbox } from '../_kit/outbox';
import { acceptMediation } from './actions/accept-mediation';
import { acknowledgeTransfer } from './actions/acknowledge-transfer';
import { adjournSession } from './actions/adjourn-session';
import { adoptLead } from './actions/adopt-lead';
import { answerWhistle } from './actions/answer-whistle';
import { askConfirmation } from './actions/ask-confirmation';
import { askDamages } from './actions/ask-damages';
import { assignMediator } from './actions/assign-mediator';
import { bindInvitation } from './actions/bind-invitation';
import { blowWhistle } from './actions/blow-whistle';
import { closeDispute } from './actions/close-dispute';
import { consentInvitation } from './actions/consent-invitation';
import { consentPanel } from './actions/consent-panel';
import { contactParty } from './actions/contact-party';
import { contestClosure } from './actions/contest-closure';
import { correctRespondent } from './actions/correct-respondent';
import { coverMediator } from './actions/cover-mediator';
import { decideTask } from './actions/decide-task';
import { declareInterest } from './actions/declare-interest';
import { declineDispute } from './actions/decline-dispute';
import { dismissLead } from './actions/dismiss-lead';
import { draftAgreement } from './actions/draft-agreement';
import { extendMediation } from './actions/extend-mediation';
import { failMediation } from './actions/fail-mediation';
import { fileDispute } from './actions/file-dispute';
import { finishTask } from './actions/finish-task';
import { followUpDispute } from './actions/follow-up-dispute';
import { formPanel } from './actions/form-panel';
import { handOn } from './actions/hand-on';
import { inviteRespondent } from './actions/invite-respondent';
import { listCalls } from './actions/list-calls';
import { listDesk } from './actions/list-desk';
import { listHelpers } from './actions/list-helpers';
import { listMediators } from './actions/list-mediators';
import { listMeeting } from './actions/list-meeting';
import { listMyDisputes } from './actions/list-my-disputes';
import { lowerColour } from './actions/lower-colour';
import { makeInvitation } from './actions/make-invitation';
import { markCalled } from './actions/mark-called';
import { mergeDispute } from './actions/merge-dispute';
import { noteDispute } from './actions/note-dispute';
import { noticeLead } from './actions/notice-lead';
import { openDispute } from './actions/open-dispute';
import { proposeLower } from './actions/propose-lower';
import { proveClause } from './actions/prove-clause';
import { rateDispute } from './actions/rate-dispute';
import { readInvitation } from './actions/read-invitation';
import { readPhone } from './actions/read-phone';
import { recognizeSettlement } from './actions/recognize-settlement';
import { recordConfirmation } from './actions/record-confirmation';
import { recordDefault } from './actions/record-default';
import { recordGroup } from './actions/record-group';
import { recordSession } from './actions/record-session';
import { recordUnreachable } from './actions/record-unreachable';
import { refuseMediation } from './actions/refuse-mediation';
import { reopenDispute } from './actions/reopen-dispute';
import { retryMediation } from './actions/retry-mediation';
import { returnTransfer } from './actions/return-transfer';
import { revokeInvitation } from './actions/revoke-invitation';
import { scheduleSession } from './actions/schedule-session';
import { sealAgreement } from './actions/seal-agreement';
import { settleByPolice } from './actions/settle-by-police';
import { settleDispute } from './actions/settle-dispute';
import { settleNow } from './actions/settle-now';
import { showBoard } from './actions/show-board';
import { showCalendar } from './actions/show-calendar';
import { signAgreement } from './actions/sign-agreement';
import { similarCount } from './actions/similar-count';
import { sitDown } from './actions/sit-down';
import { superviseClause } from './actions/supervise-clause';
import { tellSide } from './actions/tell-side';
import { transferDispute } from './actions/transfer-dispute';
import { triageDispute } from './actions/triage-dispute';
import { urgeDispute } from './actions/urge-dispute';
import { warnDanger } from './actions/warn-danger';
import { withdrawDispute } from './actions/withdraw-dispute';
import { foldFigures } from './fold';
import { disputes } from './kind';

export const main = serve(
  'dispute',
  {
    'dispute.accept': acceptMediation,
    'dispute.acknowledge': acknowledgeTransfer,
    'dispute.adjourn': adjournSession,
    'dispute.adoptLead': adoptLead,
    'dispute.answerWhistle': answerWhistle,
    'dispute.askConfirmation': askConfirmation,
    'dispute.askDamages': askDamages,
    'dispute.assign': assignMediator,
    'dispute.bindInvitation': bindInvitation,
    'dispute.board': showBoard,
    'dispute.calendar': showCalendar,
    'dispute.called': markCalled,
    'dispute.calls': listCalls,
    'dispute.close': closeDispute,
    'dispute.consent': consentInvitation,
    'dispute.consentPanel': consentPanel,
    'dispute.contact': contactParty,
    'dispute.contest': contestClosure,
    'dispute.correctRespondent': correctRespondent,
    'dispute.cover': coverMediator,
    'dispute.decide': decideTask,
    'dispute.declare': declareInterest,
    'dispute.decline': declineDispute,
    'dispute.default': recordDefault,
    'dispute.desk': listDesk,
    'dispute.dismissLead': dismissLead,
    'dispute.draft': draftAgreement,
    'dispute.extend': extendMediation,
    'dispute.fail': failMediation,
    'dispute.file': fileDispute,
    'dispute.finishTask': finishTask,
    'dispute.followUp': followUpDispute,
    'dispute.formPanel': formPanel,
    'dispute.group': recordGroup,
    'dispute.handOn': handOn,
    'dispute.helpers': listHelpers,
    'dispute.invite': inviteRespondent,
    'dispute.listMine': listMyDisputes,
    'dispute.lower': lowerColour,
    'dispute.makeInvitation': makeInvitation,
    'dispute.mediators': listMediators,
    'dispute.meeting': listMeeting,
    'dispute.merge': mergeDispute,
    'dispute.note': noteDispute,
    'dispute.notice': noticeLead,
    'dispute.open': openDispute,
    'dispute.phone': readPhone,
    'dispute.proposeLower': proposeLower,
    'dispute.prove': proveClause,
    'dispute.rate': rateDispute,
    'dispute.readInvitation': readInvitation,
    'dispute.recognize': recognizeSettlement,
    'dispute.record': recordSession,
    'dispute.recordConfirmation': recordConfirmation,
    'dispute.refuse': refuseMediation,
    'dispute.reopen': reopenDispute,
    'dispute.retry': retryMediation,
    'dispute.return': returnTransfer,
    'dispute.revokeInvitation': revokeInvitation,
    'dispute.schedule': scheduleSession,
    'dispute.seal': sealAgreement,
    'dispute.settle': settleDispute,
    'dispute.settleByPolice': settleByPolice,
    'dispute.settleNow': settleNow,
    'dispute.sign': signAgreement,
    'dispute.similarCount': similarCount,
    'dispute.sit': sitDown,
    'dispute.supervise': superviseClause,
    'dispute.tell': tellSide,
    'dispute.transfer': transferDispute,
    'dispute.triage': triageDispute,
    'dispute.unreachable': recordUnreachable,
    'dispute.urge': urgeDispute,
    'dispute.warn': warnDanger,
    'dispute.whistle': blowWhistle,
    'dispute.withdraw': withdrawDispute,
  },
  async (now) => ({ clocks: await runClocks(disputes, indexes.disputesToTick, now), figures: await foldFigures(now), messages: await flushOutbox() }),
);
