/** 司法确认 judicial confirmation: until when both may ask a court, and what no court confirms. */
import { paperOnly } from '../dispute/guards';
import { DAY, startOfDay } from '../time/format';
import { agreedAt, type PaperRecord } from './record';

/** Calendar days from the day on which the agreement took effect (人民调解法 第33条). */
const confirmationDays = 30;

/** The last moment of the thirtieth day; nothing before the agreement holds. */
export function lastDayToApply(record: PaperRecord): number | undefined {
  const from = agreedAt(record);
  return from === undefined ? undefined : startOfDay(from) + (confirmationDays + 1) * DAY - 1;
}

/** Why both cannot ask for it any more, or never could. */
export function canStillApply(record: PaperRecord): (string | false)[] {
  const last = lastDayToApply(record);
  return [
    last !== undefined && record.now > last && '协议生效已经超过30天，不能再申请司法确认了（人民调解法 第33条）。',
    paperOnly(record.facts) !== undefined && '涉及婚姻、收养、继承的，法院不受理这种确认（司法确认规定 第4条）。',
  ];
}
