/** Hazards as nobody wrote them: moves by everybody, sensible and not, while time passes. What must never happen does not. */
import fc from 'fast-check';
import type { HazardMove } from '../../typings/contract/hazard';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { type Community, type Name, startCommunity } from '../support/community';
import { asks } from './support/hazard-moves';
import { isOpen, mayMove, relationsOf, type HazardModel } from './support/hazard-table';
import { actors, HazardWorld } from './support/hazard-world';
import { LONGEST, runs } from './support/runs';

jest.setTimeout(LONGEST);

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
}, 60_000);
afterAll(() => community.stop());

type Step =
  | { readonly do: 'report'; readonly by: Name; readonly variant: number }
  | { readonly do: 'onward'; readonly case: number; readonly pick: number; readonly variant: number; readonly isRepeated: boolean }
  | { readonly do: 'overstep'; readonly case: number; readonly pick: number; readonly variant: number }
  | { readonly do: 'try'; readonly case: number; readonly move: HazardMove; readonly by: Name; readonly variant: number; readonly isRepeated: boolean }
  | { readonly do: 'bind'; readonly case: number; readonly by: Name; readonly isRight: boolean }
  | { readonly do: 'wait'; readonly ms: number };

const variant = fc.nat({ max: 719 });
const which = fc.nat({ max: 1 });
const isRepeated = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
const moves = Object.keys(asks) as HazardMove[];
const finders = fc.constantFrom<Name>('resident', 'volunteer', 'gridWorker', 'officer', 'auxiliary', 'otherGridWorker');
/** No whole days, so that nothing falls on the very end of a term. */
const waits = [2 * HOUR + 7 * MINUTE, 26 * HOUR + 11 * MINUTE, 4 * DAY + 3 * HOUR] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('report' as const), by: finders, variant }) },
  { weight: 11, arbitrary: fc.record({ do: fc.constant('onward' as const), case: which, pick: fc.nat({ max: 999 }), variant, isRepeated }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('overstep' as const), case: which, pick: fc.nat({ max: 999 }), variant }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('try' as const), case: which, move: fc.constantFrom(...moves), by: fc.constantFrom<Name>(...actors), variant, isRepeated }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bind' as const), case: which, by: fc.constantFrom<Name>('officer', 'officer2', 'gridWorker', 'auxiliary', 'leader', 'resident'), isRight: fc.integer({ min: 0, max: 3 }).map((n) => n > 0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...waits) }) },
);
const first = fc.record({ do: fc.constant('report' as const), by: finders, variant });

test('whatever people do, a hazard stays on its table, its chain is sound, and nobody rechecks what passed through the own hands', async () => {
  await fc.assert(
    fc.asyncProperty(first, fc.array(step, { minLength: 15, maxLength: 45, size: 'max' }), async (opening, steps) => {
      const world = await HazardWorld.begin(community);
      for (const each of [opening, ...steps]) await take(world, each);
      await world.lookAround();
    }),
    runs({ short: 8, long: 400 }),
  );
});

async function take(world: HazardWorld, each: Step): Promise<void> {
  if (each.do === 'report') {
    if (world.cases.length < 2) await world.report(each.by, each.variant);
    return;
  }
  if (each.do === 'wait') return world.wait(each.ms);
  const c = world.cases[each.case % Math.max(1, world.cases.length)];
  if (!c) return;
  if (each.do === 'bind') return world.bind(c, each.by, each.isRight);
  const chosen = each.do === 'try' ? each : each.do === 'overstep' ? overstep(c, each.pick) : onward(c, each.pick);
  if (!chosen) return;
  const again = await world.move(chosen.move, chosen.by, c, each.variant);
  if (each.do !== 'overstep' && each.isRepeated) await again();
}

/** Those that lead to the end that everybody wishes for; most of the time one of them is taken. */
const forward: readonly HazardMove[] = ['advise', 'order', 'rectify', 'recheck'];

/** A move that the table has from here, by somebody who may make it. */
function onward(c: HazardModel, pick: number): { move: HazardMove; by: Name } | undefined {
  const open = moves.flatMap((move) => actors.filter((by) => mayMove(move, c.state, relationsOf(by, c))).map((by) => ({ move, by })));
  const straight = open.filter(({ move }) => forward.includes(move));
  const choice = pick % 5 < 4 && straight.length > 0 ? straight : open;
  return choice[Math.floor(pick / 5) % Math.max(1, choice.length)];
}

/** A move that somebody may make from here, by somebody who knows of the hazard and may not; most of all a recheck. */
function overstep(c: HazardModel, pick: number): { move: HazardMove; by: Name } | undefined {
  const known = actors.map((by) => ({ by, relations: relationsOf(by, c) })).filter(({ relations }) => relations.length > 0);
  const open = moves.filter((move) => isOpen(move, c.state));
  const wrong = open.flatMap((move) => known.filter(({ relations }) => !mayMove(move, c.state, relations)).map(({ by }) => ({ move, by })));
  const rechecks = wrong.filter(({ move }) => move === 'recheck');
  const choice = pick % 3 > 0 && rechecks.length > 0 ? rechecks : wrong;
  return choice[Math.floor(pick / 3) % Math.max(1, choice.length)];
}
