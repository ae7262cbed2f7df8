/** 我的民警: who looks after my building, whether on duty, and a call in one tap. */
import type { MyOfficer } from '../../../../typings/contract/identity';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    officer: { type: Object, value: null as unknown as MyOfficer },
  },

  methods: {
    onCall() {
      wx.makePhoneCall({ phoneNumber: this.data.officer.phone, fail: () => undefined });
    },
  },
});
