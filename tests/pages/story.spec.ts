/** 事情进展: what is read first, what may be done, and what happens when somebody was quicker. */
import type { DisputeView } from '../../typings/contract/dispute';
import { aView, readyToSign, toBeKept } from '../support/dispute-answers';
import { resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const STORY = 'features/dispute/story/story';
const query = { id: 'case-1' };
const showing = (view: DisputeView, more: Answers = {}): Answers => ({
  'dispute.open': () => ({ ok: true, data: view }),
  'identity.me': () => ({ ok: true, data: resident }),
  ...more,
});
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('a broken promise is said before everything else, what happens next before the story', async () => {
  const page = await openPage(STORY, showing(aView({ brokenPromise: '说好今天 12:00前联系双方，没做到，已告诉所领导。' })), { query });
  const text = page.text();
  expect(text.indexOf('没做到')).toBeLessThan(text.indexOf('桂花27'));
  expect(text.indexOf('接下来')).toBeLessThan(text.indexOf('沈警官试着联系过对方'));
});

test('what was just handed in shows its spoken number', async () => {
  const page = await openPage(STORY, showing(aView({ state: 'submitted' })), { query: { ...query, isNew: '1' } });
  expect(page.text()).toContain('说“桂花27”就能找到这件事');
});

test('it opens with one call', async () => {
  const page = await openPage(STORY, showing(aView()), { query });
  expect(page.sent.map(({ action }) => action)).toEqual(['dispute.open']);
});

test('withdrawing says what is lost, needs no reason, and shows the new state', async () => {
  let view = aView();
  const page = await openPage(
    STORY,
    {
      'dispute.open': () => ({ ok: true, data: view }),
      'identity.me': () => ({ ok: true, data: resident }),
      'dispute.withdraw': () => {
        view = aView({ state: 'withdrawn', moves: [] });
        return { ok: true, data: view };
      },
    },
    { query },
  );
  await page.press('撤回这件事');
  expect(page.text()).toContain('已约的时间也会取消');
  await page.press('撤回');
  expect(page.sent.find(({ action }) => action === 'dispute.withdraw')?.input).toEqual({ id: 'case-1' });
  expect(page.text()).toContain('已撤回');
});

test('a clause that was kept is shown with words and photos', async () => {
  const page = await openPage(STORY, showing(toBeKept, { 'dispute.prove': () => ({ ok: true, data: toBeKept }) }), { query });
  await page.press('这条做到了');
  expect(page.text()).toContain('第2条：有响动先说一声');
  await page.emit('#deed', 'send', { words: '说过一次', photos: ['file-1'] });
  expect(page.sent.find(({ action }) => action === 'dispute.prove')?.input).toEqual({ id: 'case-1', clause: 1, words: '说过一次', photos: ['file-1'] });
});

test('a promise that was not kept is told in a few words, or not at all', async () => {
  const page = await openPage(STORY, showing({ ...toBeKept, now: toBeKept.now + 30 * 86_400_000 }), { query });
  await page.press('第1条没做到');
  expect(page.text()).toContain('可以凭约定去法院');
  await page.press('记下，没做到');
  expect(page.text()).toContain('请写几个字，一句话就行。');
  expect(page.sent.map(({ action }) => action)).toEqual(['dispute.open']);
});

test('when somebody was quicker, the newest is shown and said, and the words are kept', async () => {
  let view = aView();
  const page = await openPage(
    STORY,
    {
      'dispute.open': () => ({ ok: true, data: view }),
      'identity.me': () => ({ ok: true, data: resident }),
      'dispute.withdraw': () => {
        view = aView({ state: 'refused', moves: [] });
        return { ok: false, error: { code: 'INVALID_MOVE', message: '沈警官16:20刚办了这一步，已换成最新内容。' } };
      },
    },
    { query },
  );
  await page.press('撤回这件事');
  await page.emit('#deed', 'change', { value: '两家说好了' });
  await page.emit('#deed', 'send', { words: '两家说好了', photos: [] });
  expect(page.text()).toContain('有一方不愿调解');
  expect(page.text()).toContain('已换成最新内容');
  expect([...page.storage.values()]).toContainEqual({ words: '两家说好了' });
});

test('a sending that fails leaves the sheet open with its words, and says why', async () => {
  const page = await openPage(STORY, showing(aView({ state: 'closed', moves: ['contest'] })), { query });
  await page.press('没解决');
  await page.emit('#deed', 'change', { value: '半夜还是响' });
  await page.emit('#deed', 'send', { words: '半夜还是响', photos: [] });
  expect(page.text()).toContain('没收到回复。再点一次，不会重复提交。');
  expect(page.data.words).toBe('半夜还是响');
});

test('signing and choosing have pages of their own', async () => {
  const page = await openPage(STORY, showing(readyToSign), { query });
  await page.press('看约定，签字');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/dispute/sign/sign?id=case-1' } });
});

test('an internal note is marked for those who see it', async () => {
  const lines = [{ version: 4, move: 'note' as const, state: 'inviting' as const, at: aView().now, who: '夏网格员', words: '老人耳背', isInternal: true }];
  const page = await openPage(STORY, showing(aView({ relations: ['officer'], moves: ['note'], lines })), { query });
  expect(page.text()).toContain('只有工作人员可见');
});

test('who may not see it reads why, and may try again', async () => {
  const page = await openPage(STORY, { 'dispute.open': () => ({ ok: false, error: { code: 'NOT_FOUND', message: '没有找到这条记录。' } }) }, { query });
  expect(page.text()).toContain('只有当事人和经办人能看；您是当事人，请打警务室电话核实。');
  expect(page.text()).toContain('重试');
});
