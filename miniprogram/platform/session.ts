/** Who is using the phone, and as what. */
import type { Compound, Me, Role } from '../../typings/contract/identity';
import { privacyVersion } from '../domain/identity/policy';
import { call } from './call';

const identityKey = 'identity';

/** What an action needs to know of the person before it is sent. */
export interface Needs {
  /** A phone number at which the person can be reached. */
  phone?: boolean;
}

let me: Me | undefined;
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

/** The identity that somebody with several has chosen; nothing = the one that the cloud thinks best. */
export function chosenIdentity(): Role | undefined {
  return wx.getStorageSync<Role | ''>(identityKey) || undefined;
}

export function chooseIdentity(role: Role): void {
  wx.setStorageSync(identityKey, role);
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
