/** Photos, voice notes and signatures: what may be sent. */
import type { MediaKind } from '../../../typings/contract/media';

export const mediaKinds = ['photo', 'voice', 'signature'] as const;

/** The largest file, in bytes, by kind. */
export const mostBytes: Readonly<Record<MediaKind, number>> = { photo: 5_000_000, voice: 3_000_000, signature: 500_000 };
/** The longest voice note, in seconds. */
export const mostSeconds = 60;
/** A ticket lives this long, in minutes. */
export const ticketMinutes = 10;
/** Tickets that one person may have open at once. */
export const mostTickets = 20;
