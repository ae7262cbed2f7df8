/** An officer writes out what a resident told, and the resident has the paper in hand: a real file, saved under its name. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openPhone } from '../support/browser';
import { Demo } from '../support/demo';
import { wordsOf } from '../support/docx';

jest.setTimeout(120_000);

const demo = new Demo();
beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

/** Taps, and reads what was saved. */
async function saved(phone: Page, button: string): Promise<{ name: string; words: string }> {
  const [download] = await Promise.all([phone.waitForEvent('download'), phone.getByRole('button', { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), words: wordsOf(readFileSync(await download.path())) };
}

test('what a resident told is a paper that both of them open', async () => {
  const resident = await openPhone(demo.url, 'resident');
  await resident.phone.locator('.frame').waitFor();
  const { id } = await firstOwn(resident.phone);
  const officer = await openPhone(demo.url, 'officer', `features/dispute/story/story?id=${id}`);
  await officer.phone.getByRole('link', { name: '文书' }).click();
  await officer.phone.getByRole('radio', { name: /^调解申请书/ }).click();
  const made = await saved(officer.phone, '生成文书');
  expect(made.name).toBe('调解申请书.docx');
  expect(made.words).toMatch(/调〔\d{4}〕\d+号/);
  await officer.phone.getByRole('radio', { name: '调解申请书，已生成' }).waitFor();
  await officer.keepPicture('papers');

  await resident.phone.goto(`${demo.url}/?as=resident#/features/papers/papers/papers?id=${id}`);
  await resident.phone.getByRole('radio', { name: '调解申请书，已生成' }).click();
  expect((await saved(resident.phone, '打开')).words).toBe(made.words);
  expect(await resident.phone.getByText('调查记录').count()).toBe(0);
  expect([...(await officer.faults()), ...(await resident.faults())]).toEqual([]);
});

/** The resident's own dispute that was told with the own phone. */
async function firstOwn(phone: Page): Promise<{ id: string }> {
  const request = JSON.stringify({ name: 'dispute', data: { action: 'dispute.listMine', input: {}, attemptId: crypto.randomUUID() } });
  const { data } = await phone.evaluate<{ data: { disputes: { id: string; relations: string[] }[] } }>(`wx.cloud.callFunction(${request}).then(({ result }) => result)`);
  const own = data.disputes.find(({ relations }) => relations.includes('applicant'));
  if (!own) throw new Error('the resident has told nothing in the demo community');
  return own;
}
