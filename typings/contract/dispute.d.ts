/** 纠纷 disputes: what a person sends and what comes back. Times are epoch milliseconds, money is in fen. */
import type { LinkedCase } from './hazard';
import type { GrantedRole } from './identity';
import type { MediaView } from './media';

export type DisputeState =
  /** 苗头: nobody has asked for anything yet; officers alone see it. */
  | 'lead'
  | 'dismissed'
  | 'submitted'
  | 'triaged'
  | 'transferred'
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
  /** Told of by another as well: one case goes on for both. */
  | 'duplicate'
  | 'settledOnSpot';

export type DisputeMove =
  | 'notice'
  | 'dismissLead'
  | 'adoptLead'
  | 'file'
  | 'settle'
  | 'triage'
  /** Danger was seen later: the two are kept apart from now on. */
  | 'warn'
  /** Red, or a danger, is taken down by two: one proposes, another agrees. */
  | 'proposeLower'
  | 'lower'
  | 'keepColour'
  | 'contact'
  | 'transfer'
  | 'acknowledge'
  | 'return'
  | 'decline'
  | 'merge'
  /** Another report of the same thing was taken in. */
  | 'absorb'
  | 'invite'
  | 'revokeInvitation'
  /** The respondent has an account now. */
  | 'bind'
  | 'consent'
  /** The respondent's side, in the respondent's words. */
  | 'tell'
  | 'unreachable'
  | 'correctRespondent'
  | 'refuse'
  | 'accept'
  | 'group'
  | 'formPanel'
  | 'declare'
  | 'consentPanel'
  | 'assign'
  /** Another mediator takes over. */
  | 'cover'
  | 'schedule'
  | 'sit'
  | 'adjourn'
  | 'record'
  | 'note'
  | 'askExtend'
  | 'extend'
  | 'draft'
  | 'sign'
  | 'agree'
  /** The mediator's signature and the committee's seal (人民调解法 第29条). */
  | 'seal'
  | 'perform'
  | 'prove'
  | 'default'
  | 'supervise'
  | 'conclude'
  | 'askConfirmation'
  | 'applyConfirmation'
  | 'recordConfirmation'
  | 'followUp'
  | 'close'
  | 'rate'
  | 'contest'
  | 'reopen'
  | 'fail'
  | 'retry'
  | 'lapse'
  | 'withdraw'
  /** 社区吹哨: named departments must answer. */
  | 'whistle'
  | 'answerWhistle'
  /** What the fusion meeting decided, as a task. */
  | 'decide'
  | 'finishTask'
  | 'urge'
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
  /** Somebody with an account in a panel that helps. */
  | 'panelMember'
  /** Somebody with an account at the unit that it was passed to. */
  | 'receiver'
  | 'system';

export type DisputeCategory = 'noise' | 'leak' | 'parking' | 'pets' | 'money' | 'family' | 'property' | 'unsure';
export type DisputeSource = 'app' | '110' | 'phone' | 'visit' | 'patrol' | 'message';
export type Colour = 'blue' | 'yellow' | 'red';
export type Track = 'people' | 'security' | 'admin';
export type Channel = 'call' | 'door' | 'note' | 'share';
export type Side = 'applicant' | 'respondent';

/** Who sits beside the mediator; which posts each needs: domain/dispute/panel.ts. */
export type PanelTemplate = 'threePlusN' | 'fivePlus' | 'threeOfficersOneTeacher' | 'threeStationsOneCourt' | 'experts';
export type PanelPost = 'leader' | 'officer' | 'auxiliary' | 'lawyer' | 'property' | 'gridHead' | 'gridWorker' | 'prosecutor' | 'judge' | 'justiceOffice' | 'expert' | 'department';

/** Acts for which police may mediate (程序规定 第178条), and what rules it out (第179条). */
export type SecurityOffence = 'beating' | 'injury' | 'insult' | 'slander' | 'falseAccusation' | 'damage' | 'harassment' | 'privacy' | 'intrusion';
export type SecurityExclusion = 'hired' | 'gang' | 'repeated' | 'unwilling' | 'freshOffence' | 'fled' | 'other';
export interface SecurityInput {
  offence: SecurityOffence;
  /** 情节较轻. */
  isMinorAct: boolean;
  exclusions: SecurityExclusion[];
  /** Whose act it was. */
  offender: Side;
  hasMinor: boolean;
  /** 第181条: a minor's guardian was told. */
  isGuardianTold: boolean;
}

/** 司法确认 beside an agreement; `asked` = one side has asked, the other not yet. */
export type ConfirmationState = 'asked' | 'applied' | 'accepted' | 'confirmed' | 'rejected';

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
  /** What was in dispute, each party's responsibility, and how many copies (第29条). */
  disputed?: string;
  responsibility?: string;
  copies?: number;
  /** What is not settled, for a partial one. */
  unsettled?: string;
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

/** Another case that goes with it; `id` only for who may open that one. */
export interface LinkedDispute {
  id?: string;
  number: string;
  state: DisputeState;
  next?: NextStep;
  /** `earlier` came first, `rest` is what a partial agreement left open, `into` took this one in, `from` was taken in. */
  how: 'earlier' | 'rest' | 'into' | 'from';
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
  /** For the respondent and staff. */
  respondentStory?: string;
  /** For staff: the respondent's invitation that is out now. */
  invitation?: { expiresAt: number; isBound: boolean };
  /** For staff: a proposal to take it down, which another must agree to. */
  lowering?: { colour: Colour; danger: DangerAnswers; reason: string; by: string; isMine: boolean };
  security?: SecurityInput;
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
  /** An own case that ended too long ago to be taken up again. */
  earlierId?: string;
}
