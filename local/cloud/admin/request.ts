/** What the SDK sends to `/admin`, read carefully: every field is checked before it is used. */
import { invalidParameter } from '../errors';
import type { Work } from '../types';

export interface AdminRequest {
  readonly requestId: string;
  readonly body: Record<string, unknown>;
  /** Where this server is reached, for addresses of files. */
  readonly origin: string;
  /** The function call that sends it. */
  readonly invocation: string | undefined;
  /** When the SDK sent it, in real epoch ms. */
  readonly sentAt: number;
  /** What it cost; an action fills it in. */
  work: Work;
}

export type Answer = Record<string, unknown>;

export type AdminAction = (request: AdminRequest) => Answer | Promise<Answer>;

/** A field that must be a text with something in it. */
export function textField(request: AdminRequest, name: string): string {
  const value = request.body[name];
  if (typeof value !== 'string' || value === '') throw invalidParameter(`${String(request.body.action)}: ${name} must be a text`);
  return value;
}

export function optionalText(request: AdminRequest, name: string): string | undefined {
  const value = request.body[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalidParameter(`${String(request.body.action)}: ${name} must be a text`);
  return value;
}

/** A whole number from 0; `missing` when the field is absent. */
export function countField(request: AdminRequest, name: string, missing: number): number {
  const value = request.body[name] ?? missing;
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw invalidParameter(`${String(request.body.action)}: ${name} must be a whole number`);
  return value as number;
}

export function listField(request: AdminRequest, name: string): unknown[] {
  const value = request.body[name];
  if (!Array.isArray(value)) throw invalidParameter(`${String(request.body.action)}: ${name} must be a list`);
  return value;
}
