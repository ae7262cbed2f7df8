/** What of the SDK none of our functions can reach. It stays out of their bundles, and whatever asks for it is told so. */
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

export interface LeftOut {
  /** The file in node_modules that the rest hangs from. */
  readonly file: string;
  /** Why nothing reaches it; part of the error of whoever does. */
  readonly because: string;
  /** What must still be there: the members of an object, as source. Reading any other name throws. */
  readonly kept?: string;
}

export const leftOut: readonly LeftOut[] = [
  { file: '@cloudbase/node-sdk/dist/ai/index.js', because: 'only app.ai() leads to the models, and no function asks one' },
  {
    file: '@cloudbase/wx-cloud-client-sdk/lib/wxCloudClientSDK.cjs.js',
    because: 'only app.models, app.mysql() and app.rdb() lead to it: our data lies in the document database',
    // init() makes app.models, and ignores that it cannot: the one who reads a model is told instead
    kept: 'default: absent({ generateHTTPClient: () => absent({}) })',
  },
  {
    file: '@cloudbase/node-sdk/dist/utils/metadata.js',
    // `TENCENTCLOUD_…` cannot be set by hand: https://docs.cloudbase.net/cloud-function/function-configuration/env
    because: 'a function knows where it runs by TENCENTCLOUD_RUNENV=SCF, which the cloud sets; elsewhere the SDK would look for the cloud’s network',
  },
  { file: 'axios/index.js', because: 'the metadata above and app.requestClient (for extensions) use it; calls go through request-core' },
  { file: 'form-data/lib/form_data.js', because: 'only callCompatibleWxOpenApi, callWxPayApi and wxCallContainerApi send forms; callWxOpenApi sends JSON' },
  { file: 'https-proxy-agent/dist/index.js', because: 'init() names no proxy' },
  { file: 'http-proxy-agent/dist/index.js', because: 'init() names no proxy' },
  { file: 'agentkeepalive/index.js', because: 'the SDK keeps no connection inside a function, and init() does not ask for it' },
  { file: 'jsonwebtoken/index.js', because: 'only auth().createTicket() signs: people come from WeChat' },
  { file: 'xmlbuilder/lib/index.js', because: 'the storage’s answer is parsed, and no XML is written' },
  { file: '@cloudbase/database/dist/commonjs/realtime/websocket-client.js', because: 'only watch() opens a socket: a function ends with its answer' },
  {
    file: 'bson/lib/bson.js',
    because: 'the database speaks EJSON; the binary form (and the 17 MB set aside for it) has no user',
    kept: "EJSON: require('./extended_json').EJSON",
  },
];

/** Puts a module that throws by name in each one's place. The build fails when the SDK no longer has one of them. */
export function leaveOut(wanted = leftOut): Plugin {
  return {
    name: 'leave-out',
    setup(build) {
      const met = new Set<string>();
      for (const each of wanted) {
        build.onLoad({ filter: pathOf(each.file) }, ({ path }) => {
          met.add(each.file);
          return { contents: standIn(each), resolveDir: dirname(path) };
        });
      }
      build.onEnd(() => ({
        errors: wanted.filter(({ file }) => !met.has(file)).map(({ file }) => ({ text: `${file} is to be left out, and nothing leads to it: has the SDK changed?` })),
      }));
    },
  };
}

/** On Windows too. */
function pathOf(file: string): RegExp {
  return new RegExp(`[\\\\/]node_modules[\\\\/]${file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`);
}

/** `__esModule`, because who imports a default looks at that before anything is used. */
function standIn({ file, because, kept = '' }: LeftOut): string {
  return `
const absent = (kept) => new Proxy(kept, {
  get(kept, name) {
    if (Object.hasOwn(kept, name)) return kept[name];
    throw new Error(${JSON.stringify(`${file} is left out of the bundle (${because}): `)} + String(name));
  },
});
module.exports = absent({ __esModule: true, ${kept} });`;
}
