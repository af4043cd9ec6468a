import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { createSeancesPlugin } from '../../../src/index.js';
import { FakeHost } from '../../../src/testing/index.js';
import { onEveryDatabase, onMysql, type TestDatabase } from '../../support/databases.js';

const { knex: createKnex } = createRequire(import.meta.url)('knex') as {
  knex: (config: Knex.Config) => Knex;
};

const camelCase = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** As mappers of names do that hosts put into their Knex. */
const named = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]: [string, unknown]) => [camelCase(name), value]));

/** Starts the plugin on a Knex of the host's own. */
async function startOn(database: Knex): Promise<void> {
  const plugin = createSeancesPlugin({ ...new FakeHost(), database });
  try {
    await plugin.start();
  } finally {
    await plugin.stop();
    await database.destroy();
  }
}

/** Asserts that `start` refuses, and made no table. */
async function refused(database: TestDatabase, config: object, reason: string): Promise<void> {
  const failed = await startOn(instanceOn(database, config)).catch((error: unknown) => error as Error);
  expect(failed).to.be.an.instanceOf(Error);
  expect((failed as Error).message).to.contain(reason);
  expect(await database.knex.schema.hasTable('seances_migrations')).to.equal(false);
}

function instanceOn(database: TestDatabase, { connection, ...config }: { connection?: object }): Knex {
  const { config: own } = openDatabase(database.address).knex.client as { config: Knex.Config };
  const place = { ...(own.connection as object), ...connection } as Knex.StaticConnectionConfig;
  return createKnex({ ...own, ...config, connection: place });
}

onEveryDatabase(
  "A host's own Knex",
  (database) => {
    it('is refused when it gives columns other names than they have', async () => {
      const postProcessResponse = (rows: object[]) => (Array.isArray(rows) ? rows.map(named) : rows);
      const reason = 'are called seancesText, seancesNumber when they are read. Give the plugin one without';
      await refused(database, { postProcessResponse }, reason);
    });

    it('is refused when it asks for columns by other names than they have', async () => {
      const wrapIdentifier = (name: string, wrap: (name: string) => string) => wrap(camelCase(name));
      await refused(
        database,
        { wrapIdentifier },
        'are called seancesText, seancesNumber when they are read.',
      );
    });

    it('is used when it changes nothing', async () => {
      await startOn(instanceOn(database, {}));
      expect(await database.knex.schema.hasTable('seances_migrations')).to.equal(true);
    });
  },
  { migrated: false },
);

onMysql(
  "A host's own connections",
  (database) => {
    it('are refused when they lose signs', async () => {
      await refused(database, { connection: { charset: 'latin1' } }, 'Set charset to utf8mb4.');
      await refused(database, { connection: { charset: 'utf8' } }, 'Set charset to utf8mb4.');
    });

    it('are refused when numbers come as text', async () => {
      const connection = { supportBigNumbers: true, bigNumberStrings: true };
      await refused(database, { connection }, 'the number 1 comes back as a string.');
    });

    it('are refused when rows come as lists', async () => {
      await refused(database, { connection: { rowsAsArray: true } }, 'are called 0, 1 when they are read.');
    });
  },
  { migrated: false },
);
