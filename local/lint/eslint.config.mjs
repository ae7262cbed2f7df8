/** What the compiler cannot say. Imports have their own check (.dependency-cruiser.cjs); layout of code has none. */
import { join } from 'node:path';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import { cloudRules, domainRules, phoneOutsidePlatformRules, phoneRules } from './rules.cjs';

const root = join(import.meta.dirname, '../..');
const anyIsKnown = Object.fromEntries(
  ['assignment', 'member-access', 'call', 'argument', 'return'].map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off']),
);
const restrict = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] });

export default defineConfig(
  { basePath: root, ignores: ['**/miniprogram_npm/**', 'miniprogram/vendor/**', 'dist/**', '.cache/**', '**/*.d.cts', 'tests/host/fixture/**'] },
  js.configs.recommended,
  {
    basePath: root,
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      'no-undef': 'off', // the compiler's work
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      'max-depth': ['error', 4],
      complexity: ['error', 20],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off', // `return this.setData(…)` is how a handler leaves early
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { properties: false, inheritedMethods: false } }], // WeChat's handlers are async
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // a Chinese name is split by code points
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // a caller's type argument reads better than its cast
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/require-await': 'off', // an interface may be async where one of its forms is not
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { basePath: root, files: ['miniprogram/**/*.ts'], rules: restrict(phoneRules, phoneOutsidePlatformRules) },
  { basePath: root, files: ['miniprogram/platform/**/*.ts'], rules: restrict(phoneRules) },
  { basePath: root, files: ['miniprogram/domain/**/*.ts'], rules: restrict(phoneRules, phoneOutsidePlatformRules, domainRules) },
  { basePath: root, files: ['cloudfunctions/**/*.ts'], ignores: ['cloudfunctions/_kit/**'], rules: restrict(cloudRules) },
  // The SDK types documents and transactions as `any`: these two files are the only door to them
  { basePath: root, files: ['cloudfunctions/_kit/database.ts', 'cloudfunctions/_kit/transaction.ts'], rules: { ...anyIsKnown, '@typescript-eslint/unbound-method': 'off' } },
  { basePath: root, files: ['tests/**/*.ts'], rules: anyIsKnown }, // a test reads what it finds
  {
    basePath: root,
    files: ['tests/**/*.ts', 'local/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-require-imports': 'off', // a fresh copy of a module needs require
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // glass-easel's enums are `const` and ambient: their values can only be written as numbers
    basePath: root,
    files: ['local/browser/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-assignment': 'off', '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    basePath: root,
    files: ['**/*.cjs', '**/*.mjs', 'tests/**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(['require', 'module', 'exports', '__dirname', 'process', 'console', 'global', 'performance', 'Buffer', 'setTimeout', 'fetch'].map((name) => [name, 'readonly'])),
    },
  },
  { basePath: root, files: ['**/*.mjs'], languageOptions: { sourceType: 'module' } },
);
