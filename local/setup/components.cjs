/** Puts TDesign where DevTools' "Build npm" would: phone, browser host and page tests read the same files. */
const { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const PACKAGE = 'tdesign-miniprogram';

/**
 * Copies the components once a version.
 * @param {string} root
 * @returns {boolean} whether anything was copied
 */
function packComponents(root) {
  const source = join(root, 'node_modules', PACKAGE);
  const target = join(root, 'miniprogram/miniprogram_npm', PACKAGE);
  const stamp = join(root, '.cache', `${PACKAGE}.version`);
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  if (existsSync(join(target, 'button/button.wxml')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return false;

  rmSync(target, { recursive: true, force: true });
  cpSync(join(source, 'miniprogram_dist'), target, { recursive: true });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, version); // last, so that a copy broken off is made again
  return true;
}

module.exports = { packComponents };
