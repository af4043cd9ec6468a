import { expect } from 'chai';
import { onDatabase } from '../../support/databases.js';
import { statementsOf } from '../../support/statements.js';
import { Campus } from './campus/campus.js';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'];

onDatabase('The statements of a repetition', (database) => {
  /** What a repetition of `weeks` weeks sends, as verb and table, in a session with so many learners. */
  async function sent(weeks: number, learners: number, enrolmentMode: string): Promise<readonly string[]> {
    const campus = new Campus(database.knex, learners);
    const { id } = await campus.create({ enrolmentMode, trainerIds: ['trainer1', 'trainer2'] });
    const statements = await statementsOf(database.knex, async () => {
      const { created } = await campus.repeat(id, { weekdays, weeks }, { 'idempotency-key': id });
      expect(created).to.equal(weeks * weekdays.length);
    });
    return statements.map(({ sql }) => /^\w+( (into|from))?( `\w+`)?/.exec(sql)?.[0] ?? sql);
  }

  it('are as many for 500 learners as for two, whatever the mode', async () => {
    const automatic = await sent(200, 500, 'automatic');

    expect(await sent(200, 2, 'automatic')).to.deep.equal(automatic);
    expect(await sent(200, 500, 'manual')).to.deep.equal(automatic);
  });

  it('are a few multi-row inserts per table for 1,000 copies, and hardly more than for five', async () => {
    const thousand = await sent(200, 500, 'automatic');
    const five = await sent(1, 500, 'automatic');
    const inserts = new Map<string, number>();
    for (const sql of thousand.filter((one) => one.startsWith('insert')))
      inserts.set(sql, (inserts.get(sql) ?? 0) + 1);

    // One statement of SQLite takes 500 rows.
    const isSqlite = database.engine === 'sqlite';
    expect(Object.fromEntries(inserts)).to.deep.equal({
      'insert into `seance_idempotency`': 1,
      'insert into `seance`': isSqlite ? 2 : 1,
      'insert into `seance_trainer`': isSqlite ? 4 : 1,
      'insert into `seance_event`': isSqlite ? 2 : 1,
    });
    expect(thousand.filter((one) => !one.startsWith('insert'))).to.deep.equal(
      five.filter((one) => !one.startsWith('insert')),
    );
    expect(thousand).to.have.length.below(30);
  });
});
