/** 事情进展: what was given in a sheet, sent. */
import type { DisputeView, Side } from '../../../../typings/contract/dispute';
import { call } from '../../../platform/call';
import type { DeedName } from './story.deeds';

/** What was given in the sheet. */
export interface Given {
  readonly words: string;
  readonly photos: readonly string[];
  /** Which clause, from 0. */
  readonly clause: number;
}

/** Does it. Throws a `CallError`. */
export function send(name: DeedName, { id, parties, harmed }: DisputeView, { words: typed, photos, clause }: Given, attemptId: string): Promise<unknown> {
  const words = typed.trim();
  const reason = words === '' ? {} : { reason: words }; // nobody owes one for these
  switch (name) {
    case 'withdraw':
      return call('dispute.withdraw', { id, ...reason }, attemptId);
    case 'refuse':
      return call('dispute.refuse', { id, side: sideOf(parties), ...reason }, attemptId);
    case 'fail':
      return call('dispute.fail', { id, reason: words === '' ? '不想再谈了。' : words }, attemptId); // a party may end it at any time (人民调解法 第23条)
    case 'contest':
      return call('dispute.contest', { id, reason: words }, attemptId);
    case 'contestForApplicant':
      return call('dispute.contest', { id, reason: words, side: 'applicant' }, attemptId);
    case 'contestForRespondent':
      return call('dispute.contest', { id, reason: words, side: 'respondent' }, attemptId);
    case 'askDamages':
    case 'askDamagesFor':
      return call('dispute.askDamages', { id, side: harmed ?? 'applicant', words }, attemptId);
    case 'reopen':
      return call('dispute.reopen', { id, reason: words }, attemptId);
    case 'claim':
    case 'prove':
      return call('dispute.prove', { id, clause, words, ...(photos.length > 0 && { photos: [...photos] }) }, attemptId);
    case 'default':
      return call('dispute.default', { id, clause, words }, attemptId);
  }
}

function sideOf(parties: DisputeView['parties']): Side {
  return parties.find(({ isMe }) => isMe)?.side ?? 'applicant';
}
