/** 登记孩子: four things and a consent; a child who walked in is known already but for the guardian's own consent. */
import type { InputOf } from '../../../../typings/contract/actions';
import { ages, careNoticeVersion } from '../../../domain/childcare/policy';
import { wallClock } from '../../../domain/time/format';
import { isKinship } from '../people.view';

export interface RegisterForm {
  readonly nickname: string;
  /** `2019-05` */
  readonly birthMonth: string;
  readonly school: string;
  readonly kinship: string;
  readonly isAgreed: boolean;
  /** 补上同意: the six digits that the carer said on the phone. */
  readonly word: string;
}

export const emptyRegister: RegisterForm = { nickname: '', birthMonth: '', school: '', kinship: '', isAgreed: false, word: '' };

/** The months in which a child of the right age was born, by the phone's own clock. */
export function monthsAt(now: number): { readonly first: string; readonly last: string; readonly middle: string } {
  const { year, month } = wallClock(now);
  const key = (age: number) => `${year - age}-${String(month).padStart(2, '0')}`;
  return { first: key(ages.until + 1), last: key(ages.from), middle: key(8) };
}

/** `2019年5月` */
export function monthWords(birthMonth: string): string {
  const [year = '', month = ''] = birthMonth.split('-');
  return birthMonth === '' ? '点这里选' : `${year}年${Number(month)}月`;
}

export function problemsOf({ nickname, birthMonth, school, kinship, isAgreed, word }: RegisterForm, isWalkIn: boolean): Record<string, string> {
  return {
    ...(isWalkIn && !/^\d{6}$/.test(word.trim()) && { word: '请填托管员在电话里说的六个数字。' }),
    ...(!isWalkIn && nickname.trim() === '' && { nickname: '请写孩子的小名。' }),
    ...(!isWalkIn && birthMonth === '' && { birthMonth: '请选出生年月。' }),
    ...(school.trim() === '' && { school: '请写学校。' }),
    ...(!isKinship(kinship) && { kinship: '请点您是孩子的什么人。' }),
    ...(!isAgreed && { isAgreed: '看过说明，点一下同意，才能登记。' }),
  };
}

export function inputOf({ nickname, birthMonth, school, kinship }: RegisterForm): InputOf<'childcare.register'> {
  return { nickname: nickname.trim(), birthMonth, school: school.trim(), kinship: isKinship(kinship) ? kinship : 'other', consentVersion: careNoticeVersion };
}

export function walkInOf({ word, school, kinship }: RegisterForm): InputOf<'childcare.consentLater'> {
  return { word: word.trim(), school: school.trim(), kinship: isKinship(kinship) ? kinship : 'other', consentVersion: careNoticeVersion };
}
