/** Every action of hazards once, as people use them; and many other hazards in the same place and on the same desks. */
import type { HazardDocument } from '../../cloudfunctions/_kit/collections';
import { DAY } from '../../miniprogram/domain/time/format';
import { BUILDING, type Community } from '../support/community';
import { sentBy } from '../support/dispute-spec';
import { noise } from '../support/disputes';
import { aHazard, charger, hazardDocument, inDays, shop, stairs } from '../support/hazards';
import type { Counter } from './counting';
import { doing, warmUp } from './errands';

const WORD = '石桥西瓜';
/** Documents of one `add`. */
const BATCH = 500;

/** One that is put right by whoever has to, one that is handed on, one that is none; then the lists. */
export async function runHazardErrands(community: Community, counter: Counter): Promise<void> {
  await warmUp(community);
  await putRight(community, counter);
  await endOtherwise(community, counter);
  for (const desk of ['fresh', 'active', 'recheck', 'overdue', 'done'] as const) await counter.ask('officer', 'hazard.desk', { desk });
  await counter.ask('resident', 'hazard.listMine', {});
  await counter.ask('gridWorker', 'hazard.colleagues', { buildingId: BUILDING });
  await warmUp(community);
  for (const as of ['officer', 'gridWorker', 'leader'] as const) await counter.ask(as, 'identity.home', {});
}

async function putRight(community: Community, counter: Counter): Promise<void> {
  const { as, idOf } = community;
  const photosOf = async (name: 'neighbour' | 'officer2' | 'gridWorker') => [await sentBy(as(name))];
  const { id } = await counter.ask('gridWorker', 'hazard.report', { ...stairs, companionId: idOf('auxiliary'), responsible: shop, advice: '请搬走。' });
  const byDay = await inDays(community, 3);
  const items = stairs.items.map((key) => ({ key, byDay }));
  await counter.ask('officer', 'hazard.order', { id, responsible: shop, items });
  const { number: disputeNumber } = await as('resident').get('dispute.file', noise);
  await counter.ask('officer', 'hazard.link', { id, disputeNumber });
  await counter.ask('officer', 'hazard.makeInvitation', { id, word: WORD });
  await counter.ask('officer', 'hazard.revokeInvitation', { id, reason: '量一量。' });
  await counter.ask('officer', 'hazard.makeInvitation', { id, word: WORD });
  const { code } = await counter.ask('officer', 'hazard.makeInvitation', { id, word: WORD }, doing.makeAnotherOfHazard);
  await counter.ask('neighbour', 'hazard.readInvitation', { code });
  await counter.ask('neighbour', 'hazard.bindInvitation', { code, word: WORD });
  await counter.ask('neighbour', 'hazard.rectify', { id, items: stairs.items, words: '搬了。', photos: await photosOf('neighbour') });
  const judge = async (isPassed: boolean) => ({ id, results: stairs.items.map((key) => ({ key, isPassed, ...(!isPassed && { byDay }) })), photos: await photosOf('officer2') });
  await counter.ask('officer2', 'hazard.recheck', await judge(false));
  await counter.ask('gridWorker', 'hazard.rectify', { id, items: stairs.items, words: '又搬了。', photos: await photosOf('gridWorker') });
  await counter.ask('officer2', 'hazard.recheck', await judge(true));
  for (const reader of ['gridWorker', 'officer', 'neighbour', 'leader'] as const) await counter.ask(reader, 'hazard.open', { id });
}

async function endOtherwise(community: Community, counter: Counter): Promise<void> {
  const reported = async () => (await counter.ask('resident', 'hazard.report', charger)).id;
  await counter.ask('officer', 'hazard.advise', { id: await reported(), responsible: shop, words: '请拔下来。' });
  await counter.ask('officer', 'hazard.dismiss', { id: await reported(), reason: '那是开关。' });
  const late = await reported();
  await counter.ask('officer', 'hazard.order', { id: late, responsible: shop, items: [{ key: 'leftPlugged', byDay: await inDays(community, 0) }] });
  await community.cloud.later(DAY);
  await community.cloud.runTimers();
  await counter.ask('officer', 'hazard.escalate', { id: late, department: '消防救援', reason: '不改。' });
}

/** Copies of hazards in four states, from number `first` up to `upTo`, each with an event. */
export async function fillHazards(community: Community, first: number, upTo: number): Promise<void> {
  const { database } = community.cloud;
  const patterns: HazardDocument[] = [];
  for (const state of ['found', 'advised', 'ordered', 'recheck'] as const) patterns.push(await hazardDocument(community, await aHazard(community, state)));
  const { data } = await database.collection('events').doc(`${patterns[0]!._id}:1`).get();
  const key = (n: number, of: string) => `${of.slice(0, 15)}:copy${n}`;
  for (let start = first; start < upTo; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, upTo - start) }, (_, n) => start + n);
    const copies = numbers.map((n) => {
      const like = patterns[n % patterns.length]!;
      const keys = { openedKey: key(n, like.openedKey), dueKey: key(n, like.dueKey), tickKey: key(n, '253402300799000') };
      return { ...like, ...keys, _id: `hazard${n}`, number: `副本${n}`, people: [`person${n}`] };
    });
    await database.collection('hazards').add(copies);
    await database.collection('events').add(numbers.map((n) => ({ ...(data as object[])[0], _id: `hazard${n}:1`, caseId: `hazard${n}` })));
  }
}
