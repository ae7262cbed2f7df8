/** 托管 childcare: the closed lists of words. */

export type VisitState =
  | 'booked'
  | 'waitlisted'
  | 'offered'
  | 'expected'
  | 'fetching'
  | 'checkedIn'
  | 'pickupPending'
  | 'releaseRefused'
  /** Handed over while there was no network; a named person still has to look at it. */
  | 'releaseClaimed'
  | 'released'
  | 'noShow'
  | 'cancelled'
  | 'transferred'
  | 'incident';

export type VisitMove =
  | 'book'
  | 'queue'
  | 'offer'
  | 'take'
  | 'pass'
  | 'open'
  | 'askFetch'
  | 'takeFetch'
  | 'declineFetch'
  | 'pickUp'
  | 'checkIn'
  | 'walkIn'
  | 'consentLater'
  | 'activity'
  | 'note'
  | 'ask'
  | 'release'
  | 'refuseRelease'
  | 'back'
  /** Two officers, the document seen, the guardian rung back. */
  | 'proposeException'
  | 'releaseByException'
  | 'claimOffline'
  | 'confirmClaim'
  | 'doubtClaim'
  | 'noShow'
  | 'cancel'
  | 'transfer'
  | 'remind';

/** What a person is to a visit. */
export type VisitRole = 'guardian' | 'carer' | 'officer' | 'auxiliary' | 'leader' | 'claimReviewer' | 'system';

export type ChildState = 'known' | 'erased';
export type ChildMove =
  | 'register'
  | 'complete'
  | 'consent'
  | 'withdrawConsent'
  | 'addGuardian'
  | 'joinGuardian'
  | 'removeGuardian'
  | 'addPerson'
  /** 今天换人接: the post rang the stored number back. */
  | 'confirmPerson'
  | 'removePerson'
  | 'setFamilyWord'
  | 'makeCard'
  | 'bar'
  | 'liftBar'
  | 'visitOpened'
  | 'visitClosed'
  | 'erase';
export type ChildRole = 'guardian' | 'carer' | 'officer' | 'auxiliary' | 'leader' | 'system';

export type Kinship = 'mother' | 'father' | 'grandparent' | 'relative' | 'neighbour' | 'other';
export type Activity = 'homework' | 'lesson' | 'play' | 'snack';
/** How somebody at the door says who they are. */
export type PickupProof = 'code' | 'qr' | 'callback';
export type RatioLight = 'green' | 'amber' | 'red';
