/** The environment of a function: what CloudBase sets for the process, and what for each call. */

/** Who calls: a person with WeChat, the platform's timer, or another function. */
export type Caller = { kind: 'person'; openid: string } | { kind: 'timer' } | { kind: 'function'; openid: string };

const ENVIRONMENT = 'local-env';

/** For the life of a process. Nothing of this program's own environment gets in except where programs lie. */
export function processEnvironment(extra: Record<string, string>, origin: string): NodeJS.ProcessEnv {
  return {
    ...extra,
    PATH: process.env.PATH,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: ENVIRONMENT,
    SILENCE: 'true',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
    NODE_ENV: 'production',
    TZ: 'UTC',
  };
}

/** For one call. The address of `/admin` names the call, so that what it costs can be counted. */
export function environmentOf(caller: Caller, call: { invocation: string; origin: string; offsetMs: number }): Record<string, string> {
  const env: Record<string, string> = {
    TCB_ENV: ENVIRONMENT,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_APPID: 'wxlocal',
    TCB_SOURCE: caller.kind === 'person' ? 'wx_client' : caller.kind === 'timer' ? 'wx_trigger' : 'scf',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${call.origin}/admin/${call.invocation}` }),
    JIAAN_CLOCK_OFFSET_MS: String(call.offsetMs),
  };
  if (caller.kind === 'timer') env.TRIGGER_SRC = 'timer';
  else if (caller.openid !== '') env.WX_OPENID = caller.openid;
  return env;
}
