/** 纠纷 disputes: every action, with what is sent and what comes back. */
import type {
  AgreedPerson, AgreementForm, Channel, ClauseInput, Colour, ConfirmationState, DangerAnswers, Desk, DisputeCategory, DisputePage, DisputeSummary, DisputeView,
  FileInput, FollowUpAnswer, GroupMember, MapPoint, MediatorChoice, Occurrence, PanelPost, PanelTemplate, PersonInput, SecurityInput, SessionSlot, Side, SpotProof, TaskView, TermsBy, Track,
} from './dispute';
import type { DisputeBoard } from './dispute-board';
import type { HazardPage } from './hazard';
import type { GrantedRole } from './identity';

type Moved = { output: DisputeSummary };

/** Somebody who must know and can only be told by telephone: no account, or messages that do not arrive. */
export interface CallToMake {
  id: string;
  at: number;
  sentence: string;
  disputeId: string;
  number: string;
  side: Side;
  /** As staff know the party; the number is masked. */
  name: string;
  phone?: string;
  /** How often nobody picked up so far, and when last. */
  missed?: { times: number; at: number };
}

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
  /** `applicant`: of a lead nobody may be known. */
  'dispute.settle': { input: { id: string; settledHow: string; haveBothAgreed: boolean; applicant?: PersonInput; respondent?: PersonInput } } & Moved;
  /** 当场调解 of a minor act by police; `file` shows the signed paper, `recording` says where it is all to be seen. */
  'dispute.settleByPolice': {
    input: {
      id: string; course: string; occurrence: Occurrence; terms: string; haveBothAgreed: boolean;
      /** 事实清楚、因果关系明确; nobody disputes a loss; done on the spot. */
      isClear: boolean; isLossUndisputed: boolean; isPerformed: boolean;
      proof: SpotProof; file?: string; recording?: string;
    };
  } & Moved;
  /** 苗头: seen before anybody asks for anything. */
  'dispute.notice': {
    input: { category: DisputeCategory; story: string; buildingId: string; door?: string; point?: MapPoint; danger: DangerAnswers; who?: string; peopleCount?: number; photos?: string[] };
  } & Moved;
  'dispute.dismissLead': { input: { id: string; reason: string } } & Moved;
  /** A party agrees: the lead becomes a dispute of that party. */
  'dispute.adoptLead': { input: { id: string; applicant: AgreedPerson; respondent?: PersonInput } } & Moved;
  'dispute.triage': {
    input: {
      id: string;
      colour: Colour;
      danger: DangerAnswers;
      track: Track;
      /** Needed for the track `security`. */
      security?: SecurityInput;
      /** Needed to go below what the software proposed. */
      reason?: string;
      /** The version that the officer looked at: who comes second does not undo the first unseen. */
      seen?: number;
    };
  } & Moved;
  /** Danger that shows later; it is never taken away here. `side`: for staff, who is in danger; else the applicant. */
  'dispute.warn': { input: { id: string; danger: DangerAnswers; words: string; side?: Side } } & Moved;
  /** One proposes to take down a red colour or a danger, another agrees or not. */
  'dispute.proposeLower': { input: { id: string; colour: Colour; danger: DangerAnswers; reason: string } } & Moved;
  /** `seen`: the version in which the proposal was read; nobody agrees to another one unseen. */
  'dispute.lower': { input: { id: string; isAgreed: boolean; reason?: string; seen?: number } } & Moved;
  /** One side was spoken to, with nobody brought together; the applicant when none is named. */
  'dispute.contact': { input: { id: string; words: string; side?: Side } } & Moved;
  /** `personId` when the unit has an account here. */
  'dispute.transfer': { input: { id: string; unit: string; personId?: string; words: string } } & Moved;
  'dispute.acknowledge': { input: { id: string; receivedBy: string; words?: string } } & Moved;
  'dispute.return': { input: { id: string; reason: string } } & Moved;
  'dispute.decline': { input: { id: string; reason: string } } & Moved;
  /** The same thing was told of in `intoId`, in the same building. */
  'dispute.merge': { input: { id: string; intoId: string } } & Moved;

  /**
   * Makes the respondent's invitation, and counts as a try. `word` is what staff said on the phone or at the door.
   * The code is shown this once; an earlier one is void.
   */
  'dispute.makeInvitation': {
    input: { id: string; channel: 'share' | 'note'; word: string; respondent?: PersonInput };
    output: { code: string; expiresAt: number; dispute: DisputeSummary };
  };
  'dispute.revokeInvitation': { input: { id: string; reason: string } } & Moved;
  /** What an invitation shows before it is bound: no name and no fact. */
  'dispute.readInvitation': {
    input: { code: string };
    output: { state: 'open' | 'mine' | 'taken' | 'locked' | 'expired'; post: string; phone?: string; expiresAt?: number; triesLeft?: number; disputeId?: string };
  };
  /** Binds the caller to the case as its respondent. Five wrong words lock it. */
  'dispute.bindInvitation': { input: { code: string; word: string } } & Moved;
  /** 我愿意谈. */
  'dispute.consent': { input: { id: string; isRightsNoticeRead: boolean } } & Moved;
  'dispute.tell': { input: { id: string; words: string; photos?: string[]; voice?: string } } & Moved;
  'dispute.unreachable': { input: { id: string; words: string } } & Moved;
  /** One try to reach the respondent. */
  'dispute.invite': {
    input: { id: string; channel: Channel; isReached: boolean; words: string; respondent?: PersonInput };
  } & Moved;
  'dispute.correctRespondent': { input: { id: string; respondent: PersonInput; reason: string } } & Moved;
  /** Nobody owes a reason (人民调解法 第17条). */
  'dispute.refuse': { input: { id: string; side: Side; reason?: string } } & Moved;
  /**
   * `hasApplicantAgreed` where the applicant has to be asked too: the rest of a partial agreement. `heard`: a respondent
   * with an account says yes on the phone, or in a call of which the hour and the words are written down.
   */
  'dispute.accept': {
    input: { id: string; hasRespondentAgreed: boolean; hasApplicantAgreed?: boolean; isRightsNoticeRead: boolean; heard?: { at: number; words: string } };
  } & Moved;
  /** Everybody for whom somebody speaks, at most five of whom speak; `digest` of the text to which they agreed. */
  'dispute.group': { input: { id: string; side: Side; members: GroupMember[]; digest?: string } } & Moved;
  'dispute.formPanel': {
    input: { id: string; template: PanelTemplate; members: { post: PanelPost; name: string; personId?: string; hasNoConflict: boolean }[] };
  } & Moved;
  /** One line by each helper with an account: no interest of the own. A no leaves the panel. */
  'dispute.declare': { input: { id: string; hasNoConflict: boolean } } & Moved;
  'dispute.consentPanel': { input: { id: string; side: Side } } & Moved;
  /** For staff who ask others to help: those in office there, by the post that each can take. */
  'dispute.helpers': { input: { id: string }; output: { helpers: { personId: string; name: string; post: PanelPost }[] } };
  'dispute.assign': {
    input: { id: string; mediatorId: string };
  } & Moved;
  'dispute.cover': { input: { id: string; mediatorId: string; reason: string } } & Moved;
  /** The first time, the mediator also declares to have no interest of the own in the matter. */
  'dispute.schedule': { input: { id: string; startAt: number; room: string; hasNoConflict: boolean } } & Moved;
  /** `isGuardianTold` where a minor is a party on the security track (程序规定 第181条). */
  'dispute.sit': { input: { id: string; isSafe: boolean; isGuardianTold?: boolean } } & Moved;
  /** What was said, and when both meet again. `isReadBack`: read to both, who said yes; needed for what was photographed. */
  'dispute.adjourn': { input: { id: string; record: string; startAt: number; room: string; photos?: string[]; isReadBack?: boolean } } & Moved;
  /** What was said in a session after which nobody meets again. */
  'dispute.record': { input: { id: string; record: string; photos?: string[]; isReadBack: boolean } } & Moved;
  /** One party asks for more days; when both have, the clock moves. */
  'dispute.extend': { input: { id: string; side: Side; days: number } } & Moved;
  'dispute.note': { input: { id: string; words: string; isInternal: boolean; photos?: string[] } } & Moved;
  'dispute.draft': {
    input: {
      id: string; form: AgreementForm; facts: string; clauses: ClauseInput[]; unsettled?: string;
      disputed?: string; responsibility?: string; copies?: number;
      /** Needed on the security track (程序规定 第184条). */
      occurrence?: Occurrence;
      /** Handwriting that was typed up; then `isReadBack` must be true. */
      photos?: string[]; isReadBack?: boolean;
    };
  } & Moved;
  /** On the phone by the party; on paper or by word, recorded by the mediator. */
  'dispute.sign': {
    input: { id: string; digest: string; side: Side; how: 'phone' | 'paper' | 'spoken'; file?: string };
  } & Moved;
  /** Written ones hold from here: the mediator signs and the committee's seal is on it. */
  'dispute.seal': { input: { id: string; isSealed: boolean; file: string } } & Moved;
  /** Of the own promise with a photograph, and then the other side is asked; of the other's it is enough to say so. */
  'dispute.prove': { input: { id: string; clause: number; words: string; photos?: string[] } } & Moved;
  'dispute.default': { input: { id: string; clause: number; words: string } } & Moved;
  /** 督促 after a promise was broken (人民调解法 第31条). */
  'dispute.supervise': { input: { id: string; clause: number; words: string } } & Moved;
  /** One side asks the court to confirm; when both have, it is applied for. */
  'dispute.askConfirmation': { input: { id: string; side: Side; court: string } } & Moved;
  'dispute.recordConfirmation': { input: { id: string; outcome: Exclude<ConfirmationState, 'asked' | 'applied'>; number?: string; words?: string } } & Moved;
  /** Both were asked, and it goes on, or was closed before: day 7 and day 30. */
  'dispute.followUp': {
    input: { id: string; applicant: FollowUpAnswer; respondent: FollowUpAnswer; words: string };
  } & Moved;
  'dispute.close': {
    input: { id: string; applicant: FollowUpAnswer; respondent: FollowUpAnswer; words: string };
  } & Moved;
  /** 1–5; who says nothing is unrated. */
  'dispute.rate': { input: { id: string; score: number; words?: string } } & Moved;
  /** `side`: for whom staff put it down. */
  'dispute.contest': { input: { id: string; reason: string; side?: Side } } & Moved;
  'dispute.reopen': { input: { id: string; reason: string } } & Moved;
  /** What nobody disputes is noted only when both agree to that. */
  'dispute.fail': { input: { id: string; reason: string; undisputed?: string; haveBothAgreed?: boolean } } & Moved;
  'dispute.retry': { input: { id: string; areBothWilling: boolean; mediatorId?: string } } & Moved;
  /** 依法处理, where police mediated in vain (程序规定 第185条): the next step and its day, or that it was decided, and when. */
  'dispute.handOn': { input: { id: string; step: string; byDay: string; isDecided: boolean } } & Moved;
  /** The civil part as a case of its own; `side`: who was harmed. */
  'dispute.askDamages': { input: { id: string; side: Side; words: string } } & Moved;
  /** Both asked in writing for no punishment, as they came to terms and kept to it (第186条). */
  'dispute.recognize': {
    input: { id: string; by: TermsBy; terms: string; haveBothApplied: boolean; isPerformed: boolean; file: string; isRecognized: boolean; reason?: string };
  } & Moved;
  /** `isForApplicant`: staff put down the applicant's word. */
  'dispute.withdraw': { input: { id: string; reason?: string; isForApplicant?: boolean } } & Moved;

  'dispute.whistle': { input: { id: string; units: string[]; words: string } } & Moved;
  'dispute.answerWhistle': { input: { id: string; unit: string; words: string } } & Moved;
  'dispute.decide': { input: { id: string; what: string; who: string; byDay: string } } & Moved;
  'dispute.finishTask': { input: { id: string; task: number; words?: string } } & Moved;
  /** 催办: whoever has it is told so by name of the office. */
  'dispute.urge': { input: { id: string; words: string } } & Moved;

  'dispute.open': { input: { id: string }; output: DisputeView };
  /** The first page brings what hazards the reader has, newest first. */
  'dispute.listMine': { input: { after?: string }; output: DisputePage & { hazards?: HazardPage } };
  /** For who is about to tell of a nuisance: how many in the building did so of late; 0 when too few to stay unnamed. */
  'dispute.similarCount': { input: { buildingId: string; category: DisputeCategory }; output: { people: number; days: number } };
  /** The Wednesday meeting: yellow, red and overdue, with what was decided before. */
  'dispute.meeting': { input: { after?: string }; output: DisputePage & { day: string; decided: { id: string; tasks: TaskView[] }[] } };
  /** 所里看板, for leaders and officers. */
  'dispute.board': { input: { month?: string }; output: DisputeBoard };
  /** 要打的电话, of the own place, newest first. */
  'dispute.calls': { input: { after?: string }; output: { calls: CallToMake[]; next?: string; now: number } };
  /** The party was told all of these, or did not pick up. */
  'dispute.called': { input: { id: string; calls: string[]; isReached: boolean; words: string } } & Moved;
  /** `as` says for which of the own offices; without it, for the first. */
  'dispute.desk': { input: { desk: Desk; as?: GrantedRole; after?: string }; output: DisputePage };
  'dispute.mediators': { input: { id: string }; output: { mediators: MediatorChoice[] } };
  /** From that day on; without one, from today. */
  'dispute.calendar': {
    input: { from?: number; days: number; mediatorId?: string };
    output: { slots: SessionSlot[]; rooms: string[]; now: number };
  };
  /** A party's phone number in full, for those who must ring. Each look is logged. */
  'dispute.phone': { input: { id: string; side: Side }; output: { phone: string } };
}
