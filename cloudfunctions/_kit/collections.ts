/** Every collection, what it holds, which indexes serve it and how long it is kept. Nothing else names a collection. */
import type { Clock } from '../../miniprogram/domain/case/clock';
import type { CaseTypes } from '../../miniprogram/domain/case/transition';
import type { DisputeCase, SealedText } from '../../miniprogram/domain/dispute/facts';
import type { HazardCase } from '../../miniprogram/domain/hazard/facts';
import type { AccountCase } from '../../miniprogram/domain/identity/account';
import type { Side } from '../../typings/contract/dispute';
import type { GrantedRole, HolidayYear, Place } from '../../typings/contract/identity';
import type { MediaKind } from '../../typings/contract/media';
import type { PaperKind } from '../../typings/contract/papers';
import type { CarePostDocument, CareRoster, CareSlotDocument, ChildDocument, UsedCode, VisitDocument } from './care-documents';
import type { DisputeKeys, HazardKeys } from './case-keys';
import type { Contribution, Cursor, MonthlyFigures } from './figure-documents';

export type { DisputeKeys, HazardKeys } from './case-keys';

export interface Stored {
  readonly _id: string;
}

export interface CaseDocument<T extends CaseTypes> extends Stored {
  readonly state: T['state'];
  /** The number of moves so far. */
  readonly version: number;
  readonly facts: T['facts'];
  readonly clocks: readonly Clock<T['clock']>[];
  readonly openedBy: string;
  readonly openedAt: number;
  readonly changedAt: number;
  /** When it came into its state, and for how long it was in those before, in milliseconds. */
  readonly since: number;
  readonly spent: Partial<Readonly<Record<T['state'], number>>>;
  /** Mixed into the digests of this case's personal words: without it nobody can guess them from the chain. */
  readonly salt: string;
  /** The seal of the newest event: the head of the chain. */
  readonly head: string;
}

export type DisputeDocument = CaseDocument<DisputeCase> & DisputeKeys;

export type HazardDocument = CaseDocument<HazardCase> & HazardKeys;
/** A person with an account. `_id` is made from the platform's openid. */
export type User = CaseDocument<AccountCase> & {
  readonly roles: readonly GrantedRole[];
  readonly phoneIndex: string;
  readonly joinedKey: string;
};

/** One move of one case. `_id` is `<caseId>:<version>`, so two moves at once cannot both be written. */
export interface CaseEvent extends Stored {
  readonly caseId: string;
  readonly version: number;
  readonly move: string;
  readonly to: string;
  readonly by: string;
  /** What the person was to the case. */
  readonly as: string;
  readonly at: number;
  /** For staff alone. */
  readonly isInternal: boolean;
  /** What was said. Not part of the seal, only its digest is: it can be erased. */
  readonly words?: string;
  readonly wordsDigest?: string;
  /** Of the facts as they stand after the move: they cannot be rewritten unseen either. */
  readonly factsDigest: string;
  readonly previous: string;
  readonly seal: string;
}

/** The first answer to a writing request. `_id` is `<action>:<person>:<attemptId>`. */
export interface Attempt extends Stored {
  readonly inputDigest: string;
  readonly answer: SealedText;
  readonly at: number;
}

/** A line in somebody's inbox. `_id` is `<what happened>:<recipient>`, so it is there exactly once. */
export interface Message extends Stored {
  readonly to: string;
  readonly sentence: string;
  readonly page?: string;
  readonly at: number;
  readonly key: string;
  readonly isRead: boolean;
  /** The copy to WeChat: at most once. An unknown outcome is not sent again. What is for no account of its own has none. */
  readonly push: 'waiting' | 'sending' | 'sent' | 'failed' | 'none';
  /** A party who must know: rung up when there is no account, or when the copy does not arrive. */
  readonly ring?: RingUp;
  /** Who rang up, and what was said. */
  readonly rung?: { readonly by: string; readonly at: number; readonly words: string };
}

/** Whom to ring about what; the number itself stays with the case. */
export interface RingUp {
  readonly caseId: string;
  readonly side: Side;
  /** Whose list it goes on. */
  readonly community: string;
}

/** Everybody in office at one station, so that a case finds its people with one read. `_id` is the station. */
export interface Roster extends Stored {
  readonly rev: number;
  readonly members: readonly RosterMember[];
}

export interface RosterMember {
  readonly id: string;
  readonly name: string;
  readonly role: GrantedRole;
  readonly scopeId: string;
  readonly grantId: string;
  readonly until?: number;
}

