/** A file on the phone, chosen or made there, that is to be sent. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: number;
  /** Of a voice note. */
  readonly seconds?: number;
}
