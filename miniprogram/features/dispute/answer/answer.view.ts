/** 愿不愿意谈: what the respondent reads first. Neutral words: what kind of thing, and where; never who is right. */
import type { DisputeView } from '../../../../typings/contract/dispute';
import { categoryNouns } from '../../../domain/dispute/labels';
import { spokenTime } from '../../../domain/time/format';
import { respondentSideOf, type RespondentSide } from '../components/respondent-side/respondent-side.view';
import { deeds, type Deed } from '../story/story.deeds';

export interface AnswerView {
  /** `桐花苑 3号楼，噪音的事` */
  readonly about: string;
  /** `后天 18:00前说一声就行`; empty when nobody waits. */
  readonly until: string;
  readonly number: string;
  readonly side: RespondentSide | null;
  /** The post can ring; else it asks for a number. */
  readonly hasPhone: boolean;
}

export function answerView(dispute: DisputeView): AnswerView {
  const { number, category, place, next, now, parties } = dispute;
  return {
    about: `${place}，${categoryNouns[category]}的事`,
    until: next?.dueAt === undefined || next.isOverdue ? '' : `请在${spokenTime(next.dueAt, now)}前说一声。`,
    number,
    side: respondentSideOf(dispute),
    hasPhone: parties.some(({ isMe, phone }) => isMe && phone !== undefined),
  };
}

/** Said to who would like to talk and has not read on. */
export const unread = '请先看看上面的权利和义务，看过了点一下这里。';

export type Refusing = Deed;

/** Nobody has begun yet, so there is nothing to stop. */
export const refusing: Refusing = {
  ...deeds.refuse,
  label: '不愿意',
  title: '不愿意谈',
  happens: '那就不谈。这是您的权利，不用怕得罪谁，也不用说原因；说了也只有工作人员看得到。还有哪些办法，下一页会告诉您。',
  confirm: '不愿意',
};
