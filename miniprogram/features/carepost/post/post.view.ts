/** 托管点设置: where, when and how many children. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { CarePost } from '../../../../typings/contract/childcare';
import type { LinkRow } from '../../../components/link-rows/link-rows.view';
import { bookableOf, capacityOf } from '../../../domain/childcare/capacity';
import { areaPerChild, emergencySeats, fewestAdults, longestStay } from '../../../domain/childcare/policy';

export interface TimeForm {
  /** `15:40` */
  readonly from: string;
  readonly until: string;
}

export interface PostForm {
  readonly id: string;
  readonly name: string;
  readonly placeId: string;
  readonly address: string;
  readonly area: string;
  readonly seats: string;
  readonly times: readonly TimeForm[];
  readonly weekdays: readonly number[];
}

export const weekdayChips = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((label, index) => ({ value: index + 1, label }));
export const newPost: PostForm = { id: '', name: '', placeId: '', address: '', area: '', seats: '', times: [{ from: '15:40', until: '17:00' }], weekdays: [1, 2, 3, 4, 5] };
export const mostTimes = 6;

export function formOf({ id, name, placeId, address, areaM2, seats, times, weekdays }: CarePost): PostForm {
  return { id, name, placeId, address, area: String(areaM2), seats: String(seats), times: times.map(({ fromMinute, untilMinute }) => ({ from: clockOf(fromMinute), until: clockOf(untilMinute) })), weekdays };
}

/** What the numbers come to, said before they are saved. */
export function capacityWords({ area, seats }: PostForm): string {
  const room = { areaM2: Number(area), seats: Number(seats) };
  if (!(room.areaM2 > 0) || !(room.seats > 0)) return '';
  const most = capacityOf(room, Number.MAX_SAFE_INTEGER);
  return `每人 ${areaPerChild} 平方米，最多 ${most} 个孩子；两位大人在，能约 ${bookableOf(room)} 个，留 ${emergencySeats} 个急用。`;
}

export function problemsOf({ name, placeId, address, area, seats, times, weekdays }: PostForm): Record<string, string> {
  const isWrong = times.some(({ from, until }) => minuteOf(until) <= minuteOf(from) || minuteOf(until) - minuteOf(from) > longestStay);
  return {
    ...(name.trim() === '' && { name: '写一个大家叫得出的名字。' }),
    ...(placeId === '' && { placeId: '点一下在哪个小区。' }),
    ...(address.trim() === '' && { address: '写清楚怎么找到，例如：桐花苑南门。' }),
    ...(!(Number(area) > 0) && { areaM2: '孩子能待的地方有多少平方米。' }),
    ...(!(Number(seats) > 0) && { seats: '有几个座位。' }),
    ...((times.length === 0 || isWrong) && { times: `每个时段要有头有尾，最长 ${longestStay} 分钟。` }),
    ...(weekdays.length === 0 && { weekdays: '点一下周几开放。' }),
  };
}

export function inputOf({ id, name, placeId, address, area, seats, times, weekdays }: PostForm): InputOf<'childcare.savePost'> {
  return {
    ...(id !== '' && { id }),
    name: name.trim(),
    placeId,
    address: address.trim(),
    areaM2: Number(area),
    seats: Number(seats),
    times: times.map(({ from, until }) => ({ fromMinute: minuteOf(from), untilMinute: minuteOf(until) })),
    weekdays: [...weekdays],
  };
}

export function linksFor(id: string): LinkRow[] {
  if (id === '') return [];
  return [
    { title: '在岗的大人', page: `/features/carepost/adults/adults?post=${id}`, icon: 'usergroup', note: `要 ${fewestAdults} 位` },
    { title: '接下来几天', page: `/features/carepost/forecast/forecast?post=${id}`, icon: 'chart-bar' },
    { title: '到站名册', page: `/features/carepost/board/board?post=${id}`, icon: 'view-list' },
  ];
}

function clockOf(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
