/**
 * The chain over a case's events: each carries the seal of the one before, so that a change shows. A seal is a keyed
 * hash, so that a whole chain cannot be written anew without the key. It detects a rewrite; it cannot prevent one.
 */
import { createHash } from 'node:crypto';
import type { CaseTypes } from '../../miniprogram/domain/case/transition';
import type { CaseDocument, CaseEvent } from './collections';
import { auditMac } from './vault';

/** What the first event of a case follows. */
export const BEGINNING = '';

/** Adds the seal, which covers every field but the words themselves: those can be erased, their digest stays. */
export function sealed(event: Omit<CaseEvent, 'seal'>): CaseEvent {
  return { ...event, seal: sealOf(event) };
}

/**
 * Every sentence is a way in which the case or its history is not what was written. Events in any order; none = sound.
 * `keys` are what the case is to be found by, for whoever can make them: a case must not hide from its desk.
 */
export function findTampering(theCase: CaseDocument<CaseTypes>, events: readonly CaseEvent[], keys: object = {}): string[] {
  const inOrder = [...events].sort((a, b) => a.version - b.version);
  const faults: string[] = [];
  let previous = BEGINNING;
  for (const [position, event] of inOrder.entries()) {
    if (event.version !== position + 1) faults.push(`event ${event._id} is not number ${position + 1}`);
    if (event.previous !== previous) faults.push(`event ${event._id} does not follow the one before`);
    if (event.seal !== sealOf(event)) faults.push(`event ${event._id} was changed`);
    if (event.words !== undefined && event.wordsDigest !== saltedDigest(theCase.salt, event.words)) faults.push(`the words of event ${event._id} were changed`);
    previous = event.seal;
  }
  return [...faults, ...findMismatch(theCase, inOrder), ...findHidden(theCase, keys)];
}

function findMismatch(theCase: CaseDocument<CaseTypes>, inOrder: readonly CaseEvent[]): string[] {
  const [first, newest] = [inOrder[0], inOrder.at(-1)];
  const faults: string[] = [];
  if (theCase.version !== inOrder.length) faults.push(`the case says ${theCase.version} events, there are ${inOrder.length}`);
  if (theCase.head !== newest?.seal) faults.push('the case does not end with its newest event');
  if (theCase.openedBy !== first?.by || theCase.openedAt !== first.at) faults.push('the case was not opened by whom, or when, it says');
  if (theCase.changedAt !== newest?.at) faults.push('the case was not last changed when it says');
  if (theCase.state !== newest?.to) faults.push('the case is not in the state of its newest event');
  if (saltedDigest(theCase.salt, theCase.facts) !== newest?.factsDigest) faults.push('the facts are not those of the newest event');
  return faults;
}

function findHidden(theCase: object, keys: object): string[] {
  const stored = new Map(Object.entries(theCase));
  const wrong = Object.entries(keys).filter(([field, value]) => digest(stored.get(field) ?? null) !== digest(value));
  return wrong.map(([field]) => `the case is found by another ${field} than its own`);
}

/** Sha-256 of JSON with sorted keys: the database does not keep their order. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** A digest that nobody can find again by guessing the text. */
export function saltedDigest(salt: string, value: unknown): string {
  return digest([salt, value]);
}

function sealOf(event: Omit<CaseEvent, 'seal'>): string {
  const { words: _erasable, seal: _old, ...content } = event as CaseEvent;
  return auditMac(canonicalJson(content));
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sortKeys(inner) : inner));
}

function sortKeys(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
