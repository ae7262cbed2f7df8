/** 谈话记录: what is sent once both have got up from the table. */
import { call } from '../../../platform/call';
import type { ChosenSlot } from '../components/slot-picker/slot-picker.view';
import type { SessionForm } from './session.view';

/** Without a next time, the record is kept as a note of its own before what it led to. Throws a `CallError`. */
export async function finishSession(id: string, form: SessionForm, slot: ChosenSlot | null, attemptId: string): Promise<void> {
  const record = form.record.trim();
  const undisputed = form.undisputed.trim();
  if (form.outcome === 'again' && slot) {
    await call('dispute.adjourn', { id, record, ...slot }, attemptId);
    return;
  }
  await call('dispute.note', { id, words: record, isInternal: false }, `${attemptId}-record`);
  if (form.outcome !== 'failed') return;
  await call('dispute.fail', { id, reason: form.reason.trim(), ...(undisputed !== '' && { undisputed }) }, attemptId);
}
