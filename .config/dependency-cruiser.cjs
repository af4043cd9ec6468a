// The import rules: what each ring may know. Type-only imports count, so that no type leaks outwards either.
// `test/package/import-rules.spec.ts` proves that each of them bites.

const { entrances } = require('./entrance-rules.cjs');
const { packages } = require('./packages.cjs');
const { webRooms } = require('./web-rooms.cjs');

/** The libraries that each adapter wraps. An adapter that is not named here has none. */
const librariesOf = {
  export: ['csv-stringify', 'fflate'],
  host: ['ajv'],
  html: ['sanitize-html'],
  http: ['hono', 'intl-messageformat', 'joi'],
  ical: ['ical-generator', 'ical.js', 'timezones-ical-library'],
  knex: ['knex', 'libsql', 'mysql2'],
  mail: ['nodemailer'],
  recurrence: ['rrule'],
  sheet: ['pdfkit'],
  system: ['uuidv7'],
  timestamp: ['asn1js', 'pkijs'],
};

const library = {
  dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
};
const coreModule = { dependencyTypes: ['core'] };

/** Where the files are that are read at run time. It imports nothing of ours. */
const packageFolder = ['^src/package-folder\\.ts$'];

const rings = [
  {
    name: 'domain-is-pure',
    comment:
      'The domain imports nothing but itself and the Temporal polyfill: no I/O, no framework, not even types of them.',
    from: { path: '^src/domain/' },
    to: { pathNot: ['^src/domain/', ...packages(['temporal-polyfill'])] },
  },
  {
    name: 'ports-are-contracts',
    comment: 'A port is written in the words of the domain: nothing else may appear in it.',
    from: { path: '^src/ports/' },
    to: { pathNot: ['^src/domain/', '^src/ports/'] },
  },
  {
    name: 'ports-name-domain-types',
    comment: 'A port has no behaviour: it names types of the domain and calls none of it.',
    from: { path: '^src/ports/' },
    to: { path: '^src/domain/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'application-looks-inwards',
    comment: 'A use case knows the domain and the ports; who implements them is not its business.',
    from: { path: '^src/application/' },
    to: { pathNot: ['^src/domain/', '^src/ports/', '^src/application/'] },
  },
  {
    name: 'adapter-looks-inwards',
    comment:
      'An adapter knows the rings inside it, the texts and itself, never another adapter and nothing outside.',
    from: { path: '^src/adapters/([^/]+)/' },
    to: {
      path: ['^src/', '^demo/', '^test/'],
      pathNot: ['^src/(?:domain|ports|application)/', '^src/locales/', ...packageFolder, '^src/adapters/$1/'],
    },
  },
  ...Object.entries(librariesOf).map(([adapter, names]) => ({
    name: 'adapter-wraps-one-library',
    comment: `The ${adapter} adapter wraps ${names.join(', ')}, and no other adapter does.`,
    from: { path: `^src/adapters/${adapter}/` },
    to: { ...library, pathNot: packages(names) },
  })),
  {
    name: 'adapter-wraps-one-library',
    comment: 'Which library an adapter wraps is stated at the top of this file.',
    from: { path: '^src/adapters/', pathNot: `^src/adapters/(?:${Object.keys(librariesOf).join('|')})/` },
    to: library,
  },
  {
    name: 'texts-know-nobody',
    comment:
      'What is said in each language is there for server and browser: it knows neither, and nothing but what fills it in.',
    from: { path: '^src/locales/' },
    to: {
      path: ['^src/', '^node_modules/'],
      pathNot: ['^src/locales/', '^node_modules/intl-messageformat/', ...packageFolder],
    },
  },
  {
    name: 'the-package-folder-knows-nobody',
    comment: 'Every adapter may ask where the package is: so that does not lead anywhere else.',
    from: { path: packageFolder },
    to: { path: ['^src/', '^node_modules/'] },
  },
  {
    name: 'only-the-root-knows-the-container',
    comment: 'inversify appears in src/composition alone (ADR 0001).',
    from: { path: '^(?:src|demo)/', pathNot: '^src/composition/' },
    to: { path: packages(['inversify', '@inversifyjs/[^/]+', 'reflect-metadata']) },
  },
  {
    name: 'only-the-root-knows-all-adapters',
    comment:
      'Besides the composition root and the command line, only the public API names adapters: what a host has to name.',
    from: {
      path: '^src/',
      pathNot: [
        '^src/composition/',
        '^src/(?:plugin|index)\\.ts$',
        '^src/(?:cli|lti|remote)/',
        '^src/adapters/',
      ],
    },
    to: { path: '^src/adapters/' },
  },
  {
    name: 'only-the-plugin-knows-the-composition',
    comment: 'What is put together is what the plugin is run by, and nobody else takes parts out of it.',
    from: { path: '^(?:src|demo)/', pathNot: ['^src/plugin\\.ts$', '^src/composition/'] },
    to: { path: '^src/composition/' },
  },
  {
    name: 'features-meet-in-the-container',
    comment: 'A feature reaches the parts of another through the container: its file knows no other one.',
    from: {
      path: '^src/composition/',
      pathNot: '^src/composition/(?:compose|features)\\.ts$',
    },
    to: {
      path: '^src/composition/',
      pathNot: '^src/composition/(?:feature|provide|tokens)\\.ts$',
    },
  },
  {
    name: 'public-api-is-small',
    comment: 'The public API offers the plugin, the ports and the host contract.',
    from: { path: '^src/index\\.ts$' },
    to: {
      path: '^src/',
      pathNot: [
        '^src/plugin\\.ts$',
        '^src/ports/',
        '^src/domain/',
        '^src/adapters/host/',
        '^src/adapters/knex/dialect\\.ts$',
      ],
    },
  },
  {
    name: 'public-api-names-types-of-the-inside',
    comment: 'Of the domain and the database adapter, the public API exports types.',
    from: { path: '^src/index\\.ts$' },
    to: { path: ['^src/domain/', '^src/adapters/knex/'], dependencyTypesNot: ['type-only'] },
  },
  ...entrances,
  {
    name: 'web-is-a-world-of-its-own',
    comment:
      'The browser part speaks HTTP and knows nothing of the server but the texts, how these are written, and how a rich text is structured; and no part of Node.',
    from: { path: '^src/web/' },
    to: {
      path: ['^src/', '^demo/', '^test/', '^migrations/'],
      pathNot: [
        '^src/web/',
        '^src/locales/(?:\\w+\\.json|isolated\\.ts|written-date\\.ts)$',
        '^src/domain/text/(?:link-address|restructured|text-structure)\\.ts$',
      ],
    },
  },
  {
    name: 'web-is-a-world-of-its-own',
    comment: 'The browser part speaks HTTP and knows nothing of the server, and no part of Node.',
    from: { path: '^src/web/' },
    to: coreModule,
  },
  ...webRooms,
  {
    name: 'nobody-imports-the-web-part',
    comment: 'It is built by Vite and served as files.',
    from: { path: '^(?:src|migrations)/', pathNot: '^src/web/' },
    to: { path: '^src/web/' },
  },
  {
    name: 'testing-ships-alone',
    comment: 'Integrators get fakes and contract suites that know the ports, and need nothing but Node.',
    from: { path: '^src/testing/' },
    to: { pathNot: ['^src/testing/', '^src/domain/', '^src/ports/', '^(?:node:)?(?:assert|test)'] },
  },
  {
    name: 'demo-is-an-integrator',
    comment: 'The reference host is the example: it uses what the package exports, and nothing else of it.',
    from: { path: '^demo/' },
    to: {
      path: '^src/',
      pathNot: [
        '^src/index\\.ts$',
        '^src/(?:hosts|server)/',
        '^src/testing/index\\.ts$',
        '^src/adapters/mail/create-smtp-mailer\\.ts$',
        '^src/adapters/timestamp/create-time-stamper\\.ts$',
      ],
    },
  },
  {
    name: 'migrations-stand-alone',
    comment: 'A migration that has landed never changes: it may not lean on code that does.',
    from: { path: '^migrations/' },
    to: { pathNot: ['^migrations/shared/', ...packages(['knex'])] },
  },
];

const hygiene = [
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

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...rings, ...hygiene].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
