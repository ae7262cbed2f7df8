/** 托管 childcare: what is known of a child and of a visit. Kept by the server; phones, notes and words are sealed. */
import type {
  Activity, ChildMove, ChildRole, ChildState, Kinship, PickupProof, VisitMove, VisitRole, VisitState,
} from '../../../typings/contract/childcare-words';
import type { SealedText } from '../dispute/facts';

export interface Guardian {
  /** The person's id; nothing until the other guardian has joined. */
  readonly id?: string;
  readonly name: string;
  readonly kinship: Kinship;
  readonly phone: SealedText;
  readonly phoneMask: string;
  /** The letter that is out, until somebody has joined with it. */
  readonly letterId?: string;
  /** Who made it: it goes with that guardian. */
  readonly invitedBy?: string;
}

/** Somebody who may take the child, as long as nobody took that back. */
export interface PickupPerson {
  readonly id: string;
  readonly name: string;
  readonly kinship: Kinship;
  readonly phone: SealedText;
  readonly phoneMask: string;
  readonly addedBy: string;
  readonly addedAt: number;
  /** From then on; 30 minutes after all guardians were told, or when the post rang back. */
  readonly from: number;
  /** 今天换人接: for this day alone. */
  readonly until?: number;
  readonly removedAt?: number;
}

export interface Barred {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  /** A guardian whom a court has limited. */
  readonly guardianId?: string;
  readonly by: string;
  readonly at: number;
  readonly liftedAt?: number;
}

export interface ChildFacts {
  readonly nickname: string;
  readonly birthMonth: string;
  readonly school: string;
  readonly className?: string;
  readonly allergy?: SealedText;
  readonly guardians: readonly Guardian[];
  readonly persons: readonly PickupPerson[];
  readonly barred: readonly Barred[];
  readonly consent?: { readonly version: string; readonly by: string; readonly at: number; /** Of the first of those that followed each other without a gap, when it is not this one. */ readonly since?: number; readonly withdrawnAt?: number };
  /** Keyed hashes: a second factor, and the paper card of a child without a phone. */
  readonly familyWord?: string;
  readonly card?: string;
  /** Visits that are not over: no two of them overlap. */
  readonly visits: readonly { readonly id: string; readonly startAt: number; readonly endAt: number }[];
  /** Came to the door, and no guardian has come in yet: the keyed hash of the number that was rung. */
  readonly walkInPhone?: string;
  /** After the erasure: its visits are gone too. */
  readonly isSwept?: boolean;
}

export interface ChildCase {
  state: ChildState;
  move: ChildMove;
  role: ChildRole;
  /** Nothing of a record waits for a clock: what is to be deleted is found by its own key. */
  clock: never;
  facts: ChildFacts;
}

export interface Asked {
  /** A guardian's or a pickup person's id within the child's record. */
  readonly personId: string;
  readonly name: string;
  /** In a message: `外婆`, `妈妈`. */
  readonly called: string;
  readonly proof: PickupProof;
  readonly at: number;
  /** Who of the staff was at the door. */
  readonly by: string;
}

export interface VisitFacts {
  readonly childId: string;
  readonly nickname: string;
  readonly age: number;
  readonly guardians: readonly string[];
  readonly postId: string;
  readonly post: string;
  /** Every place that the post lies in, the station first. */
  readonly path: readonly string[];
  readonly slotId: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly bookedBy: string;
  readonly offeredUntil?: number;
  /** The time began and no seat had come free. */
  readonly isUnseated?: boolean;
  readonly checkedInAt?: number;
  /** The carer who took the child in, as people call her. */
  readonly receivedBy?: string;
  readonly endedAt?: number;
  readonly activities: readonly { readonly activity: Activity; readonly at: number; readonly by: string }[];
  readonly asked?: Asked;
  readonly refusal?: string;
  readonly releasedTo?: { readonly personId: string; readonly name: string; readonly called: string; readonly proof: PickupProof | 'exception' | 'offline' };
  readonly handover?: string;
  readonly exception?: { readonly personId: string; readonly name: string; readonly by: string; readonly isDocumentSeen: boolean; readonly isRungBack: boolean; readonly at: number; /** How many limits were on record then. */ readonly limits: number };
  readonly claim?: { readonly personId: string; readonly name: string; readonly called: string; readonly by: string; readonly at: number; readonly claimId: string };
  /** Wrong codes since the last right one; at five the door is for staff to call back. */
  readonly wrongCodes: number;
  readonly fetch?: { readonly askedBy: string; readonly school: string; readonly teacher: string; readonly reason: string; readonly phrase: SealedText; readonly officerId?: string; readonly officer?: string; readonly isConfirmedByTeacher: boolean };
  readonly consentDue?: number;
  readonly transferredTo?: string;
}

export type VisitClock = 'opening' | 'queue' | 'offer' | 'fetch' | 'arrival' | 'pickup' | 'consent';

export interface VisitCase {
  state: VisitState;
  move: VisitMove;
  role: VisitRole;
  clock: VisitClock;
  facts: VisitFacts;
}
