/** The other side, without an account: an invitation, a word, and an answer of the own; one is willing, one is not. */
import type { Page } from 'playwright-core';
import { Demo } from '../support/demo';
import { handOf, press, write } from '../support/hands';

jest.setTimeout(120_000);

const demo = new Demo();
beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const on = handOf(demo, 'respondent');

const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name, exact: true }).click();
const desk = 'pages/matters/matters';

/** A card of 待办 › 在办, by the beginning of its story, and on to the page that invites the other side. */
async function toInvite(phone: Page, story: string): Promise<void> {
  await choose(phone, '在办');
  await phone.getByText(story).click();
  await press(phone, '更新进展');
  await choose(phone, '邀请对方');
}

test('an officer hands on a card with a word; the neighbour opens it as a stranger, tells his side and would like to talk; the officer takes it on', async () => {
  const path = await on('officer', desk, async (phone, open) => {
    await toInvite(phone, '二手房东说好修热水器');
    await write(phone, '口令', '老井馒头');
    await open.keepPicture('respondent-01-word');
    await press(phone, '生成邀请');
    await phone.getByText('邀请好了，还差两步').waitFor();
    await open.keepPicture('respondent-02-made');
    await press(phone, '转给对方');
    const sheet = phone.getByRole('dialog', { name: '转发给朋友' });
    expect(await sheet.textContent()).toContain('社区警务室想和您谈一件事');
    expect(await sheet.textContent()).not.toMatch(/房东|热水器|老井馒头/);
    const address = await sheet.getByRole('link').getAttribute('href');
    return /#\/(.*)$/.exec(address ?? '')?.[1] ?? '';
  });
  expect(path).toMatch(/^features\/dispute\/letter\/letter\?code=[\w-]{22}$/);

  await on('stranger', path, async (phone, open) => {
    await phone.getByText(/警务室想和您谈一件事$/).waitFor();
    expect(await phone.locator('wx-page').textContent()).not.toMatch(/房东|热水器|宿舍/);
    await open.keepPicture('respondent-03-letter');
    await write(phone, '口令', '老井包子');
    await press(phone, '打开');
    await press(phone, '同意并继续');
    await phone.getByText(/口令不对/).waitFor();
    await write(phone, '口令', '老井馒头');
    await phone.getByText('还可以试 4 次，错满5次就锁住。').waitFor();
    await press(phone, '打开');
    await phone.getByText('纺机宿舍 1栋，钱款的事').waitFor();
    await open.keepPicture('respondent-04-answer');
    await press(phone, /^说说我这边的情况/);
    await write(phone, '或者写几句', '热水器的配件上周才到，我这周末去装，钱可以退。');
    await open.keepPicture('respondent-05-tell');
    await press(phone, '告诉警务室');
    await phone.getByText('热水器的配件上周才到，我这周末去装，钱可以退。').waitFor();
    await press(phone, '我愿意谈');
    await phone.getByText(/请先看看上面的权利和义务/).waitFor();
    await phone.getByRole('checkbox', { name: '上面的我看过了' }).click();
    await press(phone, '我愿意谈');
    await phone.getByText('双方都愿意谈，安排调解').waitFor();
    await open.keepPicture('respondent-06-willing');
    expect(await phone.locator('wx-page').last().textContent()).not.toContain('收了200元'); // the applicant's words
  });

  await on('officer', desk, async (phone, open) => {
    await choose(phone, '在办');
    await phone.getByText('二手房东说好修热水器').click();
    await phone.locator('.respondent-side-words').waitFor();
    await open.keepPicture('respondent-07-officer');
    await press(phone, '更新进展');
    await choose(phone, '对方愿意谈');
    await phone.getByRole('checkbox', { name: /都愿意谈$/ }).click();
    await phone.getByRole('checkbox', { name: /念给双方听了/ }).click();
    await press(phone, '双方都愿意，开始调解');
    await phone.getByText('请选调解员', { exact: true }).last().waitFor();
  });
});

test('another gets a door note, types its code, and would rather not: it stops, and both are shown the other ways', async () => {
  const code = await on('officer', desk, async (phone, open) => {
    await toInvite(phone, '租房到期退房');
    await choose(phone, /^贴门条/);
    await write(phone, '口令', '春雨算盘');
    await press(phone, '生成邀请');
    const shown = await phone.locator('.invite-code').textContent();
    await open.keepPicture('respondent-08-note');
    const [note] = await Promise.all([phone.waitForEvent('download'), press(phone, '打开门条，打印')]);
    expect(note.suggestedFilename()).toBe('上门告知.docx');
    return shown?.trim() ?? '';
  });

  await on('parent2', 'features/dispute/letter/letter', async (phone, open) => {
    await write(phone, '邀请码', code);
    await write(phone, '口令', '春雨算盘');
    await press(phone, '打开');
    await phone.getByText('纺机宿舍 4栋，钱款的事').waitFor();
    await press(phone, '不愿意');
    await open.keepPicture('respondent-09-refuse');
    await phone.getByRole('dialog').getByRole('button', { name: '不愿意', exact: true }).click();
    await phone.getByText('有一方不愿调解').first().waitFor();
    await phone.getByText('还有这些办法').waitFor();
    await open.keepPicture('respondent-10-remedies');
  });

  await on('courier', desk, async (phone) => {
    await phone.getByText('租房到期退房').click();
    await phone.getByText('对方表示不愿调解，调解到此为止').waitFor();
    await phone.getByText('还有这些办法').waitFor();
  });
});
