/** Messages: the line in the inbox, written with the move that causes it, and its copy to WeChat, sent afterwards. */
import { sides } from '../../miniprogram/domain/dispute/labels';
import { collections, indexes, type Message, type RingUp } from './collections';
import { app, database, find, orderKey, reader, tally } from './database';
import { inTransaction } from './transaction';

/** Messages that one flush sends at most. */
const BATCH = 50;
/** WeChat shows at most 20 characters of a `thing` field. */
const MOST_CHARACTERS = 20;
/** Unread lines that are counted exactly. */
const MOST_UNREAD = 500;

interface Letter {
  /** What happened, once: the event's id. */
  readonly about: string;
  readonly to: string;
  readonly sentence: string;
  readonly page?: string;
  readonly at: number;
  readonly ring?: RingUp;
}

export function messageOf({ about, to, sentence, page, at, ring }: Letter): Message {
  const _id = `${about}:${to}`;
  return { _id, to, caseId: about.split(':', 1)[0] ?? '', sentence, at, key: orderKey(at, _id), isRead: false, push: isCallList(to) ? 'none' : 'waiting', ...(page !== undefined && { page }), ...(ring && { ring }) };
}

const CALLS = 'calls:';

/** 要打的电话 of a community: an inbox of its own for each side, so that one event can put both parties on it. */
export function callListOf(community: string, side: RingUp['side']): string {
  return `${CALLS}${community}:${side}`;
}

/** Both of them. */
export function callListsOf(community: string): string[] {
  return sides.map((side) => callListOf(community, side));
}

function isCallList(to: string): boolean {
  return to.startsWith(CALLS);
}

/** How many unread lines each of these inboxes holds, as far as they are counted: one read. */
export async function unreadIn(inboxes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counted = await tally(indexes.messagesUnread, { to: inboxes, isRead: false }, { by: ['to'], before: '', most: MOST_UNREAD });
  return new Map(counted.map(({ to, all }) => [to, all]));
}

/** Marks the reader's own messages among these. */
export async function markMessagesRead(reader: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.collection(collections.messages.name).where({ _id: database.command.in([...ids]), to: reader }).update({ isRead: true });
}

/**
 * Sends what waits, each at most once: it is marked before it is sent, and an unknown outcome is not sent again.
 * Without a template (JIAAN_MESSAGE_TEMPLATE) nothing is sent, and the inbox is all there is.
 */
export async function flushOutbox(): Promise<number> {
  const templateId = process.env.JIAAN_MESSAGE_TEMPLATE;
  if (!templateId) return 0;
  const waiting = await find(indexes.messagesToPush, { push: 'waiting' }, { limit: BATCH });
  for (const message of waiting) {
    if (await lease(message._id)) await settle(message._id, await send(message, templateId));
  }
  return waiting.length;
}

/** False when somebody else has it already. */
function lease(id: string): Promise<boolean> {
  return inTransaction(async (db) => {
    const message = await db.get(collections.messages, id);
    if (message?.push !== 'waiting') return false;
    await db.replace(collections.messages, { ...message, push: 'sending' });
    return true;
  });
}

/** What did not arrive, and must be known, goes on the list of calls to make. */
function settle(id: string, push: 'sent' | 'failed'): Promise<void> {
  return inTransaction(async (db) => {
    const message = await db.get(collections.messages, id);
    if (!message) return;
    await db.replace(collections.messages, { ...message, push });
    const { ring, sentence, page, at, _id } = message;
    if (push === 'failed' && ring) await db.create(collections.messages, messageOf({ about: _id, to: callListOf(ring.community, ring.side), sentence, at, ring, ...(page !== undefined && { page }) }));
  });
}

async function send(message: Message, templateId: string): Promise<'sent' | 'failed'> {
  const recipient = await reader.get(collections.users, message.to);
  if (!recipient) return 'failed';
  try {
    const { result } = (await app.callWxOpenApi({
      apiName: 'subscribeMessage.send',
      requestData: {
        touser: recipient.facts.openid,
        template_id: templateId,
        page: message.page ?? 'pages/home/home',
        data: { thing1: { value: message.sentence.slice(0, MOST_CHARACTERS) } },
      },
    })) as { result: { errCode?: number; errcode?: number } };
    return (result.errCode ?? result.errcode ?? 0) === 0 ? 'sent' : 'failed';
  } catch {
    return 'failed'; // most often: the person has not subscribed, which is the person's right
  }
}
