import { runClocks } from '../_kit/clock-round';
import { indexes } from '../_kit/collections';
import { serve } from '../_kit/dispatch';
import { flushOutbox } from '../_kit/outbox';
import { addGuardian } from './actions/add-guardian';
import { addPerson } from './actions/add-person';
import { askFetch } from './actions/ask-fetch';
import { askPickup } from './actions/ask-pickup';
import { barPerson } from './actions/bar-person';
import { bookVisit } from './actions/book-visit';
import { cancelVisit } from './actions/cancel-visit';
import { changeShift } from './actions/change-shift';
import { checkIn } from './actions/check-in';
import { claimOffline } from './actions/claim-offline';
import { completeChild } from './actions/complete-child';
import { confirmClaim } from './actions/confirm-claim';
import { confirmPerson } from './actions/confirm-person';
import { consentLater } from './actions/consent-later';
import { declineFetch } from './actions/decline-fetch';
import { doubtClaim } from './actions/doubt-claim';
import { eraseChild } from './actions/erase-child';
import { exportChild } from './actions/export-child';
import { forecastDays } from './actions/forecast-days';
import { giveConsent } from './actions/give-consent';
import { goBack } from './actions/go-back';
import { joinGuardian } from './actions/join-guardian';
import { liftBar } from './actions/lift-bar';
import { listChildren } from './actions/list-children';
import { listHistory } from './actions/list-history';
import { listPosts } from './actions/list-posts';
import { listStaff } from './actions/list-staff';
import { makeCard } from './actions/make-card';
import { noteActivity } from './actions/note-activity';
import { openVisitView } from './actions/open-visit';
import { passOffer } from './actions/pass-offer';
import { pickUpChild } from './actions/pick-up-child';
import { planWeek } from './actions/plan-week';
import { proposeException } from './actions/propose-exception';
import { readPhone } from './actions/read-phone';
import { refuseRelease } from './actions/refuse-release';
import { registerChild } from './actions/register-child';
import { releaseByException } from './actions/release-by-exception';
import { releaseChild } from './actions/release-child';
import { removeGuardian } from './actions/remove-guardian';
import { removePerson } from './actions/remove-person';
import { savePost } from './actions/save-post';
import { setFamilyWord } from './actions/set-family-word';
import { showBoard } from './actions/show-board';
import { showChild } from './actions/show-child';
import { showSecret } from './actions/show-secret';
import { showSlots } from './actions/show-slots';
import { showWalkInWord } from './actions/show-walk-in-word';
import { takeFetch } from './actions/take-fetch';
import { takeOffer } from './actions/take-offer';
import { transferChild } from './actions/transfer-child';
import { vetAdult } from './actions/vet-adult';
import { walkIn } from './actions/walk-in';
import { withdrawConsent } from './actions/withdraw-consent';
import { repairQueues } from './repair';
import { sweep } from './sweep';
import { endShifts } from './vetting';
import { visits } from './visit-kind';

export const main = serve(
  'childcare',
  {
    'childcare.activity': noteActivity,
    'childcare.addGuardian': addGuardian,
    'childcare.addPerson': addPerson,
    'childcare.ask': askPickup,
    'childcare.askFetch': askFetch,
    'childcare.back': goBack,
    'childcare.bar': barPerson,
    'childcare.board': showBoard,
    'childcare.book': bookVisit,
    'childcare.cancel': cancelVisit,
    'childcare.card': makeCard,
    'childcare.checkIn': checkIn,
    'childcare.child': showChild,
    'childcare.children': listChildren,
    'childcare.claimOffline': claimOffline,
    'childcare.complete': completeChild,
    'childcare.confirmClaim': confirmClaim,
    'childcare.confirmPerson': confirmPerson,
    'childcare.consent': giveConsent,
    'childcare.consentLater': consentLater,
    'childcare.declineFetch': declineFetch,
    'childcare.doubtClaim': doubtClaim,
    'childcare.erase': eraseChild,
    'childcare.export': exportChild,
    'childcare.familyWord': setFamilyWord,
    'childcare.forecast': forecastDays,
    'childcare.history': listHistory,
    'childcare.joinGuardian': joinGuardian,
    'childcare.liftBar': liftBar,
    'childcare.open': openVisitView,
    'childcare.pass': passOffer,
    'childcare.phone': readPhone,
    'childcare.pickUp': pickUpChild,
    'childcare.posts': listPosts,
    'childcare.proposeException': proposeException,
    'childcare.refuseRelease': refuseRelease,
    'childcare.register': registerChild,
    'childcare.release': releaseChild,
    'childcare.releaseByException': releaseByException,
    'childcare.removeGuardian': removeGuardian,
    'childcare.removePerson': removePerson,
    'childcare.savePost': savePost,
    'childcare.secret': showSecret,
    'childcare.shift': changeShift,
    'childcare.slots': showSlots,
    'childcare.staff': listStaff,
    'childcare.take': takeOffer,
    'childcare.takeFetch': takeFetch,
    'childcare.transfer': transferChild,
    'childcare.vet': vetAdult,
    'childcare.walkIn': walkIn,
    'childcare.walkInWord': showWalkInWord,
    'childcare.week': planWeek,
    'childcare.withdrawConsent': withdrawConsent,
  },
  async (now) => ({
    clocks: await runClocks(visits, indexes.visitsToTick, now),
    queues: await repairQueues(now),
    shifts: await endShifts(now),
    gone: await sweep(now),
    messages: await flushOutbox(),
  }),
);
