import { expect } from 'chai';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { type PersonalDataPart, readManifest } from '../../src/index.js';
import { ltiPersonalData } from '../../src/lti/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { isPluginTable } from '../support/rows-about.js';
import { tableNames } from '../support/saved-tables.js';
import { aboutNoPerson } from './about-no-person.js';

const parts: readonly PersonalDataPart[] = [...readManifest().personalData, ...ltiPersonalData];

onEveryDatabase('The list of what is stored about people', (database) => {
  let schema: ReadonlyMap<string, readonly string[]>;

  before(async () => {
    const { knex } = database;
    await migrateToLatest(knex, ltiMigrations);
    const names = (await tableNames(knex)).filter(isPluginTable);
    schema = new Map(
      await Promise.all(
        names.map(async (name) => [name, Object.keys(await knex(name).columnInfo())] as const),
      ),
    );
  });

  const columnsIn = (tables: ReadonlyMap<string, readonly string[]>) =>
    [...tables].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));

  it('names columns that exist', () => {
    const named = parts.flatMap((part) => [...usedBy(part), ...listedBy(part)]);

    expect(columnsIn(schema)).to.include.members(named);
    expect(columnsIn(schema)).to.include.members(columnsIn(new Map(Object.entries(aboutNoPerson))));
  });

  it('has every column, unless it is said to be about no person, and never both', () => {
    const decided = [...parts.flatMap(listedBy), ...columnsIn(new Map(Object.entries(aboutNoPerson)))];
    const listed = new Set(parts.flatMap(listedBy));

    expect(columnsIn(schema).filter((column) => !decided.includes(column))).to.deep.equal([]);
    expect(
      columnsIn(new Map(Object.entries(aboutNoPerson))).filter((column) => listed.has(column)),
    ).to.deep.equal([]);
  });

  it('says in each part who it is about by a column of it, and withholds nothing that it hands out', () => {
    expect(new Set(parts.map(({ id }) => id)).size).to.equal(parts.length);
    for (const { id, person, names, columns, withheld = [], json = [] } of parts) {
      expect([...columns, ...withheld], id).to.include.members([...names, ...json]);
      expect(names, id).to.include(person);
      expect(
        columns.filter((column) => withheld.includes(column)),
        id,
      ).to.deep.equal([]);
    }
  });
});

/** What is about a person by a part. */
function listedBy({ table, columns, withheld = [], copies = [] }: PersonalDataPart): readonly string[] {
  return [...[...columns, ...withheld].map((column) => `${table}.${column}`), ...copies];
}

/** What the part is read by. */
function usedBy({ table, person, order, where = {} }: PersonalDataPart): readonly string[] {
  return [person, ...order, ...Object.keys(where)].map((column) => `${table}.${column}`);
}
