/** Several people at the very same moment: there is one truth afterwards, and everybody was told it. */
import fc from 'fast-check';
import type { Booking } from '../../cloudfunctions/_kit/collections';
import { DAY, HOUR, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import type { Reply } from '../../typings/contract/actions';
import type { DisputeState, DisputeSummary } from '../../typings/contract/dispute';
import { type Community, type Name, startCommunity } from '../support/community';
import { aDispute, noise, safe } from '../support/disputes';
import { faultsOf, readCase } from './support/cases';
import { LONGEST, runs } from './support/runs';
import { findForeignStep } from './support/table';

jest.setTimeout(LONGEST);

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
});
afterAll(() => community.stop());

interface Mover {
  readonly by: Name;
  readonly action: 'triage' | 'decline' | 'invite' | 'withdraw' | 'refuse' | 'accept' | 'assign' | 'note' | 'settle' | 'warn' | 'contact' | 'transfer' | 'whistle' | 'decide' | 'group';
}

const inputs: Readonly<Record<Mover['action'], object>> = {
  triage: { colour: 'blue', danger: safe, track: 'people' },
  decline: { reason: '归别处管。' },
  invite: { channel: 'door', isReached: true, words: '敲了门。' },
  withdraw: { reason: '不说了。' },
  refuse: { side: 'applicant', reason: '不谈了。' },
  accept: { hasRespondentAgreed: true, isRightsNoticeRead: true },
  assign: {},
  note: { words: '记一笔。', isInternal: false },
  settle: { settledHow: '握手言和。', haveBothAgreed: true },
  warn: { danger: { ...safe, isThreatened: true }, words: '说要打人。' },
  contact: { words: '问过了。' },
  transfer: { unit: '物业', words: '归物业管。' },
  whistle: { units: ['物业'], words: '请来看看。' },
  decide: { what: '换隔音垫', who: '物业', byDay: '2026-12-01' },
  group: { side: 'applicant', members: [{ name: '住户甲', isRepresentative: true, hasConsented: true, hasAgreed: false }] },
};
const people: Readonly<Record<Mover['action'], readonly Name[]>> = {
  triage: ['officer', 'officer2'], decline: ['officer', 'officer2'], invite: ['officer', 'auxiliary'], withdraw: ['resident'], refuse: ['officer', 'resident'],
  accept: ['officer', 'officer2'], assign: ['officer', 'resident'], note: ['gridWorker', 'leader', 'auxiliary'], settle: ['gridWorker', 'officer2'],
  warn: ['resident', 'auxiliary'], contact: ['officer', 'auxiliary'], transfer: ['officer', 'officer2'], whistle: ['officer', 'leader'], decide: ['auxiliary', 'leader'], group: ['officer', 'officer2'],
};
const losing = ['CONFLICT', 'INVALID_MOVE', 'FORBIDDEN'];
const mover = fc.constantFrom(...(Object.keys(inputs) as Mover['action'][])).chain((action) => fc.record({ action: fc.constant(action), by: fc.constantFrom(...people[action]) }));
const beginnings = fc.constantFrom<DisputeState>('submitted', 'triaged', 'inviting', 'accepted');

/** Nobody tells a hundred matters in one day: a long run takes many. */
const onward = () => community.cloud.later(HOUR);
const read = (caseId: string) => readCase(community.cloud, caseId);

function send(caseId: string, { by, action }: Mover, attemptId?: string): Promise<Reply<DisputeSummary>> {
  const input = { id: caseId, ...inputs[action], ...(action === 'assign' && { mediatorId: community.idOf(by === 'officer' ? 'mediator' : 'mediator2') }) };
  return community.as(by).ask(`dispute.${action}` as 'dispute.note', input as never, attemptId === undefined ? {} : { attemptId });
}

