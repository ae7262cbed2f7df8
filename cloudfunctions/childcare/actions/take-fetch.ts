import * as v from 'valibot';
import { fewestAdults } from '../../../miniprogram/domain/childcare/policy';
import { staffTitle } from '../../../miniprogram/domain/identity/labels';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { careRosterOf, write } from '../rosters';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** An officer goes; with too few carers at the post nobody is fetched there. */
export const takeFetch = command('childcare.takeFetch', {
  input: v.object({ id }),
  allow: involvedIn(visits),
  async run(context) {
    const { theCase, caller, db } = context;
    const { facts } = theCase.document;
    const { fetch } = facts;
    if (fetch?.officerId !== undefined) throw new Refusal('CONFLICT', { message: `${fetch.officer ?? '别的民警'}已经去了。` });
    const officer = staffTitle(caller.user?.facts.name ?? '', 'officer');
    await theCase.move('takeFetch', { facts: { ...facts, ...(fetch && { fetch: { ...fetch, officerId: caller.id, officer } }) } });
    const roster = await careRosterOf(db, facts.postId);
    if (roster.carers.length < fewestAdults) throw new Refusal('REFUSED', { message: `${facts.post}在岗的大人不到 ${fewestAdults} 位，先别接，告诉家长别的办法。` });
    await write(db, roster);
    return visitAfter(context, theCase);
  },
});
