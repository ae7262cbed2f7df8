/** Races that people really have: each ends in one truth, one event a version, and who came second is told so. */
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import type { ActionName, InputOf, Reply } from '../../typings/contract/actions';
import type { DisputeSummary } from '../../typings/contract/dispute';
import { startCommunity, type Community, type Name } from '../support/community';
import { sentBy } from '../support/dispute-spec';
import { aDispute, draftOf, noise, safe, settledOnSpot } from '../support/disputes';
import { faultsOf, readCase, type StoredCase } from './support/cases';
import { findWrongs } from './support/never';
import { isSoak, LONGEST } from './support/runs';
import { findForeignStep } from './support/table';

jest.setTimeout(LONGEST);

/** Who is first is not ours to say: each race is run a few times. */
const TIMES = Array.from({ length: isSoak ? 20 : 2 }, (_, n) => n + 1);
/** How somebody is told who came second. */
const losing = ['CONFLICT', 'INVALID_MOVE', 'FORBIDDEN', 'REFUSED', 'NOT_FOUND', 'RATE_LIMITED'];
const words = '写下来。';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

type Deed = { readonly [A in ActionName]: { readonly by: Name; readonly action: A; readonly input: InputOf<A> } }[ActionName];

interface Outcome {
  readonly won: DisputeSummary[];
  readonly codes: string[];
  readonly told: string[];
}

/** All of them in the same moment; each is done or told why not. */
async function atOnce(deeds: readonly Deed[]): Promise<Outcome> {
  const replies = (await Promise.all(deeds.map(({ by, action, input }) => as(by).ask(action, input)))) as Reply<DisputeSummary>[];
  const lost = replies.flatMap((reply) => (reply.ok ? [] : [reply.error]));
  expect(lost.filter(({ code }) => !losing.includes(code))).toEqual([]);
  return { won: replies.flatMap((reply) => (reply.ok ? [reply.data] : [])), codes: lost.map(({ code }) => code), told: lost.map(({ message }) => message) };
}

/** The case as it is kept: whole, on its table, and free of what must never be. */
async function truthOf(id: string): Promise<StoredCase> {
  const stored = await readCase(community.cloud, id);
  expect(faultsOf(stored)).toEqual([]);
  expect(findForeignStep(stored.history)).toBeUndefined();
  expect(findWrongs(stored)).toEqual([]);
  expect(stored.history.map(({ version }) => version)).toEqual(Array.from({ length: stored.document.version }, (_, n) => n + 1));
  return stored;
}

const movesIn = ({ history }: StoredCase, ...wanted: string[]) => history.filter(({ move }) => wanted.includes(move)).map(({ move }) => move);

/** The neighbour comes in with an invitation. */
async function bound(id: string): Promise<void> {
  const { code } = await as('officer').get('dispute.makeInvitation', { id, channel: 'share', word: '桂花' });
  await as('neighbour').get('dispute.bindInvitation', { code, word: '桂花' });
}

/** With both in it and a text on the table. */
async function onTheTable(form: 'oral' | 'written'): Promise<{ id: string; digest: string }> {
  const id = await aDispute(community, 'triaged');
  await bound(id);
  await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
  await sitDown(id);
  await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form });
  return { id, digest: (await readCase(community.cloud, id)).document.facts.agreement!.digest };
}

/** Each at an hour of its own, at home, so that no room is short. */
async function sitDown(id: string): Promise<void> {
  const { cloud } = community;
  for (;;) {
    const half = Math.ceil((await cloud.now()) / (30 * MINUTE)) * 30 * MINUTE;
    const reply = await as('mediator').ask('dispute.schedule', { id, startAt: half + 30 * MINUTE, room: '上门', hasNoConflict: true });
    if (reply.ok) break;
    await cloud.later(60 * MINUTE);
  }
  await cloud.later(30 * MINUTE);
  await as('mediator').get('dispute.sit', { id, isSafe: true });
}

test.each(TIMES)('two officers grade the same case (%i): one does, and the other hears who', async () => {
  const id = await aDispute(community);
  const grade = { id, danger: safe, track: 'people', seen: 1 } as const;
  const { won, told } = await atOnce([
    { by: 'officer', action: 'dispute.triage', input: { ...grade, colour: 'blue' } },
    { by: 'officer2', action: 'dispute.triage', input: { ...grade, colour: 'yellow' } },
  ]);
  expect(won).toHaveLength(1);
  expect(told).toEqual([expect.stringMatching(/^[沈陆]警官\d\d:\d\d刚办了一步/)]);
  const stored = await truthOf(id);
  expect(movesIn(stored, 'triage')).toEqual(['triage']);
});

