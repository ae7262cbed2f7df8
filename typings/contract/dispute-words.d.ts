/** 纠纷 disputes: the closed lists of words. */

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
  /** 当场调解 by police of a minor act (程序规定 第178条). */
  | 'settleByPolice'
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
  /** An invitation for a respondent who said yes by telephone: from now on on the own phone. */
  | 'letIn'
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
  /** Whoever promised says to have kept it; the other side has yet to say that it is so. */
  | 'claim'
  | 'prove'
  | 'default'
  /** The last day of a promise went by, and nobody said yet how it went. */
  | 'dueDay'
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
  /** 依法处理: the next step that police take where mediation came to nothing (程序规定 第185条). */
  | 'handOn'
  | 'recordDecision'
  /** The person harmed asks for mediation of the damages alone (第185条). */
  | 'askDamages'
  /** Both came to terms elsewhere and kept to it: no punishment, or not so (第186条). */
  | 'recognize'
  | 'notRecognize'
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
  /** The same before saying to have no interest of the own: knows of whom it is, and no more. */
  | 'askedHelper'
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
export type PanelTemplate = 'threePlusN' | 'fivePlus' | 'threeOfficersOneTeacher' | 'threeStationsOneCourt' | 'experts' | 'acquaintances' | 'together';
export type PanelPost = 'leader' | 'officer' | 'auxiliary' | 'lawyer' | 'property' | 'gridHead' | 'gridWorker' | 'prosecutor' | 'judge' | 'justiceOffice' | 'expert' | 'department' | 'acquaintance' | 'mediator';

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

/** When, where, why and how an act took place: what the police's agreement says beside its course (第184条). */
export interface Occurrence {
  at: number;
  place: string;
  /** 起因. */
  cause: string;
  /** 情节. */
  circumstances: string;
  /** 结果. */
  result: string;
}
/** How they came to terms (第186条): through people's mediation, or by themselves. */
export type TermsBy = 'people' | 'themselves';
/** What stays of 当场调解: the signed paper, or the recording that shows it all (第178条). */
export type SpotProof = 'paper' | 'recording';

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
