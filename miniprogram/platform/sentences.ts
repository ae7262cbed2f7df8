/** What a person reads when something did not work. */
import { CallError } from './call';

/** Why something that the person sent did not arrive. What was typed is still there. */
export function sentenceForSending(error: unknown): string {
  if (!(error instanceof CallError)) return sentenceForFault(error);
  if (error.silence === 'offline') return '网络断了，您写的都在，连上后再点一次。';
  if (error.silence === 'unanswered') return '没收到回复。再点一次，不会重复提交。';
  return sentenceForRefusal(error);
}

/** Why something could not be shown. */
export function sentenceForReading(error: unknown): string {
  if (!(error instanceof CallError)) return sentenceForFault(error);
  if (error.silence === 'offline') return '网络断了，连上后再点一次就好。';
  if (error.silence === 'unanswered') return '没收到回复，请再试一次。';
  return sentenceForRefusal(error);
}

function sentenceForRefusal({ failure, message }: CallError): string {
  return failure?.basis === undefined ? message : `${message}（${failure.basis}）`;
}

/** A fault of ours: it goes to the log, and is not shown. */
function sentenceForFault(error: unknown): string {
  if (error instanceof SpokenError) return error.message;
  console.error(error);
  return '这一页出了点问题，请稍后再试。';
}

/** Something the phone could not do, in a sentence for the person. */
export class SpokenError extends Error {}
