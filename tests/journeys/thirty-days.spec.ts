/** Scenario 9 on the phones: thirty days, ten more when both want them, and the court within thirty days of effect. */
import type { Page } from 'playwright-core';
import { DAY, HOUR, startOfDay } from '../../miniprogram/domain/time/format';
import { comeIn } from '../support/come-in';
import { Demo } from '../support/demo';
import { ask, draw, handOf, press, write } from '../support/hands';
import { until } from '../support/until';

jest.setTimeout(240_000);

const demo = new Demo();
beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const on = handOf(demo, 'thirty');

const at = (page: string, id: string) => `features/dispute/${page}/${page}?id=${id}`;
const choose = (phone: Page, name: string | RegExp) => phone.getByRole('radio', { name, exact: true }).click();
const says = (phone: Page, words: string | RegExp) => phone.getByText(words).first().waitFor();

/** Three quarrels that came to the table today: one goes on for long, one is forgotten, one ends at once. */
let ids: readonly [long: string, forgotten: string, quick: string] = ['', '', ''];
const safe = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

test('three are told on the same day', async () => {
  const stories = ['楼上阳台养鸽子，鸽粪落在被子上。', '楼上阳台的花盆滴水。', '楼上的鞋柜摆在过道。'] as const;
  const told = await on('parent2', '', async (phone) => {
    await says(phone, '我的民警');
    const { home } = await ask(phone, 'identity.me', {});
    const file = async (story: string) => (await ask(phone, 'dispute.file', { category: 'unsure', story, buildingId: home!.buildingId, danger: safe, respondent: { name: '楼上住户', phone: '13900000097' } })).id;
    return [await file(stories[0]), await file(stories[1]), await file(stories[2])] as const;
  });
  ids = told;
});

