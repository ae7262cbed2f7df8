/** The post of every story, with its carers and its four children: made once, and put back before each. */
import { HOUR, MINUTE } from '../../../miniprogram/domain/time/format';
import { comeToWork, openPost, registerChild, vet } from '../../support/childcare';
import type { Community, Name } from '../../support/community';
import { CAPACITY, MIDNIGHT, minutesOf, times as bookable, type CareModel } from './care-model';

const NOON = MIDNIGHT + 12 * HOUR;
/** Three seconds past the hour: nothing falls on the very end of a term. */
const BEGINNING = MIDNIGHT + 14 * HOUR + 3_000;
const guardiansOf = { mai: ['resident', 'neighbour'], dou: ['resident'], liu: ['volunteer'], tang: ['carer2'] } as const satisfies Readonly<Record<string, readonly Name[]>>;
export const displayNames: Readonly<Record<string, string>> = { resident: '韦德顺', neighbour: '邻居阿姨', volunteer: '骆长根', carer2: '柳文静' };

export interface Template {
  readonly community: Community;
  readonly postId: string;
  readonly childIds: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, object[]>>;
}

export async function prepare(community: Community): Promise<Template> {
  const { as, cloud } = community;
  for (const [n, name] of (['volunteer', 'carer2'] as const).entries()) await as(name).get('identity.saveProfile', { phone: `1390000007${n}` });
  const post = await openPost(community, { seats: CAPACITY });
  const times = Object.values(bookable).map(({ startAt, endAt }) => ({ fromMinute: (startAt - MIDNIGHT) / MINUTE, untilMinute: (endAt - MIDNIGHT) / MINUTE }));
  await as('leader').get('childcare.savePost', { ...post, times });
  await comeToWork(community, post);
  await vet(community, post.id, 'officer');
  const childIds: Record<string, string> = {};
  for (const [child, [guardian]] of Object.entries(guardiansOf)) childIds[child] = (await registerChild(community, guardian, { nickname: child })).id;
  const { code } = await as('resident').get('childcare.addGuardian', { id: childIds.mai!, guardian: { name: displayNames.neighbour!, kinship: 'father', phone: '13900000022' }, word: '石桥' });
  await as('neighbour').get('childcare.joinGuardian', { code, word: '石桥' });
  const documents = Object.fromEntries(await Promise.all((['children', 'careRosters', 'events'] as const).map(async (name) => [name, (await cloud.database.collection(name).where({ _id: cloud.database.command.gt('') }).limit(1000).get()).data as object[]] as const)));
  return { community, postId: post.id, childIds, documents };
}

export function beginning(): CareModel {
  const child = (guardians: readonly Name[]): CareModel['children'][string] => ({
    guardians: [...guardians], persons: [{ name: '外婆', addedBy: guardians[0]!, from: NOON + minutesOf('newPerson') }], bars: [], consent: { since: NOON }, hasClass: true, hasWord: false, cards: 0, wrongWords: 0,
  });
  return {
    now: BEGINNING,
    children: Object.fromEntries(Object.entries(guardiansOf).map(([name, guardians]) => [name, child(guardians)])),
    visits: {}, queues: { early: [], across: [], late: [] },
    carers: [{ name: 'carer', since: NOON }, { name: 'carer2', since: NOON }], vetted: ['carer', 'carer2', 'officer'], ids: {}, names: 1,
  };
}
