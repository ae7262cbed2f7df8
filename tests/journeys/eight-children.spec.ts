/** The demo's afternoon at 16:35: eight children, each somewhere known; and a corridor without a network, in which no tap is lost. */
import type { Page } from 'playwright-core';
import { barriersOn } from '../support/barriers';
import { Demo } from '../support/demo';
import { care, choose, ourPost, says } from '../support/care-hands';
import { handOf, press } from '../support/hands';

jest.setTimeout(120_000);

const demo = new Demo();
beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const on = handOf(demo, 'eight');
const roster = 'features/carepost/board/board';

/** Opens the row of a child on the roster. */
const open = (phone: Page, nickname: string) => phone.getByRole('button', { name: new RegExp(`^${nickname}，`), expanded: false }).click();
const isThere = (phone: Page, words: string | RegExp) => phone.getByRole('button', { name: words }).first().waitFor();
const hasNoBarriers = async (phone: Page) => expect(await barriersOn(phone)).toEqual([]);

test('a mother reads at a glance where 小麦 is and with whom, what she must do, and that 小满 comes tomorrow', async () => {
  await on('parent', '', async (phone, kept) => {
    await isThere(phone, /^小麦，在警务室，15:42到桐花里警务室，尹老师接的$/);
    await says(phone, '来接孩子');
    await says(phone, /^您，今天 17:00 前$/);
    await isThere(phone, '出示接孩子码，小麦');
    await isThere(phone, /^小满，约好了，明天 16:30–18:00 · 桐花里警务室$/);
    await kept.keepPicture('eight-01-parent');
    await hasNoBarriers(phone);
    await press(phone, '出示接孩子码，小麦');
    await phone.getByLabel(/^接孩子码( \d){6}$/).waitFor();
    await kept.keepPicture('eight-02-code');
    await hasNoBarriers(phone);
  });
});

test('another sees that the aunt whom the post rang about is being checked, and may say that she is the wrong one', async () => {
  await on('parent2', '', async (phone, kept) => {
    await phone.getByRole('button', { name: /^豆苗，正在核对/ }).click();
    await says(phone, '姑姑来接了，正在核对（回拨电话）。不是您叫的人，马上打警务室电话。');
    await says(phone, '亲戚 · 只在今天');
    await kept.keepPicture('eight-03-aunt');
    await hasNoBarriers(phone);
  });
});

test('the carer has all of them on one board: who is at the door and who is late first', async () => {
  await on('carer', '', async (phone, kept) => {
    await phone.getByRole('link', { name: ourPost }).click();
    await phone.getByRole('status', { name: '托管灯，大人够' }).waitFor();
    await says(phone, '在站 4 人，最多 10 人');
    await isThere(phone, /^豆苗，8岁，正在核对，姑姑/);
    await isThere(phone, /^阿橙，10岁，超时了，孩子仍在警务室，.*超时 \d+ 分钟$/);
    await says(phone, '还没人接，请给两位家长打电话');
    await isThere(phone, /^小麦，7岁，在警务室/);
    await isThere(phone, /^一一，6岁，有过敏，在警务室/);
    await says(phone, '家长的同意 18:10 前补上');
    await isThere(phone, /^贝贝，12岁，有过敏，等孩子到，16:30–18:00，晚了 \d+ 分钟$/);
    await isThere(phone, /^糖糖，7岁，正在去接/);
    await isThere(phone, /^石头，11岁，已交给爷爷，16:12$/);
    const inOrder = await phone.locator('.roster-row-name').allTextContents();
    expect(inOrder.slice(0, 2)).toEqual(['豆苗', '阿橙']);
    expect(inOrder).toHaveLength(7); // 小满 comes tomorrow
    await kept.keepPicture('eight-04-board');
    await hasNoBarriers(phone);

    await open(phone, '贝贝');
    await phone.getByRole('link', { name: '贝贝和接的人' }).click();
    await says(phone, /花生过敏，包里有药。/);
    await says(phone, '高某');
    await kept.keepPicture('eight-05-allergy');
    await hasNoBarriers(phone);
  });
});

