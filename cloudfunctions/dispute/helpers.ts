/** Who may help a mediator, of those in office there. */
import type { PanelPost } from '../../typings/contract/dispute';
import type { GrantedRole } from '../../typings/contract/identity';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import type { Roster } from '../_kit/collections';
import { inOfficeOver } from '../_kit/staff';
import { isInvolved } from './mediators';

/** Which office takes which post; everybody else in a panel has no account here and is put down by name. */
const posts: readonly { readonly role: GrantedRole; readonly post: PanelPost }[] = [
  { role: 'leader', post: 'leader' },
  { role: 'officer', post: 'officer' },
  { role: 'auxiliary', post: 'auxiliary' },
  { role: 'gridWorker', post: 'gridWorker' },
  { role: 'partner', post: 'property' },
];

export interface Helper {
  personId: string;
  name: string;
  post: PanelPost;
}

/** Each with the posts that the own offices fit; no party helps in the own case. */
export function helpersFor(roster: Roster, facts: DisputeFacts, now: number): Helper[] {
  return posts.flatMap(({ role, post }) =>
    inOfficeOver(roster, role, facts.place.path, now)
      .filter(({ id }) => !isInvolved(facts, id))
      .map(({ id: personId, name }) => ({ personId, name, post })),
  );
}
