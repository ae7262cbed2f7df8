/** Bounded input fields, with the sentence a person reads when one is wrong. */
import * as v from 'valibot';
import { momentOfDay } from '../../miniprogram/domain/time/format';
import { phonePattern } from '../../miniprogram/domain/identity/policy';

/** Half of a character, as a phone leaves it that cuts an emoji in two: a database would keep something else, and the seal not fit. With what is no character, no paper could be opened. */
const HALF = /[\p{Surrogate}\uFFFE\uFFFF]/gu;

/** Text of at most `most` characters; spaces around it do not count. */
export function text(label: string, most: number) {
  return v.pipe(
    v.string(`请填写${label}。`),
    v.transform((typed) => typed.replace(HALF, '')),
    v.trim(),
    v.minLength(1, `请填写${label}。`),
    v.maxLength(most, `${label}最多 ${most} 个字。`),
  );
}

/** Any id that this system made: of a case, a person, a place, a file. */
export const id = v.pipe(v.string('缺少编号。'), v.regex(/^[\w-]{1,64}$/, '编号不正确。'));

/** The code of a letter, as somebody types it off a note: spaces between its groups do not count. */
export const letterCode = v.pipe(
  v.string('请填邀请码。'),
  v.transform((typed) => typed.replace(/\s/g, '')),
  v.regex(/^[\w-]{1,64}$/, '邀请码不对，请再看一看。'),
);

/** Of a message: made of the id of what happened and of the reader. */
export const messageId = v.pipe(v.string('缺少编号。'), v.regex(/^[\w:.-]{1,200}$/, '编号不正确。'));

/** Epoch milliseconds, up to the year 9999. */
export const moment = v.pipe(v.number('时间不正确。'), v.integer('时间不正确。'), v.minValue(0, '时间不正确。'), v.maxValue(253_402_300_799_000, '时间不正确。'));

/** A day that exists, as `2026-03-10`. */
export const day = v.pipe(v.string('请选日期。'), v.check((key) => !Number.isNaN(momentOfDay(key)), '没有这一天，请重新选。'));

/** A Chinese mobile or landline number; spaces and dashes between digits do not count. */
export const phone = v.pipe(
  v.string('请填写电话。'),
  v.transform((typed) => typed.replace(/[\s-]/g, '')),
  v.regex(phonePattern, '电话不对，请填11位手机号，或带区号的座机。'),
);

/** A whole number of things. */
export function count(label: string, most: number) {
  return v.pipe(v.number(`请填写${label}。`), v.integer(`${label}要是整数。`), v.minValue(1, `${label}至少是 1。`), v.maxValue(most, `${label}太大了。`));
}

/** Where the last page of a list ended. */
export const pageEnd = v.pipe(v.string('页码不正确。'), v.regex(/^[\w:.~-]{1,200}$/, '页码不正确。'));
