/** Are the installed packages those of package-lock.json? Plain JavaScript: it runs before node_modules exists. */
const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Runs `npm ci` unless node_modules already holds what the lock file asks for.
 * npm writes the list it installed to node_modules/.package-lock.json as its last step, so a broken-off install has none.
 * @param {string} root
 * @returns {boolean} whether anything was installed
 */
function installPackages(root) {
  if (arePackagesCurrent(root)) return false;
  console.log('Installing packages (npm ci) …');
  const { npm_execpath: npm } = process.env;
  // Within `npm run` the path of npm's own script is known; elsewhere Windows finds npm.cmd only through a shell.
  // No package here needs its install script (esbuild, swc and unrs-resolver ship binaries); skipping them is quicker and safer.
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  if (npm && /\.c?js$/.test(npm)) execFileSync(process.execPath, [npm, ...flags], options);
  else execFileSync('npm', flags, { ...options, shell: process.platform === 'win32' });
  return true;
}

/** @param {string} root */
function arePackagesCurrent(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(record);
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    // A binary for another system is in the lock file and not on the disk.
    const isMissing = installed[path] === undefined;
    return isMissing ? optional === true || devOptional === true : installed[path].version === version;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

module.exports = { installPackages, arePackagesCurrent };
