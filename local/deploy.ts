/**
 * `npm run deploy -- --env <id> [--dry-run]`: database, functions and timers of one CloudBase environment.
 * `npm run deploy -- --make-keys` prints new secrets, once; `--found <station>` makes the first two documents. Never tried against the real service: read the plan first.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build';
import { applyPlan } from './deploy/apply';
import { makePlan, toCloudbaserc } from './deploy/plan';
import { foundingOf } from './founding';

const ROOT = join(__dirname, '..');
const USAGE = 'Usage: npm run deploy -- --env <environment id> [--dry-run]   or   npm run deploy -- --make-keys   or   npm run deploy -- --found <name of the station>';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'make-keys': { type: 'boolean' }, found: { type: 'string' } } });
  if (values['make-keys']) {
    printKeys();
    return;
  }
  if (values.found) {
    writeFounding(values.found);
    return;
  }
  if (!values.env || !/^[\w-]+$/.test(values.env)) throw new Error(USAGE);

  const plan = makePlan(ROOT, values.env, process.env);
  await buildAll();
  const folder = outputFolder();
  writeFileSync(join(folder, 'plan.json'), `${JSON.stringify(plan, null, 2)}\n`);
  writeFileSync(join(folder, 'cloudbaserc.json'), `${JSON.stringify(toCloudbaserc(plan), null, 2)}\n`);
  console.log(`Plan for ${plan.environment}: ${plan.collections.length} collections, ${plan.functions.length} functions → dist/deploy/`);

  if (!values['dry-run']) {
    await applyPlan(ROOT, plan, process.env, (line) => {
      console.log(line);
    });
    keepEnvironment(plan.environment);
  }
  console.log(`By hand, once:\n${plan.byHand.map((step) => `  - ${step}`).join('\n')}`);
}

function outputFolder(): string {
  const folder = join(ROOT, 'dist/deploy');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A station and its first admin's invitation, as the console's import takes them. The code is shown here and nowhere else. */
function writeFounding(station: string): void {
  const { JIAAN_INDEX_KEY: indexKey } = process.env;
  if (!indexKey) throw new Error('Not set: JIAAN_INDEX_KEY.');
  const { code, documents } = foundingOf(station, indexKey, Date.now());
  for (const [collection, document] of Object.entries(documents)) writeFileSync(join(outputFolder(), `${collection}.json`), `${JSON.stringify(document)}\n`);
  console.log(`Import dist/deploy/places.json and dist/deploy/invitations.json into the collections of those names.\nThe first admin's code, good for seven days: ${code}`);
}

/** The phone must call the environment that was just deployed. */
function keepEnvironment(id: string): void {
  const text = `/** The CloudBase environment that this build belongs to; '' means the account's default. \`npm run deploy -- --env <id>\` writes it. */\nexport const environmentId: string = '${id}';\n`;
  writeFileSync(join(ROOT, 'miniprogram/platform/environment.ts'), text);
}

/** They go where secrets are kept, and from there into the environment of whoever deploys. Lost keys mean lost data. */
function printKeys(): void {
  const key = () => randomBytes(32).toString('base64');
  console.log(`JIAAN_VAULT_KEY_ID=${new Date().toISOString().slice(0, 10).replaceAll('-', '')}\nJIAAN_VAULT_KEY=${key()}\nJIAAN_INDEX_KEY=${key()}\nJIAAN_AUDIT_KEY=${key()}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
