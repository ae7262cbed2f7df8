/** Every action of dispute and identity once, in a community that uses them as people do. */
import type { GrantedRole } from '../../typings/contract/identity';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import { DAY, dayKey, HOUR, startOfDay } from '../../miniprogram/domain/time/format';
import { BUILDING, COMMUNITY, type Community, STATION } from '../support/community';
import { noise, safe } from '../support/disputes';
import { charger } from '../support/hazards';
import type { Counter } from './counting';

/** Calls of an action that do more than its others do. */
export const doing = {
  makeAnother: 'dispute.makeInvitation while one is out',
  makeAnotherOfHazard: 'hazard.makeInvitation while one is out',
  putOff: 'dispute.schedule of another hour',
  giveUp: 'dispute.withdraw of a session',
} as const;

const agreed = { hasRespondentAgreed: true, isRightsNoticeRead: true };

/** Each round ends two days after it began. */
export async function runErrands(community: Community, counter: Counter, round: number): Promise<void> {
  await community.cloud.runTimers();
  await warmUp(community);
  await askIdentity(community, counter, round);
  await keepAPromise(community, counter);
  await endOtherwise(community, counter, round);
  await lookAtLists(community, counter);
}

async function askIdentity(community: Community, counter: Counter, round: number): Promise<void> {
  const { idOf } = community;
  await counter.ask('stranger', 'identity.home', {});
  await counter.ask('stranger', 'identity.consent', { version: privacyVersion });
  await counter.ask('stranger', 'identity.saveProfile', { name: '路过的人' });
  await counter.ask('resident', 'identity.saveProfile', { name: '韦德顺', phone: '13900000021', home: { buildingId: BUILDING } });
  await counter.ask('resident', 'identity.me', {});
  await counter.ask('resident', 'identity.territory', {});
  const until = (await community.cloud.now()) + 30 * DAY;
  const { code } = await counter.ask('admin', 'identity.makeInvitation', { role: 'volunteer', scopeId: COMMUNITY, until });
  await counter.ask('stranger', 'identity.acceptInvitation', { code });
  const { grants } = await counter.ask('admin', 'identity.grantRole', { personId: idOf('stranger'), role: 'carer' satisfies GrantedRole, scopeId: STATION });
  for (const { id } of grants) await counter.ask('admin', 'identity.revokeRole', { personId: idOf('stranger'), grantId: id, reason: '量一量。' });
  await counter.ask('admin', 'identity.people', {});
  await counter.ask('admin', 'identity.people', { role: 'officer' });
  await counter.ask('admin', 'identity.places', {});
  await counter.ask('admin', 'identity.savePlace', { kind: 'building', name: `${20 + round}号楼`, parentId: 'compound', gridId: 'grid01' });
  await counter.ask('admin', 'identity.holidays', { year: 2027 });
  await counter.ask('admin', 'identity.saveHolidays', { year: 2030 + round, holidays: ['2030-01-01'.replace('2030', String(2030 + round))], workdays: [] });
  const { messages } = await counter.ask('officer', 'identity.inbox', {});
  await counter.ask('officer', 'identity.markRead', { ids: messages.slice(0, 20).map(({ id }) => id) });
}

async function goOnTo(community: Community, moment: number): Promise<void> {
  const { cloud } = community;
  await cloud.later(moment - (await cloud.now()));
  await cloud.runTimers();
  await warmUp(community);
}

/** A process reads the holidays and the places above the buildings once a minute, which is no action's own cost. */
export async function warmUp({ as }: Community): Promise<void> {
  const { id } = await as('resident').get('dispute.file', noise);
  await as('resident').get('dispute.withdraw', { id, reason: '只是试试。' });
  const { id: hazardId } = await as('resident').get('hazard.report', charger);
  await as('officer').get('hazard.dismiss', { id: hazardId, reason: '只是试试。' });
  await as('officer').get('identity.home', {});
}

async function keepAPromise(community: Community, counter: Counter): Promise<void> {
  const { cloud, idOf } = community;
  const tomorrow = startOfDay(await cloud.now()) + DAY;
  const { id } = await counter.ask('resident', 'dispute.file', noise);
  await counter.ask('officer', 'dispute.triage', { id, colour: 'red', danger: safe, track: 'people' });
  await counter.ask('officer', 'dispute.invite', { id, channel: 'call', isReached: true, words: '打过电话。' });
  await counter.ask('officer', 'dispute.correctRespondent', { id, respondent: { name: '李三' }, reason: '不是这一家。' });
  await counter.ask('officer', 'dispute.phone', { id, side: 'applicant' });
  await counter.ask('officer', 'papers.make', { id, kind: 'intake' });
  await counter.ask('officer', 'papers.make', { id, kind: 'investigation' });
  await counter.ask('officer', 'papers.list', { id });
  await counter.ask('resident', 'papers.open', { id, kind: 'intake' });
  await counter.ask('officer', 'dispute.accept', { id, ...agreed });
  await counter.ask('resident', 'dispute.mediators', { id });
  await counter.ask('resident', 'dispute.assign', { id, mediatorId: idOf('mediator') });
  await counter.ask('mediator', 'dispute.schedule', { id, startAt: tomorrow + 9 * HOUR, room: '调解室', hasNoConflict: true });
  await goOnTo(community, tomorrow + 9 * HOUR);
  await counter.ask('mediator', 'dispute.sit', { id, isSafe: true });
  await counter.ask('mediator', 'dispute.adjourn', { id, record: '谈了一次。', startAt: tomorrow + 14 * HOUR, room: '调解室' });
  await goOnTo(community, tomorrow + 14 * HOUR);
  await counter.ask('mediator', 'dispute.sit', { id, isSafe: true });
  const byDay = dayKey(tomorrow + 7 * DAY);
  const clauses = [1, 2].map((n) => ({ side: 'respondent' as const, what: `第${n}件`, byDay, proof: '看得见' }));
  await counter.ask('mediator', 'dispute.draft', { id, form: 'oral', facts: '双方都认。', clauses });
  const { agreement } = await counter.ask('mediator', 'dispute.open', { id });
  for (const side of ['applicant', 'respondent'] as const) await counter.ask('mediator', 'dispute.sign', { id, digest: agreement?.digest ?? '', side, how: 'spoken' });
  await counter.ask('resident', 'dispute.prove', { id, clause: 0, words: '做到了。' });
  await counter.ask('mediator', 'dispute.default', { id, clause: 1, words: '没做到。' });
  await counter.ask('officer2', 'dispute.followUp', { id, applicant: 'kept', respondent: 'notKept', words: '问过了。' });
  await counter.ask('officer2', 'dispute.close', { id, applicant: 'kept', respondent: 'notKept', words: '问过了。' });
  await counter.ask('resident', 'dispute.rate', { id, score: 3, words: '还行。' });
  await counter.ask('resident', 'dispute.contest', { id, reason: '还在响。' });
  await counter.ask('officer', 'dispute.note', { id, words: '再去看看。', isInternal: true });
  for (const reader of ['resident', 'officer', 'mediator', 'leader'] as const) await counter.ask(reader, 'dispute.open', { id });
  await counter.ask('officer', 'dispute.reopen', { id, reason: '重新谈。' });
}

