/** permissions.csv, written by hand, is what every action answers to everybody. A missing action or person fails, so does a wrong answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections, type DisputeDocument, type HazardDocument } from '../../cloudfunctions/_kit/collections';
import { personIdOf, seal } from '../../cloudfunctions/_kit/vault';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import { DAY, dayKey, HOUR, startOfDay } from '../../miniprogram/domain/time/format';
import type { ActionName, InputOf } from '../../typings/contract/actions';
import type { Side } from '../../typings/contract/dispute';
import { BUILDING, COMMUNITY, startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, neighbouringCommunity, newcomer, sentBy } from '../support/dispute-spec';
import { draftOf, noise, safe } from '../support/disputes';
import { charger, hazardDocument } from '../support/hazards';
import type { Person } from '../support/local-cloud';
import { png } from '../support/pictures';

/** The dispute is the applicant's, in the grid of the grid worker; the agent filed it, and the mediator has it once one was chosen. */
const people = [
  'nobody', 'stranger', 'applicant', 'respondent', 'resident', 'agent', 'volunteer', 'gridWorker', 'gridWorkerElsewhere', 'mediator', 'otherMediator',
  'auxiliary', 'officer', 'officerElsewhere', 'leader', 'admin', 'adminElsewhere', 'carer', 'partner',
] as const;
type Who = (typeof people)[number];

/** What the words of the table stand for. */
const answers = { yes: 'OK', no: 'FORBIDDEN', hidden: 'NOT_FOUND', login: 'UNAUTHENTICATED' } as const;

interface Row {
  readonly action: ActionName;
  /** The state of the dispute, or of which of two uses it speaks. */
  readonly when: string;
  readonly expected: Readonly<Record<string, string>>;
}

const [header = [], ...lines] = readFileSync(join(__dirname, 'permissions.csv'), 'utf8')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split(',').map((cell) => cell.trim()));
const rows = lines.map(([action, when, ...cells]): Row => ({ action: action as ActionName, when: when!, expected: Object.fromEntries(header.slice(2).map((who, column) => [who, cells[column]!])) }));

let community: Community;
let asWho: Record<Who, Person>;
/** The same dispute as it was in each state. */
const states = new Map<string, DisputeDocument>();
let copies = 0;
let strangers = 0;

beforeAll(async () => {
  community = await startCommunity();
  const { as, cloud } = community;
  const there = await neighbouringCommunity(community);
  const office = (openid: string, role: 'volunteer' | 'officer' | 'admin' | 'carer' | 'partner', scopeId: string) => newcomer(community, openid, openid, { role, scopeId });
  asWho = {
    nobody: cloud.as(''), stranger: as('stranger'), applicant: as('resident'), respondent: as('neighbour'), resident: await newcomer(community, 'other-resident', '秦安'),
    agent: as('volunteer'), volunteer: await office('other-volunteer', 'volunteer', COMMUNITY), gridWorker: as('gridWorker'), gridWorkerElsewhere: as('otherGridWorker'),
    mediator: as('mediator'), otherMediator: as('mediator2'), auxiliary: as('auxiliary'), officer: as('officer'), officerElsewhere: await office('officer-elsewhere', 'officer', there.community),
    leader: as('leader'), admin: as('admin'), adminElsewhere: await office('admin-elsewhere', 'admin', there.community), carer: await office('carer', 'carer', COMMUNITY), partner: await office('partner', 'partner', COMMUNITY),
  };
  for (const [who, person] of Object.entries(asWho)) {
    if (who !== 'nobody' && who !== 'stranger') await person.get('identity.saveProfile', { phone: '13900000088' });
  }
  await walk();
  await walkHazard();
}, 60_000);
afterAll(() => community.stop());

/** The same hazard as it was in each state: the applicant's, seen with the agent, and the respondent has to put it right. */
const hazards = new Map<string, HazardDocument>();
let linkedNumber = '';

