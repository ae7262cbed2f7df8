/** What is deployed: small enough, and loud where a part of the SDK was left out. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Sdk from '@cloudbase/node-sdk';
import { build } from 'esbuild';
import { buildFunctions, bundling, listFunctions } from '../../local/build/functions';
import { leaveOut, leftOut } from '../../local/build/left-out';
import { mostZipped, zippedSize } from '../bench/bundles';

/** With what the SDK has and its types do not tell. */
type App = ReturnType<typeof Sdk.init> & { mysql(): unknown; rdb(): unknown; readonly requestClient: unknown };
interface Libraries {
  readonly sdk: typeof Sdk;
  readonly bson: { serialize(value: object): Buffer; EJSON: { stringify(value: object, options: { relaxed: boolean }): string; parse(text: string): unknown } };
  readonly xml: { Builder: new () => { buildObject(value: object): string } };
  readonly metadata: { lookupAppId(): Promise<string> };
}

const ROOT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'jiaan-bundles-'));
const bundle = join(folder, 'libraries.cjs');
/** What the cloud sets for every function. */
const ofTheCloud = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'nowhere', SCF_NAMESPACE: 'nowhere' };
let libraries: Libraries;

beforeAll(async () => {
  const modules = { sdk: '@cloudbase/node-sdk', bson: 'bson', xml: 'xml2js', metadata: '@cloudbase/node-sdk/dist/utils/metadata' };
  const contents = Object.entries(modules).map(([name, module]) => `exports.${name} = require('${module}');`).join('\n');
  await build({ ...bundling, stdin: { contents, resolveDir: ROOT }, outfile: bundle, plugins: [leaveOut()] });
  Object.assign(process.env, ofTheCloud);
  libraries = require(bundle) as Libraries;
});
afterAll(() => {
  for (const name of Object.keys(ofTheCloud)) delete process.env[name];
  rmSync(folder, { recursive: true, force: true });
});

/** Nobody listens there, and nothing is sent. */
const init = (config: object = {}): App => libraries.sdk.init({ env: 'nowhere', secretId: 'id', secretKey: 'key', serviceUrl: 'http://127.0.0.1:9', ...config }) as App;
const signer = { env_id: 'nowhere', private_key: 'key', private_key_id: 'id' };

const any = { apiName: 'any', requestData: Buffer.alloc(1) };
const listeners = { onChange: () => undefined, onError: () => undefined };
const call = (config: object) => init(config).callFunction({ name: 'any', data: {} });

/** Each way into what was left out. */
const waysIn: Record<string, Record<string, () => unknown>> = {
  '@cloudbase/node-sdk/dist/ai/index.js': { 'app.ai': () => init().ai() },
  '@cloudbase/wx-cloud-client-sdk/lib/wxCloudClientSDK.cjs.js': { 'a model': () => init().models.any, 'app.mysql': () => init().mysql(), 'app.rdb': () => init().rdb() },
  '@cloudbase/node-sdk/dist/utils/metadata.js': { 'a call outside the cloud': () => libraries.metadata.lookupAppId() },
  'axios/index.js': { 'app.requestClient': () => init().requestClient },
  'form-data/lib/form_data.js': {
    callCompatibleWxOpenApi: () => init().callCompatibleWxOpenApi(any),
    callWxPayApi: () => init().callWxPayApi(any),
    wxCallContainerApi: () => init().wxCallContainerApi(any),
  },
  'https-proxy-agent/dist/index.js': { 'a proxy': () => call({ proxy: 'http://127.0.0.1:9', serviceUrl: 'https://127.0.0.1:9' }) },
  'http-proxy-agent/dist/index.js': { 'a proxy': () => call({ proxy: 'http://127.0.0.1:9' }) },
  'agentkeepalive/index.js': { 'a connection that stays open': () => call({ keepalive: true }) },
  'jsonwebtoken/index.js': { createTicket: () => init({ credentials: signer }).auth().createTicket('somebody') },
  'xmlbuilder/lib/index.js': { 'writing XML': () => new libraries.xml.Builder().buildObject({ a: 1 }) },
  '@cloudbase/database/dist/commonjs/realtime/websocket-client.js': {
    'watching a query': () => init().database().collection('any').where({}).watch(listeners),
    'watching a document': () => init().database().collection('any').doc('any').watch(listeners),
  },
  'bson/lib/bson.js': { 'binary BSON': () => libraries.bson.serialize({ a: 1 }) },
};

test('each function is small enough, zipped', async () => {
  const built = join(folder, 'functions');
  await buildFunctions(ROOT, built);
  expect(readdirSync(built).sort()).toEqual(listFunctions(ROOT).sort());
  const tooLarge = readdirSync(built).filter((name) => zippedSize(join(built, name)) > mostZipped(name));
  expect(tooLarge).toEqual([]);
});

test('every part that was left out has its ways in tried below', () => {
  expect(Object.keys(waysIn)).toEqual(leftOut.map(({ file }) => file));
});

const rows = leftOut.flatMap(({ file, because }) => Object.entries(waysIn[file] ?? {}).map(([name, way]) => ({ file, because, name, way })));
test.each(rows)('$name is refused by naming $file', async ({ file, because, way }) => {
  await expect(async () => way()).rejects.toThrow(`${file} is left out of the bundle (${because})`);
});

test('outside the cloud a function stops at once, and does not guess where it is', () => {
  const script = `require(${JSON.stringify(bundle)}).sdk.init({ env: 'nowhere' })`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { env: { PATH: process.env.PATH }, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('TENCENTCLOUD_RUNENV');
  expect(() => execFileSync(process.execPath, ['-e', script], { env: { PATH: process.env.PATH, ...ofTheCloud } })).not.toThrow();
});

test('what is kept of a part works: values go to the database and come back', () => {
  const { EJSON } = libraries.bson;
  const value = { at: new Date(1_772_532_000_000), big: 2 ** 40, text: '嘉安', list: [1.5, null, true] };
  expect(EJSON.parse(EJSON.stringify(value, { relaxed: false }))).toEqual(value);
});

test('a part that the SDK no longer has stops the build', async () => {
  const gone = { file: 'axios/gone.js', because: 'it was' };
  const attempt = build({ ...bundling, stdin: { contents: '', resolveDir: ROOT }, write: false, logLevel: 'silent', plugins: [leaveOut([gone])] });
  await expect(attempt).rejects.toThrow('axios/gone.js is to be left out, and nothing leads to it');
});
