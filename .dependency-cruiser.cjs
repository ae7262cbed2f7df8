/** DESIGN.md §2, "Who may import whom". A name says what is forbidden; a comment says why. */
const typeOnly = ['type-only'];

module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'two files that need each other are one, or three', severity: 'error',
      from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: typeOnly } } },
    { name: 'unresolved', comment: 'an import that finds nothing would escape every other rule; virtual: modules are made by a build', severity: 'error',
      from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    { name: 'no-undeclared-package', comment: 'what package.json does not name is there by chance', severity: 'error',
      from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },

    // the phone
    { name: 'phone-imports-no-server', severity: 'error',
      from: { path: '^miniprogram/' }, to: { path: '^cloudfunctions/|node_modules/@cloudbase/' } },
    { name: 'phone-imports-nothing-outside-at-run-time', comment: 'DevTools packs miniprogram/ alone: it compiles here and is missing on the phone', severity: 'error',
      from: { path: '^miniprogram/' }, to: { pathNot: '^miniprogram/|^node_modules/tdesign-miniprogram/', dependencyTypesNot: typeOnly } },
    { name: 'pages-import-components-platform-domain', severity: 'error',
      from: { path: '^miniprogram/pages/([^/]+)/' },
      to: { path: '^miniprogram/', pathNot: '^miniprogram/(?:components|platform|domain|pages/$1)/' } },
    { name: 'features-do-not-meet', comment: 'what two features need moves to domain, components or _kit', severity: 'error',
      from: { path: '^miniprogram/features/([^/]+)/' },
      to: { path: '^miniprogram/', pathNot: '^miniprogram/(?:components|platform|domain|features/$1)/' } },
    { name: 'components-import-platform-and-domain', severity: 'error',
      from: { path: '^miniprogram/components/' }, to: { path: '^miniprogram/', pathNot: '^miniprogram/(?:components|platform|domain)/' } },
    { name: 'platform-imports-domain', severity: 'error',
      from: { path: '^miniprogram/platform/' }, to: { path: '^miniprogram/', pathNot: '^miniprogram/(?:platform|domain)/' } },
    { name: 'app-imports-platform-and-domain', severity: 'error',
      from: { path: '^miniprogram/app\\.ts$' }, to: { path: '^miniprogram/', pathNot: '^miniprogram/(?:platform|domain)/' } },
    { name: 'domain-is-pure', comment: 'it runs on both sides: no wx, no node, no pages, no package but through vendor', severity: 'error',
      from: { path: '^miniprogram/domain/' }, to: { pathNot: '^(?:miniprogram/(?:domain|vendor)|typings/contract)/' } },
    { name: 'only-domain-imports-vendor', severity: 'error',
      from: { path: '^miniprogram/(?!domain/|vendor/)' }, to: { path: '^miniprogram/vendor/' } },

    // the server
    { name: 'functions-do-not-meet', severity: 'error',
      from: { path: '^cloudfunctions/(?!_kit/)([^/]+)/' }, to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(?:_kit|$1)/' } },
    { name: 'kit-knows-no-feature', severity: 'error',
      from: { path: '^cloudfunctions/_kit/' }, to: { path: '^cloudfunctions/(?!_kit/)' } },
    { name: 'server-takes-only-domain-from-phone', severity: 'error',
      from: { path: '^cloudfunctions/' }, to: { path: '^miniprogram/', pathNot: '^miniprogram/domain/' } },
    { name: 'server-uses-no-development-package', severity: 'error',
      from: { path: '^cloudfunctions/' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: typeOnly } },

    // both
    { name: 'contract-is-types', severity: 'error',
      from: { pathNot: '^typings/' }, to: { path: '^typings/contract/', dependencyTypesNot: typeOnly } },
    { name: 'contract-imports-contract', severity: 'error',
      from: { path: '^typings/contract/' }, to: { pathNot: '^typings/contract/' } },
    { name: 'nothing-shipped-imports-tools', severity: 'error',
      from: { path: '^(?:miniprogram|cloudfunctions|typings)/' }, to: { path: '^(?:local|tests)/' } },
  ],
  options: {
    tsPreCompilationDeps: true, // or `import type` is not seen at all
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/miniprogram_npm/' },
    enhancedResolveOptions: { exportsFields: ['exports'], extensions: ['.ts', '.d.ts', '.js', '.mjs', '.cjs', '.d.cts'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
