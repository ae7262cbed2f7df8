/** Scenario 15 on the phones: two children leave school 40 minutes apart, the gap is booked for the week; one is late twice, and goes home with somebody who was named that day. */
import type { Page } from 'playwright-core';
import { Demo } from '../support/demo';
import { care, choose, ourPost, says, shownCode, turnClock, typeCode } from '../support/care-hands';
import { ask, handOf, photoOf, press, write } from '../support/hands';
import { until } from '../support/until';

jest.setTimeout(180_000);

const demo = new Demo();
/** `?id=…` of the child who waits. */
let child = '';

beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const on = handOf(demo, 'forty');

/** The roster of our post, as one of the staff opens it. */
async function openRoster(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: ourPost }).click();
  await phone.getByRole('status', { name: /^托管灯，/ }).waitFor();
}

test('on Tuesday everybody goes home: the younger with her mother', async () => {
  const code = await on('parent', '', async (phone) => {
    await press(phone, '出示接孩子码，小麦');
    return shownCode(phone);
  });
  await on('carer', '', async (phone) => {
    await openRoster(phone);
    await press(phone, '小麦，交接');
    await choose(phone, /^安然，妈妈/);
    await typeCode(phone, code);
    await press(phone, '确认交给安然');
    await says(phone, '已交给安然');
  });
  await on('leader', '', async (phone) => {
    const { posts } = await ask(phone, 'childcare.posts', {});
    const boards = await Promise.all(posts.map(({ id }) => ask(phone, 'childcare.board', { postId: id })));
    for (const { visitId } of boards.flatMap(({ children }) => children.filter(({ moves }) => moves.includes('transfer')))) await ask(phone, 'childcare.transfer', { id: visitId, to: '周督导员', reason: '家里人到督导员那里接。' });
  });
});

test('the mother says when each child leaves school, and the five gaps of next week are booked one by one', async () => {
  await on('parent', care('week'), async (phone, open) => {
    await choose(phone, '下周');
    for (const [nickname, time] of [['小麦', '15:40'], ['小满', '16:20']] as const) {
      for (const weekday of ['一', '二', '三', '四', '五']) await phone.getByLabel(new RegExp(`^${nickname}周${weekday} .*几点放学`)).last().fill(time);
    }
    await press(phone, '看空档');
    for (const weekday of ['一', '二', '三', '四', '五']) await phone.getByRole('checkbox', { name: new RegExp(`^周${weekday} .* 15:40 · 小麦$`) }).waitFor();
    await open.keepPicture('forty-01-gaps');
    await press(phone, '约这一周');
    await says(phone, '5 段约好了');
    await open.keepPicture('forty-02-booked');
    await press(phone, '好了');
  });
});

test('on Monday two adults come to work; the younger is not there at 15:56, and the carer is told to ring', async () => {
  await on('carer', '', async (phone) => {
    await turnClock(phone, '15:12', 6);
    await until(async () => (await ask(phone, 'identity.home', {})).posts?.every(({ carers }) => carers === 0) === true, 90_000); // the timer ends last week's duty
    await openRoster(phone);
    await says(phone, /还没有人在岗/);
    await press(phone, '我在岗');
    await says(phone, '✓ 您在岗了');
    await phone.getByRole('status', { name: '托管灯，先不加人' }).waitFor();
  });
  await on('auxiliary', '', async (phone) => {
    await openRoster(phone);
    await press(phone, '我在岗');
    await phone.getByRole('status', { name: '托管灯，大人够' }).waitFor();
  });
  await on('carer', '', async (phone, open) => {
    await turnClock(phone, '15:56');
    await openRoster(phone);
    await says(phone, '还没到，请给家长打电话');
    await open.keepPicture('forty-03-no-show');
    await press(phone, '小麦，打电话');
    await press(phone, '打电话给安然');
    await phone.getByRole('dialog', { name: /^拨打电话 139/ }).waitFor();
    await press(phone, '知道了');
    await press(phone, '返回');
    await press(phone, '小麦，孩子到了');
    await says(phone, '✓ 小麦到了');
    await phone.getByRole('button', { name: '小麦，交接' }).waitFor();
  });
});

test('nobody comes at 17:00: a quarter of an hour later the board says whom to ring, and the leader sees it', async () => {
  await on('carer', '', async (phone, open) => {
    await turnClock(phone, '17:16');
    await openRoster(phone);
    await says(phone, '超时了，孩子仍在警务室');
    await says(phone, '还没人接，请给两位家长打电话');
    await open.keepPicture('forty-04-late');
  });
  await on('leader', '', (phone) => phone.getByRole('link', { name: /^托管灯，桐花里警务室，.*1 个超时$/ }).waitFor());
});

test('the mother is stuck and names the aunt for today; the post rings back, takes a picture, and hands over', async () => {
  await on('parent', '', async (phone, open) => {
    await phone.getByRole('button', { name: /^小麦，超时了，孩子仍在警务室/ }).click();
    await phone.getByRole('link', { name: '今天换人接，改接的人' }).click();
    child = /\?id=[\w-]+/.exec(phone.url())?.[0] ?? '';
    await press(phone, '今天换人接');
    await write(phone, '怎么称呼', '姑姑');
    await choose(phone, '亲戚');
    await write(phone, '电话', '13900000064');
    await open.keepPicture('forty-05-today');
    await press(phone, '今天换人接');
    await says(phone, '姑姑');
  });
  await on('carer', '', async (phone, open) => {
    await openRoster(phone);
    await press(phone, '小麦，交接');
    await choose(phone, /^姑姑，亲戚/);
    await says(phone, '打存好的号码，问是不是姑姑来接、穿什么衣服。');
    await press(phone, '打电话给安然');
    await press(phone, '知道了');
    await phone.getByRole('checkbox', { name: '电话里说好了，人也对得上' }).click();
    await press(phone, '核对');
    await says(phone, /^姑姑 · 回拨电话 · 17:/);
    await press(phone, '确认交给姑姑');
    await says(phone, '拍一张交接照片，再点交给他。');
    const chooser = phone.waitForEvent('filechooser');
    await press(phone, '加照片');
    await (await chooser).setFiles(photoOf('doorway'));
    await phone.getByRole('button', { name: '第1张照片', exact: true }).waitFor();
    await open.keepPicture('forty-06-door');
    await press(phone, '确认交给姑姑');
    await says(phone, '已交给姑姑');
  });
  await on('parent', '', async (phone, open) => {
    await phone.getByRole('button', { name: /^小麦，已交给姑姑/ }).click();
    await phone.getByRole('heading', { name: '已交给姑姑' }).waitFor();
    await says(phone, '交接时的照片');
    await open.keepPicture('forty-07-read');
  });
  // tomorrow she may not come again
  await on('parent', care('child', child), async (phone) => {
    await turnClock(phone, '09:00', 1);
    await says(phone, '外婆');
    expect(await phone.getByText('姑姑').count()).toBe(0);
  });
});
