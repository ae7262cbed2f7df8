/** 托管 childcare: posts, the queue of each bookable time, and who is there now. */
import type { ChildCase, VisitCase } from '../../miniprogram/domain/childcare/facts';
import type { ChildKeys, VisitKeys } from './case-keys';
import type { CaseDocument, Stored } from './collections';

export type ChildDocument = CaseDocument<ChildCase> & ChildKeys;
export type VisitDocument = CaseDocument<VisitCase> & VisitKeys;

export interface CarePostDocument extends Stored {
  readonly name: string;
  readonly address: string;
  readonly placeId: string;
  /** Every place that it lies in, the station first. */
  readonly path: readonly string[];
  readonly community: string;
  readonly areaM2: number;
  readonly seats: number;
  readonly times: readonly { readonly fromMinute: number; readonly untilMinute: number }[];
  readonly weekdays: readonly number[];
  readonly key: string;
}

/** One child in the queue of a time, in the order of the one atomic update that put it there. */
export interface SlotEntry {
  readonly visitId: string;
  readonly childId: string;
  readonly by: string;
  /** The child's guardians, who see it as theirs. */
  readonly people: readonly string[];
  readonly at: number;
  /** `seated` and `offered` have a seat; who let an offer pass waits for the next seat, not for this one. */
  readonly state: 'seated' | 'waiting' | 'offered' | 'passed';
  readonly until?: number;
}

/** One bookable time at one post; `_id` is `<post>:<start>`. Visits are derived from it, and repaired when a crash left one unmade. */
export interface CareSlotDocument extends Stored {
  readonly postId: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly bookable: number;
  readonly free: number;
  readonly entries: readonly SlotEntry[];
  readonly rev: number;
  /** It has changed since its visits were last compared with it. */
  readonly isDirty: boolean;
  readonly key: string;
}

/** Who is at a post now. Both are written by whatever relies on them: a check-in and a leaving carer cannot both go through. */
export interface CareRoster extends Stored {
  /** As the post has them, so that a home finds its 托管灯 with one read. */
  readonly name: string;
  readonly path: readonly string[];
  readonly areaM2: number;
  readonly seats: number;
  readonly key: string;
  readonly carers: readonly { readonly id: string; readonly name: string; readonly since: number }[];
  readonly present: readonly { readonly visitId: string; readonly childId: string; readonly age: number; readonly endAt: number }[];
  /** An officer goes for them, or has them: they come here, and their room is kept against another errand. */
  readonly underWay?: readonly { readonly visitId: string; readonly age: number; readonly endAt: number }[];
  /** Since when the longest shift lasts: it ends with its day. */
  readonly shiftKey: string;
  /** Whose record was looked up, and when. */
  readonly vetted?: readonly { readonly id: string; readonly by: string; readonly at: number }[];
  readonly rev: number;
}

/** What is left of visits whose record is gone: how many of a post's month came to which end. `_id` is `<post>:<month>`. */
export interface CareCount extends Stored {
  readonly postId: string;
  readonly month: string;
  readonly ends: Readonly<Record<string, number>>;
}

/** What the timer deleted on one day, by kind. `_id` is the day. */
export interface RetentionDay extends Stored {
  readonly at: number;
  readonly gone: Readonly<Record<string, number>>;
}

/** A pickup code that was used, or a claim that was told: once is enough. */
export interface UsedCode extends Stored {
  readonly at: number;
}
