/** The browser of the journeys: the one that `node local/setup.mjs --browser` found or installed. */
import { findChrome } from '../../local/setup/chrome.cjs';

/** For Playwright's `chromium.launch({ executablePath, args })`. */
export function chromeSettings(): { executablePath: string; args: string[] } {
  const executablePath = findChrome();
  if (!executablePath) throw new Error('No Chrome or Chromium here: run `node local/setup.mjs --browser`, which says how to get one.');
  return { executablePath, args: FLAGS };
}

/** Quiet, without a sandbox (a container's root has none), and asking nobody outside. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
