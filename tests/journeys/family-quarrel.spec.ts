/**
 * 婆媳争吵, 110转入 (scenario 8). It comes with its number, and its hour is the next Tuesday or Friday. Once somebody is
 * beaten nobody brings the two together: 110 for whoever reports, a sentence for her and for staff, nothing for the other side.
 */
import type { Page } from 'playwright-core';
import { comeIn } from '../support/come-in';
import { Demo } from '../support/demo';
import { ask, handOf, press } from '../support/hands';

const demo = new Demo();
beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());
jest.setTimeout(180_000);

const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name, exact: true }).first().click();
const tick = (phone: Page, name: string | RegExp) => phone.getByRole('checkbox', { name }).click();
const say = (phone: Page, field: string, words: string) => phone.getByRole('textbox', { name: field, exact: true }).first().fill(words);
const record = 'features/desk/record/record';

const inHand = handOf(demo, 'family');

/** The officer writes down what 110 passed on. Gives the page of its story. */
async function passedOn(phone: Page, story: string): Promise<string> {
  await choose(phone, '110转来');
  await press(phone, '存成一件事');
  await phone.getByText('请填110的警情编号。').first().waitFor();
  await say(phone, '110警情编号', '110-0397');
  await say(phone, '哪位民警转来的', '指挥室老秦');
  await choose(phone, '家里的事');
  await phone.getByRole('textbox').filter({ visible: true }).and(phone.getByPlaceholder('谁和谁，因为什么，到什么程度')).fill(story);
  await choose(phone, '桐花苑');
  await choose(phone, '8号楼');
  const names = phone.getByRole('textbox', { name: '怎么称呼', exact: true });
  const numbers = phone.getByRole('textbox', { name: '电话', exact: true });
  await names.nth(0).fill('儿媳小袁');
  await numbers.nth(0).fill('13900000084');
  await tick(phone, /本人同意登记这件事/);
  await names.nth(1).fill('婆婆');
  await press(phone, '存成一件事');
  await phone.getByText('交给民警了').waitFor();
  await phone.getByText('110转来 110-0397 指挥室老秦').waitFor();
  return new URL(phone.url()).hash.slice(2);
}

test('passed on from 110 with number and officer, its hour is the next Tuesday or Friday', async () => {
  await inHand('officer', record, async (phone, open) => {
    await passedOn(phone, '婆婆和儿媳为带孩子吵起来，丈夫报了110。');
    await press(phone, '看一看，定怎么办');
    await press(phone, /派出$/);
    await phone.getByText('现在怎么样了').first().waitFor();
    await choose(phone, '联系上了');
    await say(phone, '对方怎么说', '婆婆也愿意坐下来谈。');
    await press(phone, '记下');
    await phone.getByText('记下了：联系上了').waitFor();
    await choose(phone, '对方愿意谈');
    await tick(phone, /双方都愿意谈/);
    await tick(phone, /念给双方听了/);
    await press(phone, '双方都愿意，开始调解');
    await choose(phone, '请谁调解');
    await choose(phone, /^丁守义/);
    await open.keepPicture('family-01-choose');
    await press(phone, '就请这位');
    await phone.getByText('记下了：请谁调解').waitFor();
  });
  await inHand('mediator', 'pages/matters/matters', async (phone, open) => {
    await phone.getByText('婆婆和儿媳为带孩子吵起来').click();
    await press(phone, '约时间');
    await phone.getByText(/110转来的，先排在最近的调解日|明天的调解已截止/).waitFor();
    await open.keepPicture('family-02-mediation-day');
    await tick(phone, /没有利害关系/);
    await press(phone, '约这个时间');
    await phone.getByText(/周[二五]/).first().waitFor();
  });
});

