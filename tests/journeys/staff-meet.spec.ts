/** Two of the staff at once: one wins, the other is told kindly and loses no word; and a bad network sends nothing twice. */
import type { Page } from 'playwright-core';
import { openPhone, type Phone } from '../support/browser';
import { Demo } from '../support/demo';

const demo = new Demo();
beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());
jest.setTimeout(90_000);

/** Opens two phones side by side, lets things be done on both, and looks that nothing went wrong under the surface. */
async function together(personas: readonly [string, string], page: string, deeds: (phones: readonly [Page, Page], open: readonly [Phone, Phone]) => Promise<void>): Promise<void> {
  const open = [await openPhone(demo.url, personas[0], page), await openPhone(demo.url, personas[1], page)] as const;
  try {
    await deeds([open[0].phone, open[1].phone], open);
    for (const each of open) expect(await each.faults()).toEqual([]);
  } catch (error) {
    for (const [index, each] of open.entries()) await each.keepPicture(`failed-staff-${personas[index] ?? ''}`);
    throw error;
  } finally {
    for (const each of open) await each.close();
  }
}

const press = (phone: Page, name: string | RegExp) => phone.getByRole('button', { name, exact: true }).click();
const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name, exact: true }).first().click();
/** A card of 待办, by the beginning of its story. */
const take = (phone: Page, story: string) => phone.getByText(story).click();
const desk = 'pages/matters/matters';

test('two officers grade the same dispute at once: one wins, the other hears who it was and sees the newest', async () => {
  await together(['officer', 'officer2'], desk, async (phones, open) => {
    for (const phone of phones) await take(phone, '半夜楼里有人敲东西');
    await choose(phones[1], /^黄/);
    await Promise.all([press(phones[0], '同意并派出'), press(phones[1], '就这样派出')]);
    const told = phones.map((phone) => phone.getByText(/^[沈陆]警官\d+:\d\d刚办了一步，已换成最新内容。$/));
    const late = await Promise.any(told.map((line, index) => line.waitFor().then(() => index)));
    const [second, first] = late === 0 ? phones : [phones[1], phones[0]];
    await first.getByText('现在怎么样了').first().waitFor();
    expect(await told[late]?.textContent()).toMatch(late === 0 ? /^陆/ : /^沈/);
    await second.getByText('正在安排').waitFor();
    expect(await second.getByRole('radiogroup', { name: '颜色' }).getByRole('radio', { checked: true }).textContent()).toContain(late === 0 ? '黄' : '蓝');
    await open[late]?.keepPicture('staff-01-second');
  });
});

test('the mediator whose hour has just gone to another is told, sees it taken, and has another', async () => {
  await together(['mediator2', 'mediator'], desk, async ([quick, slow], [, open]) => {
    await take(quick, '婆婆和儿媳');
    await press(quick, '更新进展');
    await choose(quick, '改时间');
    await take(slow, '邻居的猫总跑到');
    await press(slow, '约时间');
    for (const phone of [quick, slow]) {
      await choose(phone, /周三$/);
      await choose(phone, '9:00，空着');
    }
    await slow.getByRole('checkbox', { name: /没有利害关系/ }).click();
    await press(quick, '改到这个时间');
    await quick.getByText('约好的时间').waitFor(); // back where it was opened, not on a second copy of it
    await press(slow, '约这个时间');
    await slow.getByText('这个时间刚被约走了，请换一个。').waitFor();
    await slow.getByRole('radio', { name: '9:00，有人用' }).waitFor();
    await open.keepPicture('staff-02-hour-gone');
    expect(await slow.getByRole('checkbox', { name: /没有利害关系/, checked: true }).count()).toBe(1); // not asked again
    await choose(slow, '10:00，空着');
    await press(slow, '约这个时间');
    await slow.getByText('约好的时间').waitFor();
  });
});

test('without a network nothing typed is lost; an answer that got lost does not make it twice', async () => {
  const words = '申请人说房东又关机了，下午再打一次。';
  await together(['officer2', 'auxiliary'], desk, async ([phone, colleague], [open]) => {
    await choose(phone, '在办');
    await take(phone, '租房到期退房');
    await press(phone, '更新进展');
    await choose(phone, '记一笔');
    await phone.getByRole('textbox', { name: '写什么' }).fill(words);
    await phone.context().setOffline(true);
    await press(phone, '记下');
    await phone.getByText(/^网络断了，您写的都在/).waitFor();
    await open.keepPicture('staff-03-offline');
    await phone.context().setOffline(false);
    await phone.reload(); // it was put away meanwhile
    expect(await phone.getByRole('textbox', { name: '写什么' }).inputValue()).toBe(words);

    await phone.route('**/fn/dispute', async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 }); // prettier-ignore
    await press(phone, '记下');
    await phone.getByText('没收到回复。再点一次，不会重复提交。').waitFor();
    await press(phone, '记下');
    await phone.getByText('记下了：记一笔').waitFor();

    await choose(colleague, '在办');
    await take(colleague, '租房到期退房');
    await colleague.getByText('陆警官记了一笔').waitFor();
    expect(await colleague.getByText(words).count()).toBe(1);
  });
});
