/** What WeChat asks the owner of the phone: messages, privacy, login, codes. */
import { make } from '../runtime/dom';
import { openDialog } from '../runtime/overlays';
import { person } from '../runtime/person';
import { Signal } from '../runtime/signal';
import { api, ApiFailure, loud } from './api';

type PrivacyAnswer = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;

const PRIVACY_KEY = `jiaan-host:privacy:${person.id}`;
const needsPrivacy = new Signal<{ resolve: PrivacyAnswer; eventInfo: { referrer: string } }>();
let hasPrivacyListener = false;

export const permission = {
  login: api('login', () => ({ code: `login-code-${person.id}` })),
  checkSession: api('checkSession', () => undefined),
  getSetting: api('getSetting', () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } })),
  openSetting: api('openSetting', () => ({ authSetting: {} })),
  authorize: api('authorize', () => undefined),

  requestSubscribeMessage: api('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
    const boxes = tmplIds.map((id) => make('input', { type: 'checkbox', checked: true, value: id }));
    const choices = boxes.map((box) => make('label', {}, box, ` 消息模板 ${box.value}`));
    const answer = await openDialog({
      label: '允许发送通知',
      content: [make('h2', {}, '小程序想给您发送通知'), make('div', { class: 'host-choices' }, ...choices)],
      actions: ['取消', '允许'],
      place: 'bottom',
    });
    return Object.fromEntries(boxes.map((box) => [box.value, answer === 1 && box.checked ? 'accept' : 'reject']));
  }),

  getPrivacySetting: api('getPrivacySetting', () => ({ needAuthorization: !hasAgreed(), privacyContractName: '《嘉安小程序隐私保护指引》' })),
  onNeedPrivacyAuthorization: (listener: (resolve: PrivacyAnswer, eventInfo: { referrer: string }) => void) => {
    hasPrivacyListener = true;
    needsPrivacy.on(({ resolve, eventInfo }) => listener(resolve, eventInfo));
  },
  requirePrivacyAuthorize: api('requirePrivacyAuthorize', async () => {
    if (hasAgreed()) return;
    if (!(await askPrivacy())) throw new ApiFailure('privacy permission is not authorized', { errno: 103 });
    localStorage.setItem(PRIVACY_KEY, 'agreed');
  }),
  openPrivacyContract: api('openPrivacyContract', async () => {
    await openDialog({ label: '隐私保护指引', content: ['在微信里，这里会打开隐私保护指引。'], actions: ['知道了'] });
  }),

  getUpdateManager: () => loud('UpdateManager', {
    applyUpdate: () => location.reload(),
    onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) => setTimeout(() => listener({ hasUpdate: false })),
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
  }),

  scanCode: api('scanCode', async () => {
    const field = make('input', { type: 'text', 'aria-label': '码里的内容', placeholder: '码里的内容' });
    const answer = await openDialog({ label: '扫码', content: [make('h2', {}, '扫码'), field], actions: ['取消', '完成'] });
    if (answer !== 1) throw new ApiFailure('cancel');
    return { result: field.value, scanType: 'QR_CODE', charSet: 'utf-8', path: '' };
  }),
};

function hasAgreed(): boolean {
  return localStorage.getItem(PRIVACY_KEY) === 'agreed';
}

/** The mini-program's own sheet when it has one, else WeChat's. */
async function askPrivacy(): Promise<boolean> {
  if (hasPrivacyListener) {
    return new Promise((resolve) => {
      needsPrivacy.emit({ resolve: ({ event }) => event !== 'exposureAuthorization' && resolve(event === 'agree'), eventInfo: { referrer: 'requirePrivacyAuthorize' } });
    });
  }
  const answer = await openDialog({
    label: '用户隐私保护提示',
    content: [make('h2', {}, '用户隐私保护提示'), make('p', {}, '使用前请阅读并同意隐私保护指引。')],
    actions: ['拒绝', '同意'],
    place: 'bottom',
  });
  return answer === 1;
}
