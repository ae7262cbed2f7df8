/** 治安调解 on three phones: the officer writes down what happened and what was agreed, both sign, the seal is on it; and what is owed where nothing was agreed. */
import { draw, handOf, photoOf, press, write } from '../support/hands';
import { Demo } from '../support/demo';

const demo = new Demo();
const on = handOf(demo, 'police');
beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());
jest.setTimeout(120_000);

const desk = 'pages/matters/matters';

test('an officer and both parties come to an agreement before the police, by the rules of the police', async () => {
  await on('officer2', desk, async (phone, open) => {
    await phone.getByRole('radio', { name: '在办', exact: true }).first().click();
    await phone.getByText('送件的车在楼下').click();
    await press(phone, '写约定，双方签');
    await press(phone, '念给双方听');
    await phone.getByText('还没选什么时候发生的。').first().waitFor(); // 第184条
    await open.keepPicture('police-01-what-is-missing');
    await phone.locator('wx-picker input[type=date]').first().fill('2020-01-02');
    await phone.locator('wx-picker input[type=time]').first().fill('18:10');
    await write(phone, '起因', '嫌送件的车挡路');
    await write(phone, '情节', '推了一把，情节较轻');
    await write(phone, '结果', '手肘擦破一点，没去医院');
    await press(phone, '自己写一条');
    await phone.getByRole('radiogroup', { name: '谁来做' }).getByRole('radio').nth(1).click();
    await write(phone, '做什么', '当面道歉，赔药费五十元');
    await write(phone, '怎么算做到', '收条');
    await press(phone, '念给双方听');
    await phone.getByText('起因：嫌送件的车挡路').waitFor();
    await open.keepPicture('police-02-read-aloud');
    await press(phone, '双方都听明白了');
    await phone.getByText('谁签了').waitFor();
  });

  for (const party of ['courier', 'parent2']) {
    await on(party, desk, async (phone, open) => {
      await phone.getByText('望河新城 A座').first().click();
      await press(phone, '看约定，签字');
      await phone.getByText('公安机关办理行政案件程序规定 第184条').waitFor();
      await phone.getByText('结果：手肘擦破一点，没去医院').waitFor();
      await open.keepPicture(`police-03-${party}`);
      await draw(phone);
      await press(phone, '确认签字');
      await phone.getByText('您签了约定').first().waitFor();
    });
  }

  await on('officer2', desk, async (phone, open) => {
    await phone.getByRole('radio', { name: '在办', exact: true }).first().click();
    await phone.getByText('送件的车在楼下').click();
    await press(phone, '签字盖章');
    await phone.getByText(/做到了，不再处罚（公安机关办理行政案件程序规定 第184、185条）/).waitFor();
    await phone.getByRole('radio', { name: '纸上签的，拍照' }).click();
    const chooser = phone.waitForEvent('filechooser');
    await press(phone, '加照片');
    await (await chooser).setFiles(photoOf('paper'));
    await phone.getByRole('button', { name: '第1张照片', exact: true }).waitFor();
    await phone.getByRole('checkbox', { name: /每一份都盖好了派出所的章/ }).click();
    await open.keepPicture('police-04-seal');
    await press(phone, '签字盖章，约定生效');
    await phone.getByText('您签名盖章，约定生效').waitFor();
  });
});

test('where nothing was agreed the officer says how it goes on by law', async () => {
  await on('officer', desk, async (phone, open) => {
    await phone.getByRole('radio', { name: '在办', exact: true }).first().click();
    await phone.getByText('对门在楼道里骂了我半天').click();
    await press(phone, '依法处理');
    await write(phone, /下一步做什么/, '受案，请双方来做笔录');
    await open.keepPicture('police-05-by-law');
    await press(phone, '记下');
    await phone.getByText('受案，请双方来做笔录').first().waitFor();
    await open.keepPicture('police-06-story');
  });
});
