/** 请对方自己来看: the word that staff say, and what the card says, which is nothing of the hazard. */
import type { HazardView } from '../../../../typings/contract/hazard';
import { stateLabels } from '../../../domain/hazard/labels';
import { beforeDay } from '../days.view';

/** Everybody can say and hear them; two together are not guessed in five tries. */
const firsts = ['石桥', '青山', '东风', '明月', '金鱼', '红枣', '白马', '大树', '小船', '老井', '春雨', '荷叶'] as const;
const seconds = ['西瓜', '茶壶', '雨伞', '毛线', '板凳', '算盘', '风筝', '铅笔', '馒头', '灯笼', '草帽', '竹篮'] as const;

/** `石桥西瓜`. `pick(n)` gives a whole number from 0 to n−1. */
export function proposedWord(pick: (below: number) => number): string {
  return `${firsts[pick(firsts.length)] ?? firsts[0]}${seconds[pick(seconds.length)] ?? seconds[0]}`;
}

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
