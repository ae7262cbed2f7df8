/** `npm run soak`: generated stories, races and crashes for as long as wanted. `JIAAN_SOAK_MINUTES` (30) is the most that one property takes. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const words = ['--config', 'tests/jest.config.cjs', '--selectProjects', 'properties', 'faults', '--maxWorkers', '2', ...(process.argv.length > 2 ? ['--testPathPatterns', ...process.argv.slice(2)] : [])];
const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), ...words], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, JIAAN_SOAK: '1' } });
process.exit(status ?? 1);
