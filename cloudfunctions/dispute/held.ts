/** Sessions that took place: each is noted when they sit down, its record when it ends. */
import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import { coMediatorsOf } from '../../miniprogram/domain/dispute/panel';
import type { DisputeFacts, HeldSession } from '../../miniprogram/domain/dispute/facts';
import { badField } from '../_kit/errors';

/** They sat down: one session more. */
export function withSession(facts: DisputeFacts, now: number): DisputeFacts {
  const { session, mediator, track, held = [], mediatedBy = [] } = facts;
  const begun: HeldSession = { startAt: session?.startAt ?? now, room: session?.room ?? '', mediator: mediator?.name ?? '', ...(track === 'security' && { isByPolice: true }) };
  return { ...facts, sessionsHeld: facts.sessionsHeld + 1, held: [...held, begun], mediatedBy: uniq(compact([...mediatedBy, mediator?.id, ...coMediatorsOf(facts).map(({ personId }) => personId)])) };
}

export interface SessionRecord {
  readonly photos: readonly string[];
  readonly isReadBack: boolean;
  /** Of the event that holds the words. */
  readonly version: number;
}

/** The record of the last session. Throws `INVALID_INPUT` for handwriting that was not read back to both. */
export function withRecord(facts: DisputeFacts, { photos, isReadBack, version }: SessionRecord): DisputeFacts {
  assertReadBack(photos, isReadBack);
  const held = facts.held ?? [];
  const last = held.at(-1);
  if (!last) return facts;
  return { ...facts, held: [...held.slice(0, -1), { ...last, photos, isReadBack, version }] };
}

/** What was typed up from a photograph is read to both, who say that it is what they said. */
export function assertReadBack(photos: readonly string[], isReadBack: boolean): void {
  if (photos.length > 0 && !isReadBack) throw badField('isReadBack', '照着手写整理的，请先念给双方听，都说没错再记。');
}
