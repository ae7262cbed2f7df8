/** What a deployment would do, told without a cloud. */
import { collections, collectionSpecs } from '../../cloudfunctions/_kit/collections';
import { makePlan, toCloudbaserc } from '../../local/deploy/plan';
import { ROOT } from '../support/repository';

test('every collection is closed to clients and gets all of its indexes', () => {
  const plan = makePlan(ROOT, 'env-1', {});
  expect(plan.collections.map(({ name }) => name).sort()).toEqual(Object.values(collections).map(({ name }) => name).sort());
  expect(new Set(plan.collections.map(({ access }) => access))).toEqual(new Set(['ADMINONLY']));
  expect(plan.collections.map(({ indexes }) => indexes)).toEqual(collectionSpecs.map(({ indexes }) => indexes));
});

test('a clock that can be moved is never deployed', () => {
  expect(() => makePlan(ROOT, 'env-1', { JIAAN_CLOCK_OFFSET_MS: '0' })).toThrow('JIAAN_CLOCK_OFFSET_MS');
});

test('plan and configuration name the secrets and never hold them', () => {
  const plan = makePlan(ROOT, 'env-1', { JIAAN_VAULT_KEY: 'do-not-write-me', TENCENTCLOUD_SECRETKEY: 'nor-me' });
  const written = JSON.stringify([plan, toCloudbaserc(plan)]);
  expect(plan.variables).toContain('JIAAN_VAULT_KEY');
  expect(written).not.toMatch(/do-not-write-me|nor-me|TENCENTCLOUD_SECRETKEY/);
});
