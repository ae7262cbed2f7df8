/** 并到同一件事: several tellings in one building are one problem, and each teller goes on hearing of it. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import type { DangerAnswers, FileInput } from '../../typings/contract/dispute';
import { OTHER_BUILDING, startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, eventsOf, hoursOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, noise, safe } from '../support/disputes';

const threatened: DangerAnswers = { ...safe, isThreatened: true };
let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const told = async (changes: Partial<FileInput> = {}) => (await as('neighbour').get('dispute.file', { ...noise, category: 'unsure', ...changes })).id;
const merge = (id: string, intoId: string) => as('officer').ask('dispute.merge', { id, intoId });

/** Two tellings of one thing; the neighbour's was taken into the resident's. */
async function merged(changes: Partial<FileInput> = {}): Promise<{ id: string; intoId: string }> {
  const [intoId, id] = [await aDispute(community, 'triaged'), await told(changes)];
  await as('officer').get('dispute.merge', { id, intoId });
  return { id, intoId };
}

test('both move at once: the one is a duplicate, the other goes on for both', async () => {
  const { id, intoId } = await merged();
  expect(await movesOf(community, id)).toEqual(['file', 'merge']);
  expect((await movesOf(community, intoId)).at(-1)).toBe('absorb');
  expect(await documentOf(community, id)).toMatchObject({ state: 'duplicate', clocks: [] });
  for (const each of [id, intoId]) expect(findTampering(await documentOf(community, each), await eventsOf(community, each))).toEqual([]);
});

test('who told of it reads where the other stands and what comes next, and nothing more of it', async () => {
  const { id, intoId } = await merged();
  const { linked, state } = await as('neighbour').get('dispute.open', { id });
  const { facts } = await documentOf(community, intoId);
  expect(state).toBe('duplicate');
  expect(linked).toEqual([expect.objectContaining({ how: 'into', number: facts.number, state: 'triaged', next: expect.objectContaining({ what: '联系双方' }) as object })]);
  expect(linked[0]!.id).toBeUndefined();
  expect(codeOf(await as('neighbour').ask('dispute.open', { id: intoId }))).toBe('NOT_FOUND');
  expect((await as('officer').get('dispute.open', { id: intoId })).linked).toMatchObject([{ how: 'from', id, state: 'duplicate' }]);
  expect((await as('resident').get('dispute.open', { id: intoId })).linked).toEqual([]);
});

test('and goes on hearing of it, with a way to the own telling', async () => {
  const { id, intoId } = await merged();
  await as('officer').get('dispute.transfer', { id: intoId, unit: '城管', words: '这件事归城管。' });
  expect(await toldTo(community, 'neighbour', id)).toEqual([expect.stringContaining('合在一起办，进展照样告诉您。'), expect.stringContaining('已转给城管')]);
  expect(await toldTo(community, 'neighbour', intoId)).toEqual([]);
});

test('whose telling took the other in does not read of it; staff do', async () => {
  const { intoId } = await merged();
  expect((await storyFor(community, 'officer', intoId))[0]).toBe('又有人说了同一件事');
  expect(await storyFor(community, 'resident', intoId)).toHaveLength(2);
});

test('more people make it harder: the colour rises with them, and what one person had lowered no longer holds', async () => {
  const intoId = await aDispute(community, 'triaged', { peopleCount: 2 });
  await as('officer').get('dispute.merge', { id: await told(), intoId });
  expect((await documentOf(community, intoId)).facts).toMatchObject({ peopleCount: 3, colour: 'yellow' });
  await as('officer').get('dispute.proposeLower', { id: intoId, colour: 'blue', danger: safe, reason: '其实是一家人。' });
  await as('officer').get('dispute.merge', { id: await told({ peopleCount: 8 }), intoId });
  const { facts } = await documentOf(community, intoId);
  expect(facts).toMatchObject({ peopleCount: 11, colour: 'red' });
  expect(facts.lowered).toBeUndefined();
});

test('the same person twice is one person', async () => {
  const [intoId, id] = [await told(), await told()];
  await as('officer').get('dispute.merge', { id, intoId });
  expect((await documentOf(community, intoId)).facts.peopleCount).toBe(1);
  expect((await documentOf(community, intoId)).facts.links).toMatchObject([{ how: 'from', people: [] }]);
});

