import * as v from 'valibot';
import { invitation as limits } from '../../../miniprogram/domain/dispute/policy';
import { query } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { letterCode } from '../../_kit/fields';
import { readLetter } from '../../_kit/letters';
import { anyone } from '../../_kit/policy';
import { postOf } from '../../_kit/posts';
import { invitationStateOf, noSuchLetter } from '../responsible';

/** The code alone opens nothing: whoever finds it learns that a post would like to talk, and to nobody in particular. */
export const readInvitation = query('hazard.readInvitation', {
  input: v.object({ code: letterCode }),
  allow: anyone,
  async run({ db, caller, now }, { code }) {
    const letter = await readLetter(db, code);
    const hazard = letter?.kind === 'hazard' ? await db.get(collections.hazards, letter.caseId) : undefined;
    if (!letter || !hazard) throw noSuchLetter();
    const state = invitationStateOf(letter, hazard, caller.id, now);
    return {
      state,
      ...(await postOf(letter.path)),
      ...(state === 'open' && { expiresAt: letter.expiresAt, triesLeft: limits.tries - letter.wrong }),
      ...(state === 'mine' && { hazardId: hazard._id }),
    };
  },
});
