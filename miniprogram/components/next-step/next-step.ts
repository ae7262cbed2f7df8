/** 接下来: what happens next, by whom, by when. Fill it with `nextStepOf`. */
import type { NextStepView } from './next-step.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: {
    step: { type: Object, value: null as unknown as NextStepView },
  },
});
