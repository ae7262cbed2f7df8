/** What journeys do with a phone: open it as somebody, press, write, and look that nothing went wrong under the surface. */
import type { Page } from 'playwright-core';
import type { ActionName, InputOf, OutputOf, Reply } from '../../typings/contract/actions';
import { scenes } from '../../local/seed/pictures';
import { openPhone, type Phone } from './browser';
import type { Demo } from './demo';

export type Hand = <T>(persona: string, page: string, deeds: (phone: Page, open: Phone) => Promise<T>) => Promise<T>;

/** Opens somebody's phone for each of the deeds, and closes it. A failure leaves a picture that names the journey. */
export function handOf(demo: Demo, journey: string): Hand {
  return async (persona, page, deeds) => {
    const open = await openPhone(demo.url, persona, page);
    try {
      const given = await deeds(open.phone, open);
      expect(await open.faults()).toEqual([]);
      return given;
    } catch (error) {
      await open.keepPicture(`failed-${journey}-${persona}-${page.split('/').at(-2) ?? 'home'}`);
      throw error;
    } finally {
      await open.close();
    }
  };
}

export const press = (phone: Page, name: string | RegExp) => phone.getByRole('button', { name, exact: true }).click();
export const write = (phone: Page, name: string | RegExp, words: string) => phone.getByRole('textbox', { name }).fill(words);
export const photoOf = (scene: keyof typeof scenes) => ({ name: `${scene}.png`, mimeType: 'image/png', buffer: scenes[scene] });

/** Draws a stroke on the signature pad, with the mouse. */
export async function draw(phone: Page): Promise<void> {
  const sheet = phone.getByRole('img', { name: /签名/ });
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('there is nowhere to sign');
  await phone.mouse.move(box.x + 40, box.y + 40);
  await phone.mouse.down();
  await phone.mouse.move(box.x + 160, box.y + 90, { steps: 8 });
  await phone.mouse.move(box.x + 240, box.y + 40, { steps: 8 });
  await phone.mouse.up();
}

/** Asks the cloud as the person who holds the phone. */
export async function ask<A extends ActionName>(phone: Page, action: A, input: InputOf<A>): Promise<OutputOf<A>> {
  const request = JSON.stringify({ name: action.split('.')[0], data: { action, input, attemptId: crypto.randomUUID() } });
  const answer = await phone.evaluate<string | Reply<OutputOf<A>>>(`wx.cloud.callFunction(${request}).then(({ result }) => result)`);
  const reply = typeof answer === 'string' ? (JSON.parse(answer) as Reply<OutputOf<A>>) : answer;
  if (!reply.ok) throw new Error(`${action}: ${reply.error.code} ${reply.error.message}`);
  return reply.data;
}
