/** Makes sure that the journeys have a browser and a Chinese font, or says in one sentence how to get them. */
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { findChrome, hasChineseFont } = require('./chrome.cjs');

const HOW = {
  darwin: 'brew install --cask chromium',
  win32: 'winget install Google.Chrome',
  linux: 'sudo apt-get install chromium fonts-noto-cjk (or your system’s packages of these names)',
};

/**
 * @returns {string | undefined} what is missing and how to install it, or nothing when all is there
 */
function provideBrowser() {
  const missing = listMissing();
  if (missing.length === 0) return undefined;
  if (!canInstall()) return sentence(missing);
  const packages = missing.map((thing) => thing.debian);
  console.log(`Installing ${packages.join(' and ')} for the browser tests …`);
  runApt('update');
  runApt('install', '-y', '--no-install-recommends', ...packages);
  const stillMissing = listMissing();
  return stillMissing.length === 0 ? undefined : sentence(stillMissing);
}

function listMissing() {
  const missing = [];
  if (!findChrome()) missing.push({ name: 'Chrome or Chromium', debian: 'chromium' });
  if (!hasChineseFont()) missing.push({ name: 'a Chinese font', debian: 'fonts-noto-cjk' });
  // fc-list itself tells whether a font is there, and belongs to fontconfig.
  if (missing.some(({ debian }) => debian === 'fonts-noto-cjk')) missing.push({ name: 'fontconfig', debian: 'fontconfig' });
  return missing;
}

/** Only where nobody is asked for a password and the system is Debian's kind: a test run never calls sudo. */
function canInstall() {
  const namesOther = process.env.CHROME_PATH !== undefined && process.env.CHROME_PATH !== '' && !findChrome();
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version') && !namesOther;
}

function runApt(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...words], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-15).join('\n'));
}

function sentence(missing) {
  const names = missing.map(({ name }) => name).join(' and ');
  const how = HOW[process.platform] ?? HOW.linux;
  return `The browser tests need ${names}: ${how}; or name a browser with CHROME_PATH.`;
}

module.exports = { provideBrowser };
