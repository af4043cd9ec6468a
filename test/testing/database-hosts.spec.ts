import { expect } from 'chai';
import type { Knex } from 'knex';
import type { Directory } from '../../src/index.js';
import { brokenPromises, fold, person } from '../../src/testing/index.js';
import { onMysql, onSqlite } from '../support/databases.js';
import { overridden } from './breakage.js';
import { completeHost, completeSamples } from './contract-hosts.js';

interface Row {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly detail: string | null;
  readonly class: string | null;
}

const lastNames = [
  ...['DE VOS', 'de Vos', 'De Backer', 'Deflandre', "D'Haene", 'D’Haene', 'Delvaux', 'Eko', 'élan', 'Faure'],
  ...['Øst', 'Ozu', 'Ost', 'Łódź', 'Lund', 'Lodge', 'Œstges', 'Ofner', 'Oeyen', 'Straße', 'Strasser'],
  ...[
    'Saint-Roy',
    'Saintes',
    'Saint Rémy',
    'ÑANDÚ',
    'Nandi',
    'Įvas',
    'Ivens',
    'Ğül',
    'Guy',
    '北京',
    'Ελλάδα',
  ],
];

/** How a host orders and compares names in its database. */
interface Folding {
  readonly order: string;
  /** A condition with one gap, for a pattern of `like`. */
  readonly has: string;
  /** What is to be found, as what is searched in was written. */
  readonly written: (text: string) => string;
}

/** The learners of a host that keeps people in a table of its database, and says `like` to search there. */
function learnersIn(knex: Knex, { order, has, written }: Folding): Directory['learners'] {
  return async (sessionId, { q = '', page, size, groupId }) => {
    if (sessionId !== 'S1') return { items: [], total: 0 };
    const found = knex<Row>('host_person').where(groupId === undefined ? {} : { class: groupId });
    for (const word of written(q).split(' ').filter(Boolean))
      void found.whereRaw(has, [`%${word.replace(/[!%_]/g, '!$&')}%`]);
    const total = (await found.clone()).length;
    const rows = await found
      .orderByRaw(order)
      .limit(size)
      .offset((page - 1) * size);
    const items = rows.map((row) => person(row.id, row.first_name, row.last_name, row.detail ?? undefined));
    return { items, total };
  };
}

/** What the contract suite finds wrong with a host that does so. */
async function brokenBy(knex: Knex, folding: Folding): Promise<readonly string[]> {
  const host = completeHost();
  for (const { id } of (await host.directory.learners('S1', { page: 1, size: 1_000 })).items)
    host.directory.removeLearner('S1', id);
  const rows = lastNames.map((lastName, index) => ({
    ...{ id: `l${index}`, first_name: 'Zoé', last_name: lastName, class: index % 2 === 0 ? 'g1' : null },
    ...{
      detail: index % 3 === 0 ? String(index) : null,
      folded: fold(`Zoé ${lastName}`),
      sort: fold(lastName),
    },
  }));
  for (const { id, first_name: first, last_name: last, class: group, detail } of rows)
    host.withLearner('S1', person(id, first, last, detail ?? undefined), ...(group === null ? [] : [group]));
  await knex('host_person').delete();
  await knex('host_person').insert(rows);
  const directory = overridden(host.directory, { learners: learnersIn(knex, folding) });
  const broken = await brokenPromises({ ...host.ports, directory }, completeSamples(host));
  return broken.map(({ title, reason }) => `${title}: ${reason}`);
}

const columns = ['first_name', 'last_name', 'detail', 'class', 'folded', 'sort'] as const;
const createTable = (knex: Knex) =>
  knex.schema.createTable('host_person', (table) => {
    table.string('id').primary();
    for (const column of columns) table.string(column);
  });

onMysql('A host that keeps its people in tables', (database) => {
  before(() => createTable(database.knex));

  const folding = (collation: string): Folding => ({
    order: `last_name collate ${collation}, id`,
    has: `concat(first_name, ' ', last_name) collate ${collation} like ? escape '!'`,
    written: (text) => text,
  });

  for (const collation of ['utf8mb4_general_ci', 'utf8mb4_unicode_ci', 'utf8mb4_unicode_520_ci'])
    it(`keeps the contract with ${collation}`, async () => {
      expect(await brokenBy(database.knex, folding(collation))).to.deep.equal([]);
    });

  it('keeps the contract with the newest collation that minds neither case nor accents', async () => {
    const { version } = (await database.knex.select(database.knex.raw('version() as version')).first()) as {
      readonly version: string;
    };
    const collation = version.includes('MariaDB') ? 'utf8mb4_uca1400_ai_ci' : 'utf8mb4_0900_ai_ci';
    expect(await brokenBy(database.knex, folding(collation))).to.deep.equal([]);
  });

  it('does not keep it with a collation that minds both', async () => {
    const broken = (await brokenBy(database.knex, folding('utf8mb4_bin'))).join('\n');
    expect(broken).to.contain('directory: orders people by last name');
    expect(broken).to.contain('directory: finds learners by all the words of their name');
  });
});

onSqlite('A host that keeps its people in tables', (database) => {
  before(() => createTable(database.knex));

  it('keeps the contract with a column that is folded as the suite does', async () => {
    const folding = { order: 'sort, id', has: `folded like ? escape '!'`, written: fold };
    expect(await brokenBy(database.knex, folding)).to.deep.equal([]);
  });
});
