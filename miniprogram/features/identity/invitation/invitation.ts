import { roleLabels } from '../../../domain/identity/labels';
import { identityLimits } from '../../../domain/identity/policy';
import { call } from '../../../platform/call';
import { act, formData, type, type FieldEvent } from '../../../platform/page';
import { chooseIdentity, myself, remember } from '../../../platform/session';

Page({
  data: {
    ...formData,
    code: '',
    name: '',
    /** An office is held under one's own name: it is asked here when there is none yet. */
    needsName: false,
    /** The role that was just given. */
    role: '',
    limits: identityLimits,
  },

  async onLoad({ code = '' }) {
    this.setData({ code });
    const me = await myself().catch(() => undefined);
    this.setData({ needsName: me?.name === '' });
  },

  onType(event: FieldEvent) {
    type(this, event);
  },

  async onAccept() {
    const { needsName } = this.data;
    const [code, name] = [this.data.code.trim(), this.data.name.trim()];
    if (needsName && name === '') {
      this.setData({ problems: { name: '还没写姓名，居民要知道是谁在办事。' } });
      return;
    }
    await act(this, 'accept', async (attemptId) => {
      const { roles: before } = await myself();
      if (needsName) remember(await call('identity.saveProfile', { name }));
      const { roles } = remember(await call('identity.acceptInvitation', { code }, attemptId));
      const role = roles.find((each) => !before.includes(each)) ?? 'resident';
      chooseIdentity(role);
      this.setData({ role: roleLabels[role] });
    });
  },

  async onHome() {
    await wx.switchTab({ url: '/pages/home/home' });
  },
});
