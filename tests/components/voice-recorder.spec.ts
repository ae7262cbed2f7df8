/** A voice note: recorded, sent, sent again, taken back. */
import { resident } from '../support/home-answers';
import { openComponent, type Answers } from '../support/page';

const RECORDER = 'components/voice-recorder/voice-recorder';
const claimed: Answers = {
  'identity.me': () => ({ ok: true, data: resident }),
  'media.ticket': () => ({ ok: true, data: { ticketId: 't1', cloudPath: 'v/1.mp3' } }),
  'media.claim': () => ({ ok: true, data: { id: 'voice-1' } }),
};

/** The phone's one recorder; the test says when it stops by itself or fails. */
function aRecorder() {
  let stopped: (note: object) => void = () => undefined;
  let failed: () => void = () => undefined;
  const stop = () => stopped({ tempFilePath: 'wxfile://1.mp3', fileSize: 900, duration: 12_400 });
  return {
    api: { start: () => undefined, stop, onStop: (listener: typeof stopped) => { stopped = listener; }, onError: (listener: () => void) => { failed = listener; } },
    fail: () => failed(),
  };
}

async function open(answers: Answers, recorder = aRecorder(), properties: object = {}) {
  const component = await openComponent(RECORDER, { label: '开始说', ...properties }, answers);
  Object.assign(Reflect.get(globalThis, 'wx') as object, { getRecorderManager: () => recorder.api });
  return { component, recorder };
}

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

test('two taps record and send; then it can be heard', async () => {
  const { component } = await open(claimed);
  await component.press('开始说');
  expect(component.text()).toContain('正在录 0 秒，最长 60 秒');
  await component.press('说完了');
  expect(component.sent.find(({ action }) => action === 'media.ticket')?.input).toEqual({ kind: 'voice', bytes: 900, seconds: 12 });
  expect(component.text()).toContain('听语音');
  expect(component.text()).toContain('12秒');
});

test('one that did not arrive is sent again by a tap', async () => {
  const answers: Answers = { ...claimed };
  delete answers['media.claim'];
  const { component } = await open(answers);
  await component.press('开始说');
  await component.press('说完了');
  expect(component.text()).toContain('语音没传上，点它重传。');
  Object.assign(answers, claimed);
  await component.press('点我重传');
  expect(component.text()).toContain('听语音');
});

test('what was said can be taken back', async () => {
  const { component } = await open(claimed);
  await component.press('开始说');
  await component.press('说完了');
  await component.press('去掉这段语音，重新说');
  expect(component.text()).toContain('开始说');
});

test('a phone that does not let us hear says where to allow it, and that writing will do', async () => {
  const { component, recorder } = await open(claimed);
  await component.press('开始说');
  recorder.fail();
  await component.settled();
  expect(component.text()).toContain('请在微信设置里允许用麦克风，或改成写字');
});

test('a draft brings its voice note back', async () => {
  const { component } = await open(claimed, aRecorder(), { kept: { file: { path: 'wxfile://1.mp3', bytes: 900, seconds: 12 }, id: 'voice-1' } });
  expect(component.text()).toContain('听语音');
});
