// What holds for imports whatever the ring: none goes round, into the void, or to who is only there for development.
exports.hygiene = [
  { name: 'no-cycle', from: {}, to: { circular: true } },
  {
    name: 'no-orphan',
    comment: 'A module that imports nothing and that nobody imports is left over.',
    from: {
      orphan: true,
      path: '^(?:src|demo)/',
      pathNot: ['\\.d\\.ts$', '^demo/public/', '^src/web/vite-env'],
    },
    to: {},
  },
  { name: 'no-unresolvable', from: {}, to: { couldNotResolve: true } },
  {
    name: 'src-does-not-know-its-users',
    from: { path: '^src/' },
    to: { path: ['^demo/', '^test/', '^dist/'] },
  },
  {
    name: 'no-development-dependency',
    comment:
      'What runs at a customer is installed there. The browser part is bundled, so its libraries are not.',
    from: { path: '^src/', pathNot: '^src/web/' },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only', 'npm-peer'],
    },
  },
];
