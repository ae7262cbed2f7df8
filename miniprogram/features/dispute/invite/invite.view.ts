/** 邀请对方: how it is handed over, the word, and what the card says, which is nothing of the case. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { whyApart } from '../../../domain/dispute/guards';
import { channelLabels, stateLabels } from '../../../domain/dispute/labels';
import { isPhone } from '../../../domain/identity/policy';
import { monthAndDay, timeOfDay, weekdayName } from '../../../domain/time/format';
import { deeds, type Deed } from '../story/story.deeds';

export type Way = InputOf<'dispute.makeInvitation'>['channel'];
export type Revoking = Deed;

/** Most people have WeChat. */
export const usual: Way = 'share';

export const ways: Choice[] = [
  { value: 'share', label: channelLabels.share, note: '在微信里转给对方', icon: 'share' },
  { value: 'note', label: channelLabels.note, note: '打印了贴门上或投信箱', icon: 'file' },
];

/** A card says who would like to talk: no name, no place, no fact. */
export const shareTitle = '社区警务室想和您谈一件事';

/** The page that whoever gets the card opens. */
export function letterPage(code: string): string {
  return `/features/dispute/letter/letter?code=${code}`;
}

/** Nobody loses anything by it but the code. */
export const revoking: Revoking = {
  ...deeds.refuse,
  label: '收回邀请',
  title: '收回邀请',
  happens: '收回后，发出去的卡片和门条就打不开了。还要请，可以再发一封。',
  question: '为什么收回',
  example: '例如：发错了人',
  confirm: '收回',
  isFree: false,
};

export interface InviteView {
  /** `楼上住户`, or 对方 while nobody knows more. */
  readonly who: string;
  readonly isKnown: boolean;
  /** How it stands with the one before; empty when there is none. */
  readonly standing: string;
  /** Why none can be made now; empty when one can. */
  readonly whyNot: string;
}

export function inviteView(dispute: DisputeView): InviteView {
  const { parties, invitation, moves, state } = dispute;
  const name = parties.find(({ side }) => side === 'respondent')?.name;
  const isBound = invitation?.isBound === true;
  const barred = whyApart(dispute) || (moves.includes('invite') || moves.includes('letIn') ? '' : `现在是：${stateLabels[state]}`);
  return {
    who: name ?? '对方',
    isKnown: name !== undefined,
    standing: invitation && !isBound ? `已经发过一封，${untilWords(invitation.expiresAt)}前有效，对方还没打开。再发一封，前一封就作废。` : '',
    whyNot: isBound ? '对方已经打开邀请进来了。人不对，请在“更新进展”里点“换了对方”。' : barred,
  };
}

/** `3月10日 周二 12:00` */
export function untilWords(at: number): string {
  return `${monthAndDay(at)} ${weekdayName(at)} ${timeOfDay(at)}`;
}

export interface Given {
  readonly channel: Way;
  readonly word: string;
  readonly name: string;
  readonly phone: string;
}

/** What is wrong with which field. */
export function problemsOf({ word, name, phone }: Given, isKnown: boolean): Record<string, string> {
  return {
    ...(word.replace(/\s/g, '').length < 2 && { word: '口令至少两个字。' }),
    ...(!isKnown && name.trim() === '' && { name: '请写对方怎么称呼。' }),
    ...(!isKnown && phone.trim() !== '' && !isPhone(phone) && { phone: '电话不对，请填11位手机号，或带区号的座机。' }),
  };
}

export function inputOf(id: string, { channel, word, name, phone }: Given, isKnown: boolean): InputOf<'dispute.makeInvitation'> {
  const respondent = { name: name.trim(), ...(phone.trim() !== '' && { phone: phone.trim() }) };
  return { id, channel, word: word.trim(), ...(!isKnown && { respondent }) };
}
