import * as v from 'valibot';
import { preparedCommand } from '../../_kit/action';
import { messageId } from '../../_kit/fields';
import { markMessagesRead, unreadIn } from '../../_kit/outbox';
import { anyone } from '../../_kit/policy';

/** Messages that one call marks: a screenful. */
const MOST = 50;

export const markRead = preparedCommand('identity.markRead', {
  input: v.object({ ids: v.pipe(v.array(messageId), v.maxLength(MOST, `一次最多 ${MOST} 条。`)) }),
  allow: anyone,
  // One call for all of them, and no harm when it is made twice: no transaction would add to that.
  prepare: ({ caller }, { ids }) => markMessagesRead(caller.id, ids),
  run: async ({ caller }) => ({ unread: (await unreadIn([caller.id])).get(caller.id) ?? 0 }),
});
