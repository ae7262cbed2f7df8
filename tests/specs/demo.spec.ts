import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { collectionSpecs, type CaseEvent, type DisputeDocument, type User } from '../../cloudfunctions/_kit/collections';
import { type Cloud, startCloud } from '../../local/cloud';
import { personas } from '../../local/personas';
import { seedDemo } from '../../local/seed';
import { Actor } from '../../local/seed/actor';
import { demoMoment } from '../../local/seed/moment';
import { dayAndTime, dayKey, wallClock } from '../../miniprogram/domain/time/format';

const ROOT = join(__dirname, '../..');
let folder = '';
let cloud: Cloud;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaan-demo-'));
  cloud = await startCloud({ dataDir: folder, port: 0, strict: true, collections: collectionSpecs, functionsDir: join(ROOT, 'dist/cloudfunctions'), liveTimers: false });
  Object.assign(process.env, cloud.keys);
  await seedDemo(cloud, Date.parse('2026-11-25T09:00:00+08:00'));
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

const as = (id: string) => new Actor(cloud, `demo-${id}`, id);
const all = <T>(name: string) => cloud.database.find(name, {}, { strict: false }).documents as unknown as T[];
const disputes = () => all<DisputeDocument>('disputes');

test.each([
  ['2026-11-22 12:00', '11月24日 16:35'],
  ['2026-11-24 23:00', '11月24日 16:35'],
  ['2026-11-27 23:00', '11月24日 16:35'],
  ['2026-11-28 12:00', '12月1日 16:35'],
  ['2026-12-31 12:00', '12月29日 16:35'],
])('seen from %s the demo is on %s: the nearest Tuesday', (now, tuesday) => {
  const moment = demoMoment(Date.parse(`${now.replace(' ', 'T')}:00+08:00`));
  expect(dayAndTime(moment)).toBe(tuesday);
  expect(wallClock(moment).weekday).toBe(2);
});

test('the clock stands at that Tuesday when the demo is ready', () => {
  expect(dayAndTime(cloud.clock.now())).toBe('11月24日 16:35');
});

test('every history of the demo is sound', () => {
  const events = new Map<string, CaseEvent[]>();
  for (const event of all<CaseEvent>('events')) events.set(event.caseId, [...(events.get(event.caseId) ?? []), event]);
  const cases = [...disputes(), ...all<User>('users')];
  expect(cases.flatMap((each) => findTampering(each, events.get(each._id) ?? []))).toEqual([]);
});

test('there is a dispute in every state that people can see', () => {
  const states = new Set(disputes().map(({ state }) => state));
  const shown = ['lead', 'dismissed', 'transferred', 'duplicate', 'submitted', 'triaged', 'declined', 'inviting', 'refused', 'accepted', 'assigned', 'scheduled', 'mediating', 'agreed', 'performing', 'following', 'closed', 'failed', 'withdrawn', 'settledOnSpot'];
  expect([...states].sort()).toEqual([...shown].sort());
});

test('the matters of the demo stand where the story says', () => {
  const about = (words: string) => disputes().find(({ facts }) => facts.story.includes(words))!;
  expect(about('押金')).toMatchObject({ state: 'inviting', colour: 'yellow' });
  expect(about('婆婆和儿媳')).toMatchObject({ state: 'scheduled', facts: { source: '110' } });
  expect(wallClock(about('婆婆和儿媳').facts.session!.startAt).weekday).toBe(5);
  expect(about('18户')).toMatchObject({ state: 'scheduled', colour: 'red', facts: { sessionsHeld: 1 } });
  expect(about('3600元').facts.agreement!.clauses.map(({ state }) => state)).toEqual(['kept', 'open']);
  expect(about('空调外机')).toMatchObject({ state: 'following', facts: { contests: 1, earlierRespondents: ['802住户'] } });
  expect(about('水果筐').clocks.map(({ dueAt }) => dayKey(dueAt))).toEqual(['2026-11-25']);
});

test('two tell of the same noise, and whoever triages sees both', async () => {
  const { disputes: waiting } = await as('officer').does('dispute.desk', { desk: 'triage' });
  const noise = waiting.find(({ place }) => place.includes('2单元301'))!;
  const { similar, voice } = await as('officer').does('dispute.open', { id: noise.id });
  expect(similar).toHaveLength(1);
  expect(voice).toMatchObject({ kind: 'voice', seconds: 6 });
});

test('where somebody is in danger nobody is invited to a meeting', async () => {
  const { _id } = disputes().find(({ facts }) => facts.danger.isHomeViolence)!;
  await expect(as('officer').does('dispute.invite', { id: _id, channel: 'call', isReached: true, words: '约双方见面。', respondent: { name: '对方' } })).rejects.toThrow('REFUSED');
});

test('everybody who can be played has a home; the stranger is a guest', async () => {
  for (const { id, name } of personas) {
    const { me } = await as(id).does('identity.home', {});
    expect([me.isGuest, me.name]).toEqual(id === 'stranger' ? [true, ''] : [false, name]);
  }
});

test('sixty neighbours live here, and no telephone number stands in clear', () => {
  expect(all<User>('users').filter(({ facts }) => facts.openid.startsWith('demo-resident-'))).toHaveLength(60);
  for (const { name } of collectionSpecs) expect(JSON.stringify(all(name))).not.toMatch(/1390000\d{4}/);
});
