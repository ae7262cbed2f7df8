/** 纠纷 disputes: what is known of one, whatever state it is in. Kept by the server; phones are sealed. */
import type { SettledLevel } from '../../../typings/contract/dispute-board';
import type {
  AgreementForm, Channel, ClauseInput, Colour, ConfirmationState, DangerAnswers, DisputeCategory, DisputeMove,
  DisputeRole, DisputeSource, DisputeState, FollowUpAnswer, GroupMember, MapPoint, Occurrence, PanelPost,
  PanelTemplate, Side, Track,
} from '../../../typings/contract/dispute'; // prettier-ignore
import type { KnownToPolice } from './security-facts';

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
  /** The same number gives the same index: who tells again without an account is known by it. */
  readonly phoneIndex?: string;
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
  /** Where on the map, when it was in no building. */
  readonly point?: MapPoint;
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
  /** When whoever promised said to have kept it. It counts when the other side or the mediator says so, or nobody says otherwise. */
  readonly claimedAt?: number;
}

export interface Signature {
  readonly side: Side;
  readonly at: number;
  readonly how: 'phone' | 'paper' | 'spoken';
  /** The drawn signature, or the photograph of the paper. */
  readonly file?: string;
  /** Of that file, so that the drawing cannot be exchanged unseen. */
  readonly sha256?: string;
  /** The digest of the text that was signed. */
  readonly digest: string;
}

export interface Agreement {
  readonly form: AgreementForm;
  readonly facts: string;
  readonly clauses: readonly Clause[];
  readonly disputed?: string;
  readonly responsibility?: string;
  readonly copies?: number;
  readonly unsettled?: string;
  readonly occurrence?: Occurrence;
  readonly digest: string;
  readonly signatures: readonly Signature[];
  /** Photographs of the handwriting that it was typed from, read back to both. */
  readonly photos?: readonly string[];
  /** The mediator's signature under the committee's seal (人民调解法 第29条). */
  readonly seal?: { readonly at: number; readonly by: string; readonly file: string; readonly sha256: string };
  /** From then on it holds. */
  readonly effectiveAt?: number;
}

export interface MediationSession {
  readonly startAt: number;
  readonly endAt: number;
  readonly room: string;
  /** The time that this one replaced. */
  readonly movedFrom?: number;
  /** The calendar entry that keeps others out of the same hour. */
  readonly bookingIds: readonly string[];
}

/** A session that took place; the words that were spoken stand in the event that ended it. */
export interface HeldSession {
  readonly startAt: number;
  readonly room: string;
  readonly mediator: string;
  /** Photographs of the handwritten record. */
  readonly photos?: readonly string[];
  readonly isReadBack?: boolean;
  /** The event that holds the record. */
  readonly version?: number;
  /** Police mediated, with the respondent of now. */
  readonly isByPolice?: true;
}

export interface PanelMember {
  readonly post: PanelPost;
  readonly name: string;
  readonly personId?: string;
  readonly hasDeclared: boolean;
  readonly leftAt?: number;
}

/** Helpers beside the mediator; both parties agree to them (人民调解法 第20条). */
export interface Panel {
  readonly template: PanelTemplate;
  readonly members: readonly PanelMember[];
  readonly consents: readonly Side[];
}

/** The respondent's invitation that is out; `letterId` is the keyed hash of its code. */
export interface RespondentInvitation {
  readonly letterId: string;
  readonly expiresAt: number;
}

export interface Whistle {
  readonly at: number;
  readonly isByClock: boolean;
  readonly units: readonly string[];
  readonly answers: readonly { readonly unit: string; readonly words: string; readonly at: number }[];
}

export interface Task {
  readonly what: string;
  readonly who: string;
  readonly byDay: string;
  readonly doneAt?: number;
}

export interface Lowering {
  readonly colour: Colour;
  readonly danger: DangerAnswers;
  readonly reason: string;
  readonly by: string;
  readonly byName: string;
}

export interface Confirmation {
  readonly state: ConfirmationState;
  readonly sides: readonly Side[];
  readonly court: string;
  readonly appliedAt?: number;
  readonly number?: string;
}

/** Another case that goes with this one. */
export interface Link {
  readonly id: string;
  readonly number: string;
  readonly how: 'earlier' | 'rest' | 'damages' | 'into' | 'from';
  /** Of a case that was taken in: who told of it, and goes on hearing of it. */
  readonly people?: readonly string[];
}

