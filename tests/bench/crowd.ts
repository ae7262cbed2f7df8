/** Fills a community's database: many other disputes in the same place and on the same desks, with their events and messages. */
import type { RingUp } from '../../cloudfunctions/_kit/collections';
import { callListOf } from '../../cloudfunctions/_kit/outbox';
import { COMMUNITY, type Community } from '../support/community';
import { aDispute } from '../support/disputes';

/** Documents of one `add`. */
const BATCH = 500;

/** Copies of disputes in three states, from number `first` up to `upTo`; each with an event, a message and, one in ten, a person. Every other message is one that the officer never reads, one in ten a call that nobody makes. */
export async function fillUpTo(community: Community, first: number, upTo: number): Promise<void> {
  const { database } = community.cloud;
  const patterns = await (known.get(community) ?? known.set(community, patternsOf(community)).get(community)!);
  for (let start = first; start < upTo; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, upTo - start) }, (_, n) => start + n);
    const add = (collection: string, documents: object[]) => (documents.length > 0 ? database.collection(collection).add(documents) : undefined);
    const [cases, events, messages, users] = (['dispute', 'event', 'message', 'user'] as const).map((kind) => numbers.map((n) => patterns[n % patterns.length]![kind](n)));
    await add('disputes', cases!);
    await add('events', events!);
    await add('messages', messages!);
    await add('users', users!.filter((_, n) => n % 10 === 0));
  }
}

function receivedBy(n: number, officer: unknown): object {
  if (n % 2 === 0) return { to: officer };
  if (n % 10 !== 1) return { to: `person${n}` };
  return { to: callListOf(COMMUNITY, 'applicant'), ring: { caseId: `copy${n}`, side: 'applicant', community: COMMUNITY } satisfies RingUp };
}

type Copy = (n: number) => object;

/** Made before there is a crowd: among so many of one kind a new one would be red. */
const known = new WeakMap<Community, ReturnType<typeof patternsOf>>();

/** One open case at the beginning, one with the mediator, one that is closed: how each is copied. */
async function patternsOf(community: Community): Promise<Record<'dispute' | 'event' | 'message' | 'user', Copy>[]> {
  const { database } = community.cloud;
  const one = async (collection: string, id: string) => (await database.collection(collection).doc(id).get()).data[0] as Record<string, unknown>;
  const { data: messages } = await database.collection('messages').where({ to: community.idOf('officer') }).orderBy('key', 'desc').limit(1).get();
  const message = messages[0] as Record<string, unknown>;
  const user = await one('users', community.idOf('neighbour'));
  const patterns = [];
  for (const state of ['submitted', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned', 'closed'] as const) {
    const id = await aDispute(community, state);
    const [dispute, event] = [await one('disputes', id), await one('events', `${id}:1`)];
    const key = (n: number, of: unknown) => `${String(of).slice(0, 15)}:copy${n}`;
    patterns.push({
      dispute: (n: number) => ({ ...dispute, _id: `copy${n}`, number: `副本${n}`, people: [`person${n}`], openedKey: key(n, dispute.openedKey), dueKey: key(n, dispute.dueKey), urgentKey: key(n, dispute.urgentKey), tickKey: key(n, '253402300799000'), changedKey: key(n, '000000000000000') }),
      event: (n: number) => ({ ...event, _id: `copy${n}:1`, caseId: `copy${n}` }),
      message: (n: number) => ({ ...message, _id: `copy${n}:1:x`, ...receivedBy(n, message.to), key: key(n, message.key) }),
      user: (n: number) => ({ ...user, _id: `person${n}`, joinedKey: key(n, user.joinedKey), phoneIndex: `copy${n}` }),
    });
  }
  return patterns;
}
