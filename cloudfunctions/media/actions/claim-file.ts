import * as v from 'valibot';
import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { preparedCommand } from '../../_kit/action';
import { collections, type StoredFile, type Ticket } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { fileIdOf, readFile, removeFiles, writeFile } from '../../_kit/storage';
import { blindIndex } from '../../_kit/vault';
import { cleaned } from '../content';
import { holdingTicket } from '../tickets';

/** A copy at a path of our own, and the upload that it was made from. */
interface Copy extends Pick<StoredFile, 'fileId' | 'sha256' | 'bytes'> {
  readonly incoming: string;
}

/**
 * The copy is made before the transaction and named after its content, so that a crash in between leaves a file that
 * nobody refers to, a retry finds it again, and nothing that is uploaded later can take the place of what was checked.
 */
export const claimFile = preparedCommand('media.claim', {
  input: v.object({ ticketId: id, fileId: text('文件', 600) }),
  allow: holdingTicket,
  prepare: async ({ ticket, now }, { fileId }) => (ticket.claimedAs === undefined ? copyOf(ticket, fileId, now) : undefined),
  async run({ ticket, caller, db, now }, _input, copy) {
    if (ticket.claimedAs !== undefined) return { id: ticket.claimedAs };
    if (!copy) throw new Refusal('CONFLICT');
    const { fileId, sha256, bytes } = copy;
    const { kind, seconds } = ticket;
    const file: StoredFile = { _id: ulid(now), owner: caller.id, kind, fileId, sha256, bytes, at: now, ...(seconds !== undefined && { seconds }) };
    await db.create(collections.files, file);
    await db.replace(collections.tickets, { ...ticket, claimedAs: file._id });
    return { id: file._id };
  },
  afterwards: async (copy) => copy && removeFiles([copy.incoming]),
});

async function copyOf(ticket: Ticket, fileId: string, now: number): Promise<Copy> {
  if (ticket.expiresAt <= now) throw badField('ticketId', '上传超时了，请再传一次。');
  const incoming = await fileIdOf(ticket.cloudPath);
  if (fileId !== incoming) throw badField('fileId', '没有传上来，请再传一次。');
  const { content, extension } = cleaned(ticket.kind, await readFile(incoming, ticket.bytes));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const path = `files/${blindIndex('file', `${ticket._id}:${sha256}`)}.${extension}`;
  return { fileId: await writeFile(path, content), sha256, bytes: content.length, incoming };
}