async function walkHazard(): Promise<void> {
  const { as, cloud } = community;
  const { id } = await as('resident').get('hazard.report', charger);
  const keep = async (when: string) => hazards.set(when, await hazardDocument(community, id));
  await keep('found');
  const byDay = dayKey(await cloud.now());
  await as('officer').get('hazard.order', { id, responsible: { name: '店主' }, items: [{ key: 'leftPlugged', byDay }] });
  await keep('ordered');
  const { facts } = hazards.get('ordered')!;
  hazards.set('late', { ...hazards.get('ordered')!, facts: { ...facts, items: facts.items.map((item) => ({ ...item, byDay: '2026-03-01' })) } });
  await as('gridWorker').get('hazard.rectify', { id, items: ['leftPlugged'], words, photos: [await sentBy(as('gridWorker'))] });
  await keep('recheck');
  linkedNumber = (await as('resident').get('dispute.file', noise)).number;
}

/** A hazard of its own in this state. */
async function hazardLike(when: string): Promise<string> {
  const like = hazards.get(when)!;
  copies += 1;
  const [finder, responsible, companion] = (['applicant', 'respondent', 'agent'] as const).map((who) => personIdOf(asWho[who].openid));
  const facts = { ...like.facts, number: `副本${copies}`, finder: { id: finder!, name: '报的人' }, companion: { id: companion!, name: '同去的人' }, responsible: { id: responsible!, name: '店主' } };
  const copy = { ...like, _id: `copy-${copies}`, number: facts.number, facts, people: [finder, responsible, companion] };
  await community.cloud.database.collection(collections.hazards.name).add(copy);
  return copy._id;
}

/** Takes one dispute all the way, and keeps how it stood. */
async function walk(): Promise<void> {
  const { as, idOf } = community;
  const { id } = await as('resident').get('dispute.file', noise);
  const keep = async () => {
    const document = await documentOf(community, id);
    states.set(document.state, document);
  };
  const startAt = startOfDay(await community.cloud.now()) + 2 * DAY + 9 * HOUR;
  await keep();
  await as('officer').get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' });
  await keep();
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
  await keep();
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await keep();
  await as('officer').get('dispute.assign', { id, mediatorId: idOf('mediator') });
  await keep();
  await as('mediator').get('dispute.schedule', { id, startAt, room: '调解室', hasNoConflict: true });
  await keep();
  await as('mediator').get('dispute.sit', { id, isSafe: true });
  await as('mediator').get('dispute.draft', await draftOf(community, id));
  await keep();
  const { digest } = (await documentOf(community, id)).facts.agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });
  await keep();
  await as('mediator').get('dispute.prove', { id, clause: 0, words: '做到了。' });
  await keep();
  await as('officer2').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '都好。' });
  await keep();
}

/** A dispute of its own in this state, with everybody in place. */
async function copyOf(state: string): Promise<string> {
  const like = states.get(state);
  if (!like) throw new Error(`there is no dispute that is ${state}`);
  copies += 1;
  const _id = `copy-${copies}`;
  const [applicant, respondent, agentId] = (['applicant', 'respondent', 'agent'] as const).map((who) => personIdOf(asWho[who].openid));
  const party = (side: Side, id: string) => ({ ...like.facts[side], id, phone: seal('13900000021', `${_id}:${side}`) });
  const facts = { ...like.facts, number: `副本${copies}`, applicant: party('applicant', applicant!), respondent: party('respondent', respondent!), agentId };
  await community.cloud.database.collection(collections.disputes.name).add({ ...like, _id, number: facts.number, facts, people: [applicant, respondent, agentId] });
  return _id;
}

let hour = 0;
/** An hour that nobody has. */
async function freeHour(): Promise<number> {
  hour += 1;
  return startOfDay(await community.cloud.now()) + (3 + hour) * DAY + 10 * HOUR;
}

