/** What had been agreed before the case was taken up again: to read, not to act upon. */
import type { EarlierAgreement } from './earlier-agreements.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: { agreements: { type: Array, value: [] as EarlierAgreement[] } },
});
