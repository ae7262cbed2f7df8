/** 文书 papers: who makes them, and who may read which. */
import type { DisputeRole } from '../../../typings/contract/dispute';
import type { PaperKind } from '../../../typings/contract/papers';

/** Those who make papers: they have the case, and answer for what it says. */
const makers: readonly DisputeRole[] = ['officer', 'auxiliary', 'mediator', 'leader'];

/** What a party may read: never records, notes, or what names more of the other side than their agreement does. */
const forParties: Readonly<Partial<Record<PaperKind, readonly DisputeRole[]>>> = {
  intake: ['applicant'],
  rights: ['applicant', 'respondent'],
  agreement: ['applicant', 'respondent'],
  oral: ['applicant', 'respondent'],
  security: ['applicant', 'respondent'],
  confirmation: ['applicant', 'respondent'],
};

export function mayMake(relations: readonly DisputeRole[]): boolean {
  return relations.some((relation) => makers.includes(relation));
}

export function mayRead(kind: PaperKind, relations: readonly DisputeRole[]): boolean {
  return mayMake(relations) || relations.some((relation) => forParties[kind]?.includes(relation));
}

/** Whoever makes papers, and both parties: the story shows them the way. */
export function hasPapers(relations: readonly DisputeRole[]): boolean {
  return mayMake(relations) || relations.includes('applicant') || relations.includes('respondent');
}