/** `path` holds every place above it and itself, the station first; a new child and a move both write `rev`. */
export type PlaceDocument = Omit<Place, 'id'> & Stored & { readonly path: readonly string[]; readonly key: string; readonly rev: number };

/** A code that gives a role. `_id` is the code's keyed hash. */
export interface Invitation extends Stored {
  readonly role: GrantedRole;
  readonly scopeId: string;
  readonly until?: number;
  readonly expiresAt: number;
  readonly madeBy: string;
  readonly usedBy?: string;
}

/** How somebody without an account comes to a case. `_id` is the code's keyed hash; see letters.ts. */
export interface Letter extends Stored {
  readonly kind: 'dispute' | 'hazard';
  readonly caseId: string;
  /** For whom in the case: a later one of the same slot makes it void. */
  readonly slot: string;
  readonly path: readonly string[];
  readonly wordIndex: string;
  readonly expiresAt: number;
  readonly madeBy: string;
  readonly madeAt: number;
  /** Wrong words so far. */
  readonly wrong: number;
  readonly boundTo?: string;
  readonly revokedAt?: number;
  readonly rev: number;
}

/** When somebody last tried what only a few tries are given for. `_id` is `<what>:<person>`. */
export interface Tries extends Stored {
  readonly at: readonly number[];
  readonly rev: number;
}

/** An hour of a mediator or a room. `_id` is `<whose>:<start>`, so nobody can have it twice. */
export interface Booking extends Stored {
  readonly caseId: string;
  readonly community: string;
  readonly mediator: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly room: string;
  /** One of the entries of a session stands for it in the calendar. */
  readonly isLead: boolean;
  readonly key: string;
}

export interface Ticket extends Stored {
  readonly owner: string;
  readonly kind: MediaKind;
  readonly cloudPath: string;
  readonly bytes: number;
  readonly seconds?: number;
  readonly expiresAt: number;
  /** Ordered by the end of its life. */
  readonly key: string;
  /** The file that it became. */
  readonly claimedAs?: string;
  /** Nothing is left of the upload. */
  readonly isCleared: boolean;
}

/** A file at a path that the server owns. */
export interface StoredFile extends Stored {
  readonly owner: string;
  readonly kind: MediaKind;
  readonly fileId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly seconds?: number;
  readonly at: number;
  /** The case that it belongs to; nothing until it is attached. */
  readonly caseId?: string;
}

/** One version of a paper of a dispute. `_id` is `<caseId>:<kind>:<version>`, so two makers cannot both write one. */
export interface StoredPaper extends Stored {
  readonly caseId: string;
  readonly kind: PaperKind;
  readonly version: number;
  readonly number: string;
  readonly fileId: string;
  readonly sha256: string;
  /** Of what stands on it: the same text is not made twice, and a change shows. */
  readonly contentDigest: string;
  readonly by: string;
  readonly at: number;
  readonly key: string;
}

/** The number of a dispute's file. `_id` is the dispute's. */
export interface FileNumber extends Stored {
  readonly community: string;
  readonly number: string;
  readonly at: number;
}

/** The last number that was given. `_id` is `<what>:<where>:<year>`. */
export interface Counter extends Stored {
  readonly last: number;
}

/** A note for a door holds a code that is kept nowhere else: the file is gone after an hour. `_id` is the letter's. */
export interface DoorNote extends Stored {
  readonly fileId: string;
  readonly key: string;
  readonly madeAt: number;
  readonly isCleared: boolean;
}

/** Who of the staff looked at which personal datum. */
export interface ReadLogEntry extends Stored {
  readonly by: string;
  readonly what: string;
  readonly caseId: string;
  readonly at: number;
  readonly key: string;
}

export interface Collection<D extends Stored> {
  readonly name: string;
  /** How long a document stays, in days. */
  readonly keepDays: number;
  /** The field, in epoch milliseconds, from which its days count; without one the timer deletes nothing here. */
  readonly agedBy?: string;
  /** For the compiler alone: never set. */
  readonly holds?: D;
}

/** Serves queries for some fields by value, in the order of one more. */
export interface Index<D extends Stored, Field extends keyof D & string> {
  readonly name: string;
  readonly collection: Collection<D>;
  readonly equal: readonly Field[];
  readonly orderBy: keyof D & string;
  readonly direction: 'asc' | 'desc';
}

const YEAR = 365;
const FOREVER = 100 * YEAR;

