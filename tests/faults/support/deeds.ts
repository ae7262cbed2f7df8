/** Deeds that are to be done exactly once, whatever happens on the way: what leads to each, and what it leaves behind. */
import type { Message } from '../../../cloudfunctions/_kit/collections';
import { DAY } from '../../../miniprogram/domain/time/format';
import type { ActionName, Reply } from '../../../typings/contract/actions';
import type { DisputeSummary } from '../../../typings/contract/dispute';
import { type Community, type Name } from '../../support/community';
import { aDispute, draftOf, freeHour, noise, safe } from '../../support/disputes';
import { faultsOf, readCase } from '../../properties/support/cases';

/** One thing that somebody wants done, sent as often as it takes under one id. */
export interface Deed {
  readonly by: Name;
  readonly action: ActionName;
  readonly input: object;
  readonly attemptId: string;
  /** The case, when it is there already, and its events before. */
  readonly caseId?: string;
  readonly before: number;
  /** Events that the deed leaves: the last signature makes the agreement hold at once. */
  readonly events: number;
}

export const deeds: Readonly<Record<'file' | 'triage' | 'schedule' | 'sign', (community: Community) => Promise<Deed>>> = {
  async file() {
    const attemptId = crypto.randomUUID();
    return { by: 'resident', action: 'dispute.file', input: { ...noise, story: `只说一次：${attemptId}` }, attemptId, before: 0, events: 1 };
  },
  async triage(community) {
    const caseId = await aDispute(community);
    return { by: 'officer', action: 'dispute.triage', input: { id: caseId, colour: 'blue', danger: safe, track: 'people' }, attemptId: crypto.randomUUID(), caseId, before: 1, events: 1 };
  },
  async schedule(community) {
    scheduled ??= aDispute(community, 'scheduled');
    const caseId = await scheduled; // the same one every time: it is moved to another hour
    const { document } = await readCase(community.cloud, caseId);
    const startAt = (await freeHour(community)) + 30 * DAY;
    return { by: 'mediator', action: 'dispute.schedule', input: { id: caseId, startAt, room: '调解室', hasNoConflict: true }, attemptId: crypto.randomUUID(), caseId, before: document.version, events: 1 };
  },
  async sign(community) {
    const mediator = community.as('mediator');
    const caseId = await aDispute(community, 'mediating');
    await mediator.get('dispute.draft', await draftOf(community, caseId));
    const digest = (await mediator.get('dispute.open', { id: caseId })).agreement?.digest ?? '';
    const { version } = await mediator.get('dispute.sign', { id: caseId, digest, side: 'applicant', how: 'spoken' });
    return { by: 'mediator', action: 'dispute.sign', input: { id: caseId, digest, side: 'respondent', how: 'spoken' }, attemptId: crypto.randomUUID(), caseId, before: version, events: 3 };
  },
};

let scheduled: Promise<string> | undefined;

export function send({ as }: Community, { by, action, input, attemptId }: Deed): Promise<Reply<DisputeSummary>> {
  return as(by).ask(action, input, { attemptId }) as Promise<Reply<DisputeSummary>>;
}

/** What the deed has left so far: nothing, or all of it; throws for anything between. */
export async function traceOf(community: Community, deed: Deed): Promise<'nothing' | 'all'> {
  const { database } = community.cloud;
  const attempts = await database.collection('attempts').doc(`${deed.action}:${community.idOf(deed.by)}:${deed.attemptId}`).get();
  const caseId = deed.caseId ?? (await findFiled(community, deed.attemptId));
  if (caseId === undefined) {
    expect(attempts.data).toEqual([]);
    return 'nothing';
  }
  const { document, history } = await readCase(community.cloud, caseId);
  expect(faultsOf({ document, history })).toEqual([]);
  const isDone = history.length > deed.before;
  expect(history).toHaveLength(deed.before + (isDone ? deed.events : 0));
  expect(attempts.data).toHaveLength(isDone ? 1 : 0);
  const known = history.map(({ _id }) => _id);
  expect((await messagesOf(community, caseId)).filter(({ about }) => !known.includes(about))).toEqual([]);
  if (document.facts.session && document.state === 'scheduled') {
    const { data } = await database.collection('bookings').where({ _id: database.command.in([...document.facts.session.bookingIds]) }).get();
    expect((data as { caseId: string }[]).map((booking) => booking.caseId)).toEqual(document.facts.session.bookingIds.map(() => caseId));
  }
  return isDone ? 'all' : 'nothing';
}

/** Who was told by the deed, each as often as told: `+1 <person>` for its first event. */
export async function toldBy(community: Community, deed: Deed): Promise<string[]> {
  const caseId = deed.caseId ?? (await findFiled(community, deed.attemptId));
  const messages = caseId === undefined ? [] : await messagesOf(community, caseId);
  return messages
    .map(({ about, to }) => ({ version: Number(about.slice(about.lastIndexOf(':') + 1)), to }))
    .filter(({ version }) => version > deed.before && version <= deed.before + deed.events)
    .map(({ version, to }) => `+${version - deed.before} ${to}`)
    .sort();
}

async function messagesOf({ cloud: { database } }: Community, caseId: string): Promise<{ about: string; to: string }[]> {
  const { gt, lt } = database.command;
  const { data } = await database.collection('messages').where({ _id: gt(`${caseId}:`).and(lt(`${caseId};`)) }).limit(1000).get();
  return (data as Message[]).map(({ _id, to }) => ({ about: _id.slice(0, -to.length - 1), to }));
}

/** The case that was filed under this attempt; throws when there are two. */
async function findFiled({ cloud: { database } }: Community, attemptId: string): Promise<string | undefined> {
  const { data } = await database.collection('disputes').where({ _id: database.command.gt(''), 'facts.story': `只说一次：${attemptId}` }).get();
  expect(data.length).toBeLessThan(2);
  return (data[0] as { _id: string } | undefined)?._id;
}
