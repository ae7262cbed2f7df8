/** wx.*: what it answers, what people see of it, and that nothing is missing in silence. */
import { join } from 'node:path';
import { openPhone, type Phone } from '../support/browser';
import { type HostForTests, say, startHost } from './support';

const PICTURE = join(__dirname, 'fixture/assets/tab.png');

let host: HostForTests;
let open: Phone;

beforeAll(async () => {
  host = await startHost('wx');
});
afterAll(() => host.stop());
beforeEach(async () => {
  host.seen.length = 0;
  open = await openPhone(host.url, 'officer', 'pages/apis/apis', { fontScale: 1.3 });
  await open.phone.getByTestId('ready').waitFor();
});
afterEach(() => open.close());

/** A call that goes wrong, as its error message. */
const failing = (call: string) => say<string>(open.phone, `${call}.then(() => 'no failure', ({ errMsg }) => errMsg)`);
/** Starts something that waits for a person; `answer()` gives its result. */
async function start(call: string): Promise<() => Promise<unknown>> {
  await say(open.phone, `void (window.asked = ${call}.catch(({ errMsg }) => errMsg))`);
  return () => say(open.phone, 'window.asked');
}

test('an API answers by promise or by callback, never by both', async () => {
  expect(await say(open.phone, 'wx.getNetworkType()')).toMatchObject({ errMsg: 'getNetworkType:ok', networkType: 'wifi' });
  const called = await say(open.phone, 'new Promise((done) => { const result = wx.getNetworkType({ success: (answer) => done([typeof result, answer.networkType]) }) })');
  expect(called).toEqual(['undefined', 'wifi']);
  expect(await open.faults()).toEqual([]);
});

test('what is not there is a fault with its name, and canIUse says so', async () => {
  expect(await say(open.phone, 'typeof wx.startBluetoothDevicesDiscovery')).toBe('undefined');
  expect(await say(open.phone, 'wx.canIUse("startBluetoothDevicesDiscovery")')).toBe(false);
  expect(await say(open.phone, 'wx.canIUse("showToast.object.title") && wx.canIUse("button.open-type.share")')).toBe(true);
  await say(open.phone, 'void wx.cloud.database');
  expect(await open.faults()).toEqual(['wx.startBluetoothDevicesDiscovery is not there in the browser', 'wx.cloud.database is not there in the browser']);
  await open.phone.getByRole('alert', { name: '程序错误' }).getByText('wx.cloud.database').waitFor();
});

test('uncaught errors, unhandled rejections and console.error are faults', async () => {
  await say(open.phone, 'setTimeout(() => { throw new Error("first") })');
  await say(open.phone, 'void Promise.reject(new Error("second"))');
  await say(open.phone, 'console.error("third", new Error("why"))');
  await open.phone.getByRole('alert', { name: '程序错误' }).getByText('second').first().waitFor();
  expect((await open.faults()).sort()).toEqual(['console.error: third why', 'uncaught: Uncaught Error: first', 'unhandled rejection: second']);
});

test('a function is called as the person who holds the phone, with the key of this page', async () => {
  const { result } = await say<{ result: object }>(open.phone, 'wx.cloud.callFunction({ name: "echo", data: { action: "echo.say" } })');
  expect(result).toEqual({ openid: 'demo-officer', event: { action: 'echo.say' } });
  expect(host.seen.find(({ path }) => path === '/fn/echo')).toMatchObject({ openid: 'demo-officer', key: 'key-of-this-run' });
  expect(await failing('wx.cloud.callFunction({ name: "broken" })')).toContain('cloud.callFunction:fail Error: errCode: -504002');
});

test('without a network a call fails as WeChat fails it, and the page hears of it', async () => {
  const { phone } = open;
  await say(phone, 'void wx.onNetworkStatusChange((status) => { window.network = status })');
  await phone.getByRole('button', { name: '演示工具' }).click();
  await phone.getByRole('switch', { name: '断网' }).check();
  expect(await say(phone, 'window.network')).toEqual({ isConnected: false, networkType: 'none' });
  expect(await failing('wx.cloud.callFunction({ name: "echo" })')).toMatch(/^cloud\.callFunction:fail .*ERR_INTERNET_DISCONNECTED/);
  await phone.getByText('无网络').waitFor();
  await phone.getByRole('switch', { name: '断网' }).uncheck();
  expect(await say(phone, 'wx.getNetworkType()')).toMatchObject({ networkType: 'wifi' });
});