test.each(TIMES)('both sign while one refuses (%i): agreed or refused, and never half of each', async () => {
  const { id, digest } = await onTheTable('oral');
  const [mine, yours] = [await sentBy(as('resident'), 'signature'), await sentBy(as('neighbour'), 'signature')];
  await atOnce([
    { by: 'resident', action: 'dispute.sign', input: { id, digest, side: 'applicant', how: 'phone', file: mine } },
    { by: 'neighbour', action: 'dispute.sign', input: { id, digest, side: 'respondent', how: 'phone', file: yours } },
    { by: 'resident', action: 'dispute.refuse', input: { id, side: 'applicant' } },
  ]);
  const stored = await truthOf(id);
  const { state, facts } = stored.document;
  expect(['performing', 'refused', 'mediating']).toContain(state); // mediating: one of the three was told to try again
  expect(facts.agreement?.effectiveAt !== undefined).toBe(state === 'performing');
  expect(movesIn(stored, 'refuse', 'perform').length).toBeLessThanOrEqual(1);
});

test.each(TIMES)('the text is written anew while both sign the old one (%i): nobody is bound by what was not read', async () => {
  const { id, digest } = await onTheTable('oral');
  const file = await sentBy(as('resident'), 'signature');
  const draft = { ...(await draftOf(community, id)), facts: '另一种写法。' };
  await as('mediator').get('dispute.sign', { id, digest, side: 'respondent', how: 'spoken' });
  await atOnce([
    { by: 'resident', action: 'dispute.sign', input: { id, digest, side: 'applicant', how: 'phone', file } },
    { by: 'mediator', action: 'dispute.draft', input: draft },
  ]);
  const { agreement } = (await truthOf(id)).document.facts;
  expect(agreement?.signatures.every((signature) => signature.digest === agreement.digest)).toBe(true);
});

test.each(TIMES)('it is closed and 没解决 is said in the same moment (%i): the history says which came last', async () => {
  const { id } = await settledOnSpot(community);
  const { won } = await atOnce([
    { by: 'officer', action: 'dispute.close', input: { id, applicant: 'kept', respondent: 'kept', words } },
    { by: 'auxiliary', action: 'dispute.contest', input: { id, side: 'applicant', reason: words } },
  ]);
  const { document, history } = await truthOf(id);
  expect(history).toHaveLength(1 + won.length);
  expect(document.state).toBe(history.at(-1)?.move === 'close' ? 'closed' : 'following');
});

test.each(TIMES)('several people come in with one letter (%i): one does, and stays the only one', async () => {
  const id = await aDispute(community, 'triaged');
  const { code } = await as('officer').get('dispute.makeInvitation', { id, channel: 'note', word: '石桥' });
  const { won } = await atOnce((['neighbour', 'volunteer', 'otherGridWorker', 'mediator2'] as const).map((by) => ({ by, action: 'dispute.bindInvitation', input: { code, word: '石桥' } })));
  expect(won.map(({ relations }) => relations)).toEqual([['respondent']]);
  expect(movesIn(await truthOf(id), 'bind')).toEqual(['bind']);
});

test.each(TIMES)('many wrong words and a right one at once (%i): after five wrong ones nobody comes in', async () => {
  const id = await aDispute(community, 'triaged');
  const { code } = await as('officer').get('dispute.makeInvitation', { id, channel: 'note', word: '石桥' });
  const guesses = Array.from({ length: 7 }, (_, n): Deed => ({ by: n % 2 === 0 ? 'neighbour' : 'volunteer', action: 'dispute.bindInvitation', input: { code, word: `猜${n}` } }));
  const replies = await Promise.all(guesses.map(({ by, input }) => as(by).ask('dispute.bindInvitation', input as InputOf<'dispute.bindInvitation'>)));
  expect(replies.filter(({ ok }) => ok)).toEqual([]);
  while ((await as('neighbour').get('dispute.readInvitation', { code })).state === 'open') await as('neighbour').ask('dispute.bindInvitation', { code, word: '又猜' });
  expect(await as('neighbour').ask('dispute.bindInvitation', { code, word: '石桥' })).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } });
  expect(movesIn(await truthOf(id), 'bind')).toEqual([]);
});

