/** 纠纷 disputes: what a person sends and what comes back. Times are epoch milliseconds, money is in fen. */
import type { LinkedCase } from './hazard';
import type { GrantedRole } from './identity';
import type { MediaView } from './media';

export type DisputeState =
  | 'submitted'
  | 'triaged'
  | 'declined'
  | 'inviting'
  | 'refused'
  | 'accepted'
  | 'assigned'
  | 'scheduled'
  | 'mediating'
  | 'agreed'
  | 'performing'
  | 'following'
  | 'closed'
  | 'failed'
  | 'withdrawn'
  | 'settledOnSpot';

export type DisputeMove =
  | 'file'
  | 'settle'
  | 'triage'
  | 'decline'
  | 'invite'
  | 'correctRespondent'
  | 'refuse'
  | 'accept'
  | 'assign'
  | 'schedule'
  | 'sit'
  | 'adjourn'
  | 'note'
  | 'draft'
  | 'sign'
  | 'agree'
  | 'perform'
  | 'prove'
  | 'default'
  | 'conclude'
  | 'close'
  | 'contest'
  | 'fail'
  | 'lapse'
  | 'withdraw'
  | 'remind';

/** What a person is to a dispute. `system` is the clock. */
export type DisputeRole =
  | 'applicant'
  | 'respondent'
  | 'agent'
  | 'officer'
  | 'auxiliary'
  | 'leader'
  | 'mediator'
  /** An officer who did not mediate: only such a one asks whether it held. */
  | 'followUpOfficer'
  | 'gridWorker'
  | 'volunteer'
  | 'system';

export type DisputeCategory = 'noise' | 'leak' | 'parking' | 'pets' | 'money' | 'family' | 'property' | 'unsure';
export type DisputeSource = 'app' | '110' | 'phone' | 'visit' | 'patrol' | 'message';
export type Colour = 'blue' | 'yellow' | 'red';
export type Track = 'people' | 'security' | 'admin';
export type Channel = 'call' | 'door' | 'note' | 'share';
export type Side = 'applicant' | 'respondent';

/** Asked in plain words instead of "urgent?". */
export interface DangerAnswers {
  isHurt: boolean;
  isThreatened: boolean;
  isChildAtRisk: boolean;
  /** Violence at home: no joint session (反家庭暴力法). */
  isHomeViolence: boolean;
}

/** What happens next, by whom, by when. */
export interface NextStep {
  what: string;
  who: string;
  dueAt?: number;
  isOverdue: boolean;
}

export interface DisputeSummary {
  id: string;
  /** The spoken number, such as `桂花27`. */
  number: string;
  version: number;
  state: DisputeState;
  category: DisputeCategory;
  /** `桐花苑 3号楼`; the door only for those who work on it. */
  place: string;
  /** The first words of the story, for those who may read it. */
  excerpt: string;
  colour?: Colour;
  hasDanger: boolean;
  openedAt: number;
  next?: NextStep;
  /** What this person is to it. */
  relations: DisputeRole[];
  /** What this person may do now. */
  moves: DisputeMove[];
}

/** A party as this reader may see it. `phone` is masked. */
export interface PartyView {
  side: Side;
  name: string;
  isMe: boolean;
  phone?: string;
  hasConsented: boolean;
  hasSigned: boolean;
}

/** One line of the story, newest first. */
export interface StoryLine {
  version: number;
  move: DisputeMove;
  state: DisputeState;
  at: number;
  /** `沈警官`, `您`, `对方`, `警务室`. */
  who: string;
  words?: string;
  isInternal: boolean;
  /** Staff put it down for a party who said it. */
  isForParty?: boolean;
}

export interface ClauseInput {
  /** Who promises. */
  side: Side;
  what: string;
  /** The last day, as `2026-03-10`. */
  byDay: string;
  /** How both will know that it is done. */
  proof: string;
}

export interface ClauseView extends ClauseInput {
  state: 'open' | 'kept' | 'broken';
  settledAt?: number;
  photos: MediaView[];
}

export type AgreementForm = 'written' | 'oral' | 'partial';

export interface AgreementView {
  form: AgreementForm;
  /** Main facts and what was in dispute (人民调解法 第29条). */
  facts: string;
  clauses: ClauseView[];
  /** What is not settled, for a partial one. */
  unsettled?: string;
  /** What a signature binds: it changes with any word of the text. */
  digest: string;
  signedBy: { side: Side; at: number; how: 'phone' | 'paper' | 'spoken' }[];
  /** Why it must be signed on paper, if it must (电子签名法 第3条). */
  paperOnly?: string;
}

export interface SessionSlot {
  disputeId?: string;
  number?: string;
  startAt: number;
  endAt: number;
  room: string;
  mediator: string;
  mediatorId: string;
  colour?: Colour;
}

export interface SimilarCase {
  id: string;
  number: string;
  state: DisputeState;
  openedAt: number;
  excerpt: string;
}

export interface ColourProposal {
  colour: Colour;
  reasons: string[];
}

export interface DisputeView extends DisputeSummary {
  now: number;
  story: string;
  source: DisputeSource;
  sourceNumber?: string;
  danger: DangerAnswers;
  parties: PartyView[];
  photos: MediaView[];
  voice?: MediaView;
  track?: Track;
  proposal?: ColourProposal;
  mediator?: { id: string; name: string };
  session?: { startAt: number; endAt: number; room: string };
  sessionsHeld: number;
  agreement?: AgreementView;
  /** Ways on, when mediation ended without agreement or never began. */
  remedies: string[];
  /** A promise to the reader that was not kept, said before everything else. */
  brokenPromise?: string;
  lines: StoryLine[];
  /** For those who triage: others of the same kind in the same building, last 30 days. */
  similar: SimilarCase[];
  /** Hazards that go with it, for staff alone. */
  hazards?: LinkedCase[];
  /** Tries to reach the respondent so far. */
  contactTries: number;
}

