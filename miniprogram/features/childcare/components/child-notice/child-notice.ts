/** The notice about children's data, beside the fields that it is about. */
import { careNoticeVersion } from '../../../../domain/childcare/policy';
import { notice } from './child-notice.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  data: { notice, version: careNoticeVersion },
});
