/** The processes of functions: those that a cloud of a test has started, and no others. */
import { execFileSync } from 'node:child_process';
import type { LocalCloud } from '../../support/local-cloud';

/** Ends every function process of this cloud, in the middle of whatever it does (kill -9). Gives how many there were. */
export function killFunctions({ pid }: LocalCloud): number {
  if (pid === undefined) return 0;
  const workers = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...words]) => Number(parent) === pid && words.some((word) => word.endsWith('function-worker.cjs')))
    .map(([worker]) => Number(worker));
  for (const worker of workers) process.kill(worker, 'SIGKILL');
  return workers.length;
}