export interface DisputeFacts extends KnownToPolice {
  /** The spoken number, such as `桂花27`. */
  readonly number: string;
  readonly category: DisputeCategory;
  readonly story: string;
  readonly place: DisputePlace;
  readonly source: DisputeSource;
  readonly sourceNumber?: string;
  readonly sourceOfficer?: string;
  /** 苗头: nobody has asked for anything; officers alone see it, and whoever noticed it. */
  readonly isLead?: boolean;
  readonly danger: DangerAnswers;
  /** Which side told of which danger, once the respondent has told of any: neither reads the other's. */
  readonly dangerTold?: Readonly<Record<Side, DangerAnswers>>;
  /** The versions of what is the respondent's and staff's alone. */
  readonly unseenByApplicant?: readonly number[];
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
  /** How often the same person told of the same kind of thing in the building before: within 30 and 90 days. */
  readonly toldBefore?: { readonly month: number; readonly quarter: number };
  /** Mediations that failed, here and in an earlier case that this one takes up. */
  readonly failures?: number;
  readonly lowering?: Lowering;
  /** Two persons agreed to it; what the software proposes is weighed against this. */
  readonly lowered?: { readonly colour: Colour; readonly by: readonly string[]; readonly neededTwo: boolean };
  readonly transfer?: { readonly unit: string; readonly personId?: string; readonly at: number; readonly acknowledgedBy?: string };
  readonly links?: readonly Link[];
  readonly invitation?: RespondentInvitation;
  /** When the respondent was first written to, and first answered in any way. */
  readonly invitedAt?: number;
  readonly repliedAt?: number;
  readonly respondentStory?: string;
  readonly respondentPhotos?: readonly string[];
  readonly respondentVoice?: string;
  readonly groups?: Partial<Readonly<Record<Side, readonly GroupMember[]>>>;
  readonly panel?: Panel;
  readonly acceptedAt?: number;
  readonly extension?: { readonly days: number; readonly sides: readonly Side[] };
  /** Days that all parties have added to the thirty. */
  readonly extendedDays?: number;
  readonly retries?: number;
  /** 程序规定 第183条: by then a second mediation by police must be over. */
  readonly retryUntil?: number;
  readonly held?: readonly HeldSession[];
  /** Everybody who sat down with them as mediator, also who was replaced: none of them asks afterwards. */
  readonly mediatedBy?: readonly string[];
  readonly whistles?: readonly Whistle[];
  readonly tasks?: readonly Task[];
  readonly confirmation?: Confirmation;
  readonly ratings?: readonly { readonly side: Side; readonly score: number; readonly at: number }[];
  readonly settledLevel?: SettledLevel;
  /** An earlier respondent with an account, who was let go at the last correction. */
  readonly released?: string;
  readonly tries: readonly ContactTry[];
  readonly earlierRespondents: readonly string[];
  /** `hasDeclared`: no interest of the own in the matter. Whoever settled it on the spot counts as its mediator. */
  readonly mediator?: { readonly id: string; readonly name: string; readonly hasDeclared: boolean };
  readonly session?: MediationSession;
  /** The hour that danger called off, until the next one: whoever was to come is told, not why. */
  readonly calledOff?: number;
  readonly sessionsHeld: number;
  readonly agreement?: Agreement;
  readonly followUps: readonly { readonly at: number; readonly by: string; readonly applicant: FollowUpAnswer; readonly respondent: FollowUpAnswer }[];
  readonly closedAt?: number;
  readonly contests: number;
  /** When a party last said 没解决; nothing once that was seen to. */
  readonly contestedAt?: number;
  /** Since when it was not solved or not kept, when it was last taken up again. */
  readonly reopenedFor?: number;
  /** What had been agreed before it was taken up again. */
  readonly earlierAgreements?: readonly { readonly agreement: Agreement; readonly confirmation?: Confirmation; readonly until: number }[];
}

/** The times that were promised. */
export type DisputeClock =
  | 'lead'
  | 'triage'
  | 'contact'
  | 'acknowledge'
  | 'reply'
  | 'choose'
  | 'take'
  | 'deadline'
  | 'seal'
  | 'promise'
  /** Whoever promised says that it was kept: until then the other side may say otherwise. */
  | 'claim'
  | 'confirmation'
  | 'followUp'
  | 'secondFollowUp'
  /** A promise of ours was broken: one workday more, and the community whistles. */
  | 'overdue'
  /** Departments that were whistled for must answer. */
  | 'answer'
  | 'task'
  /** 程序规定 第185条: an officer writes down the next step; and until when police must decide. */
  | 'handOn'
  | 'caseDays';

export interface DisputeCase {
  state: DisputeState;
  move: DisputeMove;
  role: DisputeRole;
  clock: DisputeClock;
  facts: DisputeFacts;
}