test('a mother reads of her own children alone', async () => {
  await on('parent', care('children'), async (phone) => {
    await says(phone, '小麦');
    expect(await phone.locator('wx-page').last().innerText()).not.toMatch(/贝贝|豆苗|阿橙|高某/);
    await hasNoBarriers(phone);
  });
});

test('the officer and the leader have the light on their homes; the leader sees who is overdue', async () => {
  for (const who of ['officer', 'leader']) {
    await on(who, '', async (phone) => {
      await phone.getByRole('link', { name: /^托管灯，桐花里警务室，大人够，在站 4 人，最多 10 人 · 2 位大人在岗 · 1 个超时$/ }).waitFor();
      await hasNoBarriers(phone);
    });
  }
});

test('in the corridor the network goes: every tap confirms itself and stays, a handover goes by the signed roster, and all of it arrives once', async () => {
  await on('carer', '', async (phone, kept) => {
    await phone.getByRole('link', { name: ourPost }).click();
    await isThere(phone, /^小麦，7岁，在警务室/);
    await phone.context().setOffline(true);
    await press(phone, '贝贝，孩子到了');
    await says(phone, '✓ 贝贝到了');
    await isThere(phone, /^贝贝，12岁，有过敏，未发出，在警务室/);
    await open(phone, '小麦');
    await press(phone, '小麦学安全');
    await says(phone, '✓ 小麦学安全');
    await phone.getByRole('button', { name: '未发出2条，看是哪些' }).waitFor();
    await says(phone, '没有网络。您点的都记着，连上自己发出去。');
    await kept.keepPicture('eight-06-offline');
    await hasNoBarriers(phone);

    await press(phone, '小麦，交接');
    await says(phone, /^没有网络，按离线名册交，18:\d\d 前有用。/);
    await choose(phone, /^外婆/);
    await phone.getByRole('checkbox', { name: '人看清楚了，暗号或电话也对过' }).click();
    await kept.keepPicture('eight-07-offline-door');
    await hasNoBarriers(phone);
    await press(phone, '断网交给他');
    await says(phone, '已交出，等核实');
    await press(phone, '回到名册');
    await phone.getByRole('button', { name: '未发出3条，看是哪些' }).click();
    for (const tap of ['贝贝到了', '小麦学安全', '小麦交给外婆']) await isThere(phone, `撤回${tap}`);
    await kept.keepPicture('eight-08-waiting');

    // The phone sleeps in a pocket: closed, opened again, still without a network.
    await phone.context().setOffline(false);
    await phone.route('**/fn/**', (route) => route.abort());
    await phone.reload();
    await phone.getByRole('button', { name: '未发出3条，看是哪些' }).waitFor();
    await phone.unroute('**/fn/**');
    await press(phone, '再发一次');
    await phone.getByRole('button', { name: /^未发出/ }).waitFor({ state: 'detached' });
    await isThere(phone, /^贝贝，12岁，有过敏，在警务室/);
    await isThere(phone, /^小麦，7岁，已交出，等核实，外婆/);
    await kept.keepPicture('eight-09-back');
  });
});

test('each of them is there once, and a handover without a network waits for another to look', async () => {
  await on('parent', '', async (phone) => {
    await phone.getByRole('button', { name: /^小麦，已交出，等核实/ }).click();
    await says(phone, '学安全');
    expect(await phone.getByText('学安全').count()).toBe(2); // what she does, and what was written down: once each
  });
  await on('officer', '', async (phone, kept) => {
    await phone.getByRole('link', { name: ourPost }).click();
    await press(phone, '小麦，核实');
    await says(phone, /外婆/);
    await kept.keepPicture('eight-10-review');
    await hasNoBarriers(phone);
  });
  await on('leader', roster, (phone) => isThere(phone, /^小麦，7岁，已交出，等核实/));
});
