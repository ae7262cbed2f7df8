import { roleLabels } from '../../../domain/identity/labels';
import { call } from '../../../platform/call';
import { act, formData, type, type FieldEvent } from '../../../platform/page';
import { chooseIdentity, myself, remember } from '../../../platform/session';

Page({
  data: { ...formData, code: '', /** The role that was just given. */ role: '' },

  onLoad({ code = '' }) {
    this.setData({ code });
  },

  onType(event: FieldEvent) {
    type(this, event);
  },

  async onAccept() {
    await act(this, 'accept', async (attemptId) => {
      const { roles: before } = await myself();
      const { roles } = remember(await call('identity.acceptInvitation', { code: this.data.code.trim() }, attemptId));
      const role = roles.find((each) => !before.includes(each)) ?? 'resident';
      chooseIdentity(role);
      this.setData({ role: roleLabels[role] });
    });
  },

  async onHome() {
    await wx.switchTab({ url: '/pages/home/home' });
  },
});
