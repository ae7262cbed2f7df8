/** 未发出: whatever the network does, no tap is lost, none is done twice, and their order is kept. */
import fc from 'fast-check';
import { MINUTE } from '../../miniprogram/domain/time/format';
import { isStale, nothingUnsent, sendAll, tapsOf, withoutTap, withTap, type Outcome, type Shelf, type Tap, type Unsent } from '../../miniprogram/domain/childcare/taps';
import { runs } from './support/runs';

const many = runs({ short: 200, long: 10_000 });

/** A server that answers, is silent before or after it has acted, or refuses; it acts once for each id. */
type Mood = 'answers' | 'hearsNothing' | 'losesItsAnswer' | 'refuses';

class Server {
  readonly acted: string[] = [];
  readonly refused: string[] = [];
  private readonly moods: Mood[];

  constructor(moods: readonly Mood[]) {
    this.moods = [...moods];
  }

  deliver = ({ attemptId }: Tap): Promise<Outcome> => {
    const mood = this.moods.shift() ?? 'answers';
    if (mood === 'hearsNothing') return Promise.resolve('unknown');
    if (this.acted.includes(attemptId)) return Promise.resolve(mood === 'losesItsAnswer' ? 'unknown' : 'done');
    if (mood === 'refuses') {
      this.refused.push(attemptId);
      return Promise.resolve({ sentence: '已经有人办了。' });
    }
    this.acted.push(attemptId);
    return Promise.resolve(mood === 'losesItsAnswer' ? 'unknown' : 'done');
  };
}

function shelfWith(unsent: Unsent = nothingUnsent): Shelf & { now: () => Unsent } {
  let kept = JSON.stringify(unsent); // as a phone's storage keeps it
  return { read: () => JSON.parse(kept) as Unsent, write: (changed) => { kept = JSON.stringify(changed); }, now: () => JSON.parse(kept) as Unsent }; // prettier-ignore
}

const mood = fc.constantFrom<Mood>('answers', 'hearsNothing', 'losesItsAnswer', 'refuses');
/** Either a tap on a child, or a try to send. */
const step = fc.oneof(fc.record({ visit: fc.constantFrom('a', 'b', 'c'), deed: fc.constantFrom('homework' as const, 'play' as const, 'snack' as const) }), fc.constant('send' as const));

function activity(attemptId: string, id: string, deed: 'homework' | 'play' | 'snack' = 'play'): Tap {
  return { attemptId, action: 'childcare.activity', input: { id, activity: deed }, what: id, at: 0 };
}

test('each tap that was kept is acted on once or refused once, in the order of the fingers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(mood, { maxLength: 40 }), async (steps, moods) => {
      const server = new Server(moods);
      const shelf = shelfWith();
      const kept: string[] = [];
      for (const [index, each] of steps.entries()) {
        if (each === 'send') {
          await sendAll(shelf, server.deliver);
          continue;
        }
        const tap = activity(`tap-${index}`, each.visit, each.deed);
        shelf.write(withTap(shelf.read(), tap));
        if (shelf.now().taps.some(({ attemptId }) => attemptId === tap.attemptId)) kept.push(tap.attemptId);
      }
      for (let tries = 0; tries <= moods.length && !(await sendAll(shelf, server.deliver)); tries += 1); // the network comes back in the end
      expect(shelf.now().taps).toEqual([]);
      expect([...server.acted, ...server.refused].sort()).toEqual([...kept].sort());
      expect(server.acted).toEqual(kept.filter((id) => server.acted.includes(id)));
      expect(shelf.now().refused.map(({ attemptId }) => attemptId)).toEqual(server.refused);
    }),
    many,
  );
});

test('a shaking finger taps once; another thing, or the same after another, is a tap of its own', () => {
  const twice = withTap(withTap(nothingUnsent, activity('1', 'a')), activity('2', 'a'));
  expect(twice.taps).toHaveLength(1);
  const others = withTap(withTap(twice, activity('3', 'a', 'homework')), activity('4', 'a'));
  expect(others.taps.map(({ attemptId }) => attemptId)).toEqual(['1', '3', '4']);
});

test('a child is handed over once, to whomever', () => {
  const claim = (attemptId: string, personId: string): Tap => ({ attemptId, action: 'childcare.claimOffline', input: { id: 'a', personId, at: 1, claimId: attemptId, signature: 's' }, what: 'a', at: 1 });
  expect(withTap(withTap(nothingUnsent, claim('1', 'gran')), claim('2', 'aunt')).taps).toHaveLength(1);
});

test('what is tapped while the queue is being sent goes with it', async () => {
  const shelf = shelfWith(withTap(nothingUnsent, activity('1', 'a')));
  const sent: string[] = [];
  await sendAll(shelf, ({ attemptId }) => {
    sent.push(attemptId);
    if (attemptId === '1') shelf.write(withTap(shelf.read(), activity('2', 'b')));
    return Promise.resolve('done');
  });
  expect(sent).toEqual(['1', '2']);
});

test('a tap may be taken back as long as it waits', () => {
  const unsent = withTap(withTap(nothingUnsent, activity('1', 'a')), activity('2', 'b'));
  expect(tapsOf(withoutTap(unsent, '1'), 'a')).toEqual([]);
  expect(tapsOf(withoutTap(unsent, '1'), 'b')).toHaveLength(1);
});

test('who was on duty half an hour ago is not told any more; what happened to a child always is', () => {
  const shift = { action: 'childcare.shift', keptAt: 0 } as const;
  expect([isStale(shift, 30 * MINUTE), isStale(shift, 30 * MINUTE + 1), isStale({ ...shift, action: 'childcare.claimOffline' }, 600 * MINUTE)]).toEqual([false, true, false]);
});
