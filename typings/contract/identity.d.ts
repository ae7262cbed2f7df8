/** Who is who, where people live, and what they are told. Times are epoch milliseconds; ids are opaque. */
import type { PostGlance, VisitSummary } from './childcare';
import type { DisputeSummary, SessionSlot } from './dispute';
import type { HazardSummary } from './hazard';

export type Role =
  | 'resident'
  | 'volunteer'
  | 'gridWorker'
  | 'mediator'
  | 'auxiliary'
  | 'officer'
  | 'leader'
  | 'carer'
  | 'partner'
  | 'admin';

/** A role that somebody grants; everybody is a resident. */
export type GrantedRole = Exclude<Role, 'resident'>;

export interface RoleGrant {
  id: string;
  role: GrantedRole;
  scopeId: string;
  scopeName: string;
  from: number;
  until?: number;
}

/** 小区, building and unit. A resident never chooses a grid. */
export interface HomeAddress {
  compoundId: string;
  buildingId: string;
  unit?: string;
  /** `桐花苑 3号楼 2单元`. */
  text: string;
}

export interface Me {
  id: string;
  /** True until the privacy notice was agreed to. */
  isGuest: boolean;
  name: string;
  /** Masked: `139******21`. */
  phone?: string;
  home?: HomeAddress;
  consent?: { version: string; at: number };
  /** The grants that are live now. */
  grants: RoleGrant[];
  /** Resident first, then each granted role once. */
  roles: Role[];
}

/** 我的民警, as a resident sees it. */
export interface MyOfficer {
  name: string;
  title: string;
  isOnDuty: boolean;
  phone: string;
}

export interface ColourCounts {
  red: number;
  yellow: number;
  blue: number;
  ungraded: number;
  overdue: number;
}

/** Hazards of the own place that wait for somebody in office. */
export interface HazardCounts {
  /** Found: to be looked at. */
  fresh: number;
  /** Put right: to be rechecked. */
  recheck: number;
}

export interface Home {
  now: number;
  me: Me;
  /** The identity that this home is for. */
  as: Role;
  unread: number;
  /** For residents, parties and agents: what of mine is under way. */
  mine: DisputeSummary[];
  /** For those who tell: open hazards that they reported, or have to put right. */
  hazards?: HazardSummary[];
  /** For guardians: where their children are, what is booked, and what today came to; by time. */
  visits?: VisitSummary[];
  officer?: MyOfficer;
  /** For carers, officers, auxiliaries and leaders: the childcare posts of the own places. */
  posts?: PostGlance[];
  /** For staff: what waits for me, least time left first. */
  queue?: DisputeSummary[];
  counts?: ColourCounts;
  hazardCounts?: HazardCounts;
  /** For officers: 苗头 that nobody has looked at. */
  leads?: number;
  /** For those who ring: parties who must know something, and have no account. */
  calls?: number;
  /** For mediators, officers and leaders: today's mediation sessions. */
  today?: SessionSlot[];
  /** For mediators: times still free this week. */
  freeThisWeek?: number;
}

export interface Building {
  id: string;
  name: string;
  gridId: string;
}

export interface Compound {
  id: string;
  name: string;
  hasProperty: boolean;
  buildings: Building[];
}

export type PlaceKind = 'station' | 'street' | 'community' | 'policeGrid' | 'grid' | 'compound' | 'building';

/** One node of the territory, as an admin sees it. A building hangs in its compound and belongs to a grid. */
export interface Place {
  id: string;
  kind: PlaceKind;
  name: string;
  parentId?: string;
  gridId?: string;
  hasProperty?: boolean;
  /** Of a station, a community or a 警格: the telephone that is always answered. */
  phone?: string;
  isRetired: boolean;
}

/** A person in an admin's list. */
export interface PersonRow {
  id: string;
  name: string;
  phone?: string;
  grants: RoleGrant[];
}

export interface InboxMessage {
  id: string;
  at: number;
  sentence: string;
  /** The mini-program page to open, as `/features/dispute/story/story?id=…`. */
  page?: string;
  isRead: boolean;
}

/** One year's public holidays and make-up workdays, as `2027-01-01`. */
export interface HolidayYear {
  year: number;
  holidays: string[];
  workdays: string[];
}

export interface IdentityActions {
  'identity.home': { input: { as?: Role }; output: Home };
  'identity.me': { input: Record<never, never>; output: Me };
  /** Agrees to the privacy notice of one version; a guest becomes a user. */
  'identity.consent': { input: { version: string }; output: Me };
  'identity.saveProfile': {
    input: { name?: string; phone?: string; home?: { buildingId: string; unit?: string } };
    output: Me;
  };
  'identity.territory': { input: Record<never, never>; output: { community: string; compounds: Compound[] } };

  'identity.inbox': {
    input: { before?: string };
    output: { messages: InboxMessage[]; next?: string; now: number };
  };
  'identity.markRead': { input: { ids: string[] }; output: { unread: number } };

  'identity.acceptInvitation': { input: { code: string }; output: Me };
  'identity.makeInvitation': {
    input: { role: GrantedRole; scopeId: string; until?: number };
    output: { code: string; expiresAt: number };
  };
  'identity.people': {
    input: { role?: GrantedRole; after?: string };
    output: { people: PersonRow[]; next?: string };
  };
  'identity.grantRole': {
    input: { personId: string; role: GrantedRole; scopeId: string; until?: number };
    output: PersonRow;
  };
  'identity.revokeRole': { input: { personId: string; grantId: string; reason: string }; output: PersonRow };

  'identity.places': { input: Record<never, never>; output: { places: Place[] } };
  'identity.savePlace': {
    input: {
      id?: string;
      kind: PlaceKind;
      name: string;
      parentId?: string;
      gridId?: string;
      hasProperty?: boolean;
      phone?: string;
      isRetired?: boolean;
    };
    output: Place;
  };
  /** Without a year, the one that it is. */
  'identity.holidays': { input: { year?: number }; output: HolidayYear };
  'identity.saveHolidays': { input: HolidayYear; output: HolidayYear };
}
