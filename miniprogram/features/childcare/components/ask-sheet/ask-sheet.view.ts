/** What a sheet asks before something is done: named for what it does, and what is lost by it. */
export interface Ask {
  readonly title: string;
  readonly happens: string;
  /** A question to answer in words; none when empty. */
  readonly label: string;
  readonly example: string;
  readonly help: string;
  readonly most: number;
  readonly isLong: boolean;
  /** May be left empty. */
  readonly isFree: boolean;
  /** What is said when it is empty and may not be. */
  readonly missing: string;
  readonly confirm: string;
  readonly theme: 'primary' | 'danger';
}

/** A sheet without a question, for what cannot be undone; give the rest. */
export const plainAsk: Ask = { title: '', happens: '', label: '', example: '', help: '', most: 0, isLong: false, isFree: true, missing: '', confirm: '', theme: 'danger' };
