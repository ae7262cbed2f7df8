/** 隐患 hazards: what a person sends and what comes back. Times are epoch milliseconds, days are `2026-03-10`. */
import type { NextStep } from './dispute';
import type { GrantedRole } from './identity';
import type { MediaView } from './media';

export type HazardState = 'found' | 'advised' | 'ordered' | 'rectifying' | 'recheck' | 'closed' | 'escalated' | 'dismissed';

export type HazardMove =
  | 'find'
  | 'advise'
  | 'order'
  | 'dismiss'
  /** Whoever has to put it right is asked in, comes in, or is shut out again. */
  | 'invite'
  | 'bind'
  | 'revokeInvitation'
  | 'rectify'
  | 'present'
  | 'recheck'
  | 'close'
  | 'sendBack'
  | 'escalate'
  | 'link'
  | 'remind';

/** What a person is to a hazard. `system` is the clock. */
export type HazardRole =
  | 'finder'
  /** Was with the finder. */
  | 'companion'
  /** Has to put it right. */
  | 'responsible'
  | 'officer'
  | 'auxiliary'
  | 'leader'
  | 'gridWorker'
  | 'volunteer'
  /** Somebody in office who neither found it nor was there, told nobody to put it right, and did not record that it was. */
  | 'rechecker'
  | 'system';

export type ChecklistName = 'shop' | 'charging' | 'corridor' | 'basement' | 'gas' | 'other';
export type HazardItemState = 'open' | 'rectified' | 'passed';
export type HazardDesk = 'fresh' | 'active' | 'recheck' | 'overdue' | 'done';

export interface HazardSummary {
  id: string;
  /** The spoken number, such as `喜鹊27`. */
  number: string;
  version: number;
  state: HazardState;
  checklist: ChecklistName;
  /** `桐花苑 3号楼`, with the door. */
  place: string;
  /** What was found, item by item. */
  excerpt: string;
  /** Somebody's life was in danger when it was told. */
  hasDanger: boolean;
  openedAt: number;
  next?: NextStep;
  /** What this person is to it. */
  relations: HazardRole[];
  /** What this person may do now. */
  moves: HazardMove[];
}

export interface HazardItemView {
  key: string;
  what: string;
  /** How one sees whether it is right. */
  judge: string;
  state: HazardItemState;
  /** The last day; nothing before anybody was told. */
  byDay?: string;
  failures: number;
}

/** One line of the story, newest first. */
export interface HazardLine {
  version: number;
  move: HazardMove;
  at: number;
  /** `沈警官`, `您`, `警务室`. */
  who: string;
  words?: string;
}

/** A hazard that a dispute goes with, or the other way round: `id` where the reader may open it. */
export interface LinkedCase {
  number: string;
  id?: string;
}

export interface HazardView extends HazardSummary {
  now: number;
  /** What the finder wrote; never for whoever is responsible. */
  story: string;
  items: HazardItemView[];
  responsible?: { name: string; isMe: boolean };
  /** For staff alone. */
  finder?: { name: string; companion?: string };
  /** For staff: the invitation of whoever has to put it right. */
  invitation?: { expiresAt: number; isBound: boolean };
  /** For staff, while a recheck is due: whom one may ask. */
  recheckers?: string[];
  /** How it looked when it was found, and how when it was checked last: the next photo is taken from there. */
  before: MediaView[];
  rectified: MediaView[];
  rechecked: MediaView[];
  department?: string;
  dispute?: LinkedCase;
  /** A promise that was not kept, said before everything else. */
  brokenPromise?: string;
  lines: HazardLine[];
}

/** A list is cut by (time, id): `next` goes back as `after`. */
export interface HazardPage {
  hazards: HazardSummary[];
  next?: string;
  now: number;
}

export interface HazardReport {
  checklist: ChecklistName;
  /** Keys of the checklist's items. */
  items: string[];
  story?: string;
  buildingId: string;
  door?: string;
  /** Fire, a smell of gas, something about to fall. */
  isDangerNow: boolean;
  photos?: string[];
  /** Who has to put it right, as far as the finder knows. */
  responsible?: { name: string };
  /** What was said to them on the spot: then it is advised at once. */
  advice?: string;
  /** Somebody in office who was there too, and so will not recheck it. */
  companionId?: string;
}

export interface ItemDeadline {
  key: string;
  byDay: string;
}

export interface ItemResult {
  key: string;
  isPassed: boolean;
  /** For what did not pass: the new last day. */
  byDay?: string;
}

type Moved = { output: HazardSummary };

export interface HazardActions {
  'hazard.report': { input: HazardReport } & Moved;
  'hazard.advise': { input: { id: string; responsible: { name: string }; words: string; photos?: string[] } } & Moved;
  'hazard.order': {
    input: { id: string; responsible: { name: string }; items: ItemDeadline[]; words?: string; photos?: string[] };
  } & Moved;
  'hazard.dismiss': { input: { id: string; reason: string } } & Moved;
  'hazard.rectify': { input: { id: string; items: string[]; words: string; photos: string[] } } & Moved;
  'hazard.recheck': { input: { id: string; results: ItemResult[]; words?: string; photos: string[] } } & Moved;
  'hazard.escalate': { input: { id: string; department: string; reason: string } } & Moved;
  /**
   * Makes the invitation of whoever has to put it right. `word` is what staff said on the phone or at the door.
   * The code is shown this once; an earlier one is void.
   */
  'hazard.makeInvitation': { input: { id: string; word: string }; output: { code: string; expiresAt: number; hazard: HazardSummary } };
  /** Whoever has come in with it is out again. */
  'hazard.revokeInvitation': { input: { id: string; reason: string } } & Moved;
  /** What an invitation shows before it is bound: no name and no fact. */
  'hazard.readInvitation': {
    input: { code: string };
    output: { state: 'open' | 'mine' | 'taken' | 'locked' | 'expired'; post: string; phone?: string; expiresAt?: number; triesLeft?: number; hazardId?: string };
  };
  /** Binds the caller to the hazard as whoever has to put it right. Five wrong words lock it. */
  'hazard.bindInvitation': { input: { code: string; word: string } } & Moved;
  'hazard.link': { input: { id: string; disputeNumber: string } } & Moved;

  'hazard.open': { input: { id: string }; output: HazardView };
  'hazard.listMine': { input: { after?: string }; output: HazardPage };
  /** `as` says for which of the own offices; without it, for the first. */
  'hazard.desk': { input: { desk: HazardDesk; as?: GrantedRole; after?: string }; output: HazardPage };
  /** Who else is in office there, for 和谁一起看的. */
  'hazard.colleagues': { input: { buildingId: string }; output: { people: { id: string; name: string }[] } };
}
