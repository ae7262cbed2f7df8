/** One of several to choose among. */
export interface Chip {
  readonly value: string;
  readonly label: string;
}
