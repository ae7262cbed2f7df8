import * as v from 'valibot';
import { staffTitle } from '../../../miniprogram/domain/identity/labels';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { expectFetched } from '../rosters';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** An officer goes; with too few carers at the post, or no room, nobody is fetched there. */
export const takeFetch = command('childcare.takeFetch', {
  input: v.object({ id }),
  allow: involvedIn(visits),
  async run(context) {
    const { theCase, caller, db, now } = context;
    const { _id, facts } = theCase.document;
    const { fetch } = facts;
    if (fetch?.officerId !== undefined) throw new Refusal('CONFLICT', { message: `${fetch.officer ?? '别的民警'}已经去了。` });
    const officer = staffTitle(caller.user?.facts.name ?? '', 'officer');
    await theCase.move('takeFetch', { facts: { ...facts, ...(fetch && { fetch: { ...fetch, officerId: caller.id, officer } }) } });
    const post = await db.get(collections.carePosts, facts.postId);
    if (!post) throw new Refusal('NOT_FOUND');
    await expectFetched(db, post, _id, facts, now);
    return visitAfter(context, theCase);
  },
});