test('storage belongs to one person, and stays when her phone is opened again', async () => {
  await say(open.phone, 'wx.setStorageSync("draft", { text: "写了一半" })');
  expect(await say(open.phone, 'wx.getStorageSync("draft")')).toEqual({ text: '写了一半' });
  expect(await say(open.phone, 'wx.getStorageSync("nothing")')).toBe('');
  expect(await failing('wx.getStorage({ key: "nothing" })')).toBe('getStorage:fail data not found');
  await open.phone.goto(`${host.url}/?as=parent#/pages/apis/apis`);
  expect(await say(open.phone, 'wx.getStorageSync("draft")')).toBe('');
  await open.close();
  open = await openPhone(host.url, 'officer', 'pages/apis/apis', { keepState: true });
  expect(await say(open.phone, 'wx.getStorageSync("draft")')).toEqual({ text: '写了一半' });
});

test('toasts, dialogs and sheets have roles, names and answers', async () => {
  const { phone } = open;
  await say(phone, 'wx.showToast({ title: "已保存" })');
  await phone.getByRole('status').getByText('已保存').waitFor();
  await phone.getByText('已保存').waitFor({ state: 'detached' });

  const modal = await start('wx.showModal({ title: "撤回", content: "撤回后不再处理", confirmText: "撤回" })');
  await phone.getByRole('dialog', { name: '撤回' }).getByRole('button', { name: '撤回' }).click();
  expect(await modal()).toMatchObject({ confirm: true, cancel: false });

  const sheet = await start('wx.showActionSheet({ itemList: ["拍照", "相册"] })');
  await phone.getByRole('dialog', { name: '请选择' }).getByRole('button', { name: '相册' }).click();
  expect(await sheet()).toMatchObject({ tapIndex: 1 });

  const call = await start('wx.makePhoneCall({ phoneNumber: "0571-0000" })');
  await phone.getByRole('dialog', { name: '拨打电话 0571-0000' }).getByRole('button').click();
  expect(await call()).toMatchObject({ errMsg: 'makePhoneCall:ok' });

  const scan = await start('wx.scanCode()');
  await phone.getByLabel('码里的内容').fill('接孩子码 1234');
  await phone.getByRole('button', { name: '完成' }).click();
  expect(await scan()).toMatchObject({ result: '接孩子码 1234' });

  const place = await start('wx.chooseLocation({ latitude: 30.2, longitude: 120.2 })');
  const dialog = phone.getByRole('dialog', { name: '在地图上选' });
  await dialog.getByRole('img', { name: '地图' }).click({ position: { x: 10, y: 10 } });
  await dialog.getByRole('textbox', { name: '这是哪里' }).fill('北门');
  await dialog.getByRole('button', { name: '确定' }).click();
  const chosen = (await place()) as { name: string; latitude: number; longitude: number };
  expect(chosen).toMatchObject({ name: '北门', errMsg: 'chooseLocation:ok' });
  expect([chosen.latitude > 30.2, chosen.longitude < 120.2]).toEqual([true, true]); // the north-west corner
  const left = await start('wx.chooseLocation()');
  await dialog.getByRole('button', { name: '取消' }).click();
  expect(await left()).toBe('chooseLocation:fail cancel');

  const subscribe = await start('wx.requestSubscribeMessage({ tmplIds: ["t1", "t2"] })');
  await phone.getByRole('checkbox', { name: 't2' }).uncheck();
  await phone.getByRole('button', { name: '允许', exact: true }).click();
  expect(await subscribe()).toMatchObject({ t1: 'accept', t2: 'reject' });

  const privacy = await start('wx.requirePrivacyAuthorize()');
  await phone.getByRole('button', { name: '拒绝' }).click();
  expect(await privacy()).toBe('requirePrivacyAuthorize:fail privacy permission is not authorized');
});

