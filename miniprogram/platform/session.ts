/** Who is using the phone, and as what. */
import type { Compound, Home, Me, Role } from '../../typings/contract/identity';
import { privacyVersion } from '../domain/identity/policy';
import { call } from './call';

const identityKey = 'identity';

/** What an action needs to know of the person before it is sent. */
export interface Needs {
  /** A phone number at which the person can be reached. */
  phone?: boolean;
}

let me: Me | undefined;
let role: Role | undefined;
let compounds: Promise<{ compounds: Compound[] }> | undefined;
let asker: ((needs: Needs) => Promise<boolean>) | undefined;

/** Keeps what the cloud said about the person, so that the next page need not ask. */
export function remember(person: Me): Me {
  me = person;
  return person;
}

/** The person, from memory or from the cloud. Throws a `CallError`. */
export async function myself(): Promise<Me> {
  return me ?? remember(await call('identity.me', {}));
}

/** 小区 and their buildings; fetched once, since they change a few times a year. Throws a `CallError`. */
export async function territory(): Promise<{ compounds: Compound[] }> {
  compounds ??= call('identity.territory', {});
  try {
    return await compounds;
  } catch (error) {
    compounds = undefined;
    throw error;
  }
}

/** The home of the identity that the person has chosen. Throws a `CallError`. */
export async function openHome(): Promise<Home> {
  const as = wx.getStorageSync<Role | ''>(identityKey);
  const home = await call('identity.home', as === '' ? {} : { as });
  if (home.as !== as) wx.removeStorageSync(identityKey); // that role was taken back since
  remember(home.me);
  role = home.as;
  return home;
}

/** What the person works as now: as on the home page, else what he was last. Throws a `CallError`. */
export async function currentIdentity(): Promise<Role> {
  return role ?? (await openHome()).as;
}

/** One of the person's roles is used from now on. */
export function chooseIdentity(chosen: Role): void {
  wx.setStorageSync(identityKey, chosen);
  role = chosen;
}

/** The page on top says how it shows the privacy notice: see <page-frame>. */
export function askForConsentWith(ask: (needs: Needs) => Promise<boolean>): void {
  asker = ask;
}

/**
 * Before something is first sent: a guest reads the privacy notice and agrees. False when he would rather not.
 * When nobody can say who he is, the sending itself will: the server checks again.
 */
export async function ensureConsent(needs: Needs = {}): Promise<boolean> {
  const person = await myself().catch(() => undefined);
  if (!person || !asker) return true;
  const isCurrent = !person.isGuest && person.consent?.version === privacyVersion;
  if (isCurrent && (needs.phone !== true || person.phone !== undefined)) return true;
  return asker(needs);
}
