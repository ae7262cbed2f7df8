/** Every collection, what it holds, which indexes serve it and how long it is kept. Nothing else names a collection. */
import type { CareCount, CarePostDocument, CareRoster, CareSlotDocument, ChildDocument, RetentionDay, UsedCode, VisitDocument } from './care-documents';
import type { HolidayYear } from '../../typings/contract/identity';
import type {
  Attempt, Booking, CaseEvent, Counter, DisputeDocument, DoorNote, FileNumber, HazardDocument, Invitation, Letter, Message, PlaceDocument, ReadLogEntry, Roster,
  Stored, StoredFile, StoredPaper, Ticket, Tries, User,
} from './documents'; // prettier-ignore
import type { Contribution, Cursor, MonthlyFigures } from './figure-documents';

export type * from './documents';

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
  careCounts: collection<CareCount>('careCounts', FOREVER),
  usedCodes: collection<UsedCode>('usedCodes', 1, 'at'),
  retentionDays: collection<RetentionDay>('retentionDays', 3 * YEAR, 'at'),
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
  messagesByCase: index('messagesByCase', collections.messages, ['caseId'], 'key', 'desc'),
  messagesToPush: index('messagesToPush', collections.messages, ['push'], 'key', 'asc'),
  placesByKind: index('placesByKind', collections.places, ['kind'], 'key', 'asc'),
  placesByKey: index('placesByKey', collections.places, [], 'key', 'asc'),
  placesByParent: index('placesByParent', collections.places, ['parentId'], 'key', 'asc'),
  placesByGrid: index('placesByGrid', collections.places, ['gridId'], 'key', 'asc'),
  disputesByPerson: index('disputesByPerson', collections.disputes, ['people'], 'openedKey', 'desc'),
  disputesOpenByPerson: index('disputesOpenByPerson', collections.disputes, ['people', 'isOpen'], 'openedKey', 'desc'),
  disputesByDesk: index('disputesByDesk', collections.disputes, ['places', 'desk'], 'dueKey', 'asc'),
  disputesOpen: index('disputesOpen', collections.disputes, ['places', 'isOpen'], 'dueKey', 'asc'),
  disputesUrgent: index('disputesUrgent', collections.disputes, ['places', 'isOpen'], 'urgentKey', 'asc'),
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
  childrenByWalkInPhone: index('childrenByWalkInPhone', collections.children, ['walkInPhone'], 'joinedKey', 'desc'),
  childrenGone: index('childrenGone', collections.children, [], 'goneKey', 'asc'),
  visitsByPerson: index('visitsByPerson', collections.visits, ['people', 'isOpen'], 'startKey', 'asc'),
  visitsByChild: index('visitsByChild', collections.visits, ['childId'], 'startKey', 'desc'),
  visitsByPost: index('visitsByPost', collections.visits, ['postId', 'isOpen'], 'startKey', 'asc'),
  visitsOnRoster: index('visitsOnRoster', collections.visits, ['postId', 'stands'], 'startKey', 'asc'),
  visitsGone: index('visitsGone', collections.visits, [], 'goneKey', 'asc'),
  visitsToTick: index('visitsToTick', collections.visits, [], 'tickKey', 'asc'),
  carePostsByPlace: index('carePostsByPlace', collections.carePosts, ['path'], 'key', 'asc'),
  careRostersByShift: index('careRostersByShift', collections.careRosters, [], 'shiftKey', 'asc'),
  careRostersByPlace: index('careRostersByPlace', collections.careRosters, ['path'], 'key', 'asc'),
  careSlotsByPost: index('careSlotsByPost', collections.careSlots, ['postId'], 'key', 'asc'),
  careSlotsDirty: index('careSlotsDirty', collections.careSlots, ['isDirty'], 'key', 'asc'),
  bookingsByDay: index('bookingsByDay', collections.bookings, ['community', 'isLead'], 'key', 'asc'),
  bookingsByMediator: index('bookingsByMediator', collections.bookings, ['mediator', 'isLead'], 'key', 'asc'),
  ticketsByOwner: index('ticketsByOwner', collections.tickets, ['owner'], 'key', 'asc'),
  ticketsToClear: index('ticketsToClear', collections.tickets, ['isCleared'], 'key', 'asc'),
  filesGone: index('filesGone', collections.files, [], 'goneKey', 'asc'),
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
