import { hostData } from '../runtime/person';
import { openDialog } from '../runtime/overlays';
import { setAttribute, make } from '../runtime/dom';
import { topPage } from '../runtime/navigation';
import { openShareSheet } from '../runtime/share';
import { pickFiles } from '../wx/files';
import { anything, closestController, defineElement, type HostElement } from './define';

const properties = {
  type: '', size: '', plain: false, disabled: false, loading: false, formType: '', openType: '', lang: anything,
  hoverClass: 'wx-hover-default', sessionFrom: anything, sendMessageTitle: anything, sendMessagePath: anything,
  sendMessageImg: anything, appParameter: anything, showMessageCard: anything, phoneNumberNoQuotaToast: anything,
  activityType: anything, entrancePath: anything, needShowEntrance: anything,
};

type Button = HostElement<typeof properties>;

/** What the owner of a phone is asked, or shown, for each open-type. */
const openTypes: Record<string, (button: Button) => Promise<void> | void> = {
  share: ({ node }) => openShareSheet(topPage(), 'button', { dataset: node.dataset, id: node.id }),
  getPhoneNumber: askPhoneNumber,
  chooseAvatar: chooseAvatar,
  contact: async () => void (await openDialog({ label: '客服会话', content: ['在微信里，这里会打开客服会话。'], actions: ['知道了'] })),
  openSetting: async () => void (await openDialog({ label: '设置', content: ['在微信里，这里是授权设置。'], actions: ['知道了'] })),
  agreePrivacyAuthorization: (button) => button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' }),
};

export function defineButton(): void {
  defineElement('button', {
    properties,
    connect(button) {
      button.onTap(() => {
        const { disabled, formType, openType } = button.data;
        if (disabled) return;
        if (formType) closestController(button.dom, 'form')?.act?.(formType, button.dom);
        void openTypes[openType]?.(button);
      });
      return {
        role: 'button',
        update() {
          for (const name of ['type', 'size', 'disabled', 'plain', 'loading'] as const) setAttribute(button.dom, name, button.data[name]);
          setAttribute(button.dom, 'aria-disabled', button.data.disabled ? 'true' : null);
        },
      };
    },
  });
}

/** The code is what the server exchanges for the number; the local cloud knows `phone:<openid's person>`. */
async function askPhoneNumber(button: Button): Promise<void> {
  const answer = await openDialog({
    label: '获取手机号',
    content: [make('h2', {}, '获取手机号'), make('p', {}, '小程序申请使用你的手机号')],
    actions: ['不允许', '允许'],
    place: 'bottom',
  });
  if (answer === 1) button.emit('getphonenumber', { errMsg: 'getPhoneNumber:ok', code: phoneCode() });
  else button.emit('getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
}

function phoneCode(): string {
  const id = new URLSearchParams(location.search).get('as') ?? hostData.personas[0]?.id ?? 'guest';
  return `phone-code-${id}`;
}

async function chooseAvatar(button: Button): Promise<void> {
  const [file] = await pickFiles({ accept: 'image/*', isMultiple: false });
  if (file) button.emit('chooseavatar', { avatarUrl: file.path });
}
