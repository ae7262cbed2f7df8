/**
 * Secrets of pickup codes: fetched while the child is at the post and the network is there, so that a code can be made
 * at a door without one. They go with the visit, and after a day whatever happened.
 */
import type { VisitSummary } from '../../typings/contract/childcare';
import type { VisitState } from '../../typings/contract/childcare-words';
import { retention } from '../domain/childcare/policy';
import { HOUR } from '../domain/time/format';
import { call } from './call';
import { myself } from './session';

const key = 'pickup-secrets';
const given: readonly VisitState[] = ['checkedIn', 'pickupPending', 'releaseRefused'];

export interface KeptSecret {
  readonly visitId: string;
  readonly secret: string;
  /** The guardian whose phone this is. */
  readonly personId: string;
  readonly nickname: string;
  readonly post: string;
  readonly issuedAt: number;
  /** How far the server's clock is before the phone's: many phones are minutes wrong. */
  readonly ahead: number;
  /** Who else may fetch, as far as this phone was told: a code can be made for each. */
  readonly persons: readonly { readonly id: string; readonly name: string }[];
}

/** A visit, and where it was told of as a whole, who else may fetch. */
type Told = VisitSummary & { readonly child?: { readonly persons: readonly { readonly id: string; readonly name: string; readonly from: number }[] } };

/** For all own visits, as the cloud told of them just now: fetches what is missing, drops what is over. Never rejects. */
export async function keepSecrets(visits: readonly VisitSummary[], now: number): Promise<void> {
  const here = visits.filter(isHere);
  keep(keptSecrets().filter(({ visitId }) => here.some(({ id }) => id === visitId)));
  for (const visit of here) await keepSecret(visit, now);
}

/** The same for one visit. Never rejects: without a network the next look fetches it. */
export async function keepSecret(visit: Told, now: number): Promise<void> {
  const ahead = now - Date.now();
  const known = secretOf(visit.id);
  const own = !isHere(visit) ? undefined : (known ?? (await fetchSecret(visit, ahead).catch(() => undefined)));
  const persons = visit.child ? visit.child.persons.filter(({ from }) => from <= now).map(({ id, name }) => ({ id, name })) : (own?.persons ?? []);
  keep([...keptSecrets().filter(({ visitId }) => visitId !== visit.id), ...(own ? [{ ...own, ahead, persons }] : [])]);
}

/** The visit is over, or this person is no guardian any more. */
export function dropSecret(visitId: string): void {
  keep(keptSecrets().filter((each) => each.visitId !== visitId));
}

/** At the start of the app: what is too old goes. */
export function dropOldSecrets(): void {
  keep(keptSecrets());
}

/** Nothing when the phone has none. */
export function secretOf(visitId: string): KeptSecret | undefined {
  return keptSecrets().find((each) => each.visitId === visitId);
}

function isHere({ state, relations }: VisitSummary): boolean {
  return given.includes(state) && relations.includes('guardian');
}

function keptSecrets(): KeptSecret[] {
  const all = wx.getStorageSync<KeptSecret[] | ''>(key) || [];
  return all.filter(({ issuedAt, ahead }) => Date.now() + ahead < issuedAt + retention.codeHours * HOUR);
}

function keep(secrets: readonly KeptSecret[]): void {
  if (secrets.length > 0) wx.setStorageSync(key, secrets);
  else wx.removeStorageSync(key);
}

async function fetchSecret({ id, nickname, post }: VisitSummary, ahead: number): Promise<KeptSecret> {
  const [{ secret, issuedAt }, { id: personId }] = await Promise.all([call('childcare.secret', { id }), myself()]);
  return { visitId: id, secret, personId, nickname, post, issuedAt, ahead, persons: [] };
}
