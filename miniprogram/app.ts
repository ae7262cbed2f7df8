import { openCloud } from './platform/call';

App({
  onLaunch() {
    openCloud();
  },
});
