/** Who takes part in generated stories: the test community, and a unit with an account. */
import { personIdOf } from '../../../cloudfunctions/_kit/vault';
import { COMMUNITY, type Community, type Name } from '../../support/community';
import { newcomer } from '../../support/dispute-spec';
import type { Person } from '../../support/local-cloud';

export type Actor = Name | 'partner';

export const actors = [
  'resident', 'neighbour', 'officer', 'officer2', 'auxiliary', 'leader', 'mediator', 'mediator2', 'gridWorker', 'otherGridWorker', 'volunteer', 'admin', 'stranger', 'partner',
] as const satisfies readonly Actor[];

const openidOf = (actor: Actor) => `demo-${actor}`;

export function personOf({ cloud }: Community, actor: Actor): Person {
  return cloud.as(openidOf(actor));
}

export function idOf(actor: Actor): string {
  return personIdOf(openidOf(actor));
}

/** The unit to which a dispute may be passed, and which may help. */
export async function joinPartner(community: Community): Promise<void> {
  await newcomer(community, openidOf('partner'), '物业的人', { role: 'partner', scopeId: COMMUNITY });
}
