/** A few numbers side by side, each with its word and, where it helps, what it is counted out of. */
import type { Figure } from '../home.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: {
    figures: { type: Array, value: [] as Figure[] },
  },
});
