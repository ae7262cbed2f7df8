/** As much of dayjs as is used here; the plugin for offsets is built in. */
export interface Dayjs {
  utcOffset(minutes: number): Dayjs;
  startOf(unit: 'day'): Dayjs;
  format(template: string): string;
  year(): number;
  /** 0 is January. */
  month(): number;
  date(): number;
  /** 0 is Sunday. */
  day(): number;
  hour(): number;
  minute(): number;
  valueOf(): number;
}
export declare function dayjs(at: number): Dayjs;
