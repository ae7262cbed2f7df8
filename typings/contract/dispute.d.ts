/** 纠纷 disputes: what a person sends and what comes back. Times are epoch milliseconds, money is in fen. */
import type { LinkedCase } from './hazard';
import type {
  Channel, Colour, ConfirmationState, DangerAnswers, DisputeCategory, DisputeMove, DisputeRole, DisputeSource, DisputeState, Occurrence, PanelPost, PanelTemplate, SecurityInput, Side, TermsBy,
  Track,
} from './dispute-words';
import type { MediaView } from './media';

export type * from './dispute-words';

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
  /** The unit that it was passed to, while it is there. */
  unit?: string;
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
  /** For staff: speaks for itself on the phone. */
  hasAccount?: boolean;
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
  /** Of a try to reach the respondent: how, and whether it worked. */
  reach?: { channel: Channel; isReached: boolean };
  /** It is about the respondent's own danger: for the respondent and staff. */
  isOfRespondent?: boolean;
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
  /** When whoever promised said so; of a kept one: nobody else did, and nobody said otherwise. */
  claimedAt?: number;
}

export type AgreementForm = 'written' | 'oral' | 'partial';

export interface AgreementView {
  form: AgreementForm;
  /** Main facts and what was in dispute (人民调解法 第29条). */
  facts: string;
  clauses: ClauseView[];
  /** What was in dispute, each party's responsibility, and how many copies (第29条). */
  disputed?: string;
  responsibility?: string;
  copies?: number;
  /** What is not settled, for a partial one. */
  unsettled?: string;
  /** Of an act for which police mediated (程序规定 第184条). */
  occurrence?: Occurrence;
  /** The handwriting that it was typed from. */
  photos: MediaView[];
  /** From when on it holds: signed and sealed, or said (第29、30条). */
  effectiveAt?: number;
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

export interface PanelMemberView {
  post: PanelPost;
  name: string;
  isMe: boolean;
  hasDeclared: boolean;
  hasLeft: boolean;
}

export interface PanelView {
  template: PanelTemplate;
  members: PanelMemberView[];
  /** Sides that agreed to the helpers (人民调解法 第20条). */
  consents: Side[];
}

/** Someone for whom others speak, or who speaks for them. */
export interface GroupMember {
  name: string;
  isRepresentative: boolean;
  /** Agreed to mediation, and to the text. */
  hasConsented: boolean;
  hasAgreed: boolean;
}

export interface TaskView {
  what: string;
  who: string;
  /** The last day, as `2026-03-10`. */
  byDay: string;
  doneAt?: number;
}

export interface WhistleView {
  at: number;
  isByClock: boolean;
  dueAt?: number;
  units: string[];
  answers: { unit: string; words: string; at: number }[];
}

/** What became of an act for which police mediated, for staff (程序规定 第185、186条). */
export interface LawView {
  /** The next step that was written down, and its day. */
  step?: { what: string; byDay: string };
  /** On which day a decision was made. */
  decidedOn?: string;
  /** Until when police must decide; nothing while no days run. */
  dueAt?: number;
  /** Both asked for no punishment. */
  settlement?: { by: TermsBy; terms: string; isRecognized: boolean };
}

/** Another case that goes with it; `id` only for who may open that one. */
export interface LinkedDispute {
  id?: string;
  number: string;
  state: DisputeState;
  next?: NextStep;
  /** `earlier` came first, `rest` is what a partial agreement left open, `damages` the civil part, `into` took this one in, `from` was taken in. */
  how: 'earlier' | 'rest' | 'damages' | 'into' | 'from';
}

export interface FollowUpView {
  at: number;
  applicant: FollowUpAnswer;
  respondent: FollowUpAnswer;
}

export interface DisputeView extends DisputeSummary {
  now: number;
  story: string;
  source: DisputeSource;
  sourceNumber?: string;
  sourceOfficer?: string;
  /** What this reader may know of it: of the two sides neither reads the other's. */
  danger: DangerAnswers;
  /** For staff: who is in danger. */
  dangerOf?: Side[];
  parties: PartyView[];
  photos: MediaView[];
  voice?: MediaView;
  track?: Track;
  proposal?: ColourProposal;
  mediator?: { id: string; name: string };
  session?: { startAt: number; endAt: number; room: string };
  sessionsHeld: number;
  agreement?: AgreementView;
  /** What had been agreed before it was taken up again, the oldest first: for staff, and for those who were parties then. */
  earlierAgreements?: (AgreementView & { until: number })[];
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
  /** For the respondent and staff. */
  respondentStory?: string;
  respondentVoice?: MediaView;
  /** For staff: the respondent's invitation that is out now. */
  invitation?: { expiresAt: number; isBound: boolean };
  /** For staff: a proposal to take it down, which another must agree to. */
  /** For staff: what two persons agreed to instead of the proposal. */
  agreedColour?: Colour;
  lowering?: { colour: Colour; danger: DangerAnswers; reason: string; by: string; isMine: boolean };
  security?: SecurityInput;
  /** Where police mediated in vain, for both parties too: who was harmed. */
  harmed?: Side;
  law?: LawView;
  transferredTo?: { unit: string; acknowledgedBy?: string };
  panel?: PanelView;
  groups: { side: Side; members: GroupMember[] }[];
  whistles: WhistleView[];
  tasks: TaskView[];
  extension?: { days: number; sides: Side[] };
  confirmation?: { state: ConfirmationState; sides: Side[]; court?: string; number?: string };
  /** The last day on which both may apply, as `2026-03-10`; nothing when it cannot be confirmed. */
  confirmationUntil?: string;
  /** Why a court would not confirm it. */
  confirmationBar?: string;
  followUps: FollowUpView[];
  /** The reader's own rating, 1–5. */
  rating?: number;
  contests: number;
  /** For staff who may not: who asks both whether it held. */
  askedBy?: string;
  linked: LinkedDispute[];
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

/** `lead` is for officers alone. */
export type Desk = 'lead' | 'triage' | 'active' | 'overdue' | 'followUp' | 'done';

export type FollowUpAnswer = 'kept' | 'notKept' | 'noAnswer';

/** WGS-84 or GCJ-02 degrees as the phone gave them, and the name it gave to the place. */
export interface MapPoint {
  latitude: number;
  longitude: number;
  name: string;
}

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
  /** The number of the 110 record, and the officer who passed it on. */
  sourceNumber?: string;
  sourceOfficer?: string;
  /** Where on the map, when `buildingId` is only the 小区 nearby. */
  point?: MapPoint;
  /** A case that ended too long ago to be taken up again: the own one on either side, or for a party without an account. */
  earlierId?: string;
}
