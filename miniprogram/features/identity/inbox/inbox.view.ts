/** One message in the inbox. */
import type { InboxMessage } from '../../../../typings/contract/identity';
import { spokenTime } from '../../../domain/time/format';

export interface MessageLine {
  readonly id: string;
  readonly sentence: string;
  readonly when: string;
  readonly page: string;
  readonly isRead: boolean;
}

export function messageLineOf({ id, sentence, at, page = '', isRead }: InboxMessage, now: number): MessageLine {
  return { id, sentence, when: spokenTime(at, now), page, isRead };
}
