import * as v from 'valibot';
import { ulid } from 'ulid';
import { communityOf } from '../../../miniprogram/domain/dispute/place';
import { holds } from '../../../miniprogram/domain/dispute/relations';
import { longestStay } from '../../../miniprogram/domain/childcare/policy';
import { preparedCommand } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { orderKey } from '../../_kit/database';
import { badField, Refusal } from '../../_kit/errors';
import { count, id, text } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { postView } from '../posts';
import { careRosterOf, write } from '../rosters';
import { markTimes } from '../slots';

const MINUTES_A_DAY = 24 * 60;
const minute = v.pipe(v.number('请选时间。'), v.integer('请选时间。'), v.minValue(0, '请选时间。'), v.maxValue(MINUTES_A_DAY, '请选时间。'));
const time = v.object({ fromMinute: minute, untilMinute: minute });

/** Whoever runs the station says where children can be, when, and how many. Times that are booked stay as they are. */
export const savePost = preparedCommand('childcare.savePost', {
  input: v.object({
    id: v.exactOptional(id),
    name: text('名字', 20),
    placeId: id,
    address: text('地址', 50),
    areaM2: count('面积', 2000),
    seats: count('座位', 200),
    times: v.pipe(v.array(time), v.minLength(1, '至少一个时段。'), v.maxLength(6, '时段太多了。')),
    weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1, '请选周几开放。')),
  }),
  allow: inOffice('leader', 'admin'),
  prepare: ({ now }, { id: postId }) => Promise.resolve({ postId, now }),
  async run({ caller, db, now }, { id: postId, placeId, times, ...told }) {
    const place = await db.get(collections.places, placeId);
    if (!place || !(['leader', 'admin'] as const).some((role) => holds(caller, role, place.path))) throw new Refusal('NOT_FOUND', { message: '请选您管的社区。' });
    if (communityOf(place) === '') throw badField('placeId', '请选一个社区里的地方。');
    const wrong = times.some(({ fromMinute, untilMinute }) => untilMinute <= fromMinute || untilMinute - fromMinute > longestStay);
    if (wrong) throw badField('times', `每个时段要有头有尾，最长 ${longestStay} 分钟。`);
    const found = postId === undefined ? undefined : await db.get(collections.carePosts, postId);
    if (postId !== undefined && (!found || !(['leader', 'admin'] as const).some((role) => holds(caller, role, found.path)))) throw new Refusal('NOT_FOUND');
    const _id = found?._id ?? ulid(now);
    const post = { _id, ...told, times, placeId, path: place.path, community: communityOf(place), key: found?.key ?? orderKey(now, _id) };
    if (found) await db.replace(collections.carePosts, post);
    else await db.create(collections.carePosts, post);
    const { name, areaM2, seats } = told;
    await write(db, { ...(await careRosterOf(db, _id)), name, areaM2, seats, path: place.path, key: post.key });
    return postView(post);
  },
  async afterwards({ postId, now }) {
    if (postId !== undefined) await markTimes(postId, now);
  },
});
