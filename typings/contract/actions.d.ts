/**
 * Every action of every feature, with what a person sends and what comes back.
 * A feature adds its own interface to `Actions`; nothing else here changes.
 */
import type { DisputeActions } from './dispute-actions';
import type { ErrorCode } from './errors';
import type { HazardActions } from './hazard';
import type { IdentityActions } from './identity';
import type { MediaActions } from './media';
import type { ChildcareActions } from './childcare-actions';
import type { PaperActions } from './papers';

export interface Actions extends ChildcareActions, IdentityActions, DisputeActions, HazardActions, MediaActions, PaperActions {}

export type ActionName = keyof Actions & string;
export type InputOf<A extends ActionName> = Actions[A]['input'];
export type OutputOf<A extends ActionName> = Actions[A]['output'];

/** `dispute.file` is answered by the cloud function `dispute`. */
export type FeatureName = ActionName extends `${infer F}.${string}` ? F : never;
export type ActionsOf<F extends FeatureName> = Extract<ActionName, `${F}.${string}`>;

export interface Request<A extends ActionName> {
  action: A;
  input: InputOf<A>;
  /** One id for one intention: a retry sends the same, and gets the first answer. */
  attemptId: string;
}

export interface Failure {
  code: ErrorCode;
  /** A plain Chinese sentence for the person. */
  message: string;
  /** What is wrong with which field, as `{ 'applicant.phone': '…' }`. */
  details?: Record<string, string>;
  /** The article of law behind a refusal, as `人民调解法 第17条`. */
  basis?: string;
}

export type Reply<Output> = { ok: true; data: Output } | { ok: false; error: Failure };
