/** `npm run build`: everything under dist/, from nothing or anew, in about a second. */
import { join } from 'node:path';
import { buildFunctions } from './build/functions';
import { drawLetterCard } from './build/letter-card';
import { buildBrowserApp, buildFunctionWorker } from './build/local';
import { drawTabIcons } from './build/tab-icons';
import { buildVendor } from './build/vendor';
import { packComponents } from './setup/components.cjs';

const ROOT = join(__dirname, '..');

/**
 * Builds the cloud functions, the phone's vendor files and icons, and the mini-program for the browser.
 * Throws on the first error, and on any warning about our own templates.
 */
export async function buildAll(root = ROOT): Promise<void> {
  packComponents(root);
  await Promise.all([buildVendor(root), drawTabIcons(root), drawLetterCard(root)]); // the other steps read what these write
  await Promise.all([buildFunctions(root), buildFunctionWorker(root), buildBrowserApp(root)]);
}

if (require.main === module) {
  buildAll().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
