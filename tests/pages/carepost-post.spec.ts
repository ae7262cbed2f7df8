/** 托管 at the post: a child at the door without a booking, where and when, which adults, and the days to come. */
import type { CarePost } from '../../typings/contract/childcare';
import { now, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const inputOf = (sent: { action: string; input: unknown }[], action: string) => sent.find((request) => request.action === action)?.input;
const post: CarePost = { id: 'post-1', name: '桐花里警务室', placeId: 'c1', address: '桐花苑南门', areaM2: 48, seats: 10, bookable: 9, times: [{ fromMinute: 940, untilMinute: 1020 }], weekdays: [1, 2, 3, 4, 5] };
const me: Answers = { 'identity.me': () => ({ ok: true, data: resident }) };
const territory: Answers = {
  ...me,
  'childcare.posts': () => ({ ok: true, data: { posts: [post] } }),
  'identity.territory': () => ({ ok: true, data: { community: '桐花里社区', compounds: [{ id: 'c1', name: '桐花苑', hasProperty: true, buildings: [] }] } }),
};

describe('临时来的孩子', () => {
  const WALK_IN = 'features/carepost/walkin/walkin';
  const filled = { 'draft:carepost-walkin': { nickname: '一一', birthMonth: '2020-03', phone: '13900000065', allergy: '' } };
  const answers: Answers = { ...me, 'childcare.walkIn': () => ({ ok: true, data: { id: 'visit-9', nickname: '一一' } as never }), 'childcare.walkInWord': () => ({ ok: true, data: { word: '402913' } }) };

  test('nobody is taken in before somebody has rung the guardian', async () => {
    const page = await openPage(WALK_IN, answers, { query: { post: 'post-1' }, storage: filled });
    await page.press('收下孩子');
    expect(page.text()).toContain('请先给家长打电话，口头同意了再登记。');
    expect(page.sent).toEqual([]);
  });

  test('then the six digits for the telephone are shown', async () => {
    const page = await openPage(WALK_IN, answers, { query: { post: 'post-1' }, storage: filled });
    await page.press('电话里家长说了同意');
    await page.press('收下孩子');
    expect(inputOf(page.sent, 'childcare.walkIn')).toEqual({ postId: 'post-1', nickname: '一一', birthMonth: '2020-03', guardianPhone: '13900000065', hasVerbalConsent: true });
    expect(page.text()).toMatch(/一一在警务室了.*402913/s);
    expect(page.storage.has('draft:carepost-walkin')).toBe(false);
  });
});

test('托管点: what the room comes to is said before it is saved', async () => {
  const page = await openPage('features/carepost/post/post', { ...territory, 'childcare.savePost': () => ({ ok: true, data: post }) });
  expect(page.text()).toContain('最多 10 个孩子；两位大人在，能约 9 个');
  await page.press('周五');
  await page.press('存好');
  expect(inputOf(page.sent, 'childcare.savePost')).toMatchObject({ id: 'post-1', placeId: 'c1', times: post.times, weekdays: [1, 2, 3, 4] });
  expect(page.text()).toContain('桐花里警务室存好了');
});

test('托管点: a time that ends before it begins is not sent', async () => {
  const wrong: Answers = { ...territory, 'childcare.posts': () => ({ ok: true, data: { posts: [{ ...post, times: [{ fromMinute: 1020, untilMinute: 940 }] }] } }) };
  const page = await openPage('features/carepost/post/post', wrong);
  await page.press('存好');
  expect(page.text()).toContain('每个时段要有头有尾');
  expect(inputOf(page.sent, 'childcare.savePost')).toBeUndefined();
});

test('在岗的大人: whoever was not looked up stands first, and nothing that was found is kept', async () => {
  const people = [{ id: 'a', name: '尹晓棠', vettedUntil: now + 1000 }, { id: 'b', name: '程小北' }];
  const page = await openPage('features/carepost/adults/adults', { ...me, 'childcare.staff': () => ({ ok: true, data: { people } }), 'childcare.vet': () => ({ ok: true, data: { people } }) }, { query: { post: 'post-1' } });
  expect(page.text()).toMatch(/程小北还没查过，不能在岗.*尹晓棠查过了/s);
  await page.press('程小北，查过了，没有记录');
  expect(inputOf(page.sent, 'childcare.vet')).toEqual({ postId: 'post-1', personId: 'b', isClean: true });
});

test('接下来几天: each day has its number, who will likely come and how many adults that takes', async () => {
  const days = [{ day: '2026-03-03', booked: 9, expected: 8, carers: 2 }, { day: '2026-03-04', booked: 0, expected: 0, carers: 0 }];
  const page = await openPage('features/carepost/forecast/forecast', { ...territory, 'childcare.forecast': () => ({ ok: true, data: { days, now } }) }, { query: { post: 'post-1' } });
  expect(page.text()).toMatch(/今天约了 9 人多半来 8 人要 2 位大人.*明天还没有人约/s);
  await page.press('14 天');
  expect(page.sent.at(-1)?.input).toEqual({ postId: 'post-1', from: 0, days: 14 });
});
