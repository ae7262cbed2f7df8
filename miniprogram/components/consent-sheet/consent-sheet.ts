/** The privacy notice, beside the phone number that it is about; for guests, before they first send something. */
import { isPhone, privacyVersion } from '../../domain/identity/policy';
import { call, CallError } from '../../platform/call';
import { sentenceForSending } from '../../platform/sentences';
import { remember } from '../../platform/session';

const noPhone = '请写 11 位手机号，或带区号的座机号。';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    visible: { type: Boolean, value: false },
    /** Nobody can be helped who cannot be reached: the phone is asked for too. */
    needsPhone: { type: Boolean, value: false },
  },

  data: {
    version: privacyVersion,
    name: '',
    phone: '',
    isSending: false,
    problem: '',
    problems: {},
  },

  methods: {
    onName({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ name: detail.value });
    },

    onPhone({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ phone: detail.value });
    },

    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.onDecline();
    },

    onDecline() {
      if (!this.data.isSending) this.triggerEvent('answer', { isAgreed: false });
    },

    onRead() {
      void wx.navigateTo({ url: '/features/identity/privacy/privacy' });
    },

    async onAgree() {
      const { isSending, needsPhone, phone } = this.data;
      if (isSending) return;
      if (needsPhone && !isPhone(phone)) {
        this.setData({ problems: { phone: noPhone } });
        return;
      }
      this.setData({ isSending: true, problem: '', problems: {} });
      try {
        await this.send();
        this.triggerEvent('answer', { isAgreed: true });
      } catch (error) {
        const failure = error instanceof CallError ? error.failure : undefined;
        this.setData({ problem: sentenceForSending(error), problems: failure?.details ?? {} });
      } finally {
        this.setData({ isSending: false });
      }
    },

    async send() {
      const name = this.data.name.trim();
      const phone = this.data.phone.trim();
      remember(await call('identity.consent', { version: privacyVersion }));
      if (name === '' && phone === '') return;
      remember(await call('identity.saveProfile', { ...(name !== '' && { name }), ...(phone !== '' && { phone }) }));
    },
  },
});
