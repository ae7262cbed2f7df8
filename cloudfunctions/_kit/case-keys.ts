/** The fields that cases are found by. */
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import type { Colour, Desk } from '../../typings/contract/dispute';
import type { VisitState } from '../../typings/contract/childcare-words';
import type { HazardDesk } from '../../typings/contract/hazard';

/** What a dispute is found by, over and above what every case has. Order keys are made by `orderKey`. */
export interface DisputeKeys {
  readonly number: string;
  readonly community: string;
  readonly building: string;
  readonly category: DisputeFacts['category'];
  /** Parties and agent. */
  readonly people: readonly string[];
  /** Every place that it lies in. */
  readonly places: readonly string[];
  readonly mediator: string;
  readonly desk: Desk;
  readonly colour: Colour | 'none';
  readonly isOpen: boolean;
  readonly openedKey: string;
  /** By when the next step is due; what nobody waits for sorts last. */
  readonly dueKey: string;
  /** The same, but whoever is in danger comes first. */
  readonly urgentKey: string;
  /** When a clock next wants attention; far in the future when none does. */
  readonly tickKey: string;
  /** When it last moved. */
  readonly changedKey: string;
}

/** What a hazard is found by. */
export interface HazardKeys {
  readonly number: string;
  readonly community: string;
  /** Who found it, who was there, and who has to put it right. */
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly desk: HazardDesk;
  readonly isOpen: boolean;
  /** The dispute that it goes with; empty when none does. */
  readonly disputeId: string;
  readonly openedKey: string;
  readonly dueKey: string;
  readonly tickKey: string;
}

/** What a child's record is found by. */
export interface ChildKeys {
  /** Guardians with an account. */
  readonly people: readonly string[];
  /** Of a child at the door whose guardian has not come in; empty otherwise. */
  readonly walkInPhone: string;
  readonly joinedKey: string;
  /** When something of it is to be deleted. */
  readonly goneKey: string;
}

/** What a childcare visit is found by. */
export interface VisitKeys {
  readonly people: readonly string[];
  readonly childId: string;
  readonly postId: string;
  readonly isOpen: boolean;
  readonly stands: VisitState;
  /** By the time at which it begins. */
  readonly startKey: string;
  readonly tickKey: string;
  /** When it is deleted. */
  readonly goneKey: string;
}
