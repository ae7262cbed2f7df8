/** Photos and voice notes: a ticket, the upload by the platform, and the claim that makes the file the post's. */

export type MediaKind = 'photo' | 'voice' | 'signature';

/** A file as a reader of a case sees it. `url` is short-lived and given only after the reader's right was checked. */
export interface MediaView {
  id: string;
  kind: MediaKind;
  url: string;
  /** Seconds of a voice note. */
  seconds?: number;
}

export interface MediaActions {
  /** Asks leave to upload one file. The path belongs to the caller alone, for 10 minutes. */
  'media.ticket': {
    input: { kind: MediaKind; bytes: number; seconds?: number };
    output: { ticketId: string; cloudPath: string };
  };
  /** Says that the upload is done: the content is verified, copied to a path that the server owns, and hashed. */
  'media.claim': {
    input: { ticketId: string; fileId: string };
    output: { id: string };
  };
}
