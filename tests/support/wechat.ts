/** What a page finds under `wx` in a test: a store, a cloud that the test plays, and a list of what was asked of WeChat. */
import type { ActionName, OutputOf, Reply, Request } from '../../typings/contract/actions';

/** What the cloud answers, action by action. An action without an answer fails as a lost connection does. */
export type Answers = { [A in ActionName]?: (request: Request<A>) => Reply<OutputOf<A>> | Promise<Reply<OutputOf<A>>> };

/** One call of `wx.<name>(options)` that a person would have noticed. */
export interface Asked {
  readonly name: string;
  readonly options: Record<string, unknown>;
}

export interface WechatSettings {
  /** What the phone kept from last time. */
  readonly storage?: Record<string, unknown>;
  /** The person's font size in WeChat, 1 = normal. */
  readonly fontScale?: number;
  readonly theme?: 'light' | 'dark';
  readonly isOffline?: boolean;
  /** Other answers of WeChat: `{ showModal: () => ({ confirm: true }) }`. Throw to fail. */
  readonly wx?: Record<string, (options: Record<string, unknown>) => unknown>;
}

export interface Wechat {
  /** Assigned over simulate's own stubs. */
  readonly api: Record<string, unknown>;
  readonly asked: Asked[];
  /** The requests that reached the cloud, or would have. */
  readonly sent: Request<ActionName>[];
  readonly storage: Map<string, unknown>;
  /** Without a network every cloud call fails, and `wx.getNetworkType` says so. */
  setOffline(isOffline: boolean): void;
  /** Cloud calls under way. */
  isBusy(): boolean;
}

/** What each answers when the test says nothing else. */
const ASKED: Record<string, object> = {
  navigateTo: {}, redirectTo: {}, switchTab: {}, reLaunch: {}, navigateBack: {},
  showToast: {}, hideToast: {}, showLoading: {}, hideLoading: {}, showModal: { confirm: true, cancel: false }, showActionSheet: { tapIndex: 0 },
  setNavigationBarTitle: {}, setNavigationBarColor: {}, setTabBarBadge: {}, removeTabBarBadge: {}, showTabBarRedDot: {}, hideTabBarRedDot: {},
  stopPullDownRefresh: {}, pageScrollTo: {}, makePhoneCall: {}, setClipboardData: {}, vibrateShort: {}, openLocation: {}, openDocument: {}, downloadFile: { statusCode: 200, tempFilePath: 'wxfile://tmp_1.docx' },
  previewImage: {}, previewMedia: {}, chooseMedia: { tempFiles: [] }, requestSubscribeMessage: {}, openSetting: { authSetting: {} },
  scanCode: { result: '' }, getLocation: { latitude: 31.23, longitude: 121.47 }, chooseLocation: { name: '', address: '', latitude: 31.23, longitude: 121.47 },
  enableAlertBeforeUnload: {}, disableAlertBeforeUnload: {}, showShareMenu: {}, hideShareMenu: {}, setScreenBrightness: {}, setKeepScreenOn: {},
}; // prettier-ignore

type NetworkListener = (event: { isConnected: boolean }) => void;

export function playWechat(answers: Answers, settings: WechatSettings = {}): Wechat {
  const asked: Asked[] = [];
  const sent: Request<ActionName>[] = [];
  const storage = new Map(Object.entries(settings.storage ?? {}));
  const networkListeners = new Set<NetworkListener>();
  let underWay = 0;
  let { isOffline = false } = settings;

  const ask = (name: string, usual: object) => async (options: Record<string, unknown> = {}) => {
    asked.push({ name, options });
    return settle(options, () => settings.wx?.[name]?.(options) ?? { errMsg: `${name}:ok`, ...usual });
  };

  const callCloud = async ({ data }: { data: Request<ActionName> }) => {
    const request = wire(data);
    sent.push(request);
    underWay += 1;
    try {
      const answer = answers[request.action] as ((request: Request<ActionName>) => unknown) | undefined;
      if (isOffline || !answer) throw Object.assign(new Error('cloud.callFunction:fail request:fail'), { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' });
      return { result: wire(await answer(request)), errMsg: 'cloud.callFunction:ok' };
    } finally {
      underWay -= 1;
    }
  };

  const api = {
    ...Object.fromEntries(Object.entries({ ...ASKED, ...settings.wx }).map(([name, usual]) => [name, ask(name, typeof usual === 'function' ? {} : usual)])),
    ...storageOf(storage),
    cloud: {
      init: () => undefined,
      callFunction: callCloud,
      uploadFile: async ({ cloudPath }: { cloudPath: string }) => ({ fileID: `cloud://local/${cloudPath}`, statusCode: 204 }),
      getTempFileURL: async ({ fileList }: { fileList: string[] }) => ({ fileList: fileList.map((fileID) => ({ fileID, tempFileURL: `https://files.example/${fileID.slice(8)}`, status: 0 })) }),
    },
    getAppBaseInfo: () => ({ SDKVersion: '3.7.12', language: 'zh_CN', version: '8.0.50', theme: settings.theme ?? 'light', fontSizeScaleFactor: settings.fontScale ?? 1, host: { env: 'WeChat' } }),
    onNetworkStatusChange: (listener: NetworkListener) => void networkListeners.add(listener),
    offNetworkStatusChange: (listener: NetworkListener) => void networkListeners.delete(listener),
    getNetworkType: async (options: object = {}) => settle(options, () => ({ networkType: isOffline ? 'none' : 'wifi' })),
  };
  const setOffline = (is: boolean) => {
    isOffline = is;
    for (const listener of networkListeners) listener({ isConnected: !is });
  };
  return { api, asked, sent, storage, setOffline, isBusy: () => underWay > 0 };
}

function storageOf(storage: Map<string, unknown>) {
  const missing = () => Object.assign(new Error('getStorage:fail data not found'), { errMsg: 'getStorage:fail data not found' });
  return {
    getStorageSync: (key: string) => wire(storage.get(key) ?? ''), // WeChat answers '' for a key it does not know
    setStorageSync: (key: string, value: unknown) => void storage.set(key, wire(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => { storage.clear(); },
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    getStorage: async (options: { key: string }) =>
      settle(options, () => {
        if (!storage.has(options.key)) throw missing();
        return { data: wire(storage.get(options.key)) };
      }),
    setStorage: async (options: { key: string; data: unknown }) => settle(options, () => void storage.set(options.key, wire(options.data))),
    removeStorage: async (options: { key: string }) => settle(options, () => void storage.delete(options.key)),
  };
}

/** WeChat answers through a promise, or through callbacks when any is given. */
async function settle(options: object, act: () => unknown): Promise<unknown> {
  const { success, fail, complete } = options as Record<'success' | 'fail' | 'complete', ((answer: unknown) => void) | undefined>;
  try {
    const answer = await act();
    success?.(answer);
    return answer;
  } catch (error) {
    if (!success && !fail && !complete) throw error;
    fail?.(error);
    return undefined;
  } finally {
    complete?.(undefined);
  }
}

/** A copy as it would arrive over the wire: no functions, no undefined, nothing shared with the page. */
function wire<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
