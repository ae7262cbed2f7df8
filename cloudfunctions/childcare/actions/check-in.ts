import * as v from 'valibot';
import { lackingOf } from '../../../miniprogram/domain/childcare/guards';
import { staffTitle } from '../../../miniprogram/domain/identity/labels';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { cardIndex } from '../children';
import { isHereAlready } from '../opening';
import { assertOnDuty, receive, takeIn } from '../rosters';
import { alarmLeaders, cardCode, visitAfter } from '../store';
import { visits } from '../visit-kind';

/** By the child's card, or by name and face; the guardians hear of it at once. Whom an officer brings is never sent away. */
export const checkIn = command('childcare.checkIn', {
  input: v.object({ id, card: v.exactOptional(cardCode) }),
  allow: involvedIn(visits),
  async run(context, { card }) {
    const { theCase, db, caller, now } = context;
    const { _id, facts, state } = theCase.document;
    await theCase.move('checkIn', { facts: { ...facts, checkedInAt: now, receivedBy: staffTitle(caller.user?.facts.name ?? '', 'carer') } });
    const child = await db.get(collections.children, facts.childId);
    const post = await db.get(collections.carePosts, facts.postId);
    if (!child || !post) throw new Refusal('NOT_FOUND');
    if (card !== undefined && child.facts.card !== cardIndex(card)) throw badField('card', '卡和孩子对不上，请看一看是哪位。');
    const isBrought = state === 'fetching';
    // whatever the record still lacks
    const [lacking] = isBrought ? [] : lackingOf(child.facts);
    if (lacking !== undefined) throw new Refusal('INVALID_MOVE', { message: `还缺${lacking}，请家长补上再签到。` });
    if (await isHereAlready(db, child, { now, visitId: _id })) throw new Refusal('INVALID_MOVE', { message: '孩子还在上一个时段里，请先办好交接再签到。' });
    await db.replace(collections.children, child); // touched: a consent taken back cannot pass beside
    await assertOnDuty(db, facts.postId, caller.id);
    if (!isBrought) await takeIn(db, post, _id, facts);
    else if ((await receive(db, post, _id, facts)) !== undefined) await alarmLeaders(context, post, `${facts.nickname}由民警接到${post.name}，大人不够或者满了，请马上安排人。`);
    return visitAfter(context, theCase);
  },
});
