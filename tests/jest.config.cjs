/** One project a folder of tests. `npm run test:only -- --selectProjects specs -t 第17条` runs a part. */
const { availableParallelism } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..');
const swc = ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }];

/** Tests in Node: the cloud, the rules, the checks on the sources. */
const inNode = (name, settings = {}) => ({
  rootDir: root,
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.spec.ts`],
  // dist/ stays outside: its package.json files would collide in Jest's map of modules
  roots: ['cloudfunctions', 'local', 'miniprogram', 'tests', 'typings'].map((folder) => `<rootDir>/${folder}`),
  transform: { '\\.[cm]?ts$': swc },
  restoreMocks: true,
  ...settings,
});

/** Tests of WXML: miniprogram-simulate in jsdom, with WeChat's own template compiler. */
const inPhone = (name) =>
  inNode(name, {
    testEnvironment: 'jsdom',
    setupFiles: ['<rootDir>/tests/support/simulate-setup.cjs'],
    transform: { '\\.(ts|js)$': swc }, // TDesign ships ES modules
    moduleFileExtensions: ['ts', 'js', 'json', 'node'], // simulate requires a page without its extension
    moduleDirectories: ['node_modules', 'miniprogram_npm'],
  });

module.exports = {
  rootDir: root,
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  testTimeout: 30_000,
  forceExit: true, // the SDK keeps its sockets open, and a run that is over would wait for them
  projects: [
    inNode('architecture'),
    inNode('unit'),
    inNode('cloud'),
    inNode('specs'),
    inNode('properties'),
    inNode('faults'),
    inPhone('components'),
    inPhone('pages'),
    inNode('host'),
    inNode('journeys', { testTimeout: 120_000 }),
  ],
};