export interface PersonInput {
  name: string;
  phone?: string;
}

/** A party who told somebody else, and agreed that it be filed. */
export interface AgreedPerson extends PersonInput {
  hasAgreed: boolean;
}

export interface MediatorChoice {
  id: string;
  name: string;
  about: string;
  openCases: number;
}

/** A list is cut by (time, id): `next` goes back as `after`. */
export interface DisputePage {
  disputes: DisputeSummary[];
  next?: string;
  now: number;
}

export type Desk = 'triage' | 'active' | 'overdue' | 'followUp' | 'done';

export type FollowUpAnswer = 'kept' | 'notKept' | 'noAnswer';

export interface FileInput {
  category: DisputeCategory;
  story: string;
  /** The building it is about, and the door in words. */
  buildingId: string;
  door?: string;
  danger: DangerAnswers;
  respondent?: PersonInput;
  /** People affected; raises the colour. */
  peopleCount?: number;
  amountFen?: number;
  photos?: string[];
  voice?: string;
  /** When somebody files for a party: the party, and that the party agreed. */
  applicant?: AgreedPerson;
  source?: DisputeSource;
  /** The number of the 110 record. */
  sourceNumber?: string;
}

type Moved = { output: DisputeSummary };

export interface DisputeActions {
  'dispute.file': { input: FileInput } & Moved;
  /** 当场说和: told and settled within a minute, by whoever stood there. */
  'dispute.settleNow': {
    input: {
      category: DisputeCategory;
      buildingId: string;
      door?: string;
      applicant: PersonInput;
      respondent: PersonInput;
      story: string;
      settledHow: string;
      haveBothAgreed: boolean;
      photos?: string[];
    };
  } & Moved;
  'dispute.settle': { input: { id: string; settledHow: string; haveBothAgreed: boolean } } & Moved;
  'dispute.triage': {
    input: {
      id: string;
      colour: Colour;
      danger: DangerAnswers;
      track: Track;
      /** Needed to go below what the software proposed. */
      reason?: string;
      /** The version that the officer looked at: who comes second does not undo the first unseen. */
      seen?: number;
    };
  } & Moved;
  'dispute.decline': { input: { id: string; reason: string } } & Moved;
  /** One try to reach the respondent. */
  'dispute.invite': {
    input: { id: string; channel: Channel; isReached: boolean; words: string; respondent?: PersonInput };
  } & Moved;
  'dispute.correctRespondent': { input: { id: string; respondent: PersonInput; reason: string } } & Moved;
  /** Nobody owes a reason (人民调解法 第17条). */
  'dispute.refuse': { input: { id: string; side: Side; reason?: string } } & Moved;
  'dispute.accept': {
    input: { id: string; hasRespondentAgreed: boolean; isRightsNoticeRead: boolean };
  } & Moved;
  'dispute.assign': {
    input: { id: string; mediatorId: string };
  } & Moved;
  /** The first time, the mediator also declares to have no interest of the own in the matter. */
  'dispute.schedule': { input: { id: string; startAt: number; room: string; hasNoConflict: boolean } } & Moved;
  'dispute.sit': { input: { id: string; isSafe: boolean } } & Moved;
  /** What was said, and when both meet again. */
  'dispute.adjourn': { input: { id: string; record: string; startAt: number; room: string } } & Moved;
  'dispute.note': { input: { id: string; words: string; isInternal: boolean; photos?: string[] } } & Moved;
  'dispute.draft': {
    input: { id: string; form: AgreementForm; facts: string; clauses: ClauseInput[]; unsettled?: string };
  } & Moved;
  /** On the phone by the party; on paper or by word, recorded by the mediator. */
  'dispute.sign': {
    input: { id: string; digest: string; side: Side; how: 'phone' | 'paper' | 'spoken'; file?: string };
  } & Moved;
  'dispute.prove': { input: { id: string; clause: number; words: string; photos?: string[] } } & Moved;
  'dispute.default': { input: { id: string; clause: number; words: string } } & Moved;
  'dispute.close': {
    input: { id: string; applicant: FollowUpAnswer; respondent: FollowUpAnswer; words: string };
  } & Moved;
  'dispute.contest': { input: { id: string; reason: string } } & Moved;
  'dispute.fail': { input: { id: string; reason: string; undisputed?: string } } & Moved;
  'dispute.withdraw': { input: { id: string; reason?: string } } & Moved;

  'dispute.open': { input: { id: string }; output: DisputeView };
  'dispute.listMine': { input: { after?: string }; output: DisputePage };
  /** `as` says for which of the own offices; without it, for the first. */
  'dispute.desk': { input: { desk: Desk; as?: GrantedRole; after?: string }; output: DisputePage };
  'dispute.mediators': { input: { id: string }; output: { mediators: MediatorChoice[] } };
  'dispute.calendar': {
    input: { from: number; days: number; mediatorId?: string };
    output: { slots: SessionSlot[]; rooms: string[]; now: number };
  };
  /** A party's phone number in full, for those who must ring. Each look is logged. */
  'dispute.phone': { input: { id: string; side: Side }; output: { phone: string } };
}
