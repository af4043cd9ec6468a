import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { insertRows } from '../../../src/adapters/knex/many-rows.js';
import { ReadPersonalData } from '../../../src/application/personal-data/read-personal-data.js';
import { withoutOthers } from '../../../src/domain/personal-data/personal-data.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { type PersonalDataPart, readManifest } from '../../../src/index.js';
import { FixedClock } from '../../../src/testing/index.js';
import { today } from '../../support/campus.js';
import { onDatabase } from '../../support/databases.js';
import { startPlugin, stopPlugins } from '../../support/plugin-under-test.js';
import { rejection } from '../../support/rejections.js';
import { bystander, insertRowAbout, type Row, seanceOfRows } from '../../support/rows-about.js';
import { statementsOf } from '../../support/statements.js';

const asker = { id: 'asker "1"', name: 'Zoé Asker' };
const other = { id: 'Asker "1"', name: 'Somebody Else' };
const parts: readonly PersonalDataPart[] = readManifest().personalData;

onDatabase('What is stored about one person', (database) => {
  const read = (userId = asker.id) =>
    new ReadPersonalData(new KnexUnitOfWork(database.open), parts, new FixedClock(today)).run(userId);

  beforeEach(async () => {
    for (const table of new Set(parts.map(({ table }) => table))) await database.knex(table).delete();
    await database.knex('seance').insert(seanceOfRows);
  });

  for (const part of parts) {
    it(`is handed out, of ${part.id}, with all that the list names and nothing of others`, async () => {
      const row = await insertRowAbout(database.knex, part, asker);
      await insertRowAbout(database.knex, part, other);
      const { data } = await read();

      expect(data[part.id]).to.deep.equal([expectedOf(part, row)]);
      const text = JSON.stringify(data);
      for (const { name } of [other, bystander]) expect(text).to.not.include(name);
      for (const column of part.withheld ?? []) expect(text).to.not.include(row[column]);
    });
  }

  it('is nothing of who is not known, part by part', async () => {
    for (const part of parts) await insertRowAbout(database.knex, part, other);
    const nothing = Object.fromEntries(parts.map(({ id }) => [id, []]));

    expect(await read()).to.deep.equal({ userId: asker.id, at: today as Instant, data: nothing });
  });

  it('is read in pages, each row once, however many there are', async () => {
    const [comments] = parts.filter(({ id }) => id === 'comments');
    const row = await insertRowAbout(database.knex, comments as PersonalDataPart, asker);
    const rows = Array.from({ length: 2_999 }, (_, index) => ({ ...row, id: `more ${index}` }));
    await insertRows(database.knex, 'seance_comment', rows);
    const statements = await statementsOf(database.knex, async () => {
      const { data } = await read();
      expect(new Set(data['comments']?.map(({ id }) => id)).size).to.equal(3_000);
    });

    const ofComments = statements.filter(({ sql }) => sql.includes('seance_comment'));
    expect(ofComments.length).to.equal(4);
  });

  it('is refused of an empty id, which everybody has who is gone', async () => {
    expect(await rejection(read(''))).to.be.instanceOf(RangeError);
  });

  it('is handed out by the plugin, as plain JSON', async () => {
    for (const part of parts) await insertRowAbout(database.knex, part, asker);
    const { plugin } = await startPlugin(database.knex);
    const answer = await plugin.personalData(asker.id);
    await stopPlugins();

    expect(answer).to.deep.equal(await read());
    expect(JSON.parse(JSON.stringify(answer))).to.deep.equal(answer);
    for (const { id } of parts) expect(answer.data[id], id).to.not.have.length(0);
  });
});

/** What is to be said of a row. */
function expectedOf({ columns, json = [] }: PersonalDataPart, row: Row): Row {
  const told = columns.map((column) => {
    const value = row[column];
    return [inCamelCase(column), json.includes(column) ? JSON.parse(String(value)) : value] as const;
  });
  return withoutOthers(Object.fromEntries(told), asker.id) as Row;
}

function inCamelCase(column: string): string {
  const [first = '', ...words] = column.split('_');
  return [first, ...words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)].join('');
}
