/** 请对方自己来看: how it stands, and what the card says, which is nothing of the hazard. */
import type { HazardView } from '../../../../typings/contract/hazard';
import { stateLabels } from '../../../domain/hazard/labels';
import { beforeDay } from '../days.view';

/** How it stands with the invitation, before another is made. */
export function standingOf({ invitation }: Pick<HazardView, 'invitation'>): string {
  return invitation ? `已经发过一封，${beforeDay(invitation.expiresAt)}有效，他还没打开。再发一封，前一封就作废。` : '';
}

/** Why none can be made; nothing when one can. */
export function whyNot({ invitation, moves, state }: Pick<HazardView, 'invitation' | 'moves' | 'state'>): string {
  if (invitation?.isBound === true) return '他已经打开了邀请，自己会看、会说整改得怎样。人不对的话，在进展里收回。';
  return moves.includes('invite') ? '' : `现在是：${stateLabels[state]}`;
}

/** A card says who would like to talk, and not about what. */
export const shareTitle = '社区警务室有一件事请您看';

/** The page that whoever gets the card opens. */
export function letterPage(code: string): string {
  return `/features/hazard/letter/letter?code=${code}`;
}
