/** 选调解员: who may be asked, in words. */
import type { MediatorChoice } from '../../../../typings/contract/dispute';

export interface MediatorRow {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** `手上没有别的事` or `手上有 3 件事`. */
  readonly load: string;
}

export function mediatorRows(mediators: readonly MediatorChoice[]): MediatorRow[] {
  return mediators.map(({ id, name, about, openCases }) => ({
    id,
    name,
    about,
    load: openCases === 0 ? '手上没有别的事' : `手上有 ${openCases} 件事`,
  }));
}
