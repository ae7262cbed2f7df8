import * as v from 'valibot';
import { nameOfPerson } from '../../../miniprogram/domain/childcare/guards';
import { offlineMinutes, minutes } from '../../../miniprogram/domain/childcare/policy';
import { DAY } from '../../../miniprogram/domain/time/format';
import { calledOf } from '../../../miniprogram/domain/childcare/names';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { validityOf } from '../offline';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** What a phone did without a network, while its roster was good; told within a day. It is a claim until a named person has looked at it, and told twice it is told once. Who was taken off the list meanwhile is told of too: the child is not at the post, and police judge it. */
export const claimOffline = command('childcare.claimOffline', {
  input: v.object({ id, personId: id, at: moment, claimId: id, signature: v.pipe(v.string(), v.regex(/^\d{13}\.[\w-]{43}$/, '名册认不出来。')) }),
  allow: involvedIn(visits),
  async run(context, { personId, at, claimId, signature }) {
    const { theCase, db, caller, now } = context;
    const { _id, facts } = theCase.document;
    if (facts.claim?.claimId === claimId) return visitAfter(context, theCase);
    const child = await db.get(collections.children, facts.childId);
    const validUntil = validityOf({ visitId: _id, personId }, signature);
    if (validUntil === undefined) throw badField('signature', '这个人不在离线名册上，不能交接。');
    if (at > now || at > validUntil || at < validUntil - minutes(offlineMinutes) || now - at > DAY) throw badField('at', '离线名册过期了，请打电话给值班民警。');
    if (!child) throw new Refusal('NOT_FOUND');
    const name = nameOfPerson(child.facts, personId) ?? '不在名单上的人';
    await theCase.move('claimOffline', { facts: { ...facts, claim: { personId, name, called: calledOf(child.facts, personId) ?? '家里人', by: caller.id, at, claimId } }, words: name, isInternal: true });
    return visitAfter(context, theCase);
  },
});