test.each(TIMES)('two are merged into each other while both are graded (%i): one goes into the other, and not both', async () => {
  const one = await aDispute(community);
  const other = await aDispute(community);
  const grade = (id: string): Deed => ({ by: 'officer2', action: 'dispute.triage', input: { id, colour: 'yellow', danger: safe, track: 'people', reason: words } });
  await atOnce([
    { by: 'officer', action: 'dispute.merge', input: { id: one, intoId: other } },
    { by: 'officer2', action: 'dispute.merge', input: { id: other, intoId: one } },
    grade(one),
    grade(other),
  ]);
  const both = [await truthOf(one), await truthOf(other)];
  const merged = both.filter(({ document }) => document.state === 'duplicate');
  expect(merged.length).toBeLessThanOrEqual(1);
  expect(both.flatMap((stored) => movesIn(stored, 'absorb'))).toHaveLength(merged.length);
  for (const { document } of merged) expect(document.facts.links?.filter(({ how }) => how === 'into')).toHaveLength(1);
});

test.each(TIMES)('two agree at once to take a red one down (%i): it is taken down once, by two', async () => {
  const id = await aDispute(community);
  await as('officer').get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
  await as('officer').get('dispute.proposeLower', { id, colour: 'yellow', danger: safe, reason: words });
  const { won } = await atOnce([
    { by: 'officer2', action: 'dispute.lower', input: { id, isAgreed: true } },
    { by: 'leader', action: 'dispute.lower', input: { id, isAgreed: true } },
    { by: 'officer', action: 'dispute.lower', input: { id, isAgreed: true } },
  ]);
  const stored = await truthOf(id);
  expect(movesIn(stored, 'lower')).toHaveLength(won.length);
  expect(won.length).toBeLessThanOrEqual(1);
  expect(new Set(stored.document.facts.lowered?.by ?? ['', '']).size).toBeGreaterThanOrEqual(won.length);
});

test.each(TIMES)('one agrees to a lower colour while danger is told of (%i): whoever is last, nobody alone took a danger away', async () => {
  const id = await aDispute(community);
  await as('officer').get('dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
  await as('officer').get('dispute.proposeLower', { id, colour: 'blue', danger: safe, reason: words });
  await atOnce([
    { by: 'officer2', action: 'dispute.lower', input: { id, isAgreed: true } },
    { by: 'resident', action: 'dispute.warn', input: { id, danger: { ...safe, isThreatened: true }, words } },
  ]);
  const stored = await truthOf(id);
  if (movesIn(stored, 'warn').length > 0) expect(stored.document.facts).toMatchObject({ colour: 'red', danger: { isThreatened: true } });
});

test.each(TIMES)('both ask for more days, and both for the court, at once (%i): it is had once', async () => {
  const { id, digest } = await onTheTable('oral');
  const both = ['resident', 'neighbour'] as const;
  const sideOf = (by: Name) => (by === 'resident' ? ('applicant' as const) : ('respondent' as const));
  await atOnce(both.map((by) => ({ by, action: 'dispute.extend', input: { id, side: sideOf(by), days: 10 } })));
  const { facts } = (await truthOf(id)).document;
  expect(facts.extendedDays ?? 0).toBe(facts.extension?.sides.length === 2 ? 10 : 0);
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });
  await atOnce(both.map((by) => ({ by, action: 'dispute.askConfirmation', input: { id, side: sideOf(by), court: '桐里人民法庭' } })));
  const stored = await truthOf(id);
  expect(movesIn(stored, 'applyConfirmation')).toHaveLength(stored.document.facts.confirmation?.sides.length === 2 ? 1 : 0);
});

test.each(TIMES)('the thirty days end while the last one signs (%i): agreed or over, and the clock harms nothing', async () => {
  const { id, digest } = await onTheTable('written');
  const mediator = as('mediator');
  await mediator.get('dispute.sign', { id, digest, side: 'applicant', how: 'paper', file: await sentBy(mediator) });
  const file = await sentBy(mediator);
  await community.cloud.later(31 * DAY);
  await Promise.all([mediator.ask('dispute.sign', { id, digest, side: 'respondent', how: 'paper', file }), community.cloud.runTimers('dispute')]);
  const stored = await truthOf(id);
  expect(['agreed', 'failed']).toContain(stored.document.state);
  expect(movesIn(stored, 'lapse', 'agree')).toHaveLength(1);
});

test('a case is told while another is merged away: nobody loses a telling', async () => {
  const into = await aDispute(community);
  const told = await Promise.all(Array.from({ length: 3 }, () => as('volunteer').get('dispute.file', { ...noise, applicant: { name: '楼下', hasAgreed: true } })));
  await atOnce(told.map(({ id }) => ({ by: 'officer', action: 'dispute.merge', input: { id, intoId: into } })));
  const stored = await truthOf(into);
  const states = await Promise.all(told.map(async ({ id }) => (await truthOf(id)).document.state));
  expect(movesIn(stored, 'absorb')).toHaveLength(states.filter((state) => state === 'duplicate').length);
  expect(stored.document.facts.links?.length ?? 0).toBe(states.filter((state) => state === 'duplicate').length);
});