export const collections = {
  users: collection<User>('users', FOREVER),
  events: collection<CaseEvent>('events', 10 * YEAR),
  attempts: collection<Attempt>('attempts', 7, 'at'),
  messages: collection<Message>('messages', YEAR, 'at'),
  rosters: collection<Roster>('rosters', FOREVER),
  places: collection<PlaceDocument>('places', FOREVER),
  invitations: collection<Invitation>('invitations', 30, 'expiresAt'),
  letters: collection<Letter>('letters', 90, 'expiresAt'),
  tries: collection<Tries>('tries', 1),
  holidays: collection<HolidayYear & Stored>('holidays', FOREVER),
  disputes: collection<DisputeDocument>('disputes', 10 * YEAR),
  figures: collection<MonthlyFigures>('figures', FOREVER),
  contributions: collection<Contribution>('contributions', 10 * YEAR),
  cursors: collection<Cursor>('cursors', FOREVER),
  hazards: collection<HazardDocument>('hazards', 10 * YEAR),
  children: collection<ChildDocument>('children', 10 * YEAR),
  visits: collection<VisitDocument>('visits', 90),
  carePosts: collection<CarePostDocument>('carePosts', FOREVER),
  careSlots: collection<CareSlotDocument>('careSlots', 90, 'endAt'),
  careRosters: collection<CareRoster>('careRosters', FOREVER),
  usedCodes: collection<UsedCode>('usedCodes', 1, 'at'),
  bookings: collection<Booking>('bookings', 2 * YEAR, 'endAt'),
  tickets: collection<Ticket>('tickets', 1),
  files: collection<StoredFile>('files', 10 * YEAR),
  papers: collection<StoredPaper>('papers', 10 * YEAR),
  fileNumbers: collection<FileNumber>('fileNumbers', 10 * YEAR),
  counters: collection<Counter>('counters', FOREVER),
  doorNotes: collection<DoorNote>('doorNotes', 7, 'madeAt'),
  readLog: collection<ReadLogEntry>('readLog', 3 * YEAR, 'at'),
} as const;

export const indexes = {
  eventsByCase: index('eventsByCase', collections.events, ['caseId'], 'version', 'desc'),
  usersByRole: index('usersByRole', collections.users, ['roles'], 'joinedKey', 'asc'),
  usersByJoining: index('usersByJoining', collections.users, [], 'joinedKey', 'asc'),
  messagesByReader: index('messagesByReader', collections.messages, ['to'], 'key', 'desc'),
  messagesUnread: index('messagesUnread', collections.messages, ['to', 'isRead'], 'key', 'desc'),
  messagesToPush: index('messagesToPush', collections.messages, ['push'], 'key', 'asc'),
  placesByKind: index('placesByKind', collections.places, ['kind'], 'key', 'asc'),
  placesByKey: index('placesByKey', collections.places, [], 'key', 'asc'),
  placesByParent: index('placesByParent', collections.places, ['parentId'], 'key', 'asc'),
  placesByGrid: index('placesByGrid', collections.places, ['gridId'], 'key', 'asc'),
  disputesByPerson: index('disputesByPerson', collections.disputes, ['people'], 'openedKey', 'desc'),
  disputesOpenByPerson: index('disputesOpenByPerson', collections.disputes, ['people', 'isOpen'], 'openedKey', 'desc'),
  disputesByDesk: index('disputesByDesk', collections.disputes, ['places', 'desk'], 'dueKey', 'asc'),
  disputesOpen: index('disputesOpen', collections.disputes, ['places', 'isOpen'], 'dueKey', 'asc'),
  disputesByColour: index('disputesByColour', collections.disputes, ['places', 'isOpen', 'colour'], 'dueKey', 'asc'),
  disputesByMediator: index('disputesByMediator', collections.disputes, ['mediator', 'isOpen'], 'dueKey', 'asc'),
  disputesByMediatorDesk: index('disputesByMediatorDesk', collections.disputes, ['mediator', 'desk'], 'dueKey', 'asc'),
  disputesSimilar: index('disputesSimilar', collections.disputes, ['building', 'category'], 'openedKey', 'desc'),
  disputesByNumber: index('disputesByNumber', collections.disputes, ['community'], 'number', 'desc'),
  disputesOpened: index('disputesOpened', collections.disputes, ['places'], 'openedKey', 'desc'),
  disputesChanged: index('disputesChanged', collections.disputes, [], 'changedKey', 'asc'),
  disputesToTick: index('disputesToTick', collections.disputes, [], 'tickKey', 'asc'),
  hazardsByPerson: index('hazardsByPerson', collections.hazards, ['people'], 'openedKey', 'desc'),
  hazardsOpenByPerson: index('hazardsOpenByPerson', collections.hazards, ['people', 'isOpen'], 'openedKey', 'desc'),
  hazardsByDesk: index('hazardsByDesk', collections.hazards, ['places', 'desk'], 'dueKey', 'asc'),
  hazardsOpen: index('hazardsOpen', collections.hazards, ['places', 'isOpen'], 'dueKey', 'asc'),
  hazardsByDispute: index('hazardsByDispute', collections.hazards, ['disputeId'], 'openedKey', 'desc'),
  hazardsToTick: index('hazardsToTick', collections.hazards, [], 'tickKey', 'asc'),
  childrenByPerson: index('childrenByPerson', collections.children, ['people'], 'joinedKey', 'asc'),
  childrenToTick: index('childrenToTick', collections.children, [], 'tickKey', 'asc'),
  visitsByPerson: index('visitsByPerson', collections.visits, ['people', 'isOpen'], 'startKey', 'asc'),
  visitsByChild: index('visitsByChild', collections.visits, ['childId'], 'startKey', 'desc'),
  visitsByPost: index('visitsByPost', collections.visits, ['postId', 'isOpen'], 'startKey', 'asc'),
  visitsToTick: index('visitsToTick', collections.visits, [], 'tickKey', 'asc'),
  carePostsByCommunity: index('carePostsByCommunity', collections.carePosts, ['community'], 'key', 'asc'),
  careSlotsByPost: index('careSlotsByPost', collections.careSlots, ['postId'], 'key', 'asc'),
  careSlotsDirty: index('careSlotsDirty', collections.careSlots, ['isDirty'], 'key', 'asc'),
  bookingsByDay: index('bookingsByDay', collections.bookings, ['community', 'isLead'], 'key', 'asc'),
  bookingsByMediator: index('bookingsByMediator', collections.bookings, ['mediator', 'isLead'], 'key', 'asc'),
  ticketsByOwner: index('ticketsByOwner', collections.tickets, ['owner'], 'key', 'asc'),
  ticketsToClear: index('ticketsToClear', collections.tickets, ['isCleared'], 'key', 'asc'),
  filesByCase: index('filesByCase', collections.files, ['caseId'], 'at', 'asc'),
  papersByCase: index('papersByCase', collections.papers, ['caseId'], 'key', 'desc'),
  doorNotesToClear: index('doorNotesToClear', collections.doorNotes, ['isCleared'], 'key', 'asc'),
  readLogByCase: index('readLogByCase', collections.readLog, ['caseId'], 'key', 'desc'),
} as const;

