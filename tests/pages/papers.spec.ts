/** 文书: staff make what is ready and see what is missing; a party opens what is meant for it. */
import type { PaperRow } from '../../typings/contract/papers';
import { now, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const PAPERS = 'features/papers/papers/papers';
const query = { id: 'case-1' };
const intake: PaperRow = { kind: 'intake', name: '调解申请书', isReady: true, missing: [] };
const record: PaperRow = { kind: 'record', name: '调解记录', isReady: false, missing: ['双方还没有坐下来谈过。'] };
const made: PaperRow = { ...intake, number: '桐花里调〔2026〕12号', madeAt: now };
const file = { url: 'http://127.0.0.1/cos/papers/x.docx', name: '调解申请书', number: '桐花里调〔2026〕12号' };

function answers(papers: PaperRow[], mayMake = true): Answers {
  return {
    'identity.me': () => ({ ok: true, data: resident }),
    'papers.list': () => ({ ok: true, data: { dispute: '桂花27', papers, mayMake, now } }),
    'papers.make': () => ({ ok: true, data: file }),
    'papers.open': () => ({ ok: true, data: file }),
  };
}

test('what is ready and what is missing stands beside each paper', async () => {
  const page = await openPage(PAPERS, answers([intake, record]), { query });
  expect(page.text()).toContain('可以生成');
  expect(page.text()).toContain('还缺 1 样');
  expect(page.text()).toContain('双方还没有坐下来谈过。');
});

test('the paper that was tapped is made, and opens on the phone under its own name', async () => {
  const page = await openPage(PAPERS, answers([intake, record]), { query });
  await page.press('调解申请书，可以生成');
  await page.press('生成文书');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'papers.make', input: { id: 'case-1', kind: 'intake' } }));
  expect(page.asked).toContainEqual({ name: 'downloadFile', options: expect.objectContaining({ url: file.url }) as object });
  expect(page.asked).toContainEqual({ name: 'openDocument', options: expect.objectContaining({ filePath: expect.stringMatching(/\/调解申请书\.docx$/) as string, showMenu: true }) as object });
});

test('what lacks something is not made', async () => {
  const page = await openPage(PAPERS, answers([intake, record]), { query });
  await page.press('调解记录，还缺 1 样');
  await page.press('生成文书');
  expect(page.sent.filter(({ action }) => action === 'papers.make')).toEqual([]);
  expect(page.text()).toContain('缺的补上以后就能生成');
});

test('what was made and has not changed is opened', async () => {
  const page = await openPage(PAPERS, answers([made]), { query });
  expect(page.text()).toContain('桐花里调〔2026〕12号');
  await page.press('调解申请书，已生成');
  await page.press('打开');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'papers.open' }));
});

test('after a change it is made anew, and the earlier version can still be looked at', async () => {
  const page = await openPage(PAPERS, answers([{ ...made, isOutdated: true }]), { query });
  await page.press('调解申请书，有变化');
  await page.press('打开上一版');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'papers.open' }));
  await page.press('生成文书');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'papers.make' }));
});

test('a party opens what was made, and is told when it was not', async () => {
  const page = await openPage(PAPERS, answers([made, { kind: 'rights', name: '调解权利义务告知书', isReady: true, missing: [] }], false), { query });
  await page.press('调解权利义务告知书，还没出');
  expect(page.text()).toContain('这一份还没出，要的话跟警务室说一声');
  await page.press('调解申请书，已生成');
  await page.press('打开');
  expect(page.sent.filter(({ action }) => action === 'papers.open')).toHaveLength(1);
});

test('a paper that does not come down says so, and what is on the screen stays', async () => {
  const page = await openPage(PAPERS, answers([made]), { query, wx: { downloadFile: () => ({ statusCode: 403 }) } });
  await page.press('调解申请书，已生成');
  await page.press('打开');
  expect(page.text()).toContain('文书没有取下来，再点一次。');
  expect(page.text()).toContain('桂花27 的文书');
});

test('before anybody has asked for anything there is nothing to write', async () => {
  const page = await openPage(PAPERS, answers([]), { query });
  expect(page.text()).toContain('这件事还没有文书');
});
