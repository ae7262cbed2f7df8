/** 托管 childcare: every action, with what is sent and what comes back. */
import type {
  CarePost, CareSlot, ChildView, PickupSecret, RosterBoard, VettedAdult, VisitSummary, VisitView, WeekGap,
} from './childcare';
import type { Activity, Kinship, PickupProof } from './childcare-words';

type Visited = { output: VisitSummary };
type Kept = { output: ChildView };

export interface GuardianInput {
  name: string;
  kinship: Kinship;
  phone: string;
}

export interface ChildcareActions {
  /** Posts near the own home, or of the own office. */
  'childcare.posts': { input: Record<never, never>; output: { posts: CarePost[] } };
  'childcare.savePost': {
    input: { id?: string; name: string; placeId: string; address: string; areaM2: number; seats: number; times: { fromMinute: number; untilMinute: number }[]; weekdays: number[] };
    output: CarePost;
  };

  /** Nickname, birth month, school and consent are enough to book; the rest comes before the first check-in. */
  'childcare.register': { input: { nickname: string; birthMonth: string; school: string; kinship: Kinship; consentVersion: string } } & Kept;
  'childcare.complete': { input: { id: string; className?: string; allergy?: string; school?: string } } & Kept;
  /** The own children, what is booked for them, and what today came to. */
  'childcare.children': { input: Record<never, never>; output: { children: ChildView[]; visits: VisitSummary[]; now: number } };
  'childcare.child': { input: { id: string } } & Kept;
  'childcare.consent': { input: { id: string; version: string } } & Kept;
  'childcare.withdrawConsent': { input: { id: string } } & Kept;
  /** The other guardian joins with a letter; both have the same rights. */
  'childcare.addGuardian': { input: { id: string; guardian: GuardianInput; word: string }; output: { code: string; expiresAt: number; child: ChildView } };
  'childcare.joinGuardian': { input: { code: string; word: string } } & Kept;
  /** Police alone, as a court's decision asks; `who` as for `childcare.phone`. */
  'childcare.removeGuardian': { input: { id: string; who: string; reason: string } } & Kept;
  /** The guardian of a child who walked in: the own account's number and what the carer said on the phone. The child is known from then on. */
  'childcare.consentLater': { input: { word: string; kinship: Kinship; school: string; consentVersion: string } } & Kept;
  /** For the carer on the phone with that guardian: six digits to be said, good until the child is known. */
  'childcare.walkInWord': { input: { id: string }; output: { word: string } };
  'childcare.addPerson': { input: { id: string; person: GuardianInput; isToday: boolean } } & Kept;
  /** Staff rang the guardian back at the stored number; then it holds at once. */
  'childcare.confirmPerson': { input: { id: string; personId: string; words: string } } & Kept;
  'childcare.removePerson': { input: { id: string; personId: string } } & Kept;
  'childcare.familyWord': { input: { id: string; word: string } } & Kept;
  /** 接送卡: the code on it says which child it is, and opens nothing by itself. */
  'childcare.card': { input: { id: string }; output: { code: string; child: ChildView } };
  /** `who`: a guardian whom a court has limited, as for `childcare.phone`; then the name is that guardian's. */
  'childcare.bar': { input: { id: string; name: string; reason: string; who?: string } } & Kept;
  'childcare.liftBar': { input: { id: string; barId: string; reason: string } } & Kept;
  /** Everything that is kept about the child, for a guardian. */
  'childcare.export': { input: { id: string }; output: { text: string } };
  'childcare.erase': { input: { id: string } } & Kept;

  /** Free and taken times; capacity is what the server says now. */
  'childcare.slots': { input: { postId: string; from: number; days: number }; output: { slots: CareSlot[]; now: number } };
  'childcare.book': { input: { childId: string; postId: string; startAt: number } } & Visited;
  /** A week at once, each day for itself: what could not be had is said. */
  'childcare.week': { input: { postId: string; dismissals: { childId: string; day: string; minute: number }[] }; output: { gaps: WeekGap[]; now: number } };
  'childcare.take': { input: { id: string } } & Visited;
  'childcare.pass': { input: { id: string } } & Visited;
  'childcare.cancel': { input: { id: string; reason?: string } } & Visited;
  /** 急事接孩子. `phrase`: one word that the teacher hears from the officer. */
  'childcare.askFetch': { input: { childId: string; postId: string; reason: string; school: string; teacher: string; phrase: string } } & Visited;
  'childcare.takeFetch': { input: { id: string } } & Visited;
  'childcare.declineFetch': { input: { id: string; alternative: string } } & Visited;
  'childcare.pickUp': { input: { id: string; phrase: string; hasTeacherConfirmed: boolean } } & Visited;

  'childcare.open': { input: { id: string }; output: VisitView };
  'childcare.history': { input: { childId: string; after?: string }; output: { visits: VisitSummary[]; next?: string; now: number } };
  'childcare.board': { input: { postId: string }; output: RosterBoard };
  /** A carer comes to, or leaves, the post. */
  'childcare.shift': { input: { postId: string; isOn: boolean }; output: RosterBoard };
  /** Who may be on duty: adults whose record was looked up within the year (未成年人保护法 第62条). */
  'childcare.staff': { input: { postId: string }; output: { people: VettedAdult[] } };
  'childcare.vet': { input: { postId: string; personId: string; isClean: boolean }; output: { people: VettedAdult[] } };
  'childcare.checkIn': { input: { id: string; card?: string } } & Visited;
  'childcare.walkIn': { input: { postId: string; nickname: string; birthMonth: string; guardianPhone: string; allergy?: string; hasVerbalConsent: boolean } } & Visited;
  'childcare.activity': { input: { id: string; activity: Activity } } & Visited;
  /** For a guardian whose child is there: the phone makes codes from it without a network. */
  'childcare.secret': { input: { id: string }; output: PickupSecret };
  'childcare.ask': { input: { id: string; proof: PickupProof; personId: string; code?: string; familyWord?: string } } & Visited;
  'childcare.release': { input: { id: string; photo?: string } } & Visited;
  'childcare.refuseRelease': { input: { id: string; reason: string } } & Visited;
  'childcare.back': { input: { id: string } } & Visited;
  'childcare.proposeException': { input: { id: string; name: string; personId: string; isDocumentSeen: boolean; isRungBack: boolean; words: string } } & Visited;
  'childcare.releaseByException': { input: { id: string; words: string } } & Visited;
  /** What a phone did without a network, told afterwards; `claimId` is made there once. */
  'childcare.claimOffline': { input: { id: string; personId: string; at: number; claimId: string; signature: string } } & Visited;
  'childcare.confirmClaim': { input: { id: string; words: string } } & Visited;
  'childcare.doubtClaim': { input: { id: string; words: string } } & Visited;
  'childcare.transfer': { input: { id: string; to: string; reason: string } } & Visited;
  /** One number at a time, and each look is logged. `who`: a guardian's or a pickup person's id, or `guardian0` for one without an account. */
  'childcare.phone': { input: { childId: string; who: string }; output: { phone: string } };
  /** Seats and carers of the coming days, from what is booked and what came of it before. */
  'childcare.forecast': { input: { postId: string; from: number; days: number }; output: { days: { day: string; booked: number; expected: number; carers: number }[]; now: number } };
}
