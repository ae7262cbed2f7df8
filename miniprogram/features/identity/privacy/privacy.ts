import { privacyVersion } from '../../../domain/identity/policy';
import { myself } from '../../../platform/session';
import { dayAndTime } from '../../../domain/time/format';
import { notice } from './privacy.view';

Page({
  data: { notice, version: privacyVersion, agreed: '' },

  async onLoad() {
    const me = await myself().catch(() => undefined); // the notice can be read without a network
    if (me?.consent) this.setData({ agreed: `您在 ${dayAndTime(me.consent.at)} 同意了 ${me.consent.version} 版` });
  },
});
