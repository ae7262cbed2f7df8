/** Tickets: leave to upload one file to one path, for ten minutes. */
import { randomBytes } from 'node:crypto';
import type { MediaKind } from '../../typings/contract/media';
import { mostTickets, ticketMinutes } from '../../miniprogram/domain/media/policy';
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import type { Policy, ReadContext } from '../_kit/action';
import { collections, indexes, type Ticket } from '../_kit/collections';
import { endOfMoment, find, orderKey } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import { member } from '../_kit/policy';
import { fileIdOf, removeFiles } from '../_kit/storage';
import { inTransaction } from '../_kit/transaction';

/** The name of an upload says little: what it really is, its content says. */
const extensions: Readonly<Record<MediaKind, string>> = { photo: 'jpg', voice: 'mp3', signature: 'png' };
/** Tickets that one round of the timer clears. */
const ROUND = 50;
/** Tickets of one person within a day, used ones too: some twenty matters with all their photos. */
const MOST_ISSUED = 200;

/** The caller's own ticket; another person's does not exist. */
export const holdingTicket: Policy<ReadContext, { ticketId: string }, { ticket: Ticket }> = {
  name: 'holdingTicket',
  async grant(context, input) {
    await member.grant(context, input);
    const ticket = await context.db.get(collections.tickets, input.ticketId);
    if (ticket?.owner !== context.caller.id) throw new Refusal('NOT_FOUND', { message: '上传超时了，请再传一次。' });
    return { ticket };
  },
};

/** A new ticket, for a path that only its holder is told of. */
export function newTicket(owner: string, now: number, wish: { kind: MediaKind; bytes: number; seconds?: number }): Ticket {
  const _id = randomBytes(16).toString('base64url');
  const expiresAt = now + ticketMinutes * MINUTE;
  return { _id, owner, ...wish, cloudPath: `incoming/${owner}/${_id}.${extensions[wish.kind]}`, expiresAt, key: orderKey(expiresAt, _id), isCleared: false };
}

/**
 * Throws `RATE_LIMITED` for whoever has too many open, or had too many today. Counted beside the transaction, so that nine photos sent at
 * once do not wait for each other; a burst may so pass the limit by as many as are sent within one moment.
 */
export async function refuseTooMany(owner: string, now: number): Promise<void> {
  const dayAgo = now - DAY + ticketMinutes * MINUTE; // as the end of a ticket's life
  const issued = await find(indexes.ticketsByOwner, { owner }, { limit: MOST_ISSUED, after: endOfMoment(dayAgo) });
  const open = issued.filter(({ claimedAs, expiresAt }) => claimedAs === undefined && expiresAt > now);
  if (open.length >= mostTickets || issued.length >= MOST_ISSUED) throw new Refusal('RATE_LIMITED', { message: '传得太快了，请过几分钟再传。' });
}

/**
 * The timer's work: whatever lies at the path of a ticket that is over is removed, claimed or not — the claim has its
 * own copy. Late, twice or after a crash does no harm.
 */
export async function clearTickets(now: number): Promise<number> {
  const over = await find(indexes.ticketsToClear, { isCleared: false }, { limit: ROUND, upTo: endOfMoment(now) });
  await removeFiles(await Promise.all(over.map(({ cloudPath }) => fileIdOf(cloudPath))));
  for (const { _id } of over) {
    await inTransaction(async (db) => {
      const ticket = await db.get(collections.tickets, _id);
      if (ticket) await db.replace(collections.tickets, { ...ticket, isCleared: true });
    });
  }
  return over.length;
}
