/**
 * Makes a fresh clone ready: right Node, packages, TDesign; with --browser also Chrome and a Chinese font.
 * `prestart` and `pretest` run it before node_modules exists, so it has no dependency. Nothing to do costs < 100 ms.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './setup/browser.cjs';
import { packComponents } from './setup/components.cjs';
import { installPackages } from './setup/packages.cjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

checkNode();
try {
  installPackages(root);
} catch {
  stop('`npm ci` failed: see its message above.');
}
packComponents(root);
if (process.argv.includes('--browser')) {
  const missing = provideBrowser();
  if (missing) stop(missing);
}

/** The one minimum version is the one in package.json's `engines`. */
function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = engines.node.replace(/[^\d.]/g, '').split('.').map(Number);
  const found = process.versions.node.split('.').map(Number);
  const isOld = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < (wanted[1] ?? 0));
  if (isOld) stop(`Jia'an needs Node ${wanted.join('.')} or newer; this is Node ${process.versions.node}.`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
