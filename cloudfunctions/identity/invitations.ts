/** Codes that give an office: easy to read out, hard to guess, kept only as a keyed hash. */
import { randomInt } from 'node:crypto';
import { invitationTries } from '../../miniprogram/domain/identity/policy';
import { HOUR } from '../../miniprogram/domain/time/format';
import type { Call } from '../_kit/action';
import { liveGrants } from '../_kit/caller';
import { collections, type Invitation } from '../_kit/collections';
import type { Reader } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { inTransaction } from '../_kit/transaction';
import { blindIndex } from '../_kit/vault';
import { adminScopes } from './store';

/** 32 signs that nobody confuses (no 0 and O, no 1 and I): twelve of them are 60 bits. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 12;
/** Who made the very first invitation, when there was no admin yet: whoever installed the system. */
const INSTALLATION = 'installation';
const GROUP = /.{4}(?=.)/g;

/** `K7QM-2XWD-9FTH` */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('').replace(GROUP, '$&-');
}

/** The id under which a code is kept. Small letters, spaces and dashes do not matter. */
export function invitationId(code: string): string {
  return blindIndex('invitation', code.toUpperCase().replace(/[^0-9A-Z]/g, ''));
}

/**
 * Looks at a code, and counts a wrong one, in a transaction of its own: the count stays although the action is refused.
 * The counter is written for a right code too, so that a thousand guesses at once wait for each other.
 */
export async function assertNoGuess({ caller, now }: Call, code: string): Promise<void> {
  const _id = `invitation:${caller.id}`;
  const fault = await inTransaction(async (db) => {
    const { at = [], rev = 0 } = (await db.get(collections.tries, _id)) ?? {};
    const recent = at.filter((moment) => moment > now - HOUR);
    if (recent.length >= invitationTries) throw new Refusal('RATE_LIMITED', { message: `码错了${invitationTries}次，已锁住。请过一小时再试，或找管理员。` });
    const invitation = await db.get(collections.invitations, invitationId(code));
    const wrong = invitation?.usedBy === caller.id ? undefined : faultOf(invitation, now);
    await db.replace(collections.tries, { _id, at: wrong === undefined ? recent : [...recent, now], rev: rev + 1 });
    return wrong;
  });
  if (fault !== undefined) throw badField('code', fault);
}

/** The invitation behind a code. Throws `INVALID_INPUT` for one that is not, or no longer, good. */
export async function invitationFor(db: Reader, code: string, now: number): Promise<Invitation> {
  const invitation = await db.get(collections.invitations, invitationId(code));
  const fault = faultOf(invitation, now);
  if (!invitation || fault !== undefined) throw badField('code', fault ?? '');
  if (!(await isBacked(db, invitation, now))) throw badField('code', '这个邀请码已经作废，请管理员再发一个。');
  return invitation;
}

function faultOf(invitation: Invitation | undefined, now: number): string | undefined {
  if (!invitation) return '没有这个邀请码，请再看一看。';
  if (invitation.usedBy !== undefined) return '这个邀请码已经用过了。';
  return invitation.expiresAt <= now ? '邀请码过期了，请管理员再发一个。' : undefined;
}

/** An invitation is worth as much as the office of whoever made it. */
async function isBacked(db: Reader, { madeBy, scopeId }: Invitation, now: number): Promise<boolean> {
  if (madeBy === INSTALLATION) return true;
  const maker = await db.get(collections.users, madeBy);
  const place = await db.get(collections.places, scopeId);
  const scopes = maker ? adminScopes(liveGrants(maker, now)) : [];
  return scopes.some((scope) => place?.path.includes(scope));
}
