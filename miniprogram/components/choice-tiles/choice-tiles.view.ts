/** What a tile offers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  /** A TDesign icon's name. */
  readonly icon?: string;
}
