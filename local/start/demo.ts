/** The demo community on a folder that has nothing yet. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, emptyDataFolder } from '../cloud';

/** Where a data folder remembers how far its demo community is. */
const SETTING = 'demo';

interface Seed {
  seedDemo(cloud: Cloud): Promise<void>;
}

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
  if (!isWanted) {
    cloud.settings.save(SETTING, 'none');
    return;
  }
  const seed = await loadSeed();
  if (seed === undefined) return;
  cloud.settings.save(SETTING, 'unfinished');
  await seed.seedDemo(cloud);
  await cloud.database.settled();
  cloud.settings.save(SETTING, 'made');
}

function isEmpty(cloud: Cloud): boolean {
  return cloud.database.names().every((name) => cloud.database.size(name) === 0);
}

/** The seed; undefined while the repository has none. */
async function loadSeed(): Promise<Seed | undefined> {
  const entry = join(__dirname, '../seed/index.ts');
  return existsSync(entry) ? ((await import(entry)) as Seed) : undefined;
}
