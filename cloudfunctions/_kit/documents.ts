/** What a document of each collection holds. Where it lies and how long: collections.ts. */
import type { Clock } from '../../miniprogram/domain/case/clock';
import type { CaseTypes } from '../../miniprogram/domain/case/transition';
import type { DisputeCase, SealedText } from '../../miniprogram/domain/dispute/facts';
import type { HazardCase } from '../../miniprogram/domain/hazard/facts';
import type { AccountCase } from '../../miniprogram/domain/identity/account';
import type { Side } from '../../typings/contract/dispute';
import type { GrantedRole, Place } from '../../typings/contract/identity';
import type { MediaKind } from '../../typings/contract/media';
import type { PaperKind } from '../../typings/contract/papers';
import type { DisputeKeys, HazardKeys } from './case-keys';

export type { DisputeKeys, HazardKeys } from './case-keys';

export interface Stored {
  readonly _id: string;
}

export interface CaseDocument<T extends CaseTypes> extends Stored {
  readonly state: T['state'];
  /** The number of moves so far. */
  readonly version: number;
  readonly facts: T['facts'];
  readonly clocks: readonly Clock<T['clock']>[];
  readonly openedBy: string;
  readonly openedAt: number;
  readonly changedAt: number;
  /** When it came into its state, and for how long it was in those before, in milliseconds. */
  readonly since: number;
  readonly spent: Partial<Readonly<Record<T['state'], number>>>;
  /** Mixed into the digests of this case's personal words: without it nobody can guess them from the chain. */
  readonly salt: string;
  /** The seal of the newest event: the head of the chain. */
  readonly head: string;
}

export type DisputeDocument = CaseDocument<DisputeCase> & DisputeKeys;

export type HazardDocument = CaseDocument<HazardCase> & HazardKeys;
/** A person with an account. `_id` is made from the platform's openid. */
export type User = CaseDocument<AccountCase> & {
  readonly roles: readonly GrantedRole[];
  readonly phoneIndex: string;
  readonly joinedKey: string;
};

/** One move of one case. `_id` is `<caseId>:<version>`, so two moves at once cannot both be written. */
export interface CaseEvent extends Stored {
  readonly caseId: string;
  readonly version: number;
  readonly move: string;
  readonly to: string;
  readonly by: string;
  /** What the person was to the case. */
  readonly as: string;
  readonly at: number;
  /** For staff alone. */
  readonly isInternal: boolean;
  /** What was said. Not part of the seal, only its digest is: it can be erased. */
  readonly words?: string;
  readonly wordsDigest?: string;
  /** Of the facts as they stand after the move: they cannot be rewritten unseen either. */
  readonly factsDigest: string;
  readonly previous: string;
  readonly seal: string;
}

/** The first answer to a writing request. `_id` is `<action>:<person>:<attemptId>`. */
export interface Attempt extends Stored {
  readonly inputDigest: string;
  readonly answer: SealedText;
  readonly at: number;
}

/** A line in somebody's inbox. `_id` is `<what happened>:<recipient>`, so it is there exactly once. */
export interface Message extends Stored {
  readonly to: string;
  /** The case that it speaks of: with a child's visit go its messages. */
  readonly caseId: string;
  readonly sentence: string;
  readonly page?: string;
  readonly at: number;
  readonly key: string;
  readonly isRead: boolean;
  /** The copy to WeChat: at most once. An unknown outcome is not sent again. What is for no account of its own has none. */
  readonly push: 'waiting' | 'sending' | 'sent' | 'failed' | 'none';
  /** A party who must know: rung up when there is no account, or when the copy does not arrive. */
  readonly ring?: RingUp;
  /** Who rang up, and what was said. */
  readonly rung?: { readonly by: string; readonly at: number; readonly words: string };
  /** Nobody picked up: how often, and when last. */
  readonly missed?: { readonly times: number; readonly at: number; readonly by: string };
}

/** Whom to ring about what; the number itself stays with the case. */
export interface RingUp {
  readonly caseId: string;
  readonly side: Side;
  /** Whose list it goes on. */
  readonly community: string;
  /** How many respondents had been let go: who comes next is not rung about the earlier one. */
  readonly letGo?: number;
}

