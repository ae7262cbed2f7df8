/** 治安调解 the security track: what is known of it beside what every dispute holds. */
import type { Occurrence, SecurityInput, SpotProof, TermsBy } from '../../../typings/contract/dispute';

/** 当场调解 (程序规定 第178条): what was agreed and done at once, and what shows it. */
export interface SpotSettlement {
  readonly course: string;
  readonly occurrence: Occurrence;
  readonly terms: string;
  readonly isClear: boolean;
  readonly isLossUndisputed: boolean;
  readonly isPerformed: boolean;
  readonly proof: SpotProof;
  /** The photograph of the signed paper. */
  readonly file?: string;
  /** Where the recording is kept. */
  readonly recording?: string;
}

/** 依法处理 where mediation came to nothing (第185条). */
export interface Handling {
  readonly step: string;
  readonly byDay: string;
  /** A decision was made: nothing is mediated or recognized any more. */
  readonly decidedOn?: string;
}

/** Both came to terms elsewhere, and asked in writing for no punishment (第186条). */
export interface Settlement {
  readonly by: TermsBy;
  readonly terms: string;
  readonly haveBothApplied: boolean;
  readonly isPerformed: boolean;
  readonly isRecognized: boolean;
  readonly at: number;
  /** The photograph of what both signed. */
  readonly file: string;
}

/** Nothing of it on the other tracks, but for what was begun on this one. */
export interface KnownToPolice {
  readonly security?: SecurityInput;
  readonly spot?: SpotSettlement;
  readonly handling?: Handling;
  readonly settlement?: Settlement;
}
