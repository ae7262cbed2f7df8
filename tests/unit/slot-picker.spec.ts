import type { SessionSlot } from '../../typings/contract/dispute';
import { dayChips, proposalNote, proposedSlot, timeChips, type SlotSearch } from '../../miniprogram/features/dispute/components/slot-picker/slot-picker.view';
import { HOUR, dayAndTime } from '../../miniprogram/domain/time/format';

/** A Tuesday, 16:35. */
const now = Date.parse('2026-03-03T16:35:00+08:00');
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const slot = (text: string, more: Partial<SessionSlot> = {}): SessionSlot => ({
  startAt: at(text), endAt: at(text) + HOUR, room: '调解室', mediator: '白秀兰', mediatorId: 'bai', ...more,
});
const searchFor = (more: Partial<SlotSearch> = {}): SlotSearch => ({
  now, slots: [], rooms: ['调解室', '会议室', '上门'], mediatorId: 'ding', disputeId: 'd1', source: 'app', colour: 'blue', ...more,
});
const takenAt = (search: SlotSearch, room: string) =>
  Object.fromEntries(timeChips(search, at('2026-03-04 00:00'), room).filter(({ taken }) => taken !== '').map(({ time, taken }) => [time, taken]));

test('today stands first, and mediation days are marked', () => {
  const days = dayChips(now);
  expect(days.slice(0, 4).map(({ weekday }) => weekday)).toEqual(['今天', '明天', '周四', '周五']);
  expect(days.filter(({ isMediationDay }) => isMediationDay).map(({ day }) => day)).toEqual(['3月3日', '3月6日', '3月10日', '3月13日']);
});

test('an hour in a room also keeps the half hour before it from starting', () => {
  expect(takenAt(searchFor({ slots: [slot('2026-03-04 10:00')] }), '调解室')).toEqual({ '9:30': '有人用', '10:00': '有人用', '10:30': '有人用' });
});

test('another room is free meanwhile, and somebody’s home always is', () => {
  const search = searchFor({ slots: [slot('2026-03-04 10:00', { room: '上门' })] });
  expect([takenAt(search, '会议室'), takenAt(search, '上门')]).toEqual([{}, {}]);
});

test('a mediator is in one place at a time, whatever the room', () => {
  const search = searchFor({ slots: [slot('2026-03-04 10:00', { mediatorId: 'ding', room: '上门' })] });
  expect(takenAt(search, '会议室')).toEqual({ '9:30': '您有约', '10:00': '您有约', '10:30': '您有约' });
});

test('the own earlier time is no obstacle to moving it', () => {
  expect(takenAt(searchFor({ slots: [slot('2026-03-04 10:00', { disputeId: 'd1', mediatorId: 'ding' })] }), '调解室')).toEqual({});
});

test('what has passed cannot be had', () => {
  const today = timeChips(searchFor(), now, '调解室').filter(({ taken }) => taken === '');
  expect(today.map(({ time }) => time)).toEqual(['17:00', '17:30']);
});

test.each([
  ['110', 'yellow', '3月6日 9:00'],
  ['110', 'red', '3月3日 17:00'],
  ['app', 'blue', '3月3日 17:00'],
] as const)('%s and %s: %s is proposed', (source, colour, words) => {
  const proposed = proposedSlot(searchFor({ source, colour }));
  expect(proposed && dayAndTime(proposed.startAt)).toBe(words);
});

test('the proposal goes around what is taken: another room at that hour', () => {
  const proposed = proposedSlot(searchFor({ source: '110', colour: 'blue', slots: [slot('2026-03-06 09:00')] }));
  expect(proposed).toEqual({ startAt: at('2026-03-06 09:00'), room: '会议室' });
});

test('it says why that day', () => {
  expect(proposalNote(searchFor({ source: '110' }))).toBe('110转来的，先排在最近的调解日。');
  expect(proposalNote(searchFor({ source: '110', now: at('2026-03-05 18:10') }))).toBe('明天的调解已截止，最近可约3月10日 周二。');
  expect(proposalNote(searchFor())).toBe('');
});
