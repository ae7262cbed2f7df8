/** 说事: from the first question to the number. */
import { noise } from '../support/dispute-answers';
import { guest, resident } from '../support/home-answers';
import { openPage, type Answers, type MountedPage } from '../support/page';

const REPORT = 'features/dispute/report/report';
const compounds = [{ id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b3', name: '3号楼', gridId: 'g1' }] }];
const answers = (more: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: resident }),
  'identity.territory': () => ({ ok: true, data: { community: '桐花里社区', compounds } }),
  'dispute.file': () => ({ ok: true, data: noise }),
  ...more,
});
// a call that gets no answer is noted for the developer
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

const attempts = (page: MountedPage) => page.sent.filter(({ action }) => action === 'dispute.file').map(({ attemptId }) => attemptId);

async function tellAll(page: MountedPage): Promise<void> {
  await page.press('太吵了');
  await page.press('我家楼里，桐花苑 3号楼');
  await page.press('下一步');
  await page.run('onField', { currentTarget: { dataset: { field: 'story' } }, detail: { value: '楼上夜里咚咚响' } });
  await page.press('下一步');
  await page.press('下一步');
  await page.press('都没有，下一步');
}

test('four taps and a sentence, and it is with the police, with its number', async () => {
  const page = await openPage(REPORT, answers());
  await tellAll(page);
  expect(page.text()).toContain('桐花苑 3号楼');
  await page.press('交给民警');
  expect(page.sent.find(({ action }) => action === 'dispute.file')?.input).toMatchObject({ category: 'noise', buildingId: 'b3', story: '楼上夜里咚咚响' });
  expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/dispute/story/story?id=case-1&isNew=1' } });
  expect(page.storage.has('draft:report')).toBe(false);
});

test('a step that is not answered says how to answer it', async () => {
  const page = await openPage(REPORT, answers());
  await page.press('太吵了');
  await page.press('下一步');
  expect(page.text()).toContain('还没说在哪里，点“我家楼里”最快。');
  await page.press('我家楼里，桐花苑 3号楼');
  expect(page.text()).not.toContain('还没说在哪里');
});

test('danger puts 110 first, and the report still goes on', async () => {
  const page = await openPage(REPORT, answers(), { storage: { 'draft:report': { category: 'family', step: 'danger' } } });
  await page.press('是家里人打人吗，是');
  expect(page.text()).toContain('不能面对面调解');
  await page.press('打110');
  expect(page.asked).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '110' }) as object });
  await page.press('下一步');
  expect(page.text()).toContain('交给民警');
});

test('without an answer nothing is lost, and the second sending is the same intention, on a new page too', async () => {
  const reachable = answers();
  const { 'dispute.file': _file, ...silent } = answers();
  const page = await openPage(REPORT, silent);
  await tellAll(page);
  await page.press('交给民警');
  expect(page.text()).toContain('没收到回复。再点一次，不会重复提交。');
  await page.press('再发一次');
  await page.leave();
  const again = await openPage(REPORT, reachable, { storage: Object.fromEntries(page.storage) });
  await again.press('交给民警');
  expect(new Set([...attempts(page), ...attempts(again)]).size).toBe(1);
});

test('a guest is asked for a telephone at the end, with the notice beside it, and may decline', async () => {
  const page = await openPage(REPORT, answers({ 'identity.me': () => ({ ok: true, data: guest }) }), {
    storage: { 'draft:report': { category: 'noise', step: 'review', buildingId: 'b3', story: '楼上夜里咚咚响' } },
  });
  await page.press('交给民警');
  expect(page.text()).toContain('怎么联系您');
  await page.press('先不填');
  expect(attempts(page)).toEqual([]);
  expect(page.text()).toContain('楼上夜里咚咚响');
  expect(page.text()).not.toContain('再发一次'); // nothing was sent yet
});

test('what the post could not take opens the question it is about', async () => {
  const page = await openPage(
    REPORT,
    answers({ 'dispute.file': () => ({ ok: false, error: { code: 'INVALID_INPUT', message: '电话不对。', details: { 'respondent.phone': '电话不对。' } } }) }),
  );
  await tellAll(page);
  await page.press('交给民警');
  expect(page.text()).toContain('对方是谁');
  expect(page.text()).toContain('电话不对。');
});

test('what was said last time is there; starting afresh asks first', async () => {
  const page = await openPage(REPORT, answers(), { storage: { 'draft:report': { category: 'noise', step: 'where' } } });
  expect(page.text()).toContain('第2步，共6步');
  await page.press('上次写的 · 重新开始');
  expect(page.asked.map(({ name }) => name)).toEqual(expect.arrayContaining(['showModal', 'redirectTo']));
  expect(page.storage.has('draft:report')).toBe(false);
});