/** Everybody in office at one station, so that a case finds its people with one read. `_id` is the station. */
export interface Roster extends Stored {
  readonly rev: number;
  readonly members: readonly RosterMember[];
}

export interface RosterMember {
  readonly id: string;
  readonly name: string;
  readonly role: GrantedRole;
  readonly scopeId: string;
  readonly grantId: string;
  readonly until?: number;
}

/** `path` holds every place above it and itself, the station first; a new child and a move both write `rev`. */
export type PlaceDocument = Omit<Place, 'id'> & Stored & { readonly path: readonly string[]; readonly key: string; readonly rev: number };

/** A code that gives a role. `_id` is the code's keyed hash. */
export interface Invitation extends Stored {
  readonly role: GrantedRole;
  readonly scopeId: string;
  readonly until?: number;
  readonly expiresAt: number;
  readonly madeBy: string;
  readonly usedBy?: string;
}

/** How somebody without an account comes to a case. `_id` is the code's keyed hash; see letters.ts. */
export interface Letter extends Stored {
  readonly kind: 'dispute' | 'hazard' | 'child';
  readonly caseId: string;
  /** For whom in the case: a later one of the same slot makes it void. */
  readonly slot: string;
  readonly path: readonly string[];
  readonly wordIndex: string;
  readonly expiresAt: number;
  readonly madeBy: string;
  readonly madeAt: number;
  /** Wrong words so far. */
  readonly wrong: number;
  readonly boundTo?: string;
  readonly revokedAt?: number;
  readonly rev: number;
}

/** When somebody last tried what only a few tries are given for. `_id` is `<what>:<person>`. */
export interface Tries extends Stored {
  readonly at: readonly number[];
  readonly rev: number;
}

/** An hour of a mediator or a room. `_id` is `<whose>:<start>`, so nobody can have it twice. */
export interface Booking extends Stored {
  readonly caseId: string;
  readonly community: string;
  readonly mediator: string;
  /** As the calendar shows them, so that it need not look for them. */
  readonly mediatorName: string;
  readonly number: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly room: string;
  /** One of the entries of a session stands for it in the calendar. */
  readonly isLead: boolean;
  readonly key: string;
}

export interface Ticket extends Stored {
  readonly owner: string;
  readonly kind: MediaKind;
  readonly cloudPath: string;
  readonly bytes: number;
  readonly seconds?: number;
  readonly expiresAt: number;
  /** Ordered by the end of its life. */
  readonly key: string;
  /** The file that it became. */
  readonly claimedAs?: string;
  /** Nothing is left of the upload. */
  readonly isCleared: boolean;
}

/** A file at a path that the server owns. */
export interface StoredFile extends Stored {
  readonly owner: string;
  readonly kind: MediaKind;
  readonly fileId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly seconds?: number;
  readonly at: number;
  /** The case that it belongs to; nothing until it is attached. */
  readonly caseId?: string;
  /** When it is deleted, where that is before its case is. */
  readonly goneKey?: string;
}

/** One version of a paper of a dispute. `_id` is `<caseId>:<kind>:<version>`, so two makers cannot both write one. */
export interface StoredPaper extends Stored {
  readonly caseId: string;
  readonly kind: PaperKind;
  readonly version: number;
  readonly number: string;
  readonly fileId: string;
  readonly sha256: string;
  /** Of what stands on it: the same text is not made twice, and a change shows. */
  readonly contentDigest: string;
  readonly by: string;
  readonly at: number;
  readonly key: string;
}

/** The number of a dispute's file. `_id` is the dispute's. */
export interface FileNumber extends Stored {
  readonly community: string;
  readonly number: string;
  readonly at: number;
}

/** The last number that was given. `_id` is `<what>:<where>:<year>`. */
export interface Counter extends Stored {
  readonly last: number;
}

/** A note for a door holds a code that is kept nowhere else: the file is gone after an hour. `_id` is the letter's. */
export interface DoorNote extends Stored {
  readonly fileId: string;
  readonly key: string;
  readonly madeAt: number;
  readonly isCleared: boolean;
}

/** Who of the staff looked at which personal datum. */
export interface ReadLogEntry extends Stored {
  readonly by: string;
  readonly what: string;
  readonly caseId: string;
  readonly at: number;
  readonly key: string;
}
