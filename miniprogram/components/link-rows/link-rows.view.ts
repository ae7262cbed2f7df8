/** A row that opens a page. */
export interface LinkRow {
  readonly title: string;
  readonly page: string;
  /** A TDesign icon's name. */
  readonly icon: string;
  /** Words at the end, such as `3 条新的`. */
  readonly note?: string;
  /** The note wants to be seen. */
  readonly isNew?: boolean;
}
