/** 纠纷 disputes: what is known of one, whatever state it is in. Kept by the server; phones are sealed. */
import type {
  AgreementForm,
  Channel,
  ClauseInput,
  Colour,
  DangerAnswers,
  DisputeCategory,
  DisputeMove,
  DisputeRole,
  DisputeSource,
  DisputeState,
  FollowUpAnswer,
  Side,
  Track,
} from '../../../typings/contract/dispute';

/** A phone number as it is kept: opened by the server alone, and only for those who must ring. */
export interface SealedText {
  readonly keyId: string;
  readonly box: string;
}

export interface Party {
  /** The person's id, when the party has an account. */
  readonly id?: string;
  readonly name: string;
  readonly phone?: SealedText;
  /** `139******21`, for screens. */
  readonly phoneMask?: string;
  /** The name is the one that the applicant gave, so it is no news to him. */
  readonly isAsTold?: boolean;
  /** When the party agreed to be part of mediation. */
  readonly consentedAt?: number;
}

/** Where it is: the building, and every place above it, the station first. */
export interface DisputePlace {
  readonly buildingId: string;
  readonly path: readonly string[];
  /** `桐花苑 3号楼`. */
  readonly text: string;
  readonly door?: string;
}

export interface ContactTry {
  readonly channel: Channel;
  readonly at: number;
  readonly isReached: boolean;
}

export interface Clause extends ClauseInput {
  readonly state: 'open' | 'kept' | 'broken';
  readonly settledAt?: number;
  /** Ids of the photographs that prove it. */
  readonly photos: readonly string[];
}

export interface Signature {
  readonly side: Side;
  readonly at: number;
  readonly how: 'phone' | 'paper' | 'spoken';
  /** The drawn signature, or the photograph of the paper. */
  readonly file?: string;
  /** The digest of the text that was signed. */
  readonly digest: string;
}

export interface Agreement {
  readonly form: AgreementForm;
  readonly facts: string;
  readonly clauses: readonly Clause[];
  readonly unsettled?: string;
  readonly digest: string;
  readonly signatures: readonly Signature[];
}

export interface MediationSession {
  readonly startAt: number;
  readonly endAt: number;
  readonly room: string;
  /** The calendar entry that keeps others out of the same hour. */
  readonly bookingIds: readonly string[];
}

export interface DisputeFacts {
  /** The spoken number, such as `桂花27`. */
  readonly number: string;
  readonly category: DisputeCategory;
  readonly story: string;
  readonly place: DisputePlace;
  readonly source: DisputeSource;
  readonly sourceNumber?: string;
  readonly danger: DangerAnswers;
  readonly applicant: Party;
  readonly respondent?: Party;
  /** Who filed for the applicant, with the applicant's word. */
  readonly agentId?: string;
  readonly peopleCount?: number;
  readonly amountFen?: number;
  readonly photos: readonly string[];
  /** Sent with an internal note. */
  readonly staffPhotos?: readonly string[];
  readonly voice?: string;
  readonly colour?: Colour;
  readonly track?: Track;
  readonly tries: readonly ContactTry[];
  readonly earlierRespondents: readonly string[];
  /** `hasDeclared`: no interest of the own in the matter. Whoever settled it on the spot counts as its mediator. */
  readonly mediator?: { readonly id: string; readonly name: string; readonly hasDeclared: boolean };
  readonly session?: MediationSession;
  readonly sessionsHeld: number;
  readonly agreement?: Agreement;
  readonly followUps: readonly { readonly at: number; readonly by: string; readonly applicant: FollowUpAnswer; readonly respondent: FollowUpAnswer }[];
  readonly closedAt?: number;
  readonly contests: number;
}

/** The times that were promised. */
export type DisputeClock = 'triage' | 'contact' | 'reply' | 'choose' | 'take' | 'deadline' | 'promise' | 'followUp';

export interface DisputeCase {
  state: DisputeState;
  move: DisputeMove;
  role: DisputeRole;
  clock: DisputeClock;
  facts: DisputeFacts;
}
