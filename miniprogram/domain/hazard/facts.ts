/** 隐患 hazards: what is known of one, whatever state it is in. Kept by the server. */
import type { ChecklistName, HazardItemState, HazardMove, HazardRole, HazardState } from '../../../typings/contract/hazard';
import type { DisputePlace } from '../dispute/facts';

export interface HazardItem {
  readonly key: string;
  readonly state: HazardItemState;
  /** The last day, as `2026-03-10`; nothing before anybody was told. */
  readonly byDay?: string;
  /** How often a recheck found it not right. */
  readonly failures: number;
}

export interface HazardFacts {
  /** The spoken number, such as `喜鹊27`. */
  readonly number: string;
  readonly checklist: ChecklistName;
  readonly items: readonly HazardItem[];
  readonly story: string;
  readonly place: DisputePlace;
  readonly isDangerNow: boolean;
  readonly finder: { readonly id: string; readonly name: string };
  readonly companion?: { readonly id: string; readonly name: string };
  /** Who has to put it right; `id` when they have an account. */
  readonly responsible?: { readonly id?: string; readonly name: string };
  /** The invitation that is out, or was accepted; `letterId` is the keyed hash of its code. */
  readonly invitation?: { readonly letterId: string; readonly expiresAt: number };
  /** Everybody who advised or ordered. */
  readonly toldBy: readonly string[];
  /** Everybody who wrote down, or said, that something was put right. */
  readonly recordedBy: readonly string[];
  readonly isOrdered: boolean;
  /** Photos: as it was found, what the staff added when they told, what was done, and the rechecks, the newest last. */
  readonly photos: readonly string[];
  readonly staffPhotos: readonly string[];
  readonly rectified: readonly string[];
  readonly rechecked: readonly string[];
  readonly department?: string;
  readonly disputeId?: string;
}

/** The times that were promised. */
export type HazardClock = 'look' | 'rectify' | 'recheck';

export interface HazardCase {
  state: HazardState;
  move: HazardMove;
  role: HazardRole;
  clock: HazardClock;
  facts: HazardFacts;
}
