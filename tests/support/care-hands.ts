/** What journeys of childcare do on the phones: read a code, type it in at the door, turn the demo's clock. */
import type { Page } from 'playwright-core';
import { DAY } from '../../miniprogram/domain/time/format';
import { press } from './hands';

export const ourPost = /^托管灯，桐花里警务室，/;
export const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name }).first().click();
export const says = (phone: Page, words: string | RegExp) => phone.getByText(words).filter({ visible: true }).first().waitFor();
/** How a visit or a child is opened. */
export const care = (page: string, query = '') => `features/childcare/${page}/${page}${query}`;

/** The six digits on a guardian's phone, as a reader says them. */
export async function shownCode(phone: Page): Promise<string> {
  const label = await phone.getByLabel(/^接孩子码( \d){6}$/).getAttribute('aria-label');
  return (label ?? '').replace(/\D/g, '');
}

/** The carer's thumb on the keys. */
export async function typeCode(phone: Page, code: string): Promise<void> {
  for (const digit of code) await press(phone, digit);
  await press(phone, '核对');
}

/** Opens the demo tools and turns its clock on to a time of day, so many days from now. The page opens again. */
export async function turnClock(phone: Page, time: string, days = 0): Promise<void> {
  await press(phone, '演示工具');
  const field = phone.getByLabel('日期和时间');
  const today = Date.parse(`${(await field.inputValue()).slice(0, 10)}T00:00Z`);
  await field.fill(`${new Date(today + days * DAY).toISOString().slice(0, 10)}T${time}`);
  await press(phone, '改到这时');
  await phone.locator('.tools-clock', { hasText: time }).waitFor();
  await press(phone, '收起演示工具');
}
