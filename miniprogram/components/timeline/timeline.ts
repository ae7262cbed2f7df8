/** The story of a case, newest on top: plain words, who and when. */
import type { TimelineLine } from './timeline.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: {
    lines: { type: Array, value: [] as TimelineLine[] },
  },
});
