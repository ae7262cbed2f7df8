import { addFault, textOf } from './faults';

/** A handler of the host's own controls: what it throws is shown as a fault instead of being lost. */
export function faultsOf(action: () => unknown): () => void {
  return () => {
    try {
      action();
    } catch (error) {
      addFault(textOf(error), error);
    }
  };
}
