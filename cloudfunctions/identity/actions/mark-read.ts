import * as v from 'valibot';
import { command } from '../../_kit/action';
import { collections, indexes } from '../../_kit/collections';
import { countOf } from '../../_kit/database';
import { anyone } from '../../_kit/policy';

/** Messages that one call marks: a screenful, and few enough for one transaction. */
const MOST = 50;

/** Made of the id of what happened and of the reader. */
const messageId = v.pipe(v.string('缺少编号。'), v.regex(/^[\w:-]{1,160}$/, '编号不正确。'));

export const markRead = command('identity.markRead', {
  input: v.object({ ids: v.pipe(v.array(messageId), v.maxLength(MOST, `一次最多 ${MOST} 条。`)) }),
  allow: anyone,
  async run({ caller, db }, { ids }) {
    // Counted beside the transaction, which is not written yet: what it marks is taken off.
    const unread = await countOf(indexes.messagesUnread, { to: caller.id, isRead: false });
    let marked = 0;
    for (const id of new Set(ids)) {
      const message = await db.get(collections.messages, id);
      if (message?.to !== caller.id || message.isRead) continue;
      await db.replace(collections.messages, { ...message, isRead: true });
      marked += 1;
    }
    return { unread: Math.max(0, unread - marked) };
  },
});
