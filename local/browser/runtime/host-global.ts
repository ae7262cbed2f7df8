/** The one name that the host puts on `window` besides WeChat's own: `window.__jiaan`. */
import { faults, warnings } from './faults';
import { wxsCalls } from './wxs-calls';
import { enterUnit } from './units';

export interface HostGlobal {
  /** Must be empty at the end of a journey. */
  faults: string[];
  warnings: string[];
  /** Called by each unit's script before anything else (`build/bundle.ts`). */
  enter(unit: string): void;
  wxs: typeof wxsCalls;
}

declare global {
  interface Window {
    __jiaan: HostGlobal;
  }
}

window.__jiaan = { faults, warnings, enter: enterUnit, wxs: wxsCalls };
