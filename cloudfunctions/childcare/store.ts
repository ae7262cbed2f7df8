/** 托管 childcare: what its actions share. */
import type { VisitSummary } from '../../typings/contract/childcare';
import type { VisitCase } from '../../miniprogram/domain/childcare/facts';
import type { Call } from '../_kit/action';
import { visitSummaryOf } from '../_kit/care-cards';
import type { CareSlotDocument } from '../_kit/care-documents';
import type { CaseHandle } from '../_kit/case-engine';
import { positionIn } from './slots';

/** The answer of every action that moves a visit; the place in the queue when the slot is at hand. */
export function visitAfter({ caller, now }: Call, { document }: CaseHandle<VisitCase>, slot?: CareSlotDocument): VisitSummary {
  return visitSummaryOf(caller, document, now, slot && positionIn(slot, document._id));
}
