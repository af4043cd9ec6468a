import { expect } from 'chai';
import { type PersonalDataPart, readManifest, type SeancesPlugin } from '../../../src/index.js';
import { onDatabase } from '../../support/databases.js';
import { startPlugin, stopPlugins } from '../../support/plugin-under-test.js';
import { insertRowAbout, type Row, seanceOfRows } from '../../support/rows-about.js';

const goner = { id: 'goner "1"', name: 'Gone Away' };
const other = { id: 'Goner "1"', name: 'Stayed Here' };
const traces = [JSON.stringify(goner.id).slice(1, -1), goner.name.toLowerCase()];
const parts: readonly PersonalDataPart[] = readManifest().personalData;

onDatabase('Who is gone from the host', (database) => {
  let plugin: SeancesPlugin<unknown>;
  const gone = () => plugin.tell({ type: 'user.gone', userId: goner.id });

  before(async () => {
    ({ plugin } = await startPlugin(database.knex));
  });

  after(() => stopPlugins());

  beforeEach(async () => {
    for (const table of new Set(parts.map(({ table }) => table))) await database.knex(table).delete();
    await database.knex('seance').insert(seanceOfRows);
  });

  for (const part of parts) {
    const { person, whenGone } = part;
    it(`leaves nothing of theirs in ${part.id} but what the list says is kept`, async () => {
      const row = await insertRowAbout(database.knex, part, goner);
      expect(await traced(part), 'before').to.not.deep.equal([]);
      await gone();

      const left = await rowsLike(part, row);
      if (whenGone === 'kept') return expect(left).to.deep.include(row);
      expect(await traced(part)).to.deep.equal([]);
      if (whenGone === 'removed') return expect(left).to.deep.equal([]);
      expect(left).to.have.length(1);
      return expect(left[0]?.[person]).to.not.equal(row[person]);
    });
  }

  it('leaves what is stored about others, part by part', async () => {
    const rows: (readonly [PersonalDataPart, Row])[] = [];
    for (const part of parts) rows.push([part, await insertRowAbout(database.knex, part, other)]);
    await gone();

    for (const [part, row] of rows) {
      const [left] = await rowsLike(part, row);
      for (const name of part.names) expect(left?.[name], `${part.id}: ${name}`).to.equal(row[name]);
    }
  });

  /** Rows that are where `row` was in the order of its part. */
  async function rowsLike({ table, order }: PersonalDataPart, row: Row): Promise<readonly Row[]> {
    const same = Object.fromEntries(order.map((column) => [column, row[column] ?? '']));
    return (await database.knex(table).where(same)) as readonly Row[];
  }

  /** Columns of a part, and of copies of it, in which somebody who is gone can still be read. */
  async function traced({ table, columns, withheld = [], copies = [] }: PersonalDataPart): Promise<string[]> {
    const all = [...[...columns, ...withheld].map((column) => `${table}.${column}`), ...copies];
    const found = await Promise.all(
      all.map(async (named) => {
        const [of = '', column = ''] = named.split('.');
        const values = (await database.knex(of).pluck(column)) as unknown[];
        const text = JSON.stringify(values.map((value) => unquoted(value))).toLowerCase();
        return traces.some((trace) => text.includes(trace)) ? [named] : [];
      }),
    );
    return found.flat();
  }
});

/** JSON as what it says, so that a name is written alike in it and elsewhere. */
function unquoted(value: unknown): unknown {
  try {
    return JSON.parse(String(value)) as unknown;
  } catch {
    return value;
  }
}
