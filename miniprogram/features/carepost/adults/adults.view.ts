/** 在岗的大人: whose record was looked up, and until when that counts. Pure. */
import type { VettedAdult } from '../../../../typings/contract/childcare';
import { monthAndDay, wallClock } from '../../../domain/time/format';

export interface AdultRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isVetted: boolean;
}

/** Those who wait first. */
export function adultRows(people: readonly VettedAdult[]): AdultRow[] {
  const rows = people.map(({ id, name, vettedUntil }) => ({
    id,
    name,
    isVetted: vettedUntil !== undefined,
    note: vettedUntil === undefined ? '还没查过，不能在岗' : `查过了，${wallClock(vettedUntil).year}年${monthAndDay(vettedUntil)}前有效`,
  }));
  return rows.sort((a, b) => Number(a.isVetted) - Number(b.isVetted));
}
