/** What a CloudBase environment must hold for this code: read from the sources, so that it cannot lag behind them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectionSpecs } from '../../cloudfunctions/_kit/collections';
import { listFunctions } from '../build/functions';

export interface Plan {
  readonly environment: string;
  readonly collections: readonly PlannedCollection[];
  readonly functions: readonly PlannedFunction[];
  /** Names of the variables that each function gets; values are never written down. */
  readonly variables: readonly string[];
  /** What no tool here does: a person does it once in the console. */
  readonly byHand: readonly string[];
}

export interface PlannedCollection {
  readonly name: string;
  /** No client reads the database: the functions are the only door. */
  readonly access: 'ADMINONLY';
  readonly indexes: readonly { readonly name: string; readonly unique: boolean; readonly fields: readonly (readonly [name: string, direction: 1 | -1])[] }[];
}

export interface PlannedFunction {
  readonly name: string;
  readonly handler: 'index.main';
  readonly runtime: 'Nodejs20.19';
  /** Seconds, at most 60. */
  readonly timeout: number;
  readonly memorySize: number;
  readonly installDependency: false;
  readonly triggers: readonly { readonly name: string; readonly type: string; readonly config: string }[];
}

/** Without these no function starts. 32 bytes each in base64, and a short id for the vault's key (`npm run deploy -- --make-keys`). */
export const REQUIRED_VARIABLES = ['JIAAN_VAULT_KEY_ID', 'JIAAN_VAULT_KEY', 'JIAAN_INDEX_KEY', 'JIAAN_AUDIT_KEY'] as const;

/** A deployed clock that can be moved would make every deadline worthless. */
export const FORBIDDEN_VARIABLE = 'JIAAN_CLOCK_OFFSET_MS';

/**
 * @param variables the deployer's own environment: each JIAAN_… in it goes to the functions
 * @throws when the clock's variable is set
 */
export function makePlan(root: string, environment: string, variables: NodeJS.ProcessEnv): Plan {
  if (variables[FORBIDDEN_VARIABLE] !== undefined) throw new Error(`${FORBIDDEN_VARIABLE} is set: it moves the clock of the local cloud and is never deployed.`);
  return {
    environment,
    collections: collectionSpecs.map(({ name, indexes }) => ({ name, access: 'ADMINONLY', indexes })),
    functions: listFunctions(root).map((name) => planFunction(root, name)),
    variables: [...new Set([...REQUIRED_VARIABLES, ...Object.keys(variables).filter((name) => name.startsWith('JIAAN_'))])].sort(),
    byHand: [
      '开发者工具 → 云函数 → 上传配置：the openapi permissions in each config.json (no other tool sets them)',
      '云存储 → 权限设置：仅创建者及管理员可读写 (the phone uploads its own photos; the functions hand out short-lived addresses)',
      '小程序后台 → 开发管理 → 服务器域名 → downloadFile 合法域名：the domain of the environment’s storage, from which papers are opened',
      '小程序后台 → 订阅消息：choose the templates, and put the id into JIAAN_MESSAGE_TEMPLATE',
      '小程序后台 → 用户隐私保护指引：declare what docs/privacy.md lists',
    ],
  };
}

interface FunctionConfig {
  timeout?: number;
  memorySize?: number;
  triggers?: { name: string; type: string; config: string }[];
}

function planFunction(root: string, name: string): PlannedFunction {
  const { timeout = 20, memorySize = 256, triggers = [] } = JSON.parse(readFileSync(join(root, 'cloudfunctions', name, 'config.json'), 'utf8')) as FunctionConfig;
  return { name, handler: 'index.main', runtime: 'Nodejs20.19', timeout, memorySize, installDependency: false, triggers };
}

/** The same for Tencent's own command line: `tcb fn deploy --all --config-file dist/deploy/cloudbaserc.json`. It reads the values from the environment. */
export function toCloudbaserc({ environment, functions, variables }: Plan): object {
  const envVariables = Object.fromEntries(variables.map((name) => [name, `{{env.${name}}}`]));
  return { version: '2.0', envId: environment, functionRoot: '../cloudfunctions', functions: functions.map((planned) => ({ ...planned, envVariables })) };
}
