/** Disputes in any state, brought there by the moves that lead to it. */
import type { InputOf } from '../../typings/contract/actions';
import type { DisputeState, DisputeSummary, FileInput } from '../../typings/contract/dispute';
import { collections } from '../../cloudfunctions/_kit/collections';
import { DAY, dayKey, HOUR, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import { BUILDING, type Community } from './community';
import { documentOf, sentBy } from './dispute-spec';

export const safe = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

export const noise: FileInput = {
  category: 'noise',
  story: '楼上夜里一直咚咚响，睡不着。',
  buildingId: BUILDING,
  door: '2单元401',
  danger: safe,
  respondent: { name: '楼上住户', phone: '13900000022' },
};

/** What leads from one state to the next on the straight way to a kept promise. */
const way: readonly { readonly to: DisputeState; readonly go: (community: Community, id: string) => Promise<unknown> }[] = [
  { to: 'triaged', go: ({ as }, id) => as('officer').get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' }) },
  { to: 'inviting', go: ({ as }, id) => as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '说好周四前答复。' }) },
  { to: 'accepted', go: ({ as }, id) => as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }) },
  { to: 'assigned', go: ({ as, idOf }, id) => as('officer').get('dispute.assign', { id, mediatorId: idOf('mediator') }) },
  { to: 'scheduled', go: scheduleSoon },
  { to: 'mediating', go: sit },
  { to: 'performing', go: agreeByWord },
  { to: 'following', go: ({ as }, id) => as('resident').get('dispute.prove', { id, clause: 0, words: '已经铺了地垫。' }) },
  { to: 'closed', go: ({ as }, id) => as('officer2').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '两边都说好了。' }) },
];

/** Ways that leave the straight one. */
const aside: Partial<Record<DisputeState, { readonly from: DisputeState; readonly go: (community: Community, id: string) => Promise<unknown> }>> = {
  declined: { from: 'triaged', go: ({ as }, id) => as('officer').get('dispute.decline', { id, reason: '这件事归城管，可打12345。' }) },
  refused: { from: 'inviting', go: ({ as }, id) => as('officer').get('dispute.refuse', { id, side: 'respondent', reason: '对方说不愿意谈。' }) },
  scheduled: { from: 'assigned', go: schedule },
  agreed: { from: 'mediating', go: signOnPaper },
  failed: { from: 'mediating', go: ({ as }, id) => as('mediator').get('dispute.fail', { id, reason: '金额谈不拢。' }) },
  withdrawn: { from: 'submitted', go: ({ as }, id) => as('resident').get('dispute.withdraw', { id, reason: '已经和好。' }) },
};

/** The resident's dispute, in this state. Gives its id. */
export async function aDispute(community: Community, state: DisputeState = 'submitted', changes: Partial<FileInput> = {}): Promise<string> {
  if (state === 'settledOnSpot') return (await settledOnSpot(community)).id;
  const { from, go } = aside[state] ?? { from: state, go: undefined };
  const { id } = await toldAfresh(community, { ...noise, ...changes });
  if (from !== 'submitted') for (const step of way) {
    await step.go(community, id);
    if (step.to === from) break;
  }
  await go?.(community, id);
  return id;
}

/** Told by the resident as for the first time: a spec tells of the same noise again and again, and that would make it red. */
async function toldAfresh({ as, cloud }: Community, input: FileInput): Promise<DisputeSummary> {
  const disputes = cloud.database.collection(collections.disputes.name);
  const { data } = await disputes.where({ building: input.buildingId, category: input.category }).orderBy('openedKey', 'desc').limit(1000).get();
  const findBy = (building: string) => Promise.all((data as { _id: string }[]).map(({ _id }) => disputes.doc(_id).update({ building })));
  await findBy('told-before');
  const told = await as('resident').get('dispute.file', input);
  await findBy(input.buildingId);
  return told;
}

/** A quarrel that was over within a minute. */
export const pavement: InputOf<'dispute.settleNow'> = {
  category: 'parking', buildingId: BUILDING, story: '门口占道。', settledHow: '挪走了，以后放到车棚。', haveBothAgreed: true,
  applicant: { name: '店主', phone: '13900000031' }, respondent: { name: '车主' },
};

