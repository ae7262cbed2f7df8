import * as v from 'valibot';
import type { InboxMessage } from '../../../typings/contract/identity';
import { query } from '../../_kit/action';
import { indexes, type Message } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { pageEnd } from '../../_kit/fields';
import { anyone } from '../../_kit/policy';

const PAGE = 20;

export const listInbox = query('identity.inbox', {
  input: v.object({ before: v.exactOptional(pageEnd) }),
  allow: anyone,
  async run({ caller, now }, { before }) {
    const messages = await find(indexes.messagesByReader, { to: caller.id }, { limit: PAGE, after: before });
    const last = messages.length === PAGE ? messages.at(-1)?.key : undefined;
    return { messages: messages.map(messageView), ...(last !== undefined && { next: last }), now };
  },
});

function messageView({ _id, at, sentence, page, isRead }: Message): InboxMessage {
  return { id: _id, at, sentence, ...(page !== undefined && { page }), isRead };
}
