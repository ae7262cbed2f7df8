/** Who may help a mediator, of those in office there. */
import type { PanelPost } from '../../typings/contract/dispute';
import type { GrantedRole } from '../../typings/contract/identity';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import type { Roster } from '../_kit/collections';
import { inOfficeOver } from '../_kit/staff';
import { isInvolved } from './mediators';

/** Which office takes which posts; who has no account here is put down by name. A partner is whatever its unit is. */
const posts: readonly { readonly role: GrantedRole; readonly posts: readonly PanelPost[] }[] = [
  { role: 'leader', posts: ['leader'] },
  { role: 'officer', posts: ['officer'] },
  { role: 'auxiliary', posts: ['auxiliary'] },
  { role: 'gridWorker', posts: ['gridWorker'] },
  { role: 'mediator', posts: ['mediator'] },
  { role: 'partner', posts: ['lawyer', 'property', 'gridHead', 'prosecutor', 'judge', 'justiceOffice', 'expert', 'department'] },
];

export interface Helper {
  personId: string;
  name: string;
  post: PanelPost;
}

/** Each with the posts that the own offices fit; no party helps in the own case. */
export function helpersFor(roster: Roster, facts: DisputeFacts, now: number): Helper[] {
  return posts.flatMap(({ role, posts: able }) =>
    inOfficeOver(roster, role, facts.place.path, now)
      .filter(({ id }) => !isInvolved(facts, id) && !(role === 'mediator' && facts.mediator?.id === id))
      .flatMap(({ id: personId, name }) => able.map((post) => ({ personId, name, post }))),
  );
}