const other = { name: '别人', phone: '13900000099' };
const words = '写下来。';
/** Whoever may not do it needs no photo of the own. */
const photoOf = (who: Who) => (who === 'nobody' || who === 'stranger' ? 'none' : sentBy(asWho[who]));
const sideOf = (who: Who): Side => (who === 'respondent' ? 'respondent' : 'applicant');
const othersGrant = { role: 'partner', scopeId: 'grid01' } as const;
const othersId = () => personIdOf(asWho.resident.openid);

/** A valid input of every action, for a dispute in the fitting state. */
const inputs: { readonly [A in ActionName]: (id: string, who: Who, row: Row) => InputOf<A> | Promise<InputOf<A>> } = {
  'dispute.file': (_id, _who, { when }) => (when === 'for another' ? { ...noise, applicant: { ...other, hasAgreed: true } } : noise),
  'dispute.settleNow': () => ({ category: 'parking', buildingId: BUILDING, applicant: other, respondent: other, story: words, settledHow: words, haveBothAgreed: true }),
  'dispute.settle': (id) => ({ id, settledHow: words, haveBothAgreed: true }),
  'dispute.triage': (id) => ({ id, colour: 'blue', danger: safe, track: 'people' }),
  'dispute.decline': (id) => ({ id, reason: words }),
  'dispute.invite': (id) => ({ id, channel: 'call', isReached: true, words }),
  'dispute.correctRespondent': (id) => ({ id, respondent: other, reason: words }),
  'dispute.refuse': (id, who) => ({ id, side: sideOf(who), reason: words }),
  'dispute.accept': (id) => ({ id, hasRespondentAgreed: true, isRightsNoticeRead: true }),
  'dispute.assign': (id) => ({ id, mediatorId: community.idOf('mediator2') }),
  'dispute.schedule': async (id) => ({ id, startAt: await freeHour(), room: '调解室', hasNoConflict: true }),
  'dispute.sit': (id) => ({ id, isSafe: true }),
  'dispute.adjourn': async (id) => ({ id, record: words, startAt: await freeHour(), room: '调解室' }),
  'dispute.draft': (id) => draftOf(community, id),
  'dispute.sign': async (id, who) => {
    const { digest } = states.get('mediating')!.facts.agreement!;
    if (who !== 'applicant' && who !== 'respondent') return { id, digest, side: 'applicant', how: 'spoken' };
    return { id, digest, side: who, how: 'phone', file: await sentBy(asWho[who], 'signature') };
  },
  'dispute.prove': (id) => ({ id, clause: 0, words }),
  'dispute.default': (id) => ({ id, clause: 0, words }),
  'dispute.close': (id) => ({ id, applicant: 'kept', respondent: 'noAnswer', words }),
  'dispute.contest': (id) => ({ id, reason: words }),
  'dispute.fail': (id) => ({ id, reason: words }),
  'dispute.withdraw': (id) => ({ id, reason: words }),
  'dispute.note': (id) => ({ id, words, isInternal: true }),
  'dispute.open': (id) => ({ id }),
  'dispute.mediators': (id) => ({ id }),
  'dispute.phone': (id) => ({ id, side: 'applicant' }),
  'dispute.listMine': () => ({}),
  'dispute.desk': () => ({ desk: 'active' }),
  'dispute.calendar': async () => ({ from: await community.cloud.now(), days: 7 }),
  'hazard.report': (_id, who, { when }) => (when === 'alone' ? charger : { ...charger, companionId: community.idOf(who === 'officer' ? 'officer2' : 'officer') }),
  'hazard.advise': (id) => ({ id, responsible: { name: '店主' }, words }),
  'hazard.order': async (id) => ({ id, responsible: { name: '店主' }, items: [{ key: 'leftPlugged', byDay: dayKey(await community.cloud.now()) }] }),
  'hazard.dismiss': (id) => ({ id, reason: words }),
  'hazard.rectify': async (id, who) => ({ id, items: ['leftPlugged'], words, photos: [await photoOf(who)] }),
  'hazard.recheck': async (id, who) => ({ id, results: [{ key: 'leftPlugged', isPassed: true }], photos: [await photoOf(who)] }),
  'hazard.escalate': (id) => ({ id, department: '消防救援', reason: words }),
  'hazard.link': (id) => ({ id, disputeNumber: linkedNumber }),
  'hazard.open': (id) => ({ id }),
  'hazard.listMine': () => ({}),
  'hazard.desk': () => ({ desk: 'active' }),
  'hazard.colleagues': () => ({ buildingId: BUILDING }),
  'identity.home': () => ({}),
  'identity.me': () => ({}),
  'identity.territory': () => ({}),
  'identity.consent': () => ({ version: privacyVersion }),
  'identity.saveProfile': () => ({ home: { buildingId: BUILDING } }),
  'identity.inbox': () => ({}),
  'identity.markRead': () => ({ ids: [] }),
  'identity.acceptInvitation': async () => asWho.admin.get('identity.makeInvitation', { role: 'partner', scopeId: 'grid02' }).then(({ code }) => ({ code })),
  'identity.makeInvitation': () => ({ role: 'volunteer', scopeId: 'grid01' }),
  'identity.people': () => ({}),
  'identity.grantRole': () => ({ personId: othersId(), ...othersGrant }),
  'identity.revokeRole': async () => {
    const held = async () => (await asWho.admin.get('identity.people', { role: 'partner' })).people.find(({ id }) => id === othersId())?.grants.find(({ scopeId }) => scopeId === othersGrant.scopeId);
    if (!(await held())) await asWho.admin.get('identity.grantRole', { personId: othersId(), ...othersGrant });
    const grant = await held();
    return { personId: othersId(), grantId: grant!.id, reason: words };
  },
  'identity.places': () => ({}),
  'identity.savePlace': () => ({ kind: 'compound', name: '新小区', parentId: COMMUNITY }),
  'identity.holidays': () => ({ year: 2026 }),
  'identity.saveHolidays': () => ({ year: 2031, holidays: ['2031-01-01'], workdays: [] }),
  'media.ticket': () => ({ kind: 'photo', bytes: png().length }),
  'media.claim': async () => {
    const { ticketId, cloudPath } = await asWho.applicant.get('media.ticket', { kind: 'photo', bytes: png().length });
    return { ticketId, fileId: await asWho.applicant.upload(cloudPath, png()) };
  },
};

