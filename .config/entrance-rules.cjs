// The import rules of the entrances: bridges, servers, the hosts that are shipped, and commands.

const { packages } = require('./packages.cjs');

/** How an answer is written to `node:http`, which needs no framework. */
const sharedByBridges = ['^src/hosts/bridge\\.ts$', '^src/ports/whole-answer\\.ts$'];

const entrances = [
  {
    name: 'bridges-are-thin',
    comment:
      'A bridge knows the type of the plugin, what bridges share, the Node bridge and its framework: nothing of the inside.',
    from: { path: '^src/hosts/([^/]+)\\.ts$' },
    to: {
      pathNot: [
        '^src/plugin\\.ts$',
        ...sharedByBridges,
        ...packages(['@hono/node-server', '$1', 'express-serve-static-core']),
        '^(?:node:)?http$',
      ],
    },
  },
  {
    name: 'bridges-name-types',
    comment:
      'A host of one framework must not need another: frameworks and the plugin are imported for their types alone.',
    from: { path: '^src/hosts/' },
    to: {
      pathNot: [...sharedByBridges, ...packages(['@hono/node-server'])],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'servers-know-http-alone',
    comment:
      'What a server of our own is made of, that of a command and that of the reference host, whatever it serves.',
    from: { path: '^src/server/' },
    to: { path: '^src/', pathNot: '^src/server/' },
  },
  {
    name: 'whole-hosts-are-integrators',
    comment:
      'A host that is shipped uses what the package exports, as any other host does, and how messages are signed.',
    from: { path: '^src/remote/' },
    to: {
      path: '^src/',
      pathNot: [
        '^src/remote/',
        '^src/(?:index|package-folder)\\.ts$',
        '^src/adapters/webhook/signed-message\\.ts$',
      ],
    },
  },
  {
    name: 'whole-hosts-are-integrators',
    comment:
      'The LTI host has tables of its own, and no second way to use a database, to write texts or to ask what it is told to ask.',
    from: { path: '^src/lti/' },
    to: {
      path: '^src/',
      pathNot: [
        '^src/lti/',
        '^src/index\\.ts$',
        '^src/domain/(?:text|time)/',
        '^src/locales/',
        '^src/adapters/knex/(?:count-of|dialect|faults|lease|many-rows|migrate|retried-transactions)\\.ts$',
        '^src/adapters/webhook/judged-fetch\\.ts$',
        '^src/adapters/system/(?:console-logger|system-clock)\\.ts$',
      ],
    },
  },
  {
    name: 'commands-are-entrances',
    comment: 'A command puts together the few pieces that it needs; nobody imports it.',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: '^src/cli/' },
  },
  {
    name: 'commands-are-entrances',
    comment:
      'A command puts together the few pieces that it needs, and mounts no plugin: serve alone does, by what the package exports.',
    from: { path: '^src/cli/' },
    to: {
      path: '^src/',
      pathNot: [
        '^src/cli/',
        '^src/index\\.ts$',
        '^src/(?:lti|remote)/',
        '^src/server/',
        '^src/testing/host-promises?\\.ts$',
        '^src/(?:domain|ports|application)/',
        '^src/adapters/(?:knex|system)/',
        '^src/adapters/mail/create-smtp-mailer\\.ts$',
        '^src/adapters/timestamp/(?:create-time-stamper|pki-time-stamp-reader)\\.ts$',
        // The manifest says which settings are valid.
        '^src/adapters/host/manifest\\.ts$',
      ],
    },
  },
];

module.exports = { entrances };
