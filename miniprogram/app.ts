import { openCloud } from './platform/call';
import { dropOldDrafts } from './platform/drafts';
import { dropOldLasts } from './platform/last-known';
import { dropOldSecrets } from './platform/pickup-secrets';

App({
  onLaunch() {
    openCloud();
    dropOldSecrets();
    dropOldDrafts();
    dropOldLasts();
  },
});
