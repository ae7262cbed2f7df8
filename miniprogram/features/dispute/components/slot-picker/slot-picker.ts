/** 约时间: a strip of days, the room, the half hours. Its `change` carries `{ slot }`: a `ChosenSlot`, or null. */
import { DAY, startOfDay } from '../../../../domain/time/format';
import { dayChips, timeChips, type ChosenSlot, type DayChip, type SlotSearch, type TimeChip } from './slot-picker.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    search: { type: Object, value: null as unknown as SlotSearch },
    /** What is chosen now; a `ChosenSlot`, or null. */
    value: { type: Object, value: null as unknown as ChosenSlot },
  },

  data: {
    days: [] as DayChip[],
    times: [] as TimeChip[],
    rooms: [] as { value: string; label: string }[],
    day: 0,
    /** The day to which the strip scrolls: the one before, so that what is chosen has neighbours. */
    anchor: '',
    room: '',
  },

  observers: {
    'search, value'(search: SlotSearch | null, value: ChosenSlot | null) {
      if (!search) return;
      const day = value ? startOfDay(value.startAt) : this.data.day || startOfDay(search.now);
      const room = value?.room || this.data.room || (search.rooms[0] ?? '');
      this.setData({
        days: dayChips(search.now),
        rooms: search.rooms.map((name) => ({ value: name, label: name })),
        times: timeChips(search, day, room),
        day,
        anchor: day > startOfDay(search.now) + DAY ? `day-${day - DAY}` : '',
        room,
      });
    },
  },

  methods: {
    onDay({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
      this.look(currentTarget.dataset.at, this.data.room);
    },

    onRoom({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.look(this.data.day, detail.value);
    },

    onTime({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
      const startAt = currentTarget.dataset.at;
      const time = this.data.times.find((each) => each.startAt === startAt);
      if (time?.taken === '') this.triggerEvent('change', { slot: { startAt, room: this.data.room } });
    },

    /** Another day or room: what was chosen goes, unless it is just as free in the new room. */
    look(day: number, room: string) {
      const { search, value } = this.data;
      const times = timeChips(search, day, room);
      this.setData({ day, room, times });
      const chosen = (value as ChosenSlot | null)?.startAt;
      const isStillFree = times.some(({ startAt, taken }) => startAt === chosen && taken === '');
      this.triggerEvent('change', { slot: isStillFree ? { startAt: chosen, room } : null });
    },
  },
});
