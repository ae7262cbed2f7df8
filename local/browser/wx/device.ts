/** What the phone is and how it is set. */
import { part } from '../runtime/dom';
import { openDialog } from '../runtime/overlays';
import { make } from '../runtime/dom';
import { settings, type ThemeName } from '../runtime/settings';
import { Signal } from '../runtime/signal';
import { api } from './api';

/** Above 2.19.2, or TDesign turns virtualHost off. */
const SDK_VERSION = '3.8.12';
const STATUS_PX = 24;
const BAR_PX = 44;
const NORMAL_FONT_PX = 16;

const themeEvents = new Signal<{ theme: ThemeName }>();
const networkEvents = new Signal<{ isConnected: boolean; networkType: string }>();
settings.themeChanged.on((theme) => themeEvents.emit({ theme }));
settings.networkChanged.on((isConnected) => networkEvents.emit({ isConnected, networkType: networkType() }));

export const device = {
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
  getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', microphoneAuthorized: 'authorized', albumAuthorized: 'authorized', notificationAuthorized: 'authorized' }),
  getSystemInfoSync: systemInfo,
  getSystemInfo: api('getSystemInfo', systemInfo),
  getMenuButtonBoundingClientRect: menuButton,
  onMenuButtonBoundingClientRectWeightChange: () => undefined,
  offMenuButtonBoundingClientRectWeightChange: () => undefined,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),

  onThemeChange: (listener: (event: { theme: ThemeName }) => void) => themeEvents.on(listener),
  offThemeChange: (listener?: (event: { theme: ThemeName }) => void) => themeEvents.off(listener),
  getNetworkType: api('getNetworkType', () => ({ networkType: networkType(), signalStrength: 0 })),
  onNetworkStatusChange: (listener: (event: { isConnected: boolean; networkType: string }) => void) => networkEvents.on(listener),
  offNetworkStatusChange: (listener?: (event: { isConnected: boolean; networkType: string }) => void) => networkEvents.off(listener),

  vibrateShort: api('vibrateShort', () => vibrate(15)),
  vibrateLong: api('vibrateLong', () => vibrate(400)),
  setKeepScreenOn: api('setKeepScreenOn', () => undefined),
  setScreenBrightness: api('setScreenBrightness', () => undefined),
  getScreenBrightness: api('getScreenBrightness', () => ({ value: 0.5 })),
  hideKeyboard: api('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
  setClipboardData: api('setClipboardData', async ({ data }: { data: string }) => {
    // without permission (a test, plain http) the text is kept for getClipboardData only
    copied = data;
    if ('clipboard' in navigator) await navigator.clipboard.writeText(data).catch(() => undefined);
  }),
  getClipboardData: api('getClipboardData', () => ({ data: copied })),
  makePhoneCall: api('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
    await openDialog({
      label: `拨打电话 ${phoneNumber}`,
      content: [make('h2', {}, phoneNumber), make('p', {}, '演示环境不会真的拨出。')],
      actions: ['知道了'],
    });
  }),
};

let copied = '';

/** Only phones can. */
function vibrate(ms: number): void {
  if ('vibrate' in navigator) navigator.vibrate(ms);
}

function networkType(): string {
  return settings.isOffline ? 'none' : 'wifi';
}

function windowInfo() {
  const { clientWidth: windowWidth, clientHeight: windowHeight } = part('stage');
  const { clientWidth: screenWidth, clientHeight: screenHeight } = part('phone');
  const safeArea = { left: 0, top: STATUS_PX, right: screenWidth, bottom: screenHeight, width: screenWidth, height: screenHeight - STATUS_PX };
  return { windowWidth, windowHeight, screenWidth, screenHeight, safeArea, pixelRatio: devicePixelRatio, statusBarHeight: STATUS_PX, screenTop: STATUS_PX + BAR_PX };
}

function deviceInfo() {
  return { brand: 'devtools', model: 'browser', system: 'iOS 17.0', platform: 'devtools', abi: '', benchmarkLevel: 1, memorySize: 4096 };
}

function appBaseInfo() {
  const { theme, fontScale } = settings;
  return {
    SDKVersion: SDK_VERSION, version: '8.0.50', language: 'zh_CN', enableDebug: false, theme, host: { env: 'WeChat' },
    fontSizeScaleFactor: fontScale, fontSizeSetting: Math.round(NORMAL_FONT_PX * fontScale),
  };
}

function systemInfo() {
  return { ...windowInfo(), ...deviceInfo(), ...appBaseInfo(), benchmarkLevel: 1 };
}

function menuButton() {
  const { left, top, right, bottom, width, height } = part('capsule').getBoundingClientRect();
  const phone = part('phone').getBoundingClientRect();
  return { width, height, left: left - phone.left, right: right - phone.left, top: top - phone.top, bottom: bottom - phone.top };
}
