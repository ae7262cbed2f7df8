/**
 * The demo community: 桐花里 on a Tuesday at 16:35. Everything goes through the functions that people use, on a clock
 * that begins two months earlier, so that histories, promises, messages and calendars are what they would be.
 */
import type { OutputOf } from '../../typings/contract/actions';
import type { Cloud } from '../cloud';
import { foundingOf } from '../founding';
import { personas } from '../personas';
import type { Actor } from './actor';
import { calendarAround, demoMoment } from './moment';
import { gatherPeople, joinAdmin, type People } from './people';
import { fireTimers, goOnTo, stageOf, tell } from './stage';
import { storiesOfChildcare } from './stories-childcare';
import { storiesOfHazards } from './stories-hazards';
import { storiesBeside } from './stories-beside';
import { storiesNow } from './stories-now';
import { storiesPast } from './stories-past';
import { storiesOfSecurity } from './stories-security';
import { makeTerritory } from './territory';

/** How long the demo's history is, in days. */
const HISTORY = 60;
/** The longest deadline of the demo, in days after its Tuesday. */
const OUTLOOK = 60;

/** Makes the demo community on an empty cloud and leaves the clock at its Tuesday. Throws when any step is refused. */
export async function seedDemo(cloud: Cloud, now = Date.now()): Promise<void> {
  const calendar = calendarAround(demoMoment(now));
  await cloud.timers.paused(async () => {
    cloud.clock.moveTo(calendar.ago(HISTORY, '8:30'));
    const admin = await foundCommunity(cloud);
    await enterHolidays(admin, [calendar.ago(HISTORY, '12:00'), calendar.ago(-OUTLOOK, '12:00')]);
    const territory = await makeTerritory(admin);
    const people = await gatherPeople(cloud, admin, territory);
    await tell(cloud, stageOf(calendar, people, territory), [...storiesPast(calendar), ...storiesNow(calendar), ...storiesBeside(calendar), ...storiesOfHazards(calendar), ...storiesOfSecurity(calendar), ...storiesOfChildcare(calendar)]);
    await goOnTo(cloud, calendar.tuesday);
    await fireTimers(cloud);
    await readOldMessages(people, calendar.ago(0, '8:00'));
    cloud.clock.moveTo(calendar.tuesday);
  });
}

/** The station and the first admin's invitation are there before any person is. */
async function foundCommunity(cloud: Cloud): Promise<Actor> {
  const { code, documents } = foundingOf('桐里派出所', cloud.keys.JIAAN_INDEX_KEY ?? '', cloud.clock.now());
  for (const [collection, document] of Object.entries(documents)) await cloud.database.insert(collection, [document]);
  return joinAdmin(cloud, code);
}

/** A year whose holidays are not published yet gets those that never move: deadlines must be countable on any day. */
async function enterHolidays(admin: Actor, moments: readonly number[]): Promise<void> {
  for (const year of new Set(moments.map((at) => new Date(at).getUTCFullYear()))) {
    const { holidays } = await admin.does('identity.holidays', { year });
    if (holidays.length > 0) continue;
    const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
    await admin.does('identity.saveHolidays', { year, holidays: fixed.map((day) => `${year}-${day}`), workdays: [] });
  }
}

/** Whoever can be played has read what came before this morning. */
async function readOldMessages(people: People, morning: number): Promise<void> {
  for (const { id } of personas) {
    const person = people.get(id);
    if (person) await readBefore(person, morning);
  }
}

async function readBefore(person: Actor, morning: number): Promise<void> {
  for (let before: string | undefined = ''; before !== undefined; ) {
    const page: OutputOf<'identity.inbox'> = await person.does('identity.inbox', before === '' ? {} : { before });
    const old = page.messages.filter(({ at, isRead }) => at < morning && !isRead).map(({ id }) => id);
    if (old.length > 0) await person.does('identity.markRead', { ids: old });
    before = page.next;
  }
}
