/** The roster for a phone without a network: who may take whom, each line signed by the server for two hours. */
import { timingSafeEqual } from 'node:crypto';
import { mayFetch } from '../../miniprogram/domain/childcare/guards';
import type { ChildDocument } from '../_kit/care-documents';
import { blindIndex } from '../_kit/vault';

interface Line {
  readonly visitId: string;
  readonly personId: string;
}

export function signatureOf({ visitId, personId }: Line): string {
  return blindIndex('offline roster', `${visitId}:${personId}`);
}

export function isSigned(line: Line, signature: string): boolean {
  const own = Buffer.from(signatureOf(line));
  const shown = Buffer.from(signature);
  return own.length === shown.length && timingSafeEqual(own, shown);
}

/** Persons who may take a child at this moment, each with a signature for this visit. */
export function offlineLines(visitId: string, { facts }: ChildDocument, now: number): { personId: string; name: string; signature: string }[] {
  const people = [...facts.guardians.flatMap(({ id, name }) => (id === undefined ? [] : [{ personId: id, name }])), ...facts.persons.map(({ id, name }) => ({ personId: id, name }))];
  return people.filter(({ personId }) => mayFetch(facts, personId, now) === undefined).map((person) => ({ ...person, signature: signatureOf({ visitId, ...person }) }));
}
