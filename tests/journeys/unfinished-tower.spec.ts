/** Twenty-five owners of an unfinished tower: five speak, others are asked to help, and two lifts are settled in two sessions. */
import type { Page } from 'playwright-core';
import { scenes } from '../../local/seed/pictures';
import type { ActionName, InputOf, OutputOf } from '../../typings/contract/actions';
import { Demo } from '../support/demo';
import { handOf, press, write } from '../support/hands';

jest.setTimeout(120_000);

const demo = new Demo();
let id = '';

beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const on = handOf(demo, 'tower');

const page = (name: string, more = '') => `features/${name === 'together' ? 'desk' : 'dispute'}/${name}/${name}?id=${id}${more}`;
const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name, exact: true }).first().click();
const tick = (phone: Page, name: string | RegExp) => phone.getByRole('checkbox', { name, exact: true }).click();
const noted = (phone: Page) => phone.getByText('记下了').first().waitFor();

/** What other journeys show, done at once by whoever holds the phone. */
async function ask<A extends ActionName>(phone: Page, action: A, input: InputOf<A>): Promise<OutputOf<A>> {
  const request = JSON.stringify({ name: action.split('.')[0], data: { action, input, attemptId: crypto.randomUUID() } });
  const said = await phone.evaluate<string | object>(`wx.cloud.callFunction(${request}).then(({ result }) => result)`);
  const answer = (typeof said === 'string' ? JSON.parse(said) : said) as { ok: boolean; data: OutputOf<A>; error?: { message: string } };
  if (!answer.ok) throw new Error(`${action}: ${answer.error?.message ?? ''}`);
  return answer.data;
}

/** Opens the demo tools, turns the clock by days, and closes them again. */
async function forward(phone: Page, days: number): Promise<void> {
  await press(phone, '演示工具');
  const before = await phone.locator('.tools-clock').textContent();
  for (let day = 0; day < days; day += 1) await press(phone, '+1天');
  await phone.waitForFunction((words) => document.querySelector('.tools-clock')?.textContent !== words, before);
  await press(phone, '收起演示工具');
}

test('a representative tells of it, and it is red', async () => {
  await on('resident', '', async (phone) => {
    await phone.getByText('我的民警').waitFor();
    const { home } = await ask(phone, 'identity.me', {});
    const danger = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };
    const told = await ask(phone, 'dispute.file', { category: 'property', story: '烂尾楼停工两年，电梯没通，25户准备去上访。', buildingId: home?.buildingId ?? '', danger, peopleCount: 25, respondent: { name: '望河置业', phone: '13900000095' } });
    id = told.id;
  });
  await on('officer', page('triage'), async (phone) => {
    await phone.getByText(/建议红/).waitFor();
    await press(phone, '同意并派出');
    await phone.getByText('现在怎么样了').first().waitFor();
    await ask(phone, 'dispute.invite', { id, channel: 'call', isReached: true, words: '公司派副经理来。' });
  });
});

