/** 托管 childcare: what a person sends and what comes back. Times are epoch milliseconds; a minute of a day is counted from midnight at the post. */
import type { NextStep } from './dispute';
import type { Activity, ChildRole, Kinship, PickupProof, RatioLight, VisitMove, VisitRole, VisitState } from './childcare-words';
import type { MediaView } from './media';

export type * from './childcare-words';

export interface CarePost {
  id: string;
  name: string;
  placeId: string;
  address: string;
  /** Times of a day that can be booked, such as 15:40–17:00. */
  times: { fromMinute: number; untilMinute: number }[];
  /** 1 is Monday. */
  weekdays: number[];
  areaM2: number;
  seats: number;
  bookable: number;
}

/** One bookable time at one post. */
export interface CareSlot {
  postId: string;
  startAt: number;
  endAt: number;
  bookable: number;
  booked: number;
  waiting: number;
  /** Own children in it. */
  mine: { childId: string; visitId: string; state: VisitState }[];
}

export interface PickupPersonView {
  id: string;
  name: string;
  kinship: Kinship;
  phone?: string;
  /** From when on; later than now while it still waits. */
  from: number;
  isToday: boolean;
  /** Not yet: neither has the time come nor has the post rung back. */
  isWaiting?: boolean;
}

/** A child as a guardian or the post sees it; each field only for who may read it. */
export interface ChildView {
  id: string;
  nickname: string;
  /** `2019-05`. */
  birthMonth: string;
  age: number;
  school: string;
  className?: string;
  /** Opened for guardians, and for carers while the child is at the post; each read by staff is logged. */
  allergy?: string;
  hasAllergy: boolean;
  guardians: { id?: string; name: string; kinship: Kinship; isMe: boolean; phone?: string }[];
  persons: PickupPersonView[];
  /** For staff alone. */
  barred?: { id: string; name: string; reason: string }[];
  consent?: { version: string; at: number };
  hasFamilyWord: boolean;
  hasCard: boolean;
  /** What is still needed before the first check-in, in words. */
  lacking: string[];
  relations: ChildRole[];
}

export interface VisitSummary {
  id: string;
  childId: string;
  nickname: string;
  postId: string;
  post: string;
  state: VisitState;
  version: number;
  startAt: number;
  endAt: number;
  /** `第2位` while waiting. */
  position?: number;
  offeredUntil?: number;
  checkedInAt?: number;
  /** Who has the child now: `尹阿姨`, `外婆`. */
  withWhom?: string;
  lateSince?: number;
  next?: NextStep;
  relations: VisitRole[];
  moves: VisitMove[];
}

export interface VisitLine {
  version: number;
  move: VisitMove;
  at: number;
  who: string;
  words?: string;
}

export interface VisitView extends VisitSummary {
  now: number;
  /** `guardians` for staff alone: the door asks who of them it is. */
  child: Pick<ChildView, 'nickname' | 'age' | 'school' | 'hasAllergy' | 'persons' | 'hasFamilyWord'> & { guardians?: ChildView['guardians'] };
  activities: { activity: Activity; at: number; by: string }[];
  asked?: { name: string; proof: PickupProof; at: number; problem?: string };
  fetch?: { school: string; teacher: string; reason: string; officer?: string; isMine: boolean; isConfirmedByTeacher: boolean };
  /** For staff: what a first officer proposed, and what was done without a network. */
  exception?: { name: string; by: string; isMine: boolean };
  claim?: { name: string; by: string; at: number; isMine: boolean };
  walkInConsentDue?: number;
  handover?: MediaView;
  lines: VisitLine[];
}

/** For the guardian's phone: codes are made from it without a network. */
export interface PickupSecret {
  visitId: string;
  /** Base64 of 32 bytes; gone when the visit ends. */
  secret: string;
  issuedAt: number;
}

/** 到站名册: who is here, who is to come, and whether there are enough adults. */
export interface RosterBoard {
  now: number;
  postId: string;
  post: string;
  capacity: number;
  present: number;
  light: RatioLight;
  /** What is lacking, in words. */
  warning?: string;
  carers: { id: string; name: string; isMe: boolean }[];
  /** The reader may be on duty here; and may take in who came without a booking. */
  mayShift: boolean;
  mayWalkIn: boolean;
  /** Those who are here or to come, by their time; then those who went home today. */
  children: RosterChild[];
  /** For carers whose phone loses the network: who may take whom. */
  offline?: { validUntil: number; lines: OfflineLine[] };
}

/** One person who may take one child, signed for this visit alone. */
export interface OfflineLine {
  visitId: string;
  personId: string;
  name: string;
  signature: string;
}

/** Somebody of the staff, and until when the look into the record counts. */
export interface VettedAdult {
  id: string;
  name: string;
  vettedUntil?: number;
}

export interface RosterChild {
  visitId: string;
  childId: string;
  nickname: string;
  age: number;
  state: VisitState;
  startAt: number;
  endAt: number;
  hasAllergy: boolean;
  /** Past the beginning for who is to come, past the end for who is here. */
  lateMinutes: number;
  /** Who stands at the door, has the child now, or is to fetch it: `外婆`, `沈警官`. */
  withWhom?: string;
  /** Came without a booking: until when the guardian's own consent is due. */
  consentDue?: number;
  /** When the child went home. */
  endedAt?: number;
  /** Rungs of a ladder that are due to somebody: `给家长打电话`. */
  todo?: string;
  moves: VisitMove[];
  version: number;
}

/** 托管灯: how a post stands now, on a home. */
export interface PostGlance {
  id: string;
  name: string;
  light: RatioLight;
  present: number;
  capacity: number;
  carers: number;
  /** Here past the end of their time. */
  late: number;
  /** For carers: expected today, and not here yet. */
  missing?: number;
}

export interface WeekGap {
  childId: string;
  nickname: string;
  /** `2026-03-03`. */
  day: string;
  postId: string;
  startAt: number;
  free: number;
}
