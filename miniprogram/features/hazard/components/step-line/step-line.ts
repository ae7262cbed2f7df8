/** 已收到 → 有人管 → 整改好了 → 复查过了: how far it has come. */
import { steps } from '../../../../domain/hazard/labels';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** Steps that are behind it. */
    done: { type: Number, value: 0 },
  },

  data: { steps: [...steps] },
});
