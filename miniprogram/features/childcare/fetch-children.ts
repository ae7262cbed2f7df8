/** The own children and their visits, as the cloud says it or as it was said last; the codes that they need come along. */
import type { OutputOf } from '../../../typings/contract/actions';
import { call } from '../../platform/call';
import { askOrLast, lastKnown, type Known } from '../../platform/last-known';
import { keepSecrets } from '../../platform/pickup-secrets';

export type Children = OutputOf<'childcare.children'>;

/** For a page that only needs to know which children there are: from the phone when it knows, so that nothing is waited for. Throws a `CallError`. */
export async function knownChildren(): Promise<Children> {
  return lastKnown<Children>('children') ?? (await fetchChildren()).known;
}

/** What is kept on the phone has no note about health and no telephone in it. Throws a `CallError`. */
export async function fetchChildren(): Promise<Known<Children>> {
  const answer = await askOrLast('children', () => call('childcare.children', {}), withoutPrivate);
  if (answer.asOf === '') void keepSecrets(answer.known.visits, answer.known.now);
  return answer;
}

function withoutPrivate({ children, visits, now }: Children): Children | undefined {
  if (children.length === 0) return undefined;
  const kept = children.map(({ allergy: _note, guardians, persons, ...child }) => ({
    ...child,
    guardians: guardians.map(({ phone: _phone, ...guardian }) => guardian),
    persons: persons.map(({ phone: _phone, ...person }) => person),
  }));
  return { children: kept, visits, now };
}