test('of several moves at once each is an event or a refusal, and there is one history and one state', async () => {
  await fc.assert(
    fc.asyncProperty(beginnings, fc.array(mover, { minLength: 2, maxLength: 5 }), async (state, movers) => {
      const id = await aDispute(community, state);
      const { document: before } = await read(id);
      const replies = await Promise.all(movers.map((each) => send(id, each)));
      const { document, history } = await read(id);
      const won = replies.flatMap((reply) => (reply.ok ? [reply.data] : []));
      expect(history).toHaveLength(before.version + won.length);
      expect(faultsOf({ document, history })).toEqual([]);
      expect(findForeignStep(history)).toBeUndefined();
      expect(replies.flatMap((reply) => (reply.ok || losing.includes(reply.error.code) ? [] : [reply.error]))).toEqual([]);
      // Each winner was told the state and the version of its own move, and no two the same.
      expect(won.map(({ version, state: told }) => `${version} ${told}`).sort()).toEqual(history.slice(before.version).map(({ version, to }) => `${version} ${to}`).sort());
    }),
    { ...runs({ short: 12, long: 600 }), plugins: [fc.beforeEach(onward)] },
  );
});

test('one intention sent several times at once is one event, and every answer that is not a conflict is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<Mover>({ by: 'officer', action: 'triage' }, { by: 'gridWorker', action: 'note' }, { by: 'resident', action: 'withdraw' }), fc.integer({ min: 2, max: 5 }), async (one, times) => {
      const id = await aDispute(community);
      const attemptId = crypto.randomUUID();
      const replies = await Promise.all(Array.from({ length: times }, () => send(id, one, attemptId)));
      const { history } = await read(id);
      expect(history).toHaveLength(2);
      const answers = replies.filter(({ ok }) => ok);
      expect(answers.length).toBeGreaterThan(0);
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(replies.flatMap((reply) => (reply.ok || reply.error.code === 'CONFLICT' ? [] : [reply.error]))).toEqual([]);
      expect(await send(id, one, attemptId)).toEqual(answers[0]);
    }),
    { ...runs({ short: 4, long: 200 }), plugins: [fc.beforeEach(onward)] },
  );
});

test('one telling sent several times at once is one case', async () => {
  const attemptId = crypto.randomUUID();
  const story = `只说一次 ${attemptId}`;
  const replies = await Promise.all(Array.from({ length: 4 }, () => community.as('resident').ask('dispute.file', { ...noise, story }, { attemptId })));
  expect(new Set(replies.flatMap((reply) => (reply.ok ? [reply.data.id] : []))).size).toBe(1);
  const { disputes } = await community.as('resident').get('dispute.listMine', {});
  expect(disputes.filter(({ excerpt }) => story.startsWith(excerpt.replace('…', '')))).toHaveLength(1);
});

test('an hour of a mediator or a room is given once, however many ask for it at once', async () => {
  const halves = fc.array(fc.record({ half: fc.nat({ max: 3 }), room: fc.constantFrom('调解室', '会议室', '上门') }), { minLength: 2, maxLength: 4 });
  let day = startOfDay(await community.cloud.now());
  await fc.assert(
    fc.asyncProperty(halves, async (wishes) => {
      day += DAY;
      const ids: string[] = [];
      for (const _wish of wishes) ids.push(await aDispute(community, 'assigned'));
      const replies = await Promise.all(
        wishes.map(({ half, room }, n) => community.as('mediator').ask('dispute.schedule', { id: ids[n]!, startAt: day + 9 * HOUR + half * 30 * MINUTE, room, hasNoConflict: true })),
      );
      expect(replies.flatMap((reply) => (reply.ok || reply.error.code === 'CONFLICT' ? [] : [reply.error]))).toEqual([]);
      const sessions = (await Promise.all(ids.map(read))).flatMap(({ document: { _id, state, facts } }) => (state === 'scheduled' && facts.session ? [{ _id, ...facts.session }] : []));
      expect(sessions).toHaveLength(replies.filter(({ ok }) => ok).length);
      expect(sessions.length).toBeGreaterThan(0);
      for (const one of sessions) for (const other of sessions) if (one !== other) expect(one.startAt < other.endAt && other.startAt < one.endAt).toBe(false); // one mediator
      for (const session of sessions) {
        const { data } = await community.cloud.database.collection('bookings').where({ _id: community.cloud.database.command.in([...session.bookingIds]) }).get();
        expect((data as Booking[]).map(({ caseId }) => caseId)).toEqual(session.bookingIds.map(() => session._id));
      }
    }),
    { ...runs({ short: 3, long: 100 }), plugins: [fc.beforeEach(onward)] },
  );
});
