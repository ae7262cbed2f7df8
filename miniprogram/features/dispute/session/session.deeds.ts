/** 谈话记录: what is sent once both have got up from the table. */
import type { InputOf } from '../../../../typings/contract/actions';
import { attached } from '../../../components/photo-picker/photo-picker.view';
import { call } from '../../../platform/call';
import type { ChosenSlot } from '../components/slot-picker/slot-picker.view';
import type { SessionForm } from './session.view';

export function sittingOf(id: string, { isGuardianTold }: SessionForm): InputOf<'dispute.sit'> {
  return { id, isSafe: true, ...(isGuardianTold && { isGuardianTold }) };
}

/** Without a next time, the record is kept by itself, before what it led to. Throws a `CallError`. */
export async function finishSession(id: string, form: SessionForm, slot: ChosenSlot | null, attemptId: string): Promise<void> {
  const record = form.record.trim();
  const undisputed = form.undisputed.trim();
  const written = attached(form.photos);
  const isReadBack = written.photos !== undefined && form.isReadBack;
  if (form.outcome === 'again' && slot) {
    await call('dispute.adjourn', { id, record, ...slot, ...written, ...(isReadBack && { isReadBack }) }, attemptId);
    return;
  }
  await call('dispute.record', { id, record, ...written, isReadBack }, `${attemptId}-record`);
  if (form.outcome !== 'failed') return;
  await call('dispute.fail', { id, reason: form.reason.trim(), ...(undisputed !== '' && { undisputed, haveBothAgreed: form.haveBothAgreed }) }, attemptId);
}