test('with violence: 110 for whoever reports, no session, and a colleague agrees before any of it is taken back', async () => {
  let story = '';
  await inHand('officer', record, async (phone) => {
    story = await passedOn(phone, '小两口又吵到报警，儿媳躲在邻居家。');
    await press(phone, '看一看，定怎么办');
    await press(phone, /派出$/);
    await phone.getByText('现在怎么样了').first().waitFor();
  });

  await inHand('officer', story, async (phone, open) => {
    await press(phone, '有危险，马上说');
    await choose(phone, /儿媳小袁/);
    await tick(phone, '家里人打人');
    await phone.getByRole('dialog').getByText('先保护人，分开双方').waitFor();
    await phone.getByRole('dialog').getByRole('button', { name: '打110' }).waitFor();
    await open.keepPicture('family-03-danger');
    await say(phone, '看到什么、听到什么', '手臂上有伤，说是丈夫打的。');
    await press(phone, '马上告诉民警');
    await phone.getByText('涉及家暴，不能面对面调解。请单独联系申请人').waitFor();
    await open.keepPicture('family-04-apart');
    await press(phone, '单独联系过了');
    await say(phone, '怎么联系的，人安不安全', '已单独见面，住到妹妹家了。');
    await press(phone, '记下');
    await phone.getByText('联系过申请人').first().waitFor();
    await press(phone, '更新进展');
    await phone.getByText('现在怎么样了').waitFor();
    await phone.getByText(/涉及家暴，不能面对面调解/).filter({ visible: true }).waitFor();
    expect(await phone.getByRole('radio', { name: /联系上了|邀请对方|约好了|对方愿意谈/ }).count()).toBe(0);
    await open.keepPicture('family-05-no-session');
  });

  await inHand('officer', story, async (phone) => {
    await press(phone, '危险没有了，或者降颜色');
    await tick(phone, /不再“家里人打人”/);
    await say(phone, '为什么', '当面问清楚了，是摔的。');
    await press(phone, '请另一个人看');
    await phone.getByText('要另一位民警或者所领导同意').waitFor();
  });
  await inHand('leader', story, async (phone, open) => {
    await phone.getByText(/^沈砚秋提出：.*不再算“家里人打人”$/).waitFor();
    await open.keepPicture('family-06-second-person');
    await press(phone, '不同意');
    await phone.getByText('不同意降颜色').first().waitFor();
    await phone.getByText('涉及家暴，不能面对面调解。请单独联系申请人').waitFor();
  });
});

test('the wife says on her own phone that he beats her: she reads what happens now, he only that the hour is off, the grid worker all of it', async () => {
  const kept = /家暴|打人|手臂|不能面对面|先保证安全/;
  let id = '';
  await inHand('neighbour', '', async (phone) => {
    await phone.getByRole('link', { name: /^说事/ }).click();
    await choose(phone, '家里的事');
    await choose(phone, /^我家楼里/);
    await press(phone, '下一步');
    await say(phone, '或者写几句', '和丈夫为钱的事天天吵，想请人来劝劝。');
    await press(phone, '下一步');
    await phone.getByRole('textbox', { name: /怎么称呼/ }).fill('我丈夫');
    await press(phone, '下一步');
    await press(phone, '都没有，下一步');
    await press(phone, '交给民警');
    await phone.getByText('交给民警了').waitFor();
    id = /id=(\w+)/.exec(phone.url())?.[1] ?? '';
  });
  const story = `features/dispute/story/story?id=${id}`;
  const mediatorId = await inHand('mediator', '', async (phone) => (await ask(phone, 'identity.me', {})).id);
  await inHand('officer', `features/dispute/triage/triage?id=${id}`, async (phone) => {
    await press(phone, /派出$/);
    await phone.getByText('现在怎么样了').first().waitFor();
  });
  await comeIn(inHand, id, 'resident', '白菜豆腐');
  await inHand('officer', '', async (phone) => {
    await ask(phone, 'dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    await ask(phone, 'dispute.assign', { id, mediatorId });
  });
  await inHand('mediator', `features/dispute/calendar/calendar?id=${id}`, async (phone) => {
    await phone.getByRole('radio', { name: /，空着/ }).first().click();
    await tick(phone, /没有利害关系/);
    await press(phone, '约这个时间');
    await phone.getByText('时间定了', { exact: true }).first().waitFor();
  });

  await inHand('neighbour', story, async (phone, open) => {
    await phone.getByText('时间定了', { exact: true }).first().waitFor();
    await press(phone, '有危险，马上说');
    await tick(phone, '家里人打人');
    await phone.getByRole('dialog').getByRole('button', { name: '打110' }).waitFor();
    await say(phone, '看到什么、听到什么', '他昨晚动手了，手臂青了一块。');
    await open.keepPicture('family-07-own-phone');
    await press(phone, '马上告诉民警');
    await phone.getByText('涉及家暴，不能面对面调解，民警会单独联系您。有危险请打110。').waitFor();
    await phone.getByText('单独联系您，先保证安全').waitFor();
    await open.keepPicture('family-08-she-reads');
  });
  await inHand('resident', 'features/identity/inbox/inbox', async (phone, open) => {
    await phone.getByText(/的时间先取消，请不用来，以后再约会告诉您/).waitFor();
    await open.keepPicture('family-09-hour-off');
    expect(await phone.locator('wx-page').last().textContent()).not.toMatch(kept);
  });
  await inHand('resident', story, async (phone, open) => {
    await phone.getByText('联系双方').first().waitFor();
    expect(await phone.locator('wx-page').last().textContent()).not.toMatch(kept);
    await open.keepPicture('family-10-he-reads');
  });
  await inHand('gridWorker', story, async (phone, open) => {
    await phone.getByText('涉及家暴，不能面对面调解。请单独联系申请人').waitFor();
    await phone.getByText('他昨晚动手了，手臂青了一块。').first().waitFor();
    await open.keepPicture('family-11-grid');
  });
});
