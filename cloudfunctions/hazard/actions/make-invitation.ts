import * as v from 'valibot';
import { communityOf } from '../../../miniprogram/domain/dispute/place';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { makeLetter, revokeLetter } from '../../_kit/letters';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { summaryAfter } from '../store';

/** Signs and spaces do not count in a word, and one letter is guessed in five tries. */
const MEANINGFUL = /[\p{L}\p{N}].*[\p{L}\p{N}]/u;

/** An earlier one is void: of each hazard one letter at most is out. */
export const makeInvitation = command('hazard.makeInvitation', {
  input: v.object({ id, word: v.pipe(text('口令', hazardLimits.word), v.regex(MEANINGFUL, '口令至少两个字。')) }),
  allow: involvedIn(hazards),
  async run(context, { word }) {
    const { theCase, db, now } = context;
    const { _id: caseId, facts } = theCase.document;
    const path = facts.place.path.slice(0, facts.place.path.indexOf(communityOf(facts.place)) + 1); // the post, not the building
    const { code, letterId, expiresAt } = await makeLetter(context, { kind: 'hazard', caseId, slot: 'responsible', path, word });
    await theCase.move('invite', { facts: { ...facts, invitation: { letterId, expiresAt } }, isInternal: true });
    if (facts.responsible?.id !== undefined) throw new Refusal('INVALID_MOVE', { message: '责任人已经进来了，不用再发。人不对，请先收回。' });
    if (facts.invitation) await revokeLetter(db, facts.invitation.letterId, now);
    return { code, expiresAt, hazard: summaryAfter(context, theCase) };
  },
});
