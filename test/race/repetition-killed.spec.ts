import { expect } from 'chai';
import { Campus } from '../application/repetition/campus/campus.js';
import { onEveryDatabase } from '../support/databases.js';
import { statementsOf } from '../support/statements.js';
import type { Death } from './repeating-process.js';
import { repeatInProcesses } from './repeating-processes.js';

const copies = 1_000;
const rule = { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], weeks: 200 };
const headers = { 'idempotency-key': 'asked-for-again' };
const tables = ['seance', 'seance_trainer', 'seance_event', 'seance_idempotency'];

onEveryDatabase(`A process that is killed (SIGKILL) while it makes ${copies} copies`, (database) => {
  let campus: Campus;
  let id: string;
  // SQLite answers before anything else can happen; a server is best left alone while it is at work.
  const moment = database.engine === 'sqlite' ? 'before' : 'during';

  beforeEach(async () => {
    campus = new Campus(database.knex);
    for (const table of tables) await database.knex(table).delete();
    ({ id } = await campus.create({ trainerIds: ['trainer1', 'trainer2'] }));
  });

  /** How many rows each table has: what others see of a repetition. */
  async function rows(): Promise<Readonly<Record<string, number>>> {
    const counts = tables.map(async (table) => {
      const [{ n }] = (await database.knex(table).count({ n: '*' })) as unknown as [{ n: number }];
      return [table, n] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  }

  async function killed(death: Death): Promise<void> {
    const [end] = await repeatInProcesses(database.address, [{ ids: [id], rule, headers, death }]);
    expect(end, JSON.stringify(death)).to.deep.equal({ signal: 'SIGKILL', repetitions: [] });
  }

  /** The statements of an undisturbed repetition up to its commit, numbered from 1. */
  async function statements(): Promise<readonly (readonly [number, string])[]> {
    const other = await campus.create({ trainerIds: ['trainer1', 'trainer2'] });
    const sent = await statementsOf(database.knex, () =>
      campus.repeat(other.id, rule, { 'idempotency-key': 'undisturbed' }),
    );
    for (const table of tables) await database.knex(table).whereNot(keyOf(table), id).delete();
    return sent.map(({ sql }, index) => [index + 1, sql] as const);
  }

  it('leaves nothing, whichever table it was writing to; the same request again makes them once', async () => {
    const writes = lastOfEachKind(await statements());
    const before = await rows();
    expect([...writes.keys()]).to.include.members(tables.map((table) => `insert into ${table}`));
    for (const [kind, statement] of writes) {
      await killed({ statement, moment });
      expect(await rows(), kind).to.deep.equal(before);
    }
    expect((await campus.get(id)).seriesId).to.equal(null);

    const first = await campus.repeat(id, rule, headers);
    const again = await campus.repeat(id, rule, headers);
    expect([first.created, again]).to.deep.equal([copies, first]);
    expect(await campus.series(first.seriesId)).to.have.length(copies + 1);
    expect((await rows())['seance']).to.equal(copies + 1);
  }).timeout(240_000);

  it('leaves all or nothing when it dies at the commit; the same request again makes them once', async () => {
    const [commit] = (await statements()).find(([, sql]) => /^commit/i.test(sql)) ?? [];
    await killed({ statement: commit ?? 0, moment });

    expect((await rows())['seance']).to.be.oneOf([1, copies + 1]);
    const { seriesId, created } = await campus.repeat(id, rule, headers);
    expect(created).to.equal(copies);
    expect(await campus.series(seriesId)).to.have.length(copies + 1);
    expect((await rows())['seance']).to.equal(copies + 1);
  }).timeout(120_000);
});

/** The last statement that inserts into, and that updates, each table: by then the others of its kind are done. */
function lastOfEachKind(statements: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(
    statements.flatMap(([number, sql]) => {
      const [, verb, table] = /^(insert into|update) `(\w+)`/.exec(sql) ?? [];
      return verb && table ? [[`${verb} ${table}`, number] as const] : [];
    }),
  );
}

function keyOf(table: string): string {
  return table === 'seance' ? 'id' : table === 'seance_idempotency' ? 'idempotency_key' : 'seance_id';
}
