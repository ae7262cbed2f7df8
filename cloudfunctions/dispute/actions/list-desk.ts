import * as v from 'valibot';
import type { Desk } from '../../../typings/contract/dispute';
import type { GrantedRole } from '../../../typings/contract/identity';
import { pageSize } from '../../../miniprogram/domain/dispute/policy';
import { grantedRoles } from '../../../miniprogram/domain/identity/labels';
import { query } from '../../_kit/action';
import { indexes, type DisputeDocument } from '../../_kit/collections';
import { endOfMoment, find } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { pageEnd } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { pageOf } from '../lists';

const desks = ['lead', 'triage', 'active', 'overdue', 'followUp', 'done'] as const;
const deskOffices = ['officer', 'auxiliary', 'leader', 'gridWorker', 'mediator'] as const satisfies readonly GrantedRole[];

/** What waits at one desk, least time left first. A mediator sees the own cases, the others those of their place. */
export const listDesk = query('dispute.desk', {
  input: v.object({ desk: v.picklist(desks), as: v.exactOptional(v.picklist(grantedRoles)), after: v.exactOptional(pageEnd) }),
  allow: inOffice(...deskOffices),
  async run({ caller, now }, { desk, as, after }) {
    const office = caller.offices.find(({ role }) => (as === undefined ? (deskOffices as readonly string[]).includes(role) : role === as));
    if (!office || !(deskOffices as readonly string[]).includes(office.role)) throw new Refusal('FORBIDDEN');
    if (desk === 'lead' && office.role !== 'officer') throw new Refusal('FORBIDDEN');
    const page = { limit: pageSize, after };
    const found = office.role === 'mediator' ? await ofMediator(caller.id, desk, page, now) : await ofPlace(office.scopeId, desk, page, now);
    return pageOf(caller, found, 'dueKey', now);
  },
});

interface Cut {
  readonly limit: number;
  readonly after: string | undefined;
}

function ofPlace(places: string, desk: Desk, page: Cut, now: number): Promise<DisputeDocument[]> {
  return desk === 'overdue'
    ? find(indexes.disputesOpen, { places, isOpen: true }, { ...page, upTo: endOfMoment(now) })
    : find(indexes.disputesByDesk, { places, desk }, page);
}

function ofMediator(mediator: string, desk: Desk, page: Cut, now: number): Promise<DisputeDocument[]> {
  return desk === 'overdue'
    ? find(indexes.disputesByMediator, { mediator, isOpen: true }, { ...page, upTo: endOfMoment(now) })
    : find(indexes.disputesByMediatorDesk, { mediator, desk }, page);
}
