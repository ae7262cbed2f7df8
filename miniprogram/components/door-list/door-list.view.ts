/** A door into a feature. */
export interface Door {
  readonly title: string;
  readonly note: string;
  /** A TDesign icon's name. */
  readonly icon: string;
  readonly page: string;
}
