import { environmentId } from './platform/environment';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: true, ...(environmentId && { env: environmentId }) });
  },
});
