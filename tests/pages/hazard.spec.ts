/** 报隐患, 复查, and the story, as somebody with a phone goes through them. */
import { hazard, toRecheck } from '../support/hazard-answers';
import { homeWith, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const compounds = [{ id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b3', name: '3号楼', gridId: 'g1' }] }];
const answers: Answers = {
  'identity.me': () => ({ ok: true, data: resident }),
  'identity.home': () => ({ ok: true, data: homeWith() }),
  'identity.territory': () => ({ ok: true, data: { community: '桐花里社区', compounds } }),
  'hazard.report': () => ({ ok: true, data: hazard }),
  'hazard.recheck': () => ({ ok: true, data: toRecheck }),
};
const open = (data: typeof hazard): Answers => ({ ...answers, 'hazard.open': () => ({ ok: true, data }) });

test('danger puts 119 and 110 first, and the report still goes on to the post', async () => {
  const page = await openPage('features/hazard/report/report', answers);
  await page.press('现在就有危险');
  await page.press('打119');
  expect(page.asked).toContainEqual(expect.objectContaining({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '119' }) as object }));
  await page.press('燃气');
  await page.press('软管老化、开裂，或穿墙');
  await page.press('下一步');
  await page.press('我家楼里，桐花苑 3号楼');
  await page.press('下一步');
  await page.press('报给警务室');
  expect(page.sent.find(({ action }) => action === 'hazard.report')?.input).toEqual({ checklist: 'gas', items: ['oldHose'], buildingId: 'b3', isDangerNow: true });
  expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/hazard/story/story?id=hazard-1&isNew=1' } });
  expect(page.storage.has('draft:hazard')).toBe(false);
});

test('without an item the first question stays, and says what is missing', async () => {
  const page = await openPage('features/hazard/report/report', answers);
  await page.press('楼道');
  await page.press('下一步');
  expect(page.text()).toContain('点一下看到了哪几样。');
});

test('a recheck shows the earlier photo, and is not sent before everything is judged', async () => {
  const page = await openPage('features/hazard/recheck/recheck', open(toRecheck), { query: { id: 'hazard-1' } });
  expect(page.find('.recheck-photo').dom?.getAttribute('aria-label')).toBe('发现的时候的照片，点开看大图');
  await page.press('记下复查');
  expect(page.text()).toContain('从同一个角度拍一张。');
  expect(page.sent.filter(({ action }) => action === 'hazard.recheck')).toEqual([]);
});

test('whoever may not recheck is told why, in place of the form', async () => {
  const page = await openPage('features/hazard/recheck/recheck', open({ ...toRecheck, moves: [], recheckers: ['陆则行', '程小北'] }), { query: { id: 'hazard-1' } });
  expect(page.text()).toContain('发现的、同去的、要求整改的、记整改的人不复查。可以请陆则行、程小北去看。');
});

test('the broken promise stands before everything else', async () => {
  const page = await openPage('features/hazard/story/story', open({ ...hazard, brokenPromise: '说好今天 12:00前去看，没做到，已告诉所领导。' }), { query: { id: 'hazard-1' } });
  expect(page.text()).toMatch(/^说好今天 12:00前去看，没做到，已告诉所领导。/);
});

describe('an invitation', () => {
  const letter = (data: object): Answers => ({ ...answers, 'hazard.readInvitation': () => ({ ok: true, data: { post: '桐花里社区警务室', phone: '0571-80000110', ...data } as never }) });
  const query = { query: { code: 'c'.repeat(22) } };

  test('says who would like to talk, and how many tries are left; without a word nothing is sent', async () => {
    const page = await openPage('features/hazard/letter/letter', letter({ state: 'open', expiresAt: hazard.now, triesLeft: 2 }), query);
    expect(page.text()).toMatch(/^桐花里社区警务室有一件事请您看.*还可以试 2 次，错满5次就锁住。/s);
    await page.press('打开');
    expect(page.text()).toContain('请填口令，工作人员跟您说过的那个词。');
    expect(page.sent.filter(({ action }) => action === 'hazard.bindInvitation')).toEqual([]);
  });

  test('that is locked, used or over says so, and leads to the telephone', async () => {
    for (const [state, words] of [['locked', '码错了5次'], ['taken', '已经有人'], ['expired', '码过期了']] as const) {
      const page = await openPage('features/hazard/letter/letter', letter({ state }), query);
      expect(page.text()).toContain(words);
      await page.press('打警务室电话');
      expect(page.asked).toContainEqual(expect.objectContaining({ name: 'makePhoneCall' }));
    }
  });

  test('of somebody who is in already leads straight on', async () => {
    const page = await openPage('features/hazard/letter/letter', letter({ state: 'mine', hazardId: 'hazard-1' }), query);
    expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/hazard/story/story?id=hazard-1' } });
  });

  test('is made with a word, shown once with its word beside it, and says when nobody can be asked in', async () => {
    const made = { code: 'c'.repeat(22), expiresAt: hazard.now, hazard };
    const ordered = { ...hazard, state: 'ordered', moves: ['invite'], responsible: { name: '面馆店主', isMe: false } } as typeof hazard;
    const page = await openPage('features/hazard/invite/invite', { ...open(ordered), 'hazard.makeInvitation': () => ({ ok: true, data: made }) }, { query: { id: 'hazard-1' } });
    expect(page.text()).toContain('请面馆店主自己来看');
    await page.press('生成邀请');
    const { word } = page.sent.find(({ action }) => action === 'hazard.makeInvitation')!.input as { word: string };
    expect(page.text()).toMatch(new RegExp(`把卡片转给面馆店主.*${word}.*前有效，只能一个人用`, 's'));
    const done = await openPage('features/hazard/invite/invite', open({ ...ordered, invitation: { expiresAt: hazard.now, isBound: true } }), { query: { id: 'hazard-1' } });
    expect(done.text()).toContain('他已经打开了邀请');
  });
});
