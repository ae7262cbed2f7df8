import * as v from 'valibot';
import { channelLabels } from '../../../miniprogram/domain/dispute/labels';
import { communityOf } from '../../../miniprogram/domain/dispute/place';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { makeLetter, revokeLetter } from '../../_kit/letters';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { tried } from '../respondent';
import { personSchema, summaryAfter } from '../store';

/** Signs and spaces do not count in a word, and one letter is guessed in five tries. */
const MEANINGFUL = /[\p{L}\p{N}].*[\p{L}\p{N}]/u;

/** An earlier one is void: of each case one letter at most is out. */
export const makeInvitation = command('dispute.makeInvitation', {
  input: v.object({
    id,
    channel: v.picklist(['share', 'note'], '请选怎么交给对方。'),
    word: v.pipe(text('口令', disputeLimits.word), v.regex(MEANINGFUL, '口令至少两个字。')),
    respondent: v.exactOptional(personSchema),
  }),
  allow: involvedIn(disputes),
  async run(context, { channel, word, respondent }) {
    const { theCase, db, now } = context;
    const { _id: caseId, facts } = theCase.document;
    if (facts.respondent?.id !== undefined) throw new Refusal('INVALID_MOVE', { message: '对方已经进来了，不用再发。人不对，请用“换了对方”。' });
    if (facts.invitation) await revokeLetter(db, facts.invitation.letterId, now);
    const path = facts.place.path.slice(0, facts.place.path.indexOf(communityOf(facts.place)) + 1); // the post, not the building
    const { code, letterId, expiresAt } = await makeLetter(context, { kind: 'dispute', caseId, slot: 'respondent', path, word });
    const asked = tried(theCase.document, { channel, at: now, isReached: false }, respondent);
    const isAsked = theCase.document.state === 'triaged' || theCase.document.state === 'inviting'; // later he said yes by telephone
    await theCase.move(isAsked ? 'invite' : 'letIn', { facts: { ...asked, invitation: { letterId, expiresAt } }, words: channelLabels[channel], isInternal: true });
    return { code, expiresAt, dispute: summaryAfter(context, theCase) };
  },
});
