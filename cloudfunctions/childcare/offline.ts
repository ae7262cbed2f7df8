/** The roster for a phone without a network: who may take whom, each line signed by the server for two hours. */
import { timingSafeEqual } from 'node:crypto';
import { mayFetch } from '../../miniprogram/domain/childcare/guards';
import { minutes, offlineMinutes } from '../../miniprogram/domain/childcare/policy';
import type { ChildDocument } from '../_kit/care-documents';
import { blindIndex } from '../_kit/vault';

interface Line {
  readonly visitId: string;
  readonly personId: string;
}

/** The end of its time stands in front, and is signed with it. */
export function signatureOf({ visitId, personId }: Line, validUntil: number): string {
  return `${validUntil}.${blindIndex('offline roster', `${visitId}:${personId}:${validUntil}`)}`;
}

/** Until when the line was good; nothing for one that the server did not sign. */
export function validityOf(line: Line, signature: string): number | undefined {
  const validUntil = Number(signature.split('.', 1)[0]);
  const own = Buffer.from(signatureOf(line, validUntil));
  const shown = Buffer.from(signature);
  return own.length === shown.length && timingSafeEqual(own, shown) ? validUntil : undefined;
}

/** Persons who may take a child at this moment, each with a signature for this visit. */
export function offlineLines(visitId: string, { facts }: ChildDocument, now: number): { personId: string; name: string; signature: string }[] {
  const people = [...facts.guardians.flatMap(({ id, name }) => (id === undefined ? [] : [{ personId: id, name }])), ...facts.persons.map(({ id, name }) => ({ personId: id, name }))];
  return people.filter(({ personId }) => mayFetch(facts, personId, now) === undefined).map((person) => ({ ...person, signature: signatureOf({ visitId, ...person }, now + minutes(offlineMinutes)) }));
}
