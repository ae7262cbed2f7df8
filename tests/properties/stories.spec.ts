/** Stories that nobody wrote: moves by everybody, sensible and not, while time passes. What must never happen does not. */
import fc from 'fast-check';
import type { DisputeMove } from '../../typings/contract/dispute';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { type Community, type Name, startCommunity } from '../support/community';
import { asks } from './support/moves';
import { LONGEST, runs } from './support/runs';
import { mayMove, relationsOf } from './support/table';
import { actors, World } from './support/world';

jest.setTimeout(LONGEST);

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
});
afterAll(() => community.stop());

type Step =
  | { readonly do: 'file'; readonly by: Name; readonly variant: number }
  | { readonly do: 'onward'; readonly case: number; readonly pick: number; readonly variant: number; readonly isRepeated: boolean }
  | { readonly do: 'try'; readonly case: number; readonly move: DisputeMove; readonly by: Name; readonly variant: number; readonly isRepeated: boolean }
  | { readonly do: 'bind'; readonly case: number }
  | { readonly do: 'wait'; readonly ms: number };

const variant = fc.nat({ max: 719 });
const which = fc.nat({ max: 2 });
const isRepeated = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
const moves = Object.keys(asks) as DisputeMove[];
/** No whole days, so that nothing falls on the very end of a term. */
const waits = [2 * HOUR + 7 * MINUTE, 26 * HOUR + 11 * MINUTE, 4 * DAY + 3 * HOUR, 31 * DAY + HOUR] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('file' as const), by: fc.constantFrom<Name>('resident', 'gridWorker', 'volunteer', 'officer', 'otherGridWorker', 'admin'), variant }) },
  { weight: 11, arbitrary: fc.record({ do: fc.constant('onward' as const), case: which, pick: fc.nat({ max: 99 }), variant, isRepeated }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('try' as const), case: which, move: fc.constantFrom(...moves), by: fc.constantFrom<Name>(...actors), variant, isRepeated }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bind' as const), case: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...waits) }) },
);
const first = fc.record({ do: fc.constant('file' as const), by: fc.constantFrom<Name>('resident', 'resident', 'gridWorker', 'volunteer'), variant: fc.constantFrom(0, 1, 3, 13) });

test('whatever people do, a case stays on its table, its chain is sound, and nobody reads what is not theirs', async () => {
  await fc.assert(
    fc.asyncProperty(first, fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (opening, steps) => {
      const world = await World.begin(community);
      for (const each of [opening, ...steps]) await take(world, each);
      await world.lookAround();
      await world.checkMessages();
      await world.checkBookings();
    }),
    runs({ short: 6, long: 400 }),
  );
});

async function take(world: World, each: Step): Promise<void> {
  if (each.do === 'file') {
    if (world.cases.length < 3) await world.file(each.by, each.variant);
    return;
  }
  if (each.do === 'wait') return world.wait(each.ms);
  const c = world.cases[each.case % Math.max(1, world.cases.length)];
  if (!c) return;
  if (each.do === 'bind') return world.bind(c);
  const chosen = each.do === 'try' ? each : onward(world, each);
  if (!chosen) return;
  const { retry } = await world.move(chosen.move, chosen.by, c, each.variant);
  if (each.isRepeated) await retry();
}

/** Those that lead to the end that everybody wishes for; most of the time one of them is taken. */
const forward: readonly DisputeMove[] = ['triage', 'invite', 'accept', 'assign', 'schedule', 'sit', 'draft', 'sign', 'prove', 'close'];

/** A move that the table has from here, by somebody who may make it. */
function onward(world: World, { case: number, pick }: { readonly case: number; readonly pick: number }): { move: DisputeMove; by: Name } | undefined {
  const c = world.cases[number % world.cases.length]!;
  const open = moves.flatMap((move) => actors.filter((by) => mayMove(move, c.state, relationsOf(by, c))).map((by) => ({ move, by })));
  const straight = open.filter(({ move }) => forward.includes(move) && !(move === 'sign' && !c.agreement) && !(move === 'draft' && c.agreement));
  const choice = pick % 5 < 4 && straight.length > 0 ? straight : open;
  return choice[Math.floor(pick / 5) % Math.max(1, choice.length)];
}
