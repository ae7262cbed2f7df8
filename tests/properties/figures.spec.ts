/** Figures that the timer keeps up: after any history they are what somebody counts who looks at every case and its story. */
import fc from 'fast-check';
import type { CaseEvent, DisputeDocument } from '../../cloudfunctions/_kit/collections';
import type { DisputeBoard } from '../../typings/contract/dispute-board';
import type { DisputeState } from '../../typings/contract/dispute';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { aDispute, noise } from '../support/disputes';
import { LONGEST, runs } from './support/runs';

jest.setTimeout(LONGEST);

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
});
afterAll(() => community.stop());

const BEGINNING = '2026-03-24 09:00';
const WIPED = ['disputes', 'events', 'messages', 'bookings', 'attempts', 'figures', 'contributions', 'cursors'] as const;
const begun = ['submitted', 'triaged', 'inviting', 'accepted', 'performing', 'following', 'closed', 'settledOnSpot', 'refused', 'withdrawn'] as const satisfies readonly DisputeState[];

/** What people may try; most of it is refused most of the time, and then nothing has happened. */
const deeds: readonly ((community: Community, id: string, others: readonly string[]) => Promise<unknown>)[] = [
  ({ as }, id) => as('resident').ask('dispute.contest', { id, reason: '又响了。' }),
  ({ as }, id) => as('auxiliary').ask('dispute.contest', { id, reason: '又响了。', side: 'respondent' }),
  ({ as }, id) => as('officer').ask('dispute.reopen', { id, reason: '重新谈。' }),
  ({ as }, id) => as('officer2').ask('dispute.close', { id, applicant: 'kept', respondent: 'noAnswer', words: '问过了。' }),
  ({ as }, id) => as('officer2').ask('dispute.followUp', { id, applicant: 'notKept', respondent: 'kept', words: '问过了。' }),
  ({ as }, id) => as('resident').ask('dispute.prove', { id, clause: 0, words: '做到了。' }),
  ({ as }, id) => as('mediator').ask('dispute.default', { id, clause: 0, words: '没做到。' }),
  ({ as }, id) => as('officer').ask('dispute.triage', { id, colour: 'yellow', danger: noise.danger, track: 'people' }),
  ({ as }, id) => as('officer').ask('dispute.invite', { id, channel: 'call', isReached: false, words: '没人接。' }),
  ({ as }, id) => as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }),
  ({ as }, id) => as('gridWorker').ask('dispute.settle', { id, settledHow: '说好了。', haveBothAgreed: true }),
  ({ as }, id) => as('officer').ask('dispute.withdraw', { id, isForApplicant: true }),
  ({ as }, id) => as('resident').ask('dispute.refuse', { id, side: 'applicant' }),
  ({ as }, id, others) => as('officer').ask('dispute.merge', { id, intoId: others[0] ?? id }),
  ({ as }, id) => as('resident').ask('dispute.rate', { id, score: 3 }),
];

type Step =
  | { readonly do: 'tell'; readonly state: (typeof begun)[number] }
  | { readonly do: 'try'; readonly case: number; readonly deed: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'fold' }
  | { readonly do: 'foldTwice' }
  | { readonly do: 'forget' };

const tell = fc.record({ do: fc.constant('tell' as const), state: fc.constantFrom(...begun) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: tell },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('try' as const), case: fc.nat({ max: 5 }), deed: fc.nat({ max: deeds.length - 1 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(MINUTE, HOUR, 5 * DAY) }) },
  { weight: 2, arbitrary: fc.constantFrom<Step>({ do: 'fold' }, { do: 'foldTwice' }, { do: 'forget' }) },
);

test('whatever happened, and however often it was folded, each month adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tell, { minLength: 2, maxLength: 4 }), fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), async (first, then) => {
      await wipe();
      const cases: string[] = [];
      for (const each of [...first, ...then]) await take(each, cases);
      await community.cloud.later(3 * MINUTE);
      for (let round = 0; round < 2; round += 1) await community.cloud.runTimers('dispute'); // the clocks of the first may move cases,
      await community.cloud.later(3 * MINUTE); // and those are settled after some minutes
      await community.cloud.runTimers('dispute');
      for (const month of ['2026-03', '2026-04', '2026-05']) expect(ratesOf(await community.as('leader').get('dispute.board', { month }))).toEqual(await recount(month));
    }),
    runs({ short: 6, long: 200 }),
  );
});