test('the officer looks at each; the neighbour comes in by a card to two of them, and would like to talk', async () => {
  const [long, forgotten, quick] = ids;
  const mediator = await on('mediator', '', async (phone) => (await ask(phone, 'identity.me', {})).id);
  await on('officer', at('triage', quick), async (phone) => {
    await says(phone, '楼上的鞋柜摆在过道。');
    await press(phone, /派出$/);
    await says(phone, '现在怎么样了');
    for (const id of [long, forgotten]) {
      const { proposal } = await ask(phone, 'dispute.open', { id });
      await ask(phone, 'dispute.triage', { id, colour: proposal!.colour, danger: safe, track: 'people' });
    }
    await ask(phone, 'dispute.invite', { id: forgotten, channel: 'call', isReached: true, words: '愿意谈。' });
  });
  await comeIn(on, quick, 'neighbour', '鞋柜花猫');
  await comeIn(on, long, 'neighbour', '鸽子算盘');
  await on('officer', at('progress', quick), async (phone) => {
    await choose(phone, '对方愿意谈');
    await phone.getByRole('checkbox', { name: /都愿意谈$/ }).click();
    await phone.getByRole('checkbox', { name: /念给双方听了/ }).click();
    await press(phone, '双方都愿意，开始调解');
    await choose(phone, '请谁调解');
    await choose(phone, /^丁守义/);
    await press(phone, '就请这位');
    await says(phone, '调解员已接手');
    for (const id of [long, forgotten]) {
      await ask(phone, 'dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
      expect(await ask(phone, 'dispute.assign', { id, mediatorId: mediator })).toMatchObject({ state: 'assigned' });
    }
  });
});

test('two days later all three are talked about', async () => {
  const [long, forgotten, quick] = ids;
  await on('mediator', at('calendar', quick), async (phone) => {
    await choose(phone, /16:30，空着/);
    await phone.getByRole('checkbox', { name: /没有利害关系/ }).click();
    await press(phone, '约这个时间');
    await says(phone, '时间定了');
    for (const [position, id] of [long, forgotten].entries()) {
      const { now } = await ask(phone, 'dispute.open', { id });
      const startAt = startOfDay(now) + 2 * DAY + (9 + position) * HOUR;
      expect(await ask(phone, 'dispute.schedule', { id, startAt, room: '上门', hasNoConflict: true })).toMatchObject({ state: 'scheduled' });
    }
    await forward(phone, 2);
    for (const id of [long, forgotten]) expect(await ask(phone, 'dispute.sit', { id, isSafe: true })).toMatchObject({ state: 'mediating' });
  });
});

test('the quick one is signed by both on their phones and sealed: the story says until when the court may be asked', async () => {
  const [, , quick] = ids;
  await on('mediator', at('session', quick), async (phone) => {
    await choose(phone, '都平静，可以谈');
    await press(phone, '开始谈');
    await write(phone, /谁说了什么/, '鞋柜可以搬进屋里。');
    await press(phone, '记完');
    await choose(phone, '谈成了');
    await press(phone, /写约定/);
    await press(phone, '自己写一条');
    await write(phone, '做什么', '把鞋柜搬进屋里');
    await write(phone, '怎么算做到', '过道上没有东西');
    await press(phone, '念给双方听');
    await press(phone, '双方都听明白了');
    await says(phone, '谁签了');
  });
  for (const [persona, then] of [['neighbour', '正在谈'], ['parent2', '谈成了']] as const) {
    await on(persona, at('sign', quick), async (phone) => {
      await says(phone, '把鞋柜搬进屋里');
      await draw(phone);
      await press(phone, '确认签字');
      await says(phone, then);
    });
  }
  await on('mediator', at('seal', quick), async (phone) => {
    await phone.getByRole('checkbox', { name: /都盖好了/ }).click();
    await draw(phone);
    await phone.getByText('有了', { exact: true }).waitFor();
    await press(phone, '签字盖章，约定生效');
    await says(phone, '正在兑现');
  });
  await on('parent2', at('story', quick), async (phone, open) => {
    await says(phone, /月\d+日前，双方可以一起请法院确认/);
    await open.keepPicture('thirty-01-court');
  });
});

test('the long one: one asks for ten days more, the other agrees on her own phone, and the thirtieth day passes', async () => {
  const [long, forgotten] = ids;
  await on('parent2', at('story', long), async (phone, open) => {
    await press(phone, '想多谈几天');
    await choose(phone, '10 天');
    await open.keepPicture('thirty-02-extend');
    await press(phone, '想多谈10天');
    await says(phone, '您想多谈几天');
  });
  await on('neighbour', at('story', long), async (phone) => {
    await press(phone, '看一看，同意就点');
    await press(phone, '同意，多谈10天');
    await says(phone, /同意，多谈几天/);
  });
  await on('mediator', at('story', long), async (phone) => {
    await says(phone, '双方都同意，多谈几天');
    await forward(phone, 29); // day 31 since they agreed to talk
    // days that go by within seconds leave the timer behind: it comes again within a minute
    await until(async () => (await ask(phone, 'dispute.open', { id: forgotten })).state === 'failed', 90_000);
  });
  await on('parent2', at('story', forgotten), async (phone, open) => {
    await says(phone, '没谈成');
    await says(phone, '还有这些办法');
    await open.keepPicture('thirty-03-lapsed');
  });
  await on('parent2', at('story', long), async (phone) => {
    await says(phone, '正在谈');
  });
});

test('on day 30 of the quick one both ask the court', async () => {
  const [, , quick] = ids;
  await on('mediator', '', (phone) => forward(phone, 1));
  await on('parent2', at('story', quick), async (phone, open) => {
    await press(phone, '申请司法确认');
    await write(phone, '向哪个法院申请', '望河区人民法院');
    await open.keepPicture('thirty-04-ask');
    await press(phone, '我要申请');
    await says(phone, /申请了/);
  });
  await on('neighbour', at('story', quick), async (phone, open) => {
    await press(phone, '一起申请');
    await write(phone, '向哪个法院申请', '望河区人民法院');
    await press(phone, '一起申请');
    await says(phone, '双方已申请：望河区人民法院');
    await open.keepPicture('thirty-05-applied');
  });
});

test('on day 31 of another it is too late, and the page says so', async () => {
  const [long] = ids;
  await on('mediator', at('agreement', long), async (phone) => {
    await choose(phone, /口头约定/);
    await press(phone, '自己写一条');
    await write(phone, '做什么', '鸽子搬到楼顶');
    await write(phone, '怎么算做到', '阳台上没有鸽子');
    await press(phone, '念给双方听');
    await press(phone, '双方都听明白了');
    await press(phone, '穆子安当面说同意');
    await says(phone, '口头同意了');
    await press(phone, /^(?!穆子安).*当面说同意$/);
    await says(phone, '正在兑现');
    await forward(phone, 31);
  });
  await on('parent2', at('court', long), async (phone, open) => {
    await says(phone, '现在不用办司法确认');
    await expect(ask(phone, 'dispute.askConfirmation', { id: long, side: 'applicant', court: '望河区人民法院' })).rejects.toThrow('REFUSED 约定生效已经超过30天');
    await open.keepPicture('thirty-06-late');
  });
});

/** Opens the demo tools, turns the clock by days, and closes them again. */
async function forward(phone: Page, days: number): Promise<void> {
  await press(phone, '演示工具');
  for (let day = 0; day < days; day += 1) {
    const before = await phone.locator('.tools-clock').textContent();
    await press(phone, '+1天');
    await phone.waitForFunction((words) => document.querySelector('.tools-clock')?.textContent !== words, before);
  }
  await press(phone, '收起演示工具');
}
