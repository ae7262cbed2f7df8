/** A resident tells of noise; it is carried to a kept promise by everybody whose turn it is, and the power fails once. */
import type { Page } from 'playwright-core';
import type { Phone } from '../support/browser';
import { comeIn } from '../support/come-in';
import { Demo } from '../support/demo';
import { draw, handOf, photoOf, press, write } from '../support/hands';

jest.setTimeout(120_000);

const demo = new Demo();
/** `id=…` of the dispute, once it was told. */
let query = '';

beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const hand = handOf(demo, 'noise');
/** On a page of this dispute; empty is the home. */
const on = (persona: string, page: string, deeds: (phone: Page, open: Phone) => Promise<void>) => hand(persona, page && `features/dispute/${page}/${page}?${query}`, deeds);

const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name, exact: true }).click();
const state = (phone: Page, name: string) => phone.getByText(name, { exact: true }).first().waitFor();

test('the resident tells of the noise, with a photo', async () => {
  await on('resident', '', async (phone, open) => {
    await phone.getByText('我的民警').waitFor();
    await open.keepPicture('journey-01-home');
    await phone.getByRole('link', { name: /^说事/ }).click();
    await choose(phone, '太吵了');
    await choose(phone, /^我家楼里/);
    await press(phone, '下一步');
    await write(phone, '或者写几句', '楼上这几天夜里一直有咚咚声，孩子睡不好。');
    const chooser = phone.waitForEvent('filechooser');
    await press(phone, '加照片');
    await (await chooser).setFiles(photoOf('cooler'));
    await phone.getByRole('button', { name: '第1张照片', exact: true }).waitFor();
    await press(phone, '下一步');
    await write(phone, /怎么称呼/, '楼上502');
    await press(phone, '下一步');
    await press(phone, '都没有，下一步');
    await open.keepPicture('journey-02-review');
    await press(phone, '交给民警');
    await phone.getByText('交给民警了').waitFor();
    query = /id=\w+/.exec(phone.url())?.[0] ?? '';
    expect(await phone.locator('.story-number').textContent()).toMatch(/^[一-鿿]{2}\d+$/);
    await open.keepPicture('journey-03-told');
  });
});

test('the officer grades it and rings the other side, who comes in by a card; then a mediator is asked', async () => {
  await on('officer', 'triage', async (phone, open) => {
    await phone.getByText('楼上这几天夜里一直有咚咚声，孩子睡不好。').waitFor();
    await open.keepPicture('journey-04-triage');
    await press(phone, '同意并派出');
    await choose(phone, '联系上了');
    await write(phone, '对方怎么说', '打通了，愿意明天谈。');
    await press(phone, '记下');
    await phone.getByText('记下了：联系上了').waitFor();
  });
  await comeIn(hand, query.slice('id='.length), 'neighbour', '外机春雨');
  await on('officer', 'progress', async (phone, open) => {
    await choose(phone, '对方愿意谈');
    await phone.getByRole('checkbox', { name: /都愿意谈$/ }).click();
    await phone.getByRole('checkbox', { name: /念给双方听了/ }).click();
    await open.keepPicture('journey-05-consent');
    await press(phone, '双方都愿意，开始调解');
    await choose(phone, '请谁调解');
    await choose(phone, '丁守义');
    await press(phone, '就请这位');
    await state(phone, '调解员已接手');
  });
});

test('the power fails; after the restart everything is where it was', async () => {
  await demo.kill();
  expect(await demo.start()).toContain('/?as=resident');
  await on('resident', 'story', async (phone) => {
    await state(phone, '调解员已接手');
    await phone.getByText('请好了调解员').waitFor();
  });
});

test('the mediator sets a time, writes down what was said, and both agree on one clause', async () => {
  await on('mediator', 'calendar', async (phone, open) => {
    await choose(phone, /16:30，空着/);
    await phone.getByRole('checkbox', { name: /没有利害关系/ }).click();
    await open.keepPicture('journey-06-calendar');
    await press(phone, '约这个时间');
    await state(phone, '时间定了');
    await forward(phone, 1);
  });
  await on('mediator', 'session', async (phone, open) => {
    await choose(phone, '都平静，可以谈');
    await press(phone, '开始谈');
    await write(phone, /谁说了什么/, '响声是空调外机。502愿意一起找物业修好。');
    await open.keepPicture('journey-07-session');
    await press(phone, '记完');
    await choose(phone, '谈成了');
    await press(phone, /写约定/);
    await press(phone, '自己写一条');
    await write(phone, '做什么', '请物业修好空调外机');
    await write(phone, '怎么算做到', '夜里听不到响声');
    await press(phone, '念给双方听');
    await open.keepPicture('journey-08-agreement');
    await press(phone, '双方都听明白了');
    await phone.getByText('谁签了').waitFor();
  });
  await on('neighbour', 'sign', async (phone) => {
    await phone.getByText('请物业修好空调外机').waitFor();
    await draw(phone);
    await press(phone, '确认签字');
    await state(phone, '正在谈');
  });
  await on('resident', 'sign', async (phone, open) => {
    await phone.getByText('请物业修好空调外机').waitFor();
    await draw(phone);
    await open.keepPicture('journey-09-sign');
    await press(phone, '确认签字');
    await state(phone, '谈成了');
  });
  await on('mediator', 'seal', async (phone, open) => {
    await phone.getByRole('checkbox', { name: /都盖好了/ }).click();
    await draw(phone);
    await phone.getByText('有了', { exact: true }).waitFor();
    await open.keepPicture('journey-09-seal');
    await press(phone, '签字盖章，约定生效');
    await state(phone, '正在兑现');
  });
});

