/** Brings an environment to the plan through @cloudbase/manager-node 5.6. Every step may be run again. */
import { join } from 'node:path';
import type { Plan, PlannedCollection, PlannedFunction } from './plan';

/** The part of the package that is used. It is installed by hand: 190 packages that only a deployment needs. */
interface Manager {
  readonly database: {
    createCollectionIfNotExists(name: string): Promise<unknown>;
    checkIndexExists(collection: string, index: string): Promise<{ Exists: boolean }>;
    updateCollection(collection: string, changes: { CreateIndexes: NewIndex[] }): Promise<unknown>;
  };
  readonly functions: {
    createFunction(wanted: { func: object; functionRootPath: string; force: boolean }): Promise<unknown>;
  };
  commonService(): { call(call: { Action: string; Param: object }): Promise<unknown> };
}

interface NewIndex {
  IndexName: string;
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: '1' | '-1' }[] };
}

export const MANAGER_PACKAGE = '@cloudbase/manager-node@5.6.5';

/**
 * @param variables values for the functions, by the names that the plan lists
 * @throws when the package, a secret or a variable is missing, and whatever the service refuses
 */
export async function applyPlan(root: string, plan: Plan, variables: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const missing = [...plan.variables, 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'].filter((name) => !variables[name]);
  if (missing.length > 0) throw new Error(`Not set: ${missing.join(', ')}.`);
  const manager = await connect(plan.environment, variables);
  for (const collection of plan.collections) {
    await provideCollection(manager, plan.environment, collection);
    say(`collection ${collection.name}, ${collection.indexes.length} indexes`);
  }
  const envVariables = Object.fromEntries(plan.variables.map((name) => [name, variables[name] ?? '']));
  for (const planned of plan.functions) {
    await provideFunction(manager, join(root, 'dist/cloudfunctions'), planned, envVariables);
    say(`function ${planned.name}`);
  }
}

async function connect(envId: string, { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey }: NodeJS.ProcessEnv): Promise<Manager> {
  const name: string = MANAGER_PACKAGE.replace(/@[\d.]+$/, ''); // not a literal: the compiler must not look for it
  try {
    const { default: CloudBase } = (await import(name)) as { default: new (settings: object) => Manager };
    return new CloudBase({ secretId, secretKey, envId });
  } catch (cause) {
    throw new Error(`Deployment needs ${MANAGER_PACKAGE}: run \`npm install --no-save ${MANAGER_PACKAGE}\` first.`, { cause });
  }
}

async function provideCollection(manager: Manager, environment: string, { name, access, indexes }: PlannedCollection): Promise<void> {
  await manager.database.createCollectionIfNotExists(name);
  // Closed before anything is written to it
  await manager.commonService().call({ Action: 'ModifyDatabaseACL', Param: { EnvId: environment, CollectionName: name, AclTag: access } });
  for (const index of indexes) {
    const { Exists: exists } = await manager.database.checkIndexExists(name, index.name);
    if (exists) continue;
    const keys = index.fields.map(([field, direction]) => ({ Name: field, Direction: direction === 1 ? ('1' as const) : ('-1' as const) }));
    await manager.database.updateCollection(name, { CreateIndexes: [{ IndexName: index.name, MgoKeySchema: { MgoIsUnique: index.unique, MgoIndexKeys: keys } }] });
  }
}

async function provideFunction(manager: Manager, functionRootPath: string, planned: PlannedFunction, envVariables: Record<string, string>): Promise<void> {
  await manager.functions.createFunction({ func: { ...planned, envVariables }, functionRootPath, force: true });
}
