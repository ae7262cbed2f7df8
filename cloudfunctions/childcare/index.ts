import { runClocks } from '../_kit/clock-round';
import { indexes } from '../_kit/collections';
import { serve } from '../_kit/dispatch';
import { flushOutbox } from '../_kit/outbox';
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
import { declineFetch } from './actions/decline-fetch';
import { doubtClaim } from './actions/doubt-claim';
import { giveConsent } from './actions/give-consent';
import { goBack } from './actions/go-back';
import { liftBar } from './actions/lift-bar';
import { listChildren } from './actions/list-children';
import { listHistory } from './actions/list-history';
import { listPosts } from './actions/list-posts';
import { makeCard } from './actions/make-card';
import { noteActivity } from './actions/note-activity';
import { openVisitView } from './actions/open-visit';
import { passOffer } from './actions/pass-offer';
import { pickUpChild } from './actions/pick-up-child';
import { proposeException } from './actions/propose-exception';
import { refuseRelease } from './actions/refuse-release';
import { registerChild } from './actions/register-child';
import { releaseByException } from './actions/release-by-exception';
import { releaseChild } from './actions/release-child';
import { removePerson } from './actions/remove-person';
import { savePost } from './actions/save-post';
import { setFamilyWord } from './actions/set-family-word';
import { showBoard } from './actions/show-board';
import { showChild } from './actions/show-child';
import { showSecret } from './actions/show-secret';
import { showSlots } from './actions/show-slots';
import { takeFetch } from './actions/take-fetch';
import { takeOffer } from './actions/take-offer';
import { transferChild } from './actions/transfer-child';
import { walkIn } from './actions/walk-in';
import { withdrawConsent } from './actions/withdraw-consent';
import { children } from './child-kind';
import { repairQueues } from './repair';
import { visits } from './visit-kind';

export const main = serve(
  'childcare',
  {
    'childcare.activity': noteActivity,
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
    'childcare.declineFetch': declineFetch,
    'childcare.doubtClaim': doubtClaim,
    'childcare.familyWord': setFamilyWord,
    'childcare.history': listHistory,
    'childcare.liftBar': liftBar,
    'childcare.open': openVisitView,
    'childcare.pass': passOffer,
    'childcare.pickUp': pickUpChild,
    'childcare.posts': listPosts,
    'childcare.proposeException': proposeException,
    'childcare.refuseRelease': refuseRelease,
    'childcare.register': registerChild,
    'childcare.release': releaseChild,
    'childcare.releaseByException': releaseByException,
    'childcare.removePerson': removePerson,
    'childcare.savePost': savePost,
    'childcare.secret': showSecret,
    'childcare.shift': changeShift,
    'childcare.slots': showSlots,
    'childcare.take': takeOffer,
    'childcare.takeFetch': takeFetch,
    'childcare.transfer': transferChild,
    'childcare.walkIn': walkIn,
    'childcare.withdrawConsent': withdrawConsent,
  },
  async (now) => ({
    clocks: await runClocks(visits, indexes.visitsToTick, now),
    children: await runClocks(children, indexes.childrenToTick, now),
    queues: await repairQueues(now),
    messages: await flushOutbox(),
  }),
);
