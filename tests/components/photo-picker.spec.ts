import { resident } from '../support/home-answers';
import { openComponent, type Answers } from '../support/page';

const PICKER = 'components/photo-picker/photo-picker';
const photos = (...names: string[]) => ({ chooseMedia: () => ({ tempFiles: names.map((name) => ({ tempFilePath: `wxfile://${name}`, size: 1000 })) }) });
const me: Answers = { 'identity.me': () => ({ ok: true, data: resident }) };

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('a photo that did not arrive is named, and a tap on it sends it again', async () => {
  let tickets = 0;
  const answers: Answers = {
    ...me,
    'media.ticket': () => {
      tickets += 1;
      return tickets === 2
        ? { ok: false, error: { code: 'RATE_LIMITED', message: '太快了。' } }
        : { ok: true, data: { ticketId: `t${tickets}`, cloudPath: `p/${tickets}.jpg` } };
    },
    'media.claim': ({ input }) => ({ ok: true, data: { id: `photo-${input.ticketId}` } }),
  };
  const picker = await openComponent(PICKER, {}, answers, { wx: photos('a.jpg', 'b.jpg') });
  await picker.press('加照片');
  expect(picker.text()).toContain('第2张照片没传上，其余都在，点它重传。');

  await picker.press('第2张照片没传上，点一下重传');
  expect(picker.text()).not.toContain('没传上');
  expect(tickets).toBe(3);
});

test('when the person chooses nothing, nothing is sent', async () => {
  const picker = await openComponent(PICKER, {}, me, {
    wx: { chooseMedia: () => { throw Object.assign(new Error('cancel'), { errMsg: 'chooseMedia:fail cancel' }); } },
  });
  await picker.press('加照片');
  expect(picker.sent.map(({ action }) => action)).not.toContain('media.ticket');
  expect(picker.text()).not.toContain('打不开相册');
});

test('a phone that does not let us at its photos is told where to allow it', async () => {
  const picker = await openComponent(PICKER, {}, me, {
    wx: { chooseMedia: () => { throw Object.assign(new Error('denied'), { errMsg: 'chooseMedia:fail auth deny', errno: 104 }); } },
  });
  await picker.press('加照片');
  expect(picker.text()).toContain('请在微信设置里允许后再试');
});

test('a draft brings its photos back; one that was under way is sent again by a tap', async () => {
  const kept = [
    { key: 1, file: { path: 'wxfile://a.jpg', bytes: 900 }, state: 'sent', id: 'photo-1' },
    { key: 2, file: { path: 'wxfile://b.jpg', bytes: 900 }, state: 'sending', id: '' },
  ];
  const picker = await openComponent(PICKER, { kept }, me);
  expect(picker.text()).toContain('第2张照片没传上，其余都在，点它重传。');
});

test('when the phone has no copy left, what arrived is safe and the rest must be chosen again', async () => {
  const kept = [
    { key: 1, file: { path: 'wxfile://a.jpg', bytes: 900 }, state: 'sent', id: 'photo-1' },
    { key: 2, file: { path: 'wxfile://b.jpg', bytes: 900 }, state: 'failed', id: '' },
  ];
  const picker = await openComponent(PICKER, { kept }, me);
  for (const key of [2, 1]) await picker.run('onLost', { currentTarget: { dataset: { key } } });
  expect(picker.text()).toContain('已传上');
  expect(picker.text()).toContain('有照片手机里找不到了，请再选一次。');
  expect(picker.text()).not.toContain('点我重传');
});
