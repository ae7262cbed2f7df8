/** The demo community on a folder that has nothing yet. */
import { type Cloud, emptyDataFolder } from '../cloud';
import { foundingOf } from '../founding';
import { seedDemo } from '../seed';

/** Where a data folder remembers how far its demo community is. */
const SETTING = 'demo';

/**
 * Gives the cloud, with the demo community where it is wanted and nothing is there yet. A start that was cut off
 * while it made the community is done again from nothing: nobody had been shown that data.
 */
export async function makeDemo(cloud: Cloud, options: { dataDir: string; isWanted: boolean; start: () => Promise<Cloud> }): Promise<Cloud> {
  let ready = cloud;
  if (ready.settings.read(SETTING) === 'unfinished') {
    console.log('The last start ended while it made the demo community. It is made again.');
    await ready.stop();
    emptyDataFolder(options.dataDir);
    ready = await options.start();
  }
  if (ready.settings.read(SETTING) === undefined && isEmpty(ready)) await fill(ready, options.isWanted);
  return ready;
}

async function fill(cloud: Cloud, isWanted: boolean): Promise<void> {
  cloud.settings.save(SETTING, 'unfinished');
  if (isWanted) await seedDemo(cloud);
  else await foundEmpty(cloud);
  await cloud.database.settled();
  cloud.settings.save(SETTING, isWanted ? 'made' : 'none');
}

/** Nobody and nothing but a station, and the code that makes its first admin. */
async function foundEmpty(cloud: Cloud): Promise<void> {
  const { code, documents } = foundingOf('派出所', cloud.keys.JIAAN_INDEX_KEY ?? '', cloud.clock.now());
  for (const [collection, document] of Object.entries(documents)) await cloud.database.insert(collection, [document]);
  console.log(`\nAn empty community. Its first admin enters this code under 我的 → 邀请码 (good for seven days): ${code}`);
}

function isEmpty(cloud: Cloud): boolean {
  return cloud.database.names().every((name) => cloud.database.size(name) === 0);
}