test('the clause is kept, and a week later another officer asks both and closes it', async () => {
  await on('resident', 'story', async (phone, open) => {
    await press(phone, /做到了$/);
    await write(phone, /做到/, '物业来修好了，晚上安静了。');
    await open.keepPicture('journey-10-kept');
    await phone.getByRole('dialog').getByRole('button', { name: /做到了|记下/ }).last().click();
    await state(phone, '等回访');
    await forward(phone, 7);
  });
  await on('officer2', 'followup', async (phone, open) => {
    await write(phone, '他们怎么说', '两边都说好了。');
    for (const party of [/^申请人.*怎么说/, /^被申请人.*怎么说/]) {
      await phone.getByRole('radiogroup', { name: party }).getByRole('radio', { name: '都做到了' }).click();
    }
    await open.keepPicture('journey-11-followup');
    await press(phone, '记录结果，办结');
    await state(phone, '办完了');
  });
});

test('the resident gives stars, and thinks again', async () => {
  await on('resident', 'story', async (phone, open) => {
    await choose(phone, '3分，一般');
    await write(phone, '想说几句的话', '办得快。');
    await press(phone, '打分');
    await phone.getByText('谢谢您').waitFor();
    await choose(phone, '5分，很满意');
    await open.keepPicture('journey-12-stars');
    await press(phone, '改成这个分');
    await phone.getByText('谢谢您').waitFor();
    expect(await phone.getByRole('radio', { name: '5分，很满意' }).getAttribute('aria-checked')).toBe('true');
  });
});

test('the timeline tells it all in plain words', async () => {
  await on('resident', 'story', async (phone, open) => {
    await press(phone, /^看全部经过/);
    const lines = await phone.getByRole('list', { name: '经过' }).getByRole('listitem').allTextContents();
    const told = lines.reverse().map((line) => line.replace(/\d.*$/, '').trim());
    expect(told[0]).toContain('您把这件事告诉了警务室');
    for (const step of ['看过了', '打通了对方的电话', '确认双方都愿意谈', '请好了调解员', '约好了时间', '坐下来谈', '写好了约定', '双方谈成了', '有一条做到了', '回访过，办完了']) {
      expect(told.join('\n')).toContain(step);
    }
    expect(told.join('\n')).not.toContain('愿意明天谈'); // what the officer noted for staff
    await open.keepPicture('journey-13-timeline');
  });
});

test('thirty days after, both are asked once more; it is loud again, and it is taken up anew', async () => {
  await on('officer2', 'story', async (phone, open) => {
    await forward(phone, 23);
    await press(phone, '再回访一次');
    await phone.getByText('以前问过').waitFor();
    for (const party of [/^申请人.*怎么说/, /^被申请人.*怎么说/]) {
      await phone.getByRole('radiogroup', { name: party }).getByRole('radio', { name: '都做到了' }).click();
    }
    await write(phone, '他们怎么说', '一个月没响过。');
    await open.keepPicture('journey-14-day-30');
    await press(phone, '记录结果');
    await state(phone, '办完了');
  });
  await on('resident', 'story', async (phone, open) => {
    await press(phone, '没解决');
    await write(phone, '哪里没解决', '昨晚又响了。');
    await press(phone, '告诉民警没解决');
    await state(phone, '等回访');
    await phone.getByText('有人说过 1 次没解决').waitFor();
    await open.keepPicture('journey-15-contested');
  });
  await on('officer', 'story', async (phone, open) => {
    await press(phone, '重新办');
    await write(phone, '为什么重新办', '外机又松了，请双方再谈。');
    await open.keepPicture('journey-16-again');
    await phone.getByRole('dialog').getByRole('button', { name: '重新办' }).click();
    await state(phone, '正在安排');
  });
  await on('leader', '', async (phone, open) => {
    await phone.getByRole('link', { name: /^所里看板/ }).click();
    await phone.getByText(/^全所/).waitFor();
    await open.keepPicture('journey-17-board');
  });
});

/** Opens the demo tools, turns the clock by days, and closes them again. */
async function forward(phone: Page, days: number): Promise<void> {
  await press(phone, '演示工具');
  const before = await phone.locator('.tools-clock').textContent();
  for (let day = 0; day < days; day += 1) await press(phone, '+1天');
  await phone.waitForFunction((words) => document.querySelector('.tools-clock')?.textContent !== words, before);
  await press(phone, '收起演示工具');
}
