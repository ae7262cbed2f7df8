/** 更新进展: what is sent. Pure. */
import type { ActionName, InputOf } from '../../../../typings/contract/actions';
import type { PersonInput } from '../../../../typings/contract/dispute';
import { attached } from '../../../components/photo-picker/photo-picker.view';
import { DAY, HOUR, MINUTE, startOfDay } from '../../../domain/time/format';
import { compact, isBlank, type ProgressForm } from './progress.view';

/** One call, with its own kind of input. */
export type Sending = { [A in ActionName]: { readonly action: A; readonly input: InputOf<A> } }[ActionName];

/** What is sent; call it once `problemsOf` found nothing. `isApplicantAsked`: of the rest of a partial agreement, which the applicant did not file. */
export function sendingOf(id: string, form: ProgressForm, isApplicantAsked = false, now = 0): Sending {
  const words = form.words.trim();
  const photos = attached(form.photos);
  switch (form.deed) {
    case 'reached':
    case 'missed':
      return { action: 'dispute.invite', input: { id, channel: form.channel, isReached: form.deed === 'reached', words, ...(!isBlank(form.name) && { respondent: personOf(form) }) } };
    case 'accept':
      return { action: 'dispute.accept', input: { id, ...acceptedWith(form, isApplicantAsked, now) } };
    case 'assign':
      return { action: 'dispute.assign', input: { id, mediatorId: form.mediatorId } };
    case 'kept':
      return { action: 'dispute.prove', input: { id, clause: Number(form.clause), words, ...photos } };
    case 'broken':
      return { action: 'dispute.default', input: { id, clause: Number(form.clause), words } };
    case 'supervised':
      return { action: 'dispute.supervise', input: { id, clause: Number(form.clause), words } };
    case 'fail':
      return { action: 'dispute.fail', input: { id, reason: words, ...(!isBlank(form.undisputed) && { undisputed: form.undisputed.trim(), haveBothAgreed: form.hasBothAgreed }) } };
    case 'refuse':
      return { action: 'dispute.refuse', input: { id, side: form.side || 'respondent', ...reasonOf(words) } };
    case 'correct':
      return { action: 'dispute.correctRespondent', input: { id, respondent: personOf(form), reason: words } };
    case 'withdraw':
      return { action: 'dispute.withdraw', input: { id, isForApplicant: true, ...reasonOf(words) } };
    case 'contact':
      return { action: 'dispute.contact', input: { id, words, ...(form.side === 'respondent' && { side: form.side }) } };
    case 'unreachable':
      return { action: 'dispute.unreachable', input: { id, words } };
    default:
      return { action: 'dispute.note', input: { id, words, isInternal: form.isInternal, ...photos } };
  }
}

function acceptedWith(form: ProgressForm, isApplicantAsked: boolean, now: number): Omit<InputOf<'dispute.accept'>, 'id'> {
  const { hasAgreed, isNoticeRead, heardTime, words } = form;
  return {
    hasRespondentAgreed: hasAgreed,
    isRightsNoticeRead: isNoticeRead,
    ...(isApplicantAsked && { hasApplicantAgreed: hasAgreed }),
    ...(heardTime !== '' && { heard: { at: heardAt(form, now), words: words.trim() } }),
  };
}

function heardAt({ heardDay, heardTime }: ProgressForm, now: number): number {
  const [hour = 0, minute = 0] = heardTime.split(':').map(Number);
  return startOfDay(now) - Number(heardDay) * DAY + hour * HOUR + minute * MINUTE;
}

/** Nobody owes a reason. */
function reasonOf(words: string): { reason?: string } {
  return words === '' ? {} : { reason: words };
}

function personOf({ name, phone }: ProgressForm): PersonInput {
  return { name: name.trim(), ...(!isBlank(phone) && { phone: compact(phone) }) };
}
