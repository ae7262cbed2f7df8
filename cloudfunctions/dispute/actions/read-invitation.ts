import * as v from 'valibot';
import { invitation as limits } from '../../../miniprogram/domain/dispute/policy';
import { query } from '../../_kit/action';
import { collections, type Letter } from '../../_kit/collections';
import { findByIds } from '../../_kit/database';
import { letterCode } from '../../_kit/fields';
import { anyone } from '../../_kit/policy';
import { invitationStateOf, invited } from '../respondent';

/** The code alone says nothing of the case: whoever finds a door note learns that the post would like to talk to somebody. */
export const readInvitation = query('dispute.readInvitation', {
  input: v.object({ code: letterCode }),
  allow: anyone,
  async run({ db, caller, now }, { code }) {
    const { letter, dispute } = await invited(db, code);
    const state = invitationStateOf(letter, dispute, caller.id, now);
    return {
      state,
      ...(await postOf(letter)),
      ...(state === 'open' && { expiresAt: letter.expiresAt, triesLeft: limits.tries - letter.wrong }),
      ...(state === 'mine' && { disputeId: dispute._id }),
    };
  },
});

/** The post where the case lies, and the nearest telephone that is answered. */
async function postOf({ path }: Letter): Promise<{ post: string; phone?: string }> {
  const places = (await findByIds(collections.places, path)).sort((a, b) => path.indexOf(b._id) - path.indexOf(a._id));
  const phone = places.find((place) => place.phone !== undefined)?.phone;
  return { post: `${places[0]?.name ?? ''}警务室`, ...(phone !== undefined && { phone }) };
}
