import * as v from 'valibot';
import type { GrantedRole } from '../../../typings/contract/identity';
import { pageSize } from '../../../miniprogram/domain/hazard/policy';
import { grantedRoles } from '../../../miniprogram/domain/identity/labels';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { endOfMoment, find } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { pageEnd } from '../../_kit/fields';
import { hazardPageOf } from '../../_kit/hazard-cards';
import { inOffice } from '../../_kit/policy';

const desks = ['fresh', 'active', 'recheck', 'overdue', 'done'] as const;
const deskOffices = ['officer', 'auxiliary', 'leader', 'gridWorker'] as const satisfies readonly GrantedRole[];

/** What waits in the own place, least time left first. */
export const listDesk = query('hazard.desk', {
  input: v.object({ desk: v.picklist(desks), as: v.exactOptional(v.picklist(grantedRoles)), after: v.exactOptional(pageEnd) }),
  allow: inOffice(...deskOffices),
  async run({ caller, now }, { desk, as, after }) {
    const held = caller.offices.filter(({ role }) => (deskOffices as readonly string[]).includes(role));
    const chosen = as ?? held[0]?.role;
    const places = held.filter(({ role }) => role === chosen).map(({ scopeId }) => scopeId);
    if (places.length === 0) throw new Refusal('FORBIDDEN');
    const page = { limit: pageSize, after };
    const found =
      desk === 'overdue'
        ? await find(indexes.hazardsOpen, { places, isOpen: true }, { ...page, upTo: endOfMoment(now) })
        : await find(indexes.hazardsByDesk, { places, desk }, page);
    return hazardPageOf(caller, found, 'dueKey', now);
  },
});
