import * as v from 'valibot';
import { mayFetch } from '../../../miniprogram/domain/childcare/guards';
import { command, type WriteContext } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { assertOnDuty } from '../rosters';
import { visitAfter } from '../store';
import { photoGoneKey } from '../sweep';
import { visits } from '../visit-kind';

/** The server decides: the authorisation is read again and touched with the handover, so that a bar, a change or another handover cannot pass beside it. */
export const releaseChild = command('childcare.release', {
  input: v.object({ id, photo: v.exactOptional(id) }),
  allow: involvedIn(visits),
  async run(context, { photo }) {
    const { theCase, db, caller, now } = context;
    const { _id, facts } = theCase.document;
    const { asked } = facts;
    const releasedTo = asked && { personId: asked.personId, name: asked.name, called: asked.called, proof: asked.proof };
    await theCase.move('release', { facts: { ...facts, endedAt: now, ...(releasedTo && { releasedTo }), ...(photo !== undefined && { handover: photo }) } });
    const child = await db.get(collections.children, facts.childId);
    if (!child || !asked) throw new Refusal('NOT_FOUND');
    const why = mayFetch(child.facts, asked.personId, now);
    if (why) throw new Refusal('REFUSED', why);
    await assertOnDuty(db, facts.postId, caller.id);
    if (photo !== undefined) await keepHandover(context, _id, photo);
    return visitAfter(context, theCase);
  },
});

/** The picture of the handover stays a week. */
async function keepHandover(context: WriteContext, caseId: string, photo: string): Promise<void> {
  for (const file of await attachFiles(context, caseId, [photo], 'photo')) {
    await context.db.replace(collections.files, { ...file, caseId, goneKey: photoGoneKey(file._id, context.now) });
  }
}