test('a chosen picture can be read, looked at and uploaded', async () => {
  const { phone } = open;
  const chooser = phone.waitForEvent('filechooser');
  const chosen = await start('wx.chooseMedia({ count: 2, mediaType: ["image"] })');
  await (await chooser).setFiles([PICTURE, PICTURE]);
  const { tempFiles } = (await chosen()) as { tempFiles: { tempFilePath: string; size: number; width: number }[] };
  const [file] = tempFiles;
  expect(tempFiles).toHaveLength(2);
  expect(file).toMatchObject({ width: 81 });
  expect(file?.tempFilePath).toMatch(/^wxfile:\/\/tmp_\w+\.png$/);
  const path = JSON.stringify(file?.tempFilePath);
  const { data } = await say<{ data: string }>(phone, `wx.getFileSystemManager().readFile({ filePath: ${path}, encoding: 'base64' })`);
  expect(data).toMatch(/^iVBOR/);
  await say(phone, `wx.previewImage({ urls: [${path}] })`);
  await phone.getByRole('dialog', { name: '查看图片' }).getByRole('button', { name: '关闭' }).click();
  expect(await say(phone, `wx.cloud.uploadFile({ cloudPath: 'photos/一张.png', filePath: ${path} })`)).toMatchObject({ fileID: 'cloud://local-env/photos/一张.png' });
  expect(host.seen.at(-1)).toMatchObject({ openid: 'demo-officer', key: 'key-of-this-run' });
  expect(await open.faults()).toEqual([]);
});

test('a file is fetched under a name of its own, and a Word file opens by being saved', async () => {
  const { phone } = open;
  const path = '`${wx.env.USER_DATA_PATH}/协议书.docx`';
  expect(await say(phone, `wx.downloadFile({ url: '${host.url}/cos/papers/x.docx', filePath: ${path} })`)).toMatchObject({ statusCode: 200, filePath: expect.stringContaining('协议书.docx') as string });
  expect(await say(phone, `wx.downloadFile({ url: '${host.url}/cos/papers/x.docx' })`)).toMatchObject({ tempFilePath: expect.stringMatching(/^wxfile:\/\/tmp_/) as string });
  const saved = phone.waitForEvent('download');
  await say(phone, `wx.openDocument({ filePath: ${path}, fileType: 'docx', showMenu: true })`);
  expect((await saved).suggestedFilename()).toBe('协议书.docx');
  expect(await failing("wx.openDocument({ filePath: 'wxfile://usr/none.docx' })")).toContain('openDocument:fail');
  expect(await open.faults()).toEqual([]);
});

test('a voice is recorded and played', async () => {
  await say(open.phone, `void (() => {
    const recorder = wx.getRecorderManager();
    window.events = [];
    recorder.onStart(() => window.events.push('start'));
    recorder.onError(({ errMsg }) => window.events.push(errMsg));
    recorder.onStop(({ tempFilePath, fileSize }) => {
      window.events.push(fileSize > 0 ? 'recorded' : 'empty');
      const audio = wx.createInnerAudioContext();
      audio.onPlay(() => window.events.push('play'));
      audio.onError(() => window.events.push('error'));
      audio.src = tempFilePath;
      audio.play();
    });
    recorder.start({ duration: 1000 }); // stops by itself
  })()`);
  await open.phone.waitForFunction(() => (Reflect.get(window, 'events') as string[]).length === 3, undefined, { timeout: 10_000 });
  expect(await say(open.phone, 'window.events')).toEqual(['start', 'recorded', 'play']);
});

test('the phone says how large its text is, which theme it has, and where the page may draw', async () => {
  expect(await say(open.phone, 'wx.getAppBaseInfo()')).toMatchObject({ fontSizeScaleFactor: 1.3, theme: 'light' });
  expect(await say(open.phone, 'wx.getWindowInfo()')).toMatchObject({ windowWidth: 390, windowHeight: 776, pixelRatio: 2 });
  await say(open.phone, 'wx.pageScrollTo({ selector: "#low", duration: 0 })');
  await open.phone.getByText('低处').waitFor();
  expect(await open.phone.locator('.page-frame').evaluate((frame) => frame.scrollTop)).toBeGreaterThan(1000);
  expect(await open.faults()).toEqual([]);
});