async function wipe(): Promise<void> {
  const { database } = community.cloud;
  for (const name of WIPED) await database.collection(name).where({ _id: database.command.gt('') }).remove();
  await community.cloud.at(BEGINNING);
}

async function take(each: Step, cases: string[]): Promise<void> {
  const { cloud } = community;
  if (each.do === 'tell') return void cases.push(await aDispute(community, each.state));
  if (each.do === 'wait') return cloud.later(each.ms);
  if (each.do === 'fold') return void (await cloud.runTimers('dispute'));
  if (each.do === 'foldTwice') return void (await Promise.all([cloud.runTimers('dispute'), cloud.runTimers('dispute')]));
  if (each.do === 'forget') return void (await cloud.database.collection('cursors').where({ _id: cloud.database.command.gt('') }).remove());
  const id = cases[each.case % cases.length]!;
  await deeds[each.deed]!(community, id, cases.filter((other) => other !== id));
}

type Rates = Pick<DisputeBoard, 'resolved' | 'onTheSpot' | 'replied' | 'contested' | 'settledAt' | 'hours'>;

function ratesOf({ resolved, onTheSpot, replied, contested, settledAt, hours }: DisputeBoard): Rates {
  return { resolved, onTheSpot, replied, contested, settledAt, hours: [...hours].sort((a, b) => a.state.localeCompare(b.state)) };
}

/** By hand, from the cases and their events alone. */
async function recount(month: string): Promise<Rates> {
  const { database } = community.cloud;
  const { data } = await database.collection('disputes').where({ _id: database.command.gt('') }).limit(1000).get();
  const { data: written } = await database.collection('events').where({ _id: database.command.gt('') }).limit(1000).get();
  const stories = (data as DisputeDocument[])
    .map((dispute) => ({ ...dispute, events: (written as CaseEvent[]).filter(({ caseId }) => caseId === dispute._id).sort((a, b) => a.version - b.version) }))
    .filter(({ openedAt, state }) => new Date(openedAt + 8 * HOUR).toISOString().startsWith(month) && state !== 'duplicate');
  const many = (holds: (of: (typeof stories)[number]) => boolean) => stories.filter(holds).length;
  const did = (move: string) => ({ events }: (typeof stories)[number]) => events.some((event) => event.move === move);
  const sinceReopened = ({ events }: (typeof stories)[number]) => events.slice(events.map(({ move }) => move).lastIndexOf('reopen') + 1);
  const isOnTheSpot = (of: (typeof stories)[number]) => sinceReopened(of).some(({ move }) => move === 'settle');
  const isMediated = (of: (typeof stories)[number]) => sinceReopened(of).some(({ move }) => move === 'perform');
  const isKept = (of: (typeof stories)[number]) => isMediated(of) && of.facts.agreement!.clauses.filter(({ state }) => state !== 'kept').length === 0;
  // the grid worker's office is over a grid, the mediator's over the community
  const levels = [{ level: 'grid' as const, count: many(isOnTheSpot) }, { level: 'community' as const, count: many(isMediated) }];
  return {
    resolved: { part: many(isKept), whole: many(did('accept')) },
    onTheSpot: { part: many(isOnTheSpot), whole: stories.length },
    replied: { part: many((of) => did('invite')(of) && of.facts.repliedAt !== undefined), whole: many(did('invite')) },
    contested: { part: many(did('contest')), whole: many((of) => did('close')(of) || did('settle')(of)) },
    settledAt: levels.filter(({ count }) => count > 0),
    hours: hoursIn(stories.map(({ events }) => events)),
  };
}

function hoursIn(histories: readonly (readonly CaseEvent[])[]): Rates['hours'] {
  const spent = new Map<string, number[]>();
  for (const history of histories) {
    const own = new Map<string, number>();
    let since = history[0]!.at;
    history.forEach((event, at) => {
      const before = history[at - 1];
      if (!before || before.to === event.to) return;
      own.set(before.to, (own.get(before.to) ?? 0) + event.at - since);
      since = event.at;
    });
    for (const [state, ms] of own) spent.set(state, [...(spent.get(state) ?? []), ms]);
  }
  return [...spent]
    // a case that left a state in the very moment in which it came there spent no time in it
    .map(([state, times]) => [state, times.filter((ms) => ms > 0)] as const)
    .filter(([, times]) => times.length > 0)
    .map(([state, times]) => ({ state: state as DisputeState, hours: Math.round((times.reduce((sum, ms) => sum + ms, 0) / times.length / HOUR) * 10) / 10, count: times.length }))
    .sort((a, b) => a.state.localeCompare(b.state));
}