async function endOtherwise(community: Community, counter: Counter, round: number): Promise<void> {
  const { cloud, idOf } = community;
  const tomorrow = startOfDay(await cloud.now()) + DAY;
  const filed = async () => (await counter.ask('resident', 'dispute.file', noise)).id;
  const triaged = async () => (await counter.ask('officer', 'dispute.triage', { id: await filed(), colour: 'red', danger: safe, track: 'people' })).id;
  const invited = async () => (await counter.ask('officer', 'dispute.invite', { id: await triaged(), channel: 'door', isReached: true, words: '敲过门。' })).id;
  await counter.ask('resident', 'dispute.withdraw', { id: await filed(), reason: '和好了。' });
  await counter.ask('officer', 'dispute.decline', { id: await triaged(), reason: '归别处。' });
  // told of for the first time, so that it is blue
  const { id: small } = await counter.ask('neighbour', 'dispute.file', { ...noise, category: (['pets', 'parking', 'leak'] as const)[round] ?? 'unsure' });
  await counter.ask('gridWorker', 'dispute.settle', { id: small, settledHow: '握手言和。', haveBothAgreed: true });
  await counter.ask('gridWorker', 'dispute.settleNow', {
    category: 'parking', buildingId: BUILDING, story: '占道。', settledHow: '挪走了。', haveBothAgreed: true, applicant: { name: '店主' }, respondent: { name: '车主' },
  });
  await counter.ask('officer', 'dispute.refuse', { id: await invited(), side: 'respondent', reason: '不愿意谈。' });
  const { id } = await counter.ask('officer', 'dispute.accept', { id: await invited(), ...agreed });
  await counter.ask('officer', 'dispute.assign', { id, mediatorId: idOf('mediator2') });
  await counter.ask('mediator2', 'dispute.schedule', { id, startAt: tomorrow + 16 * HOUR, room: '上门', hasNoConflict: true });
  await goOnTo(community, tomorrow + 16 * HOUR);
  await counter.ask('mediator2', 'dispute.sit', { id, isSafe: true });
  await counter.ask('mediator2', 'dispute.fail', { id, reason: '谈不拢。' });
  const letter = { id: await triaged(), channel: 'share', word: '石桥西瓜', respondent: { name: '李三' } } as const;
  await counter.ask('officer', 'dispute.makeInvitation', letter);
  await counter.ask('officer', 'dispute.makeInvitation', letter, doing.makeAnother);
  await giveAnHourBack(community, counter, await invited());
}

/** A session is put off, and then given up, before its hour. */
async function giveAnHourBack({ cloud, idOf }: Community, counter: Counter, id: string): Promise<void> {
  const tomorrow = startOfDay(await cloud.now()) + DAY;
  await counter.ask('officer', 'dispute.accept', { id, ...agreed });
  await counter.ask('officer', 'dispute.assign', { id, mediatorId: idOf('mediator2') });
  await counter.ask('mediator2', 'dispute.schedule', { id, startAt: tomorrow + 9 * HOUR, room: '调解室', hasNoConflict: true });
  await counter.ask('mediator2', 'dispute.schedule', { id, startAt: tomorrow + 14 * HOUR, room: '调解室', hasNoConflict: true }, doing.putOff);
  await counter.ask('resident', 'dispute.withdraw', { id, reason: '和好了。' }, doing.giveUp);
}

async function lookAtLists(community: Community, counter: Counter): Promise<void> {
  const from = await community.cloud.now();
  for (const as of ['resident', 'officer', 'mediator', 'gridWorker', 'leader'] as const) await counter.ask(as, 'identity.home', {});
  for (const desk of ['triage', 'active', 'overdue', 'followUp', 'done'] as const) await counter.ask('officer', 'dispute.desk', { desk });
  for (const desk of ['active', 'overdue'] as const) await counter.ask('mediator', 'dispute.desk', { desk });
  await counter.ask('officer', 'dispute.calendar', { from, days: 14 });
  await counter.ask('resident', 'dispute.listMine', {});
  for (const as of ['leader', 'officer'] as const) await counter.ask(as, 'dispute.board', {});
  await counter.ask('officer', 'dispute.meeting', {});
  await counter.ask('officer', 'dispute.calls', {});
}
