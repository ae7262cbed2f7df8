/** Who asks, and when. Both come from the platform and from our own records, never from what was sent. */
import type { Role } from '../../typings/contract/identity';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import { collections, type User } from './collections';
import { app, type Reader } from './database';
import { Refusal } from './errors';
import { personIdOf } from './vault';

export interface Caller extends Standing {
  readonly openid: string;
  /** Nothing for a guest, who has not agreed to the privacy notice yet. */
  readonly user?: User;
}

/** The platform's id of whoever calls. Throws `UNAUTHENTICATED` for a call that no person made. */
export function callingOpenid(): string {
  const { openId } = app.auth().getUserInfo();
  if (!openId) throw new Refusal('UNAUTHENTICATED');
  return openId;
}

/** The person with this openid and the offices held now, as far as `db` knows: inside a transaction nobody acts for an office that has ended. */
export async function identify(db: Reader, openid: string, now: number): Promise<Caller> {
  const id = personIdOf(openid);
  const user = await db.get(collections.users, id);
  return { id, openid, offices: user ? liveGrants(user, now) : [], ...(user && { user }) };
}

/** The grants that hold at this moment. */
export function liveGrants({ facts }: Pick<User, 'facts'>, now: number) {
  return facts.grants.filter(({ from, until, revokedAt }) => revokedAt === undefined && from <= now && (until === undefined || now < until));
}

/** Resident first, then each role that is held now, once. */
export function rolesOf({ offices }: Standing): Role[] {
  return ['resident', ...new Set(offices.map(({ role }) => role))];
}

/** Whether the platform's timer made this call. Told by its environment, never by the event, which anybody can send. */
export function isTimerCall(): boolean {
  return process.env.TRIGGER_SRC === 'timer' && !app.auth().getUserInfo().openId;
}

/** The time of this call, in epoch milliseconds. The local cloud can move it, so that a deadline is tested in a second. */
export function currentTime(): number {
  return Date.now() + (isLocalCloud() ? Number(process.env.JIAAN_CLOCK_OFFSET_MS ?? 0) : 0);
}

/** A function whose database is on this very machine is not in production. */
function isLocalCloud(): boolean {
  return /"URL":"http:\/\/127\.0\.0\.1[:/]/.test(process.env.TCB_CONTEXT_CNFG ?? '');
}
