/** A resident reports an obstructed corridor; the officer orders, whoever has to comes in with a code and says that it is done, and somebody else rechecks from the same place. */
import type { Page } from 'playwright-core';
import type { scenes } from '../../local/seed/pictures';
import { Demo } from '../support/demo';
import { handOf, photoOf, press, write } from '../support/hands';

jest.setTimeout(120_000);

const demo = new Demo();
/** `id=…` of the hazard, once it was reported. */
let query = '';
/** The page that the shared card leads to, and the word that was said. */
let card = '';
let word = '';

beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const on = handOf(demo, 'corridor');

const hazard = (page: string) => `features/hazard/${page}/${page}?${query}`;
const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name }).first().click();
const tick = (phone: Page, name: string | RegExp) => phone.getByRole('checkbox', { name }).click();

async function takePhoto(phone: Page, button: string, scene: keyof typeof scenes): Promise<void> {
  const chooser = phone.waitForEvent('filechooser');
  await press(phone, button);
  await (await chooser).setFiles(photoOf(scene));
  await phone.getByRole('button', { name: '第1张照片', exact: true }).waitFor();
}

/** What the finder reads of how far it has come, on the own page of it. */
async function expectStep(step: number, of: string): Promise<void> {
  await on('resident', hazard('story'), async (phone) => {
    await phone.getByRole('img', { name: `走到第${step}步，共4步：${of}` }).waitFor();
    expect(await phone.locator('wx-page').innerText()).not.toMatch(/302|不许再堆|邀请/); // neither the staff's words nor how the other one came in
  });
}

test('a resident reports it with a photo, and reads 已收到', async () => {
  await on('resident', '', async (phone, open) => {
    await phone.getByRole('link', { name: /^报隐患/ }).click();
    await choose(phone, /^楼道/);
    await tick(phone, /^楼道里堆了东西/);
    await tick(phone, /^防火门或安全出口/);
    await press(phone, '下一步');
    await choose(phone, /^我家楼里/);
    await press(phone, '下一步');
    await takePhoto(phone, '加照片', 'cartons');
    await write(phone, '还想说的', '三楼堆了一个星期，推婴儿车过不去。');
    await open.keepPicture('corridor-01-report');
    await press(phone, '报给警务室');
    await phone.getByText('报上了，谢谢您').waitFor();
    query = /id=\w+/.exec(phone.url())?.[0] ?? '';
  });
  await expectStep(1, '已收到');
});

test('the officer finds it behind the door that says how many wait, and orders it put right', async () => {
  await on('officer', '', async (phone) => {
    await phone.getByRole('link', { name: /^隐患 \d+ 处等着：\d+ 处等人看/ }).click();
    await phone.getByText(/^楼道 · 桐花苑 3号楼$/).first().click();
    await press(phone, '定怎么整改');
    await choose(phone, /^责令整改/);
    for (const item of await phone.getByRole('radiogroup', { name: /哪天前$/ }).all()) await item.getByRole('radio', { name: '3天' }).click();
    await write(phone, '谁来整改', '2单元302住户');
    await write(phone, '还有什么要求', '楼道不许再堆。');
    await press(phone, '责令整改');
    await phone.getByText('已责令整改').first().waitFor();
  });
  await expectStep(2, '有人管');
});

test('the grid worker hands over a card without a fact on it, and says the word', async () => {
  await on('gridWorker', hazard('story'), async (phone, open) => {
    await phone.getByRole('link', { name: '请责任人自己来看、自己说整改好了' }).click();
    word = await phone.getByRole('textbox', { name: '口令' }).inputValue();
    await press(phone, '生成邀请');
    await phone.getByText('邀请好了，还差两步').waitFor();
    await open.keepPicture('corridor-02-invitation');
    await press(phone, '转给他');
    card = new URL((await phone.getByRole('link', { name: '以朋友的身份打开' }).getAttribute('href')) ?? '').hash.slice(2);
    expect(card).toMatch(/^features\/hazard\/letter\/letter\?code=[\w-]{22}$/);
  });
});

test('whoever has to put it right sees nothing before the word, and then what, by when, and that it is theirs to say', async () => {
  await on('parent2', card, async (phone, open) => {
    await phone.getByText(/警务室有一件事请您看$/).waitFor();
    expect(await phone.locator('wx-page').innerText()).not.toMatch(/楼道|整改|302|桐花苑/);
    await write(phone, '口令', '不是这个');
    await press(phone, '打开');
    await phone.getByText(/还可以试 4 次/).waitFor();
    await open.keepPicture('corridor-03-letter');
    await write(phone, '口令', word);
    await press(phone, '打开');
    await phone.getByText('楼道里堆了东西', { exact: true }).waitFor();
    expect(await phone.locator('wx-page').last().innerText()).not.toMatch(/婴儿车|韦德顺|发现的时候/); // nothing of the finder
    await open.keepPicture('corridor-04-responsible');
    await press(phone, '我整改好了');
    await tick(phone, /^楼道里堆了东西/);
    await tick(phone, /^防火门或安全出口/);
    await takePhoto(phone, '加照片', 'unplugged');
    await write(phone, '怎么整改的', '都搬回家了。');
    await press(phone, '整改好了，请人复查');
    await phone.getByText('都整改了，等复查').first().waitFor();
  });
  await expectStep(3, '整改好了');
});

test('who ordered does not recheck; another takes the photo beside the earlier one, and it is over', async () => {
  await on('officer', hazard('recheck'), async (phone) => {
    await phone.getByText(/^发现的、同去的、要求整改的、记整改的人不复查。可以请.*陆则行/).waitFor();
  });
  await on('officer2', hazard('story'), async (phone, open) => {
    await press(phone, '去复查');
    await phone.getByRole('button', { name: '发现的时候的照片，点开看大图' }).waitFor();
    await takePhoto(phone, '拍现在的照片', 'unplugged');
    await phone.getByRole('img', { name: '现在的照片' }).waitFor();
    await open.keepPicture('corridor-05-recheck');
    for (const item of await phone.getByRole('radiogroup', { name: /过了没有$/ }).all()) await item.getByRole('radio', { name: '过了', exact: true }).click();
    await press(phone, '都过了，办结');
    await phone.getByText('每一项都过了').waitFor();
  });
  await expectStep(4, '复查过了');
});
