/** Scenario 14 on the phones: a mother goes to hospital with the younger child, the officer fetches the elder from school, and the grandmother comes with a code that was made without a network. */
import { Demo } from '../support/demo';
import { care, choose, ourPost, says, shownCode, turnClock, typeCode } from '../support/care-hands';
import { handOf, press, write } from '../support/hands';

jest.setTimeout(120_000);

const demo = new Demo();
/** `?id=…` of the visit, once it was asked for. */
let query = '';

beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

const on = handOf(demo, 'urgent');

test('the younger has a fever: her mother shows the code, and takes her to hospital', async () => {
  const code = await on('parent', '', async (phone) => {
    await press(phone, '出示接孩子码，小麦');
    return shownCode(phone);
  });
  await on('carer', '', async (phone) => {
    await phone.getByRole('link', { name: ourPost }).click();
    await press(phone, '小麦，交接');
    await choose(phone, /^安然，妈妈/);
    await typeCode(phone, code);
    await press(phone, '确认交给安然');
    await says(phone, '已交给安然');
  });
});

test('she asks the post to fetch the elder, one question a step, with a word for the teacher', async () => {
  await on('parent', '', async (phone, open) => {
    await phone.getByRole('link', { name: /^接孩子/ }).click();
    await phone.getByRole('link', { name: /^急事接孩子/ }).click();
    await choose(phone, '小满');
    await choose(phone, '桐花里警务室');
    await press(phone, '下一步');
    await write(phone, '出了什么事', '妹妹发高烧，我在去医院的路上。');
    await press(phone, '下一步');
    await write(phone, '学校，哪个门', '桐里小学东门');
    await write(phone, '老师怎么称呼', '三年级1班许老师');
    await press(phone, '下一步');
    await write(phone, '口令', '桂花糕');
    await open.keepPicture('urgent-01-ask');
    await press(phone, '请警务室接');
    await says(phone, /等民警接手/);
    query = /\?id=[\w-]+/.exec(phone.url())?.[0] ?? '';
  });
});

test('one officer goes, and the other sees who; no phrase no child, no nod of the teacher no child', async () => {
  await on('officer', '', async (phone, open) => {
    await phone.getByRole('link', { name: ourPost }).click();
    await press(phone, '小满，去接');
    await says(phone, /许老师/);
    await press(phone, '我去接');
    await says(phone, '给老师看');
    await on('officer2', `features/carepost/fetch/fetch${query}`, (other) => says(other, '沈警官去接了'));
    await on('parent', care('visit', query), (mother) => says(mother, /^沈警官去接，/));

    await write(phone, '口令', '绿豆糕');
    await press(phone, '接到了');
    await says(phone, '请老师核对口令、点头以后，再接走孩子。');
    await phone.getByRole('checkbox', { name: '老师看过我是谁，同意接走' }).click();
    await press(phone, '接到了');
    await says(phone, '口令对不上，请打电话问家长。');
    await write(phone, '口令', '桂花糕');
    await open.keepPicture('urgent-02-school');
    await press(phone, '接到了');
    await says(phone, /由托管员点“孩子到了”/);
  });
});

test('she is received at the post like any other child; mother and leader see it', async () => {
  await on('carer', '', async (phone) => {
    await turnClock(phone, '16:50');
    await phone.getByRole('link', { name: ourPost }).click();
    await press(phone, '小满，孩子到了');
    await says(phone, '✓ 小满到了');
    await phone.getByRole('button', { name: '小满，交接' }).waitFor();
  });
  await on('parent', '', async (phone) => {
    await phone.getByRole('button', { name: /^小满，在警务室，16:5\d到桐花里警务室/ }).click();
    await says(phone, '到警务室了');
  });
  await on('leader', '', (phone) => phone.getByRole('link', { name: /^托管灯，桐花里警务室，大人够，在站 4 人/ }).waitFor());
});

test('in the hospital there is no network: the phone makes a code for the grandmother, she comes, and the mother reads it', async () => {
  await on('parent', care('visit', query), async (phone, open) => {
    await press(phone, '出示接孩子码');
    await choose(phone, '外婆来接'); // whom the phone may make a code for was told when it last had a network
    await press(phone, '返回');
    await phone.context().setOffline(true);
    await press(phone, '出示接孩子码');
    await says(phone, '没有网络，这个码一样能用。');
    await choose(phone, '外婆来接');
    await says(phone, /只认外婆本人/);
    const code = await shownCode(phone);
    await open.keepPicture('urgent-03-code-offline');

    await on('carer', `features/carepost/door/door${query}`, async (carer, post) => {
      await choose(carer, /^外婆，/);
      await typeCode(carer, code);
      await says(carer, /^外婆 · 接孩子码 · /);
      await post.keepPicture('urgent-04-door');
      await press(carer, '确认交给外婆');
      await says(carer, '已交给外婆');
    });

    await phone.context().setOffline(false);
    await phone.goto(`${demo.url}/?as=parent#/${care('visit', query)}`);
    await phone.getByRole('heading', { name: '已交给外婆' }).waitFor();
    await open.keepPicture('urgent-05-released');
  });
  await on('parent', 'features/identity/inbox/inbox', (phone) => says(phone, /小满.*外婆/));
});
