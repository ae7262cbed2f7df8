/** 选调解员 and 签约定. */
import type { DisputeView } from '../../typings/contract/dispute';
import { agreement, aView, noise, readyToSign } from '../support/dispute-answers';
import { resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const query = { id: 'case-1' };
const me: Answers = { 'identity.me': () => ({ ok: true, data: resident }) };
const story = { name: 'redirectTo', options: { url: '/features/dispute/story/story?id=case-1' } };
beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  Object.assign(globalThis, { getCurrentPages: () => [{}] });
});

describe('choosing a mediator', () => {
  const CHOOSE = 'features/dispute/choose/choose';
  const two: Answers = {
    ...me,
    'dispute.mediators': () => ({ ok: true, data: { mediators: [{ id: 'm1', name: '丁守义', about: '人民调解员', openCases: 0 }, { id: 'm2', name: '白秀兰', about: '人民调解员', openCases: 3 }] } }),
  };

  test('each is shown with what is at hand; nothing is sent before one is chosen', async () => {
    const page = await openPage(CHOOSE, { ...two, 'dispute.assign': () => ({ ok: true, data: noise }) }, { query });
    expect(page.text()).toContain('手上有 3 件事');
    await page.press('就选这位');
    expect(page.sent.map(({ action }) => action)).not.toContain('dispute.assign');
    await page.press('白秀兰，人民调解员，手上有 3 件事');
    await page.press('就选这位');
    expect(page.sent.find(({ action }) => action === 'dispute.assign')?.input).toEqual({ id: 'case-1', mediatorId: 'm2' });
    expect(page.asked).toContainEqual(story);
  });

  test('when the other party was quicker, it is said, and the story is one tap away', async () => {
    const page = await openPage(CHOOSE, { ...two, 'dispute.assign': () => ({ ok: false, error: { code: 'INVALID_MOVE', message: '对方刚选好了调解员。' } }) }, { query });
    await page.press('丁守义，人民调解员，手上没有别的事');
    await page.press('就选这位');
    expect(page.text()).toContain('对方刚选好了调解员。');
    await page.press('看进展');
    expect(page.asked).toContainEqual(story);
  });

  test('when nobody is there, it says what to do', async () => {
    const page = await openPage(CHOOSE, { 'dispute.mediators': () => ({ ok: true, data: { mediators: [] } }) }, { query });
    expect(page.text()).toContain('可以直接打电话来问');
  });
});

describe('signing', () => {
  const SIGN = 'features/dispute/sign/sign';
  const files = { getFileSystemManager: () => ({ getFileInfo: ({ success }: { success: (info: { size: number }) => void }) => success({ size: 900 }) }) };
  const upload: Answers = {
    ...me,
    'media.ticket': () => ({ ok: true, data: { ticketId: 't1', cloudPath: 'up/1.png' } }),
    'media.claim': () => ({ ok: true, data: { id: 'signature-1' } }),
  };
  const open = async (answers: Answers) => {
    const page = await openPage(SIGN, { ...upload, ...answers }, { query });
    Object.assign(Reflect.get(globalThis, 'wx') as object, files);
    return page;
  };

  test('what is signed is the very text that was read', async () => {
    const page = await open({ 'dispute.open': () => ({ ok: true, data: readyToSign }), 'dispute.sign': () => ({ ok: true, data: noise }) });
    expect(page.text()).toContain('给椅子脚贴上毛毡');
    await page.emit('#pad', 'change', { path: 'tmp/signature.png' });
    await page.press('确认签字');
    expect(page.sent.find(({ action }) => action === 'dispute.sign')?.input).toEqual({
      id: 'case-1', digest: agreement.digest, side: 'applicant', how: 'phone', file: 'signature-1',
    });
    expect(page.asked).toContainEqual(story);
  });

  test('without a signature nothing is sent', async () => {
    const page = await open({ 'dispute.open': () => ({ ok: true, data: readyToSign }) });
    await page.press('确认签字');
    expect(page.sent.map(({ action }) => action)).toEqual(['dispute.open']);
  });

  test('a text that changed meanwhile is shown anew, and the drawing is gone', async () => {
    let view: DisputeView = readyToSign;
    const page = await open({
      'dispute.open': () => ({ ok: true, data: view }),
      'dispute.sign': () => {
        view = { ...readyToSign, agreement: { ...agreement, digest: 'b'.repeat(64), facts: '改过的事实' } };
        return { ok: false, error: { code: 'CONFLICT', message: '约定改过了，请看过新内容再签。' } };
      },
    });
    await page.emit('#pad', 'change', { path: 'tmp/signature.png' });
    await page.press('确认签字');
    expect(page.text()).toContain('约定改过了，下面是新的');
    expect(page.text()).toContain('改过的事实');
    expect(page.data.drawn).toBe('');
  });

  test('a retry sends the drawing once', async () => {
    const page = await open({ 'dispute.open': () => ({ ok: true, data: readyToSign }) });
    await page.emit('#pad', 'change', { path: 'tmp/signature.png' });
    await page.press('确认签字');
    await page.press('确认签字');
    expect(page.sent.filter(({ action }) => action === 'media.ticket')).toHaveLength(1);
    const signings = page.sent.filter(({ action }) => action === 'dispute.sign');
    expect(new Set(signings.map(({ attemptId }) => attemptId)).size).toBe(1);
  });

  test('what must be on paper says so, and offers no sheet to sign', async () => {
    const page = await open({ 'dispute.open': () => ({ ok: true, data: { ...readyToSign, agreement: { ...agreement, paperOnly: '涉及婚姻的约定，要打印出来在纸上签。' } } }) });
    expect(page.text()).toContain('请到警务室');
    expect(page.findAll('#pad')).toHaveLength(0);
  });

  test('before it is written there is nothing to sign', async () => {
    const page = await open({ 'dispute.open': () => ({ ok: true, data: aView() }) });
    expect(page.text()).toContain('约定还没写好');
  });
});