test('the table names every action and everybody, and knows four answers', () => {
  expect(header).toEqual(['action', 'when', ...people]);
  expect([...new Set(rows.map(({ action }) => action))].sort()).toEqual(Object.keys(inputs).sort());
  for (const { expected } of rows) for (const answer of Object.values(expected)) expect(Object.keys(answers)).toContain(answer);
});

test.each(rows.map((row) => [`${row.action} (${row.when})`, row] as const))('%s', async (_title, row) => {
  const wordOf = Object.fromEntries(Object.entries(answers).map(([word, code]) => [code, word]));
  const isHazard = row.action.startsWith('hazard.');
  const copy = (when: string) => (isHazard ? hazardLike(when) : copyOf(when));
  const shared = (isHazard ? hazards : states).has(row.when) ? await copy(row.when) : '';
  const given: Record<string, string> = {};
  for (const who of people) {
    const isChanging = row.expected[who] === 'yes' && shared !== '';
    const id = isChanging ? await copy(row.when) : shared; // a refusal changes nothing, so refusals share one dispute
    const input = await (inputs[row.action] as (id: string, who: Who, row: Row) => unknown)(id, who, row);
    const code = codeOf(await callerFor(who).send(row.action, { action: row.action, input, attemptId: crypto.randomUUID() }));
    given[who] = wordOf[code] ?? code;
  }
  expect(given).toEqual(row.expected);
});

/** A stranger who agrees to the notice is none any more: each call is made by a new one. */
function callerFor(who: Who): Person {
  if (who !== 'stranger') return asWho[who];
  strangers += 1;
  return community.cloud.as(`stranger-${strangers}`);
}

