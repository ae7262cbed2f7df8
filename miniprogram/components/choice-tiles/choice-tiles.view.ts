/** What a tile offers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  /** A TDesign icon's name. */
  readonly icon?: string;
  /** A shape before the label, in the colour of its tone: `brand`, `warm` or `danger`. */
  readonly shape?: string;
  readonly tone?: string;
}
