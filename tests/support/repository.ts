/** What is in the repository, as a clone would have it: tracked files, and new ones that git does not ignore. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** Paths from the root, with `/`. */
export function listFiles(): string[] {
  // safe.directory: a checkout in a container often belongs to another user
  const words = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 }).split('\0').filter(Boolean);
  return [...new Set(files)].filter((file) => existsSync(join(ROOT, file))).sort();
}

export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

export function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}
