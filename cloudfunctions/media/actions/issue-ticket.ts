import * as v from 'valibot';
import { mediaKinds, mostBytes, mostSeconds } from '../../../miniprogram/domain/media/policy';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { badField } from '../../_kit/errors';
import { count } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { newTicket, refuseTooMany } from '../tickets';

export const issueTicket = command('media.ticket', {
  input: v.object({
    kind: v.picklist(mediaKinds, '请选要传什么。'),
    bytes: count('大小', Math.max(...Object.values(mostBytes))),
    seconds: v.exactOptional(count('时长', mostSeconds)),
  }),
  allow: member,
  async run({ caller, db, now }, wish) {
    if (wish.bytes > mostBytes[wish.kind]) throw badField('bytes', wish.kind === 'photo' ? '这张照片太大，换一张试试。' : '文件太大，请重录短一些。');
    await refuseTooMany(caller.id, now);
    const ticket = newTicket(caller.id, now, wish);
    await db.create(collections.tickets, ticket);
    return { ticketId: ticket._id, cloudPath: ticket.cloudPath };
  },
});
