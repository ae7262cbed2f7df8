/** How each move of a hazard is asked for in generated stories: well or badly, when it must succeed, what it then changes. */
import type { HazardMove } from '../../../typings/contract/hazard';
import { DAY, dayKey, startOfDay } from '../../../miniprogram/domain/time/format';
import type { Name } from '../../support/community';
import type { HazardModel } from './hazard-table';

export interface Asking {
  readonly now: number;
  /** The number of a dispute that there is. */
  readonly disputeNumber: string;
  /** A word that only some may read. */
  readonly secret: (speaker: Name) => string;
  /** A photo that this person has sent up. */
  readonly photoOf: (name: Name) => Promise<string>;
}

interface Attempted {
  readonly input: Record<string, unknown>;
  /** Whether the rules of the move, over and above the table, let it pass. */
  readonly holds: boolean;
  readonly after: () => void;
}

type Ask = (c: HazardModel, actor: Name, variant: number, asking: Asking) => Attempted | Promise<Attempted>;

const names = ['修车铺店主', '面馆店主'] as const;
const nameFor = (variant: number) => ({ name: names[variant % 5 === 4 ? 1 : 0] });
const lateAt = (now: number, days: number) => startOfDay(now) + (days + 1) * DAY;

/** Somebody is told; whoever was bound to another name is released. */
function tell(c: HazardModel, actor: Name, name: string): void {
  c.told.add(actor);
  if (c.responsible?.name === name) return;
  c.responsible = { name };
  c.isInvited = false;
}

/** Nobody is in any more, and nobody can come in. */
function letOut(c: HazardModel): void {
  c.isInvited = false;
  delete c.responsible?.account;
}

/** A new photo of the own; or, for some variants, another's, or one that the hazard has already. */
async function photo(c: HazardModel, actor: Name, variant: number, { photoOf }: Asking): Promise<{ id: string; isProof: boolean }> {
  const used = [...c.photos].find(([, owner]) => owner === actor)?.[0];
  if (variant % 11 === 10 && used !== undefined) return { id: used, isProof: false };
  const owner: Name = variant % 13 === 12 ? (actor === 'admin' ? 'resident' : 'admin') : actor;
  return { id: await photoOf(owner), isProof: owner === actor };
}

/** The moves that people make on a hazard; the system's own are not asked for. */
export const asks = {
  async advise(c, actor, variant, asking) {
    const responsible = nameFor(variant);
    const { id, isProof } = await photo(c, actor, variant, asking);
    const isOld = c.photos.has(id);
    return {
      input: { responsible, words: asking.secret(actor), photos: [id] },
      holds: isProof || isOld, // an advice proves nothing
      after: () => {
        tell(c, actor, responsible.name);
        c.photos.set(id, actor);
        if (actor === c.finder) c.finderPhotos.add(id);
      },
    };
  },
  order(c, actor, variant, { now }) {
    const responsible = nameFor(variant);
    const days = variant % 9 === 8 ? 120 : variant % 9 === 7 ? -1 : 2 + (variant % 3);
    const named = variant % 10 === 9 ? c.items.slice(1) : c.items;
    return {
      input: { responsible, items: named.map(({ key }) => ({ key, byDay: dayKey(now + days * DAY) })) },
      holds: days > 0 && days <= 90 && named.length === c.items.length,
      after: () => {
        tell(c, actor, responsible.name);
        c.isOrdered = true;
        for (const item of c.items) item.lateAt = lateAt(now, days);
      },
    };
  },
  dismiss: () => ({ input: { reason: '看过，不算。' }, holds: true, after: () => undefined }),
  async rectify(c, actor, variant, asking) {
    const open = c.items.filter(({ state }) => state === 'open');
    const chosen = variant % 8 === 7 ? c.items : variant % 3 === 0 ? open.slice(0, 1) : open;
    const { id, isProof } = await photo(c, actor, variant, asking);
    return {
      input: { items: chosen.map(({ key }) => key), words: '弄好了。', photos: [id] },
      holds: isProof && chosen.length > 0 && chosen.every(({ state }) => state === 'open'),
      after: () => {
        c.recorded.add(actor);
        c.photos.set(id, actor);
        for (const item of chosen) item.state = 'rectified';
      },
    };
  },
  async recheck(c, actor, variant, asking) {
    const judged = c.items.filter(({ state }) => state === 'rectified');
    const asked = variant % 7 === 6 ? judged.slice(1) : judged;
    const isPassed = (position: number) => ((variant >> position) & 1) === 0;
    const hasDays = variant % 6 !== 5;
    const { id, isProof } = await photo(c, actor, variant, asking);
    const byDay = dayKey(asking.now + 2 * DAY);
    return {
      input: { results: asked.map(({ key }, n) => ({ key, isPassed: isPassed(n), ...(!isPassed(n) && hasDays && { byDay }) })), photos: [id] },
      holds: isProof && asked.length === judged.length && (hasDays || asked.every((_item, n) => isPassed(n))),
      after: () => {
        c.photos.set(id, actor);
        for (const [n, item] of asked.entries()) {
          if (isPassed(n)) item.state = 'passed';
          else Object.assign(item, { state: 'open', failures: item.failures + 1, lateAt: lateAt(asking.now, 2) });
        }
      },
    };
  },
  revokeInvitation: (c) => ({ input: { reason: '发错人了。' }, holds: c.isInvited, after: () => letOut(c) }),
  escalate: (c, _actor, _variant, { now }) => ({
    input: { department: '消防救援', reason: '一直不改。' },
    holds: c.items.some(({ state, failures }) => state !== 'passed' && failures >= 2) || (c.isOrdered && c.items.some(({ state, lateAt: late = Infinity }) => state === 'open' && now >= late)),
    after: () => undefined,
  }),
  link: (_c, _actor, variant, { disputeNumber }) => ({ input: { disputeNumber: variant % 2 === 0 ? disputeNumber : '桂花0' }, holds: variant % 2 === 0, after: () => undefined }),
} satisfies Partial<Record<HazardMove, Ask>> as Readonly<Partial<Record<HazardMove, Ask>>>;
