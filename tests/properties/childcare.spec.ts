/** Afternoons at a post as nobody wrote them: everybody does things, sensible and not, one by one and at once, while time passes. What must never happen does not. */
import fc from 'fast-check';
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { choose } from './support/care-deeds';
import type { Deed } from './support/care-rules';
import { prepare, type Template } from './support/care-template';
import { CareWorld } from './support/care-world';
import { isSoak, LONGEST, runs } from './support/runs';

jest.setTimeout(LONGEST);

let community: Community;
let template: Template;

beforeAll(async () => {
  community = await startCommunity();
  template = await prepare(community);
}, 60_000);
afterAll(() => community.stop());

type Step =
  | { readonly do: 'onward' | 'overstep'; readonly pick: number }
  | { readonly do: 'atOnce'; readonly pick: number; readonly other: number }
  | { readonly do: 'withTimer'; readonly pick: number }
  | { readonly do: 'roster'; readonly by: Name }
  | { readonly do: 'wait'; readonly ms: number; readonly isTimerLate: boolean };

const pick = fc.nat({ max: 99_999 });
const ofOne = <T extends Step['do']>(name: T) => fc.record({ do: fc.constant(name), pick });
const waits = [4, 11, 11, 16, 26, 31].map((minutes) => minutes * MINUTE);
const readers = fc.constantFrom<Name>('carer', 'carer', 'carer2', 'officer', 'resident');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: ofOne('onward') },
  { weight: 6, arbitrary: ofOne('overstep') },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('atOnce' as const), pick, other: pick }) },
  { weight: 1, arbitrary: ofOne('withTimer') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('roster' as const), by: readers }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...waits), isTimerLate: fc.integer({ min: 0, max: 3 }).map((n) => n === 0) }) },
);

const booked: readonly Deed[] = [
  { do: 'book', by: 'resident', child: 'mai', time: 'early' }, { do: 'book', by: 'resident', child: 'dou', time: 'early' }, { do: 'book', by: 'volunteer', child: 'liu', time: 'early' }, { do: 'book', by: 'neighbour', child: 'mai', time: 'late' },
];
const arrived: readonly Deed[] = [{ do: 'checkIn', by: 'carer', visit: 'mai@early', variant: 0 }, { do: 'checkIn', by: 'carer2', visit: 'dou@early', variant: 0 }];
const asked: readonly Deed[] = [{ do: 'ask', by: 'carer', visit: 'mai@early', whom: '外婆', variant: 0 }, { do: 'ask', by: 'carer2', visit: 'dou@early', whom: 'resident', variant: 1 }];
/** How far the afternoon is when the story begins. */
const openings = ['nothing', 'booked', 'arrived', 'asked'] as const;
type Opening = (typeof openings)[number];
const opening = fc.constantFrom<Opening>(...openings, 'arrived', 'arrived', 'asked');

test('whatever people do at a post, no child is lost, given to the wrong one, or there twice; seats and queues are fair, and everybody hears', async () => {
  let stories = 0;
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(opening, fc.array(step, { minLength: 12, maxLength: isSoak ? 45 : 26, size: 'max' }), async (how, steps) => {
      const world = await CareWorld.begin(template);
      await open(world, how);
      for (const each of steps) await take(world, each);
      await world.end();
      stories += 1;
      for (const { moves } of Object.values(world.m.visits)) for (const { move } of moves) reached.set(move, (reached.get(move) ?? 0) + 1);
    }),
    runs({ short: 45, long: 600 }),
  );
  if (isSoak) console.info(`${stories} stories: ${[...reached].sort(([, a], [, b]) => b - a).map(([move, times]) => `${move} ${times}`).join(', ')}`);
});

async function open(world: CareWorld, how: Opening): Promise<void> {
  if (how === 'nothing') return;
  for (const deed of booked) await world.do(deed);
  if (how === 'booked') return;
  await world.wait(HOUR + 41 * MINUTE, false);
  for (const deed of arrived) await world.do(deed);
  if (how === 'asked') for (const deed of asked) await world.do(deed);
}

async function take(world: CareWorld, each: Step): Promise<void> {
  if (each.do === 'wait') return world.wait(each.ms, each.isTimerLate);
  if (each.do === 'roster') return world.readRoster(each.by);
  const deed = choose(world.m, world.lines, each.pick, { isPermitted: each.do !== 'overstep' });
  if (!deed) return;
  if (each.do === 'withTimer') return world.withTimer(deed);
  const other = each.do === 'atOnce' ? choose(world.m, world.lines, each.other, { isPermitted: each.other % 4 > 0, near: deed }) : undefined;
  return other ? world.atOnce([deed, other]) : world.do(deed);
}