test('twenty-five names, five of whom speak, and each wants it', async () => {
  await on('officer', page('together', '&tab=group'), async (phone, open) => {
    await write(phone, '加名字', ['韦德顺', ...Array.from({ length: 24 }, (_, n) => `业主${n + 2}`)].join('\n'));
    await press(phone, '加到名单');
    for (const name of ['韦德顺', '业主2', '业主3', '业主4', '业主5', '业主6']) await tick(phone, `${name}，代表`);
    await press(phone, '存好名单');
    await phone.getByText('代表最多 5 人，现在 6 人。').waitFor();
    await tick(phone, '业主6，代表');
    await press(phone, '大家都同意调解');
    await phone.getByText('共 25 人，代表 5 人。').first().waitFor();
    await open.keepPicture('tower-01-group');
    await press(phone, '存好名单');
    await noted(phone);
    await ask(phone, 'dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  });
  await on('resident', page('choose'), async (phone) => {
    await choose(phone, /^白秀兰/);
    await press(phone, '就选这位');
    await phone.getByText('调解员已接手').first().waitFor();
  });
});

test('leader, officer and auxiliary are asked to help, property and the building office too, and the community whistles', async () => {
  await on('officer', page('together', '&tab=panel'), async (phone, open) => {
    await choose(phone, '沈砚秋');
    await press(phone, '再请一位');
    await press(phone, '再请物业');
    await choose(phone, '冷锋');
    await press(phone, '再请一位');
    await press(phone, '再请有关部门');
    await write(phone, '姓名', '住建老秦');
    await tick(phone, '问过了，和双方没有利害关系');
    await open.keepPicture('tower-02-panel');
    await press(phone, '请他们来帮忙');
    await press(phone, '没有，我来帮忙'); // the officer, of herself
    await phone.getByText('等您说明').waitFor({ state: 'detached' });
    await choose(phone, '吹哨');
    await tick(phone, '住建');
    await tick(phone, '信访办');
    await write(phone, '请他们做什么', '今天下午一起来。');
    await press(phone, '吹哨，请他们来');
    await press(phone, '记下住建的答复');
    await write(phone, '住建怎么说', '派老秦到场。');
    await press(phone, '记下');
    await phone.getByText('派老秦到场。').waitFor();
    await open.keepPicture('tower-03-whistle');
  });
  for (const helper of ['leader', 'auxiliary', 'partner']) {
    await on(helper, page('story'), async (phone, open) => {
      await phone.getByText('请来帮忙的人').waitFor();
      await open.keepPicture(`tower-04-${helper}`);
      await press(phone, '没有，我来帮忙');
      await phone.getByText('没有，我来帮忙').waitFor({ state: 'detached' });
    });
  }
});

test('both sides agree to them, and red is offered today’s next free hour', async () => {
  await on('resident', page('story'), async (phone, open) => {
    await phone.getByText('还要双方都同意，才能一起谈。').waitFor();
    await open.keepPicture('tower-05-consent');
    await press(phone, '同意请他们帮忙');
    await phone.getByText('您同意了，还等对方。').waitFor();
  });
  await on('mediator2', page('calendar'), async (phone, open) => {
    await phone.getByText('红色的事，今天有空就先排今天。').waitFor();
    await open.keepPicture('tower-06-today');
    await tick(phone, /没有利害关系/);
    await press(phone, '约这个时间');
    await phone.getByText('约好的时间').waitFor();
    await press(phone, '开始谈');
    await choose(phone, '都平静，可以谈');
    await press(phone, '开始谈');
    await phone.getByText('请人来帮忙调解，要双方都同意。').waitFor(); // 人民调解法 第20条
  });
  await on('mediator2', page('story'), async (phone) => {
    await press(phone, '记下被申请人当面同意');
    await phone.getByText('双方都同意请他们帮忙。').waitFor();
  });
});

test('in the first session they talk, in the second two lifts are settled', async () => {
  await on('mediator2', page('session'), async (phone) => {
    await choose(phone, '都平静，可以谈');
    await press(phone, '开始谈');
    await write(phone, /谁说了什么/, '公司认电梯的账，外立面要等评估。');
    await press(phone, '记完');
    await choose(phone, /^还要再谈/);
    await choose(phone, /周三$/);
    await choose(phone, '15:30，空着');
    await press(phone, '记下，约下一次');
    await phone.getByText('约好的时间').waitFor();
    await forward(phone, 1);
  });
  await on('mediator2', page('session'), async (phone, open) => {
    await choose(phone, '都平静，可以谈');
    await press(phone, '开始谈');
    await write(phone, /谁说了什么/, '两部电梯定了日子。');
    await press(phone, '记完');
    await choose(phone, /^谈成了/);
    await press(phone, /写约定/);
    await choose(phone, /^先谈成一部分/);
    await write(phone, '怎么回事，争的是什么', '停工两年，两部电梯欠安装尾款。');
    for (const lift of ['东边', '西边']) {
      await press(phone, '自己写一条');
      await phone.getByRole('textbox', { name: '做什么' }).last().fill(`${lift}电梯通过验收`);
      await phone.getByRole('textbox', { name: '怎么算做到' }).last().fill('检验合格证');
    }
    await write(phone, '还没谈成的', '外立面和延期交房的赔偿。');
    await press(phone, '念给双方听');
    await press(phone, '双方都听明白了');
    for (const party of [/^韦德顺.*拍照$/, /^望河置业.*拍照$/]) {
      const chooser = phone.waitForEvent('filechooser');
      await press(phone, party);
      await (await chooser).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: scenes.paper });
      await phone.getByRole('button', { name: party }).waitFor({ state: 'detached' });
    }
    await open.keepPicture('tower-07-signed');
  });
});

test('it holds when all twenty-five have agreed to the text and it is sealed; the rest goes on by itself', async () => {
  await on('mediator2', page('together', '&tab=group'), async (phone) => {
    await phone.getByText(/还有 25 人没说同意约定/).first().waitFor();
    await press(phone, '大家都同意约定');
    await press(phone, '存好名单');
    await noted(phone);
  });
  await on('mediator2', page('seal'), async (phone, open) => {
    await tick(phone, /^每一份都盖好了/);
    await draw(phone);
    await press(phone, '签字盖章，约定生效');
    await phone.getByText('正在兑现').first().waitFor();
    await open.keepPicture('tower-08-performing');
  });
  await on('resident', page('story'), async (phone) => {
    await phone.getByText('东边电梯通过验收').first().waitFor();
    const { state, sessionsHeld, linked } = await ask(phone, 'dispute.open', { id });
    expect({ state, sessionsHeld, linked }).toMatchObject({ state: 'performing', sessionsHeld: 2, linked: [{ how: 'rest', state: 'submitted' }] });
  });
});

test('what is left stands on Wednesday’s agenda, and the leader sets down who does what', async () => {
  await on('leader', 'features/desk/meeting/meeting', async (phone, open) => {
    await phone.getByText('第1件', { exact: true }).waitFor();
    await open.keepPicture('tower-09-meeting');
    await press(phone, '第1件，定一件事');
    await write(phone, '做什么', '请住建给外立面做个评估');
    await write(phone, '谁来做', '沈砚秋');
    await press(phone, '定下这件事');
    await phone.getByText('请住建给外立面做个评估').first().waitFor();
    await open.keepPicture('tower-10-decided');
  });
});

/** Draws a stroke on the signature pad, with the mouse. */
async function draw(phone: Page): Promise<void> {
  const sheet = phone.getByRole('img', { name: /签名/ });
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('there is nowhere to sign');
  await phone.mouse.move(box.x + 40, box.y + 40);
  await phone.mouse.down();
  await phone.mouse.move(box.x + 160, box.y + 90, { steps: 8 });
  await phone.mouse.move(box.x + 240, box.y + 40, { steps: 8 });
  await phone.mouse.up();
}