/** Settled by the grid worker who stood there. */
export function settledOnSpot({ as }: Community): Promise<DisputeSummary> {
  return as('gridWorker').get('dispute.settleNow', pavement);
}

let taken = 0;
/** An hour that no other dispute of this spec has: each call takes the next one. */
export async function freeHour({ cloud }: Community): Promise<number> {
  taken += 1;
  const tomorrow = startOfDay(await cloud.now()) + DAY;
  return tomorrow + Math.floor(taken / 8) * DAY + (9 + (taken % 8)) * HOUR;
}

async function schedule(community: Community, id: string): Promise<void> {
  await community.as('mediator').get('dispute.schedule', { id, startAt: await freeHour(community), room: '调解室', hasNoConflict: true });
}

/** So soon that they may sit down now; where another dispute has that hour, the clock goes on. */
async function scheduleSoon({ as, cloud }: Community, id: string): Promise<void> {
  for (;;) {
    const reply = await as('mediator').ask('dispute.schedule', { id, startAt: await nextHour(cloud), room: '调解室', hasNoConflict: true });
    if (reply.ok) return;
    if (reply.error.code !== 'CONFLICT') throw new Error(`dispute.schedule: ${reply.error.message}`);
    await cloud.later(30 * MINUTE);
  }
}

/** The coming half hour while the post is open; else the clock goes on to the next morning. */
export async function nextHour(cloud: Community['cloud']): Promise<number> {
  const now = await cloud.now();
  const half = (Math.floor(now / (30 * MINUTE)) + 1) * 30 * MINUTE;
  const opens = startOfDay(now) + 9 * HOUR;
  if (half >= opens && half < opens + 9 * HOUR) return half;
  const morning = half < opens ? opens : opens + DAY;
  if (now < morning - 30 * MINUTE) await cloud.later(morning - 30 * MINUTE - now);
  return morning;
}

/** They sit down; the hour is given back at once, so that all disputes of a spec may sit in the same one. */
export async function sit(community: Community, id: string): Promise<void> {
  await community.as('mediator').get('dispute.sit', { id, isSafe: true });
  const { bookingIds = [] } = (await documentOf(community, id)).facts.session ?? {};
  for (const booking of bookingIds) await community.cloud.database.collection(collections.bookings.name).doc(booking).remove();
}

/** One clause, due in a week. */
export async function draftOf({ cloud }: Community, id: string) {
  const byDay = dayKey((await cloud.now()) + 7 * DAY);
  return { id, form: 'oral' as const, facts: '夜里有响声，双方都认。', clauses: [{ side: 'respondent' as const, what: '铺上地垫', byDay, proof: '晚上听不到响声' }] };
}

async function agreeByWord(community: Community, id: string): Promise<void> {
  const mediator = community.as('mediator');
  await mediator.get('dispute.draft', await draftOf(community, id));
  const { agreement } = await mediator.get('dispute.open', { id });
  for (const side of ['applicant', 'respondent'] as const) {
    await mediator.get('dispute.sign', { id, digest: agreement?.digest ?? '', side, how: 'spoken' });
  }
}

/** Written and signed by both before the mediator: the seal is still to come. */
async function signOnPaper(community: Community, id: string): Promise<void> {
  const mediator = community.as('mediator');
  await mediator.get('dispute.draft', { ...(await draftOf(community, id)), form: 'written' });
  const { agreement } = await mediator.get('dispute.open', { id });
  for (const side of ['applicant', 'respondent'] as const) {
    await mediator.get('dispute.sign', { id, digest: agreement?.digest ?? '', side, how: 'paper', file: await sentBy(mediator) });
  }
}

/** The mediator signs and seals it. */
export async function seal({ as }: Community, id: string, name: 'mediator' | 'mediator2' = 'mediator'): Promise<DisputeSummary> {
  return as(name).get('dispute.seal', { id, isSealed: true, file: await sentBy(as(name), 'signature') });
}