test('whom a duplicate had taken in comes along', async () => {
  const { id: first, intoId: second } = await merged();
  const third = await aDispute(community, 'triaged');
  await as('officer').get('dispute.merge', { id: second, intoId: third });
  await as('officer').get('dispute.transfer', { id: third, unit: '城管', words: '归城管。' });
  expect((await toldTo(community, 'neighbour', first)).at(-1)).toContain('已转给城管');
  const { number } = (await documentOf(community, third)).facts;
  expect((await as('neighbour').get('dispute.open', { id: first })).linked).toMatchObject([{ how: 'into', number, state: 'transferred' }]);
});

test('a session that was set for the one is free again', async () => {
  const [id, intoId] = [await aDispute(community, 'scheduled'), await aDispute(community, 'triaged')];
  await as('officer').get('dispute.merge', { id, intoId });
  expect(await hoursOf(community, id)).toEqual([]);
});

test('a lead is taken in as well, and only officers know that there was one', async () => {
  const { id } = await as('volunteer').get('dispute.notice', { category: 'noise', story: '楼道里有人吵。', buildingId: noise.buildingId, danger: safe });
  const intoId = await aDispute(community, 'triaged');
  await as('officer').get('dispute.merge', { id, intoId });
  expect((await as('volunteer').get('dispute.open', { id })).linked).toMatchObject([{ how: 'into', state: 'triaged' }]);
  expect(codeOf(await as('leader').ask('dispute.open', { id }))).toBe('NOT_FOUND');
});

test('nothing is merged across buildings, into itself, or into what has ended', async () => {
  const intoId = await aDispute(community, 'triaged');
  expect(await refusalOf(merge(await told({ buildingId: OTHER_BUILDING }), intoId))).toMatchObject({ details: { intoId: '不在一幢楼里，不能并到一起。' } });
  expect(codeOf(await merge(intoId, intoId))).toBe('INVALID_INPUT');
  expect(codeOf(await merge(await told(), await aDispute(community, 'withdrawn')))).toBe('INVALID_MOVE');
  expect(codeOf(await merge(await aDispute(community, 'closed'), intoId))).toBe('INVALID_MOVE');
});

test('a danger does not vanish in a merging: it is put down there first', async () => {
  const [id, intoId] = [await told({ danger: threatened }), await aDispute(community, 'triaged')];
  expect(await refusalOf(merge(id, intoId))).toMatchObject({ code: 'INVALID_MOVE', message: '这件事里有人身危险，先在那件事里也记下，再并过去。' });
  await as('officer').get('dispute.warn', { id: intoId, danger: threatened, words: '邻居也说被威胁。' });
  expect(codeOf(await merge(id, intoId))).toBe('OK');
});

test('an officer alone merges, and only what he sees as one', async () => {
  const [id, intoId] = [await told(), await aDispute(community, 'triaged')];
  for (const name of ['resident', 'neighbour', 'gridWorker', 'leader'] as const) expect(['FORBIDDEN', 'NOT_FOUND']).toContain(codeOf(await as(name).ask('dispute.merge', { id, intoId })));
});

test('merged and graded at the same moment: one history each, and both fit', async () => {
  const [id, intoId] = [await told(), await aDispute(community, 'triaged')];
  const grade = (caseId: string) => as('officer2').ask('dispute.triage', { id: caseId, colour: 'yellow', danger: safe, track: 'people' });
  await Promise.all([merge(id, intoId), grade(id), grade(intoId)]);
  const moves = await movesOf(community, id);
  expect([['file', 'merge'], ['file', 'triage', 'merge'], ['file', 'triage']]).toContainEqual(moves);
  expect((await movesOf(community, intoId)).includes('absorb')).toBe(moves.includes('merge'));
  for (const each of [id, intoId]) expect(findTampering(await documentOf(community, each), await eventsOf(community, each))).toEqual([]);
});

test('each taken into the other at the same moment: at most one of them is', async () => {
  const [one, other] = [await told(), await aDispute(community, 'triaged')];
  await Promise.all([merge(one, other), as('officer2').ask('dispute.merge', { id: other, intoId: one })]);
  const states = [(await documentOf(community, one)).state, (await documentOf(community, other)).state];
  expect(states.filter((state) => state === 'duplicate')).toHaveLength(1);
});
