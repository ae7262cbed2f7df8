/** A door into a feature. */
export interface Door {
  readonly title: string;
  readonly note: string;
  /** A TDesign icon's name. */
  readonly icon: string;
  readonly page: string;
  /** What waits behind it, as `3 处等着`. */
  readonly waiting?: string;
}
