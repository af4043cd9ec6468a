import { expect } from 'chai';
import { shiftInstant, type Instant } from '../../src/domain/time/schedule.js';
import { onDatabase } from '../support/databases.js';
import { Campus } from '../application/repetition/campus/campus.js';
import { run } from './command.js';

onDatabase('seances recompute-instants', (database) => {
  let campus: Campus;

  beforeEach(async () => {
    campus = new Campus(database.knex);
    for (const table of ['seance', 'seance_trainer']) await database.knex(table).delete();
  });

  /** A séance whose instants are off by an hour, as if it had been stored before its country changed the rules. */
  async function outdated(start: string, end: string, timeZone: string): Promise<string> {
    const { id, startsAt, endsAt } = await campus.create({ start, end, timeZone, trainerIds: ['trainer1'] });
    const when = { starts_at: shiftInstant(startsAt, -3_600), ends_at: shiftInstant(endsAt, -3_600) };
    await database.knex('seance').where({ id }).update(when);
    await database.knex('seance_trainer').where({ seance_id: id }).update(when);
    return id;
  }

  const recompute = (...options: string[]) =>
    run(['recompute-instants', '--database', database.address, ...options]);
  const stored = async () => [
    await database.knex('seance').orderBy('id'),
    await database.knex('seance_trainer').orderBy('seance_id'),
  ];

  it('moves what has not ended to the instants of its wall time, says so, and leaves the rest alone', async () => {
    const moved = await outdated('2998-07-01T09:00', '2998-07-01T11:00', 'Europe/Brussels');
    await outdated('2001-07-01T09:00', '2001-07-01T11:00', 'Europe/Brussels');
    await campus.create({ start: '2998-07-02T09:00', end: '2998-07-02T11:00' });
    const before = (await database.knex('seance').whereNot({ id: moved }).orderBy('id')) as unknown[];

    expect(await recompute()).to.deep.equal({
      code: 0,
      errors: '',
      output:
        `${moved} "Atelier" 2998-07-01T09:00 Europe/Brussels: ` +
        '2998-07-01T06:00:00Z -> 2998-07-01T07:00:00Z\n2 checked, 1 moved.\n',
    });
    const { start, end, startsAt, endsAt, version } = await campus.get(moved);
    expect({ start, end, startsAt, endsAt, version }).to.deep.equal({
      start: '2998-07-01T09:00',
      end: '2998-07-01T11:00',
      startsAt: '2998-07-01T07:00:00Z',
      endsAt: '2998-07-01T09:00:00Z',
      version: 2,
    });
    const trainers = await database.knex('seance_trainer').where({ seance_id: moved });
    expect(trainers[0], 'what clashes are looked for by').to.include({
      starts_at: startsAt,
      ends_at: endsAt,
    });
    expect(await database.knex('seance').whereNot({ id: moved }).orderBy('id')).to.deep.equal(before);
  });

  it('is an edit of the platform in the history, told to the host when that is asked for', async () => {
    const kept = await outdated('2998-07-01T09:00', '2998-07-01T11:00', 'Europe/Brussels');
    await recompute();
    const told = await outdated('2998-07-02T09:00', '2998-07-02T11:00', 'Europe/Brussels');
    await recompute('--dry-run', '--tell-host');
    await recompute('--tell-host');

    const { items } = await campus.edits(kept);
    const [{ type, actor, data } = {}] = items;
    expect(items.map((event) => event.type)).to.deep.equal(['seance.edited', 'seance.created']);
    expect({ type, actor, data }).to.deep.equal({
      type: 'seance.edited',
      actor: null,
      data: {
        changed: ['startsAt', 'endsAt'],
        before: { startsAt: '2998-07-01T06:00:00Z', endsAt: '2998-07-01T08:00:00Z' },
        after: { startsAt: '2998-07-01T07:00:00Z', endsAt: '2998-07-01T09:00:00Z' },
      },
    });
    const due = database.knex('seance_event').where({ type: 'seance.edited' }).whereNotNull('due_at');
    expect(await due.pluck('seance_id')).to.deep.equal([told]);
  });

  it('moves what is deleted too: it may come back', async () => {
    const id = await outdated('2998-07-01T09:00', '2998-07-01T11:00', 'Asia/Tokyo');
    await campus.delete(id);

    expect((await recompute()).output).to.match(/1 moved\.\n$/);
  });

  it('does nothing the second time', async () => {
    await outdated('2998-07-01T09:00', '2998-07-01T11:00', 'America/St_Johns');
    await recompute();
    const after = await stored();

    expect((await recompute()).output).to.equal('1 checked, 0 moved.\n');
    expect(await stored()).to.deep.equal(after);
  });

  it('only says what would move with --dry-run', async () => {
    const id = await outdated('2998-07-01T09:00', '2998-07-01T11:00', 'America/St_Johns');
    const before = await stored();
    const { output } = await recompute('--dry-run');

    expect(output).to.contain(`${id} "Atelier" 2998-07-01T09:00 America/St_Johns: `);
    expect(output).to.match(/1 checked, 1 to move\.\n$/);
    expect(await stored()).to.deep.equal(before);
  });

  it('moves each séance once when two processes run it at the same time, also over several batches', async () => {
    const first = await campus.create({ start: '2990-01-01T09:00', end: '2990-01-01T10:00' });
    const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    await campus.repeat(first.id, { weekdays, weeks: 100 });
    const right = await database.knex('seance').select('id', 'starts_at', 'ends_at').orderBy('id');
    for (const { id, starts_at: start } of right as { id: string; starts_at: Instant }[]) {
      await database
        .knex('seance')
        .where({ id })
        .update({ starts_at: shiftInstant(start, 3_600) });
    }
    const ends = await Promise.all([recompute(), recompute()]);
    const moved = ends.map(({ output }) => Number(/(\d+) moved\.\n$/.exec(output)?.[1]));

    expect(ends.map(({ code, errors }) => [code, errors])).to.deep.equal([
      [0, ''],
      [0, ''],
    ]);
    expect((moved[0] ?? 0) + (moved[1] ?? 0)).to.equal(701);
    expect(await database.knex('seance').select('id', 'starts_at', 'ends_at').orderBy('id')).to.deep.equal(
      right,
    );
    expect(await database.knex('seance').max({ version: 'version' })).to.deep.equal([{ version: 2 }]);
  }).timeout(60_000);

  it('finds its database in DATABASE_URL too', async () => {
    const { code, output } = await run(['recompute-instants'], { DATABASE_URL: database.address });

    expect([code, output]).to.deep.equal([0, '0 checked, 0 moved.\n']);
  });
});