/** Serve the timer that deletes what is too old. */
const agedIndexes = Object.values(collections).flatMap(({ name, agedBy }) => (agedBy === undefined ? [] : [{ collection: name, fields: [agedBy] }]));

/** Fields that no two documents of a collection may share. */
const uniqueFields: readonly { readonly collection: string; readonly fields: readonly string[] }[] = [
  { collection: collections.disputes.name, fields: ['community', 'number'] },
  { collection: collections.hazards.name, fields: ['community', 'number'] },
  { collection: collections.fileNumbers.name, fields: ['community', 'number'] },
];

/** The same as plain data, for whoever provisions a database: the local cloud, and the deployment. */
export const collectionSpecs = Object.values(collections).map(({ name }) => ({
  name,
  indexes: [
    ...Object.values(indexes)
      .filter(({ collection: of }) => of.name === name)
      .map(({ name: indexName, equal, orderBy, direction }) => ({
        name: indexName,
        fields: [...equal.map((field) => [field, 1] as [string, 1 | -1]), [orderBy, direction === 'asc' ? 1 : -1] as [string, 1 | -1]],
        unique: false,
      })),
    ...agedIndexes
      .filter(({ collection: of }) => of === name)
      .map(({ fields }) => ({ name: `aged_${fields.join('_')}`, fields: fields.map((field) => [field, 1] as [string, 1 | -1]), unique: false })),
    ...uniqueFields
      .filter(({ collection: of }) => of === name)
      .map(({ fields }) => ({ name: `unique_${fields.join('_')}`, fields: fields.map((field) => [field, 1] as [string, 1 | -1]), unique: true })),
  ],
}));

function collection<D extends Stored>(name: string, keepDays: number, agedBy?: keyof D & string): Collection<D> {
  return { name, keepDays, ...(agedBy !== undefined && { agedBy }) };
}

function index<D extends Stored, Field extends keyof D & string>(
  name: string,
  of: Collection<D>,
  equal: readonly Field[],
  orderBy: keyof D & string,
  direction: 'asc' | 'desc',
): Index<D, Field> {
  return { name, collection: of, equal, orderBy, direction };
}
