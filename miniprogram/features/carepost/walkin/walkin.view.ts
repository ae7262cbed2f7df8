/** 临时来的孩子: three fields, and the guardian's word on the telephone. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import { ages } from '../../../domain/childcare/policy';
import { phonePattern } from '../../../domain/identity/policy';

export interface WalkInForm {
  readonly nickname: string;
  /** `2019-05` */
  readonly birthMonth: string;
  readonly phone: string;
  readonly allergy: string;
  readonly hasVerbalConsent: boolean;
}

export const emptyWalkIn: WalkInForm = { nickname: '', birthMonth: '', phone: '', allergy: '', hasVerbalConsent: false };

/** Months that a child of the right age can be born in. */
export function birthMonths(now: number): { start: string; end: string } {
  const year = new Date(now).getUTCFullYear();
  return { start: `${year - ages.until - 1}-01`, end: `${year - ages.from}-12` };
}

export function problemsOf({ nickname, birthMonth, phone, hasVerbalConsent }: WalkInForm): Record<string, string> {
  return {
    ...(nickname.trim() === '' && { nickname: '孩子叫什么，小名就行。' }),
    ...(birthMonth === '' && { birthMonth: '点一下孩子哪年哪月生的。' }),
    ...(!phonePattern.test(phone.replace(/[\s-]/g, '')) && { guardianPhone: '家长的电话，11位手机号。' }),
    ...(!hasVerbalConsent && { hasVerbalConsent: '请先给家长打电话，口头同意了再登记。' }),
  };
}

export function inputOf(postId: string, { nickname, birthMonth, phone, allergy, hasVerbalConsent }: WalkInForm): InputOf<'childcare.walkIn'> {
  return { postId, nickname: nickname.trim(), birthMonth, guardianPhone: phone, hasVerbalConsent, ...(allergy.trim() !== '' && { allergy: allergy.trim() }) };
}
