/** Timers: seven fields in China's time, on the clock that can be moved. */
import { nextAfter, parseCron } from '../../local/cloud/timers/cron';
import type { LocalCloud } from '../support/local-cloud';
import { probe, startTestCloud } from './support/cloud';
import { until } from '../support/until';

const china = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}+08:00`);

test.each([
  ['0 30 7 * * * *', '2026-03-03 07:29', '2026-03-03 07:30'],
  ['0 30 7 * * * *', '2026-03-03 07:30', '2026-03-04 07:30'],
  ['0 */5 * * * * *', '2026-03-03 07:31', '2026-03-03 07:35'],
  ['0 0 9 * * MON-FRI *', '2026-03-06 09:00', '2026-03-09 09:00'],
  ['0 0 0 1 1 * *', '2026-03-03 00:00', '2027-01-01 00:00'],
  ['0 0 2 29 2 * *', '2026-03-03 00:00', '2028-02-29 02:00'],
  ['0 15,45 8-10 * * * *', '2026-03-03 08:45', '2026-03-03 09:15'],
  ['0 0 6 15 * 0 *', '2026-03-09 00:00', '2026-03-15 06:00'],
])('%s fires after %s at %s', (cron, from, expected) => {
  expect(nextAfter(parseCron(cron), china(from))).toBe(china(expected));
});

test('an expression that cannot be read is refused by name', () => {
  expect(() => parseCron('0 30 7 * * *')).toThrow(/seven fields/);
  expect(() => parseCron('0 61 7 * * * *')).toThrow(/minute "61"/);
});

test('an expression that never comes again has no next time', () => {
  expect(nextAfter(parseCron('0 0 0 1 1 * 2020'), china('2026-01-01 00:00'))).toBeUndefined();
});

describe('on the local cloud', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud({ liveTimers: true });
  });
  afterAll(() => cloud.stop());

  async function fired(): Promise<unknown[]> {
    const { data } = await cloud.database.collection('things').where({ firedBy: 'everyMorning' }).get();
    return data;
  }

  test('moving the clock over many firings fires a timer once, as the platform and as nobody', async () => {
    await cloud.at('2029-05-05 07:00');
    await until(async () => (await fired()).length === 1);
    await cloud.at('2029-06-05 07:31');
    await until(async () => (await fired()).length === 2);
    await cloud.at('2029-06-05 23:00');
    await cloud.runTimers('nothing-due'); // whatever was due has been taken up before this is answered
    expect(await fired()).toEqual([expect.objectContaining({ openid: '' }), expect.objectContaining({ openid: '' })]);
  });

  test('a person who says to be the timer is a person', async () => {
    const before = (await fired()).length;
    await probe(cloud, 'demo-stranger', { do: 'who', Type: 'Timer', TriggerName: 'everyMorning' });
    expect(await fired()).toHaveLength(before + 1);
    expect(await fired()).toContainEqual(expect.objectContaining({ openid: 'demo-stranger' }));
  });

  test('a test fires timers itself and waits for them', async () => {
    const before = (await fired()).length;
    await cloud.runTimers('probe');
    expect(await fired()).toHaveLength(before + 1);
  });
});
