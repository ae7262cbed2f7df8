/** Stories that nobody wrote: moves by everybody, sensible and not, while time passes. What must never happen does not. */
import fc from 'fast-check';
import type { DisputeState } from '../../typings/contract/dispute';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { type Community, startCommunity } from '../support/community';
import type { CaseModel } from './support/model';
import { asks } from './support/moves';
import { actors, joinPartner, type Actor } from './support/people';
import { isSoak, LONGEST, runs } from './support/runs';
import { mayMove, relationsOf, rowOfAction } from './support/table';
import { World } from './support/world';

jest.setTimeout(LONGEST);

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
  await joinPartner(community);
}, 60_000);
afterAll(() => community.stop());

type Step =
  | { readonly do: 'open'; readonly move: 'file' | 'notice'; readonly by: Actor; readonly variant: number }
  | { readonly do: 'onward'; readonly case: number; readonly pick: number; readonly variant: number; readonly isRepeated: boolean }
  | { readonly do: 'try'; readonly case: number; readonly move: string; readonly by: Actor; readonly variant: number; readonly isRepeated: boolean }
  | { readonly do: 'bind'; readonly case: number; readonly by: Actor; readonly variant: number }
  | { readonly do: 'wait'; readonly ms: number };

const variant = fc.nat({ max: 5039 });
/** The first one has the longest story. */
const which = fc.nat({ max: 7 }).map((n) => Math.max(0, n - 4));
const isRepeated = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
const moves = Object.keys(asks);
const anybody = fc.constantFrom<Actor>(...actors);
/** No whole days, so that nothing falls on the very end of a term. */
const waits = [2 * HOUR + 7 * MINUTE, 26 * HOUR + 11 * MINUTE, 26 * HOUR + 11 * MINUTE, 4 * DAY + 3 * HOUR, 31 * DAY + HOUR] as const;
const openers = fc.constantFrom<Actor>('resident', 'gridWorker', 'volunteer', 'officer', 'otherGridWorker', 'auxiliary', 'admin');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), move: fc.constantFrom('file' as const, 'notice' as const), by: openers, variant }) },
  { weight: 30, arbitrary: fc.record({ do: fc.constant('onward' as const), case: which, pick: fc.nat({ max: 9999 }), variant, isRepeated }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('try' as const), case: which, move: fc.constantFrom(...moves), by: anybody, variant, isRepeated }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('bind' as const), case: which, by: fc.oneof({ weight: 3, arbitrary: fc.constant<Actor>('neighbour') }, { weight: 1, arbitrary: anybody }), variant }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...waits) }) },
);
const first = fc.record({ do: fc.constant('open' as const), move: fc.constantFrom('file' as const, 'file' as const, 'file' as const, 'notice' as const), by: fc.constantFrom<Actor>('resident', 'resident', 'gridWorker', 'volunteer'), variant: fc.constantFrom(0, 1, 2, 3, 6, 13) });

test('whatever people do, a case stays on its table, its chain is sound, what must never happen does not, and nobody reads what is not theirs', async () => {
  const reached = new Map<DisputeState, number>();
  await fc.assert(
    fc.asyncProperty(first, fc.array(step, { minLength: 25, maxLength: 80, size: 'max' }), async (opening, steps) => {
      const world = await World.begin(community);
      for (const each of [opening, ...steps]) {
        await take(world, each);
        for (const { state } of world.cases) reached.set(state, (reached.get(state) ?? 0) + 1);
      }
      await world.lookAround();
      await world.checkMessages();
      await world.checkBookings();
    }),
    runs({ short: 6, long: 400 }),
  );
  if (isSoak) console.info([...reached].sort(([, a], [, b]) => b - a).map(([state, times]) => `${state} ${times}`).join(', '));
});

async function take(world: World, each: Step): Promise<void> {
  if (each.do === 'open') {
    if (world.cases.length < 3) await world.open(each.move, each.by, each.variant);
    return;
  }
  if (each.do === 'wait') return world.wait(each.ms);
  const c = world.cases[each.case % Math.max(1, world.cases.length)];
  if (!c) return;
  if (each.do === 'bind') return world.bind(c, each.by, each.variant);
  const chosen = each.do === 'try' ? each : onward(world, each);
  if (!chosen) return;
  if (each.do === 'onward' && chosen.move === 'sit') await untilSession(world, c.session?.startAt);
  const isFilledInWell = each.do === 'onward' && each.variant % 8 !== 7;
  const variant = isFilledInWell ? await world.fitting(chosen.move, chosen.by, c, each.variant) : each.variant;
  const { retry } = await world.move(chosen.move, chosen.by, c, variant);
  if (each.isRepeated) await retry();
}

/** They do not sit down days before. */
async function untilSession(world: World, startAt = 0): Promise<void> {
  const left = startAt - (await world.community.cloud.now()) - 10 * MINUTE;
  if (left > 0) await world.wait(left);
}

/** Those that lead to the end that everybody wishes for. */
const forward: readonly string[] = ['adoptLead', 'triage', 'proposeLower', 'lower', 'makeInvitation', 'consent', 'accept', 'assign', 'schedule', 'sit', 'draft', 'sign', 'seal', 'prove', 'askConfirmation', 'recordConfirmation', 'close', 'retry', 'reopen'];
/** Those after which little can come: often asked for, they would end every story early. */
const ending: readonly string[] = ['dismissLead', 'settle', 'decline', 'merge', 'refuse', 'withdraw', 'unreachable', 'transfer', 'correctRespondent', 'warn'];

interface Chosen {
  readonly move: string;
  readonly by: Actor;
}

/** What the table has from here, and leads nowhere. */
function isSenseless(move: string, c: CaseModel): boolean {
  if (move === 'sign') return c.agreement === undefined;
  if (move === 'draft') return c.agreement !== undefined;
  if (move === 'triage') return c.state === 'triaged';
  if (move === 'makeInvitation') return c.hasDanger || c.respondent !== undefined || c.letters.some(({ isVoid }) => !isVoid);
  if (move === 'proposeLower') return !c.hasDanger || c.lowering !== undefined;
  return move === 'lower' && c.lowering === undefined;
}

/** A move that the table has from here, by somebody who may make it: mostly one that leads on, once in a while one that ends it. */
function onward(world: World, { case: number, pick }: { readonly case: number; readonly pick: number }): Chosen | undefined {
  const c = world.cases[number % world.cases.length]!;
  const open = moves.flatMap((move) => actors.filter((by) => mayMove(rowOfAction(move), c.state, relationsOf(by, c))).map((by) => ({ move, by })));
  const straight = open.filter(({ move }) => forward.includes(move) && !isSenseless(move, c));
  const aside = open.filter(({ move }) => !forward.includes(move) && !ending.includes(move));
  const wanted = pick % 20 < 13 ? straight : pick % 20 < 19 ? aside : open.filter(({ move }) => ending.includes(move));
  const choice = wanted.length > 0 ? wanted : aside;
  const names = [...new Set(choice.map(({ move }) => move))]; // each move as often as the others, however many people may make it
  const move = names[Math.floor(pick / 20) % Math.max(1, names.length)];
  const people = choice.filter((each) => each.move === move);
  return people[Math.floor(pick / 400) % Math.max(1, people.length)];
}
