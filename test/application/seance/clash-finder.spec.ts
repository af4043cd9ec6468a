import { expect } from 'chai';
import type { ClashView } from '../../../src/application/seance/clash-finder.js';
import { onDatabase } from '../../support/databases.js';
import { Campus } from '../repetition/campus/campus.js';

const nextMonday = { weekdays: ['MO'], weeks: 1 };
const later = { start: '2025-03-10T10:30', end: '2025-03-10T12:00' };

onDatabase('The clashes of a repetition', (database) => {
  let campus: Campus;

  beforeEach(() => {
    campus = new Campus(database.knex);
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer']) await database.knex(table).delete();
  });

  async function clashes(id: string): Promise<readonly ClashView[]> {
    return (await campus.preview(id, nextMonday)).occurrences[0]!.conflicts;
  }

  it('are with a séance of the same trainer at an overlapping time', async () => {
    const other = await campus.create({ name: 'Cours', trainerIds: ['trainer1', 'trainer2'], ...later });
    const { id } = await campus.create({ trainerIds: ['trainer2'] });

    expect(await clashes(id)).to.deep.equal([
      {
        kind: 'trainer',
        resource: { id: 'trainer2', name: 'Blaise DEUX' },
        startsAt: '2025-03-10T09:30:00Z',
        endsAt: '2025-03-10T11:00:00Z',
        seance: { id: other.id, name: 'Cours' },
      },
    ]);
  });

  it('are with a séance at the same place at an overlapping time', async () => {
    const other = await campus.create({ name: 'Cours', locationId: 'room-a', ...later });
    const { id } = await campus.create({ locationId: 'room-a' });

    expect(await clashes(id)).to.deep.equal([
      {
        kind: 'location',
        resource: { id: 'room-a', name: 'Salle A' },
        startsAt: '2025-03-10T09:30:00Z',
        endsAt: '2025-03-10T11:00:00Z',
        seance: { id: other.id, name: 'Cours' },
      },
    ]);
  });

  it('are none with another trainer at another place, nor at another time', async () => {
    await campus.create({ trainerIds: ['trainer1'], locationId: 'room-b', ...later });
    await campus.create({
      trainerIds: ['trainer2'],
      locationId: 'room-a',
      start: '2025-03-11T10:00',
      end: '2025-03-11T11:00',
    });
    const { id } = await campus.create({ trainerIds: ['trainer2'], locationId: 'room-a' });

    expect(await clashes(id)).to.deep.equal([]);
  });

  it('are none where one ends as the other starts', async () => {
    await campus.create({ trainerIds: ['trainer1'], start: '2025-03-10T11:00', end: '2025-03-10T12:00' });
    await campus.create({ trainerIds: ['trainer1'], start: '2025-03-10T09:00', end: '2025-03-10T10:00' });
    const { id } = await campus.create({ trainerIds: ['trainer1'] });

    expect(await clashes(id)).to.deep.equal([]);
  });

  it('are counted in instants, whatever the zones of the two séances', async () => {
    await campus.create({
      name: 'Loin',
      trainerIds: ['trainer1'],
      start: '2025-03-10T18:15',
      end: '2025-03-10T19:00',
      timeZone: 'Asia/Tokyo',
    });
    const { id } = await campus.create({ trainerIds: ['trainer1'] });

    expect((await clashes(id)).map(({ seance }) => seance?.name)).to.deep.equal(['Loin']);
  });

  it('are with séances of other spaces too, without their names', async () => {
    await campus.create(
      { name: 'Secret', trainerIds: ['trainer1'], locationId: 'room-a', ...later },
      'other',
    );
    const { id } = await campus.create({ trainerIds: ['trainer1'], locationId: 'room-a' });
    const found = await clashes(id);

    expect(found.map(({ kind, seance }) => ({ kind, seance }))).to.have.deep.members([
      { kind: 'trainer', seance: null },
      { kind: 'location', seance: null },
    ]);
    expect(JSON.stringify(found)).not.to.contain('Secret');
  });

  it('are none with séances that are deleted', async () => {
    const { id: deleted } = await campus.create({ trainerIds: ['trainer1'], locationId: 'room-a', ...later });
    await campus.delete(deleted);
    const { id } = await campus.create({ trainerIds: ['trainer1'], locationId: 'room-a' });

    expect(await clashes(id)).to.deep.equal([]);
  });

  it('are shown at each date that has some', async () => {
    await campus.create({ name: 'Un', trainerIds: ['trainer1'], ...later });
    await campus.create({
      name: 'Deux',
      trainerIds: ['trainer1'],
      start: '2025-03-23T09:00',
      end: '2025-03-25T09:00',
    });
    const { id } = await campus.create({ trainerIds: ['trainer1'] });
    const { occurrences } = await campus.preview(id, { weekdays: ['MO'], weeks: 4 });

    expect(occurrences.map(({ conflicts }) => conflicts.map(({ seance }) => seance?.name))).to.deep.equal([
      ['Un'],
      [],
      ['Deux'],
      [],
    ]);
  });

  it('are with the source itself when it still lasts', async () => {
    const { id } = await campus.create({ name: 'Stage', trainerIds: ['trainer1'], end: '2025-03-10T18:00' });

    expect((await clashes(id)).map(({ seance }) => seance?.name)).to.deep.equal(['Stage']);
  });

  it('are found on the last date too, however busy the place is in between', async () => {
    const rule = { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], weeks: 200 };
    const { id } = await campus.create({ locationId: 'room-a' });
    const night = { start: '2025-03-03T00:00', end: '2025-03-03T00:30', locationId: 'room-a' };
    const { id: busy } = await campus.create(night);
    // More than are looked at in one go: 6 × 1,000, none of them at ten.
    await campus.repeat(busy, rule);
    for (const start of ['01:00', '02:00', '03:00', '04:00', '05:00']) {
      const another = await campus.create({
        ...night,
        start: `2025-03-03T${start}`,
        end: '2025-03-03T06:00',
      });
      await campus.repeat(another.id, rule);
    }
    const last = { start: '2029-01-01T10:00', end: '2029-01-01T12:00' };
    await campus.create({ name: 'Dernier', locationId: 'room-a', ...last });
    const { occurrences } = await campus.preview(id, rule);
    const taken = occurrences.filter(({ conflicts }) => conflicts.length > 0);

    expect(occurrences).to.have.length(1_000);
    expect(taken.map(({ start, conflicts }) => [start, conflicts[0]?.seance?.name])).to.deep.equal([
      ['2029-01-01T10:00', 'Dernier'],
    ]);
  }).timeout(60_000);

  it('are at most 50 for a date, the earliest', async () => {
    const { id } = await campus.create({ locationId: 'room-a' });
    const names = Array.from({ length: 52 }, (_, index) => `À ${String(index).padStart(2, '0')}`);
    for (const name of [...names].reverse()) {
      const start = `2025-03-10T09:${name.slice(2)}`;
      await campus.create({ name, start, end: '2025-03-10T11:00', locationId: 'room-a' });
    }

    expect((await clashes(id)).map(({ seance }) => seance?.name)).to.deep.equal(names.slice(0, 50));
  });

  it('hinder nobody: the copies are made all the same', async () => {
    await campus.create({ trainerIds: ['trainer1'], ...later });
    const { id } = await campus.create({ trainerIds: ['trainer1'] });

    expect((await campus.repeat(id, nextMonday)).created).to.equal(1);
  });
});

onDatabase('The clashes of a change of a series', (database) => {
  let campus: Campus;

  before(() => {
    campus = new Campus(database.knex);
  });

  it('are with other séances, never with those that move along', async () => {
    const { id } = await campus.create({ trainerIds: ['trainer1'] });
    await campus.repeat(id, { weekdays: ['MO', 'TU'], weeks: 1 });
    await campus.create({
      name: 'Gêneur',
      trainerIds: ['trainer1'],
      start: '2025-03-11T10:00',
      end: '2025-03-11T10:30',
    });
    const changes = await campus.previewEdit(
      id,
      { start: '2025-03-04T10:00', end: '2025-03-04T11:00' },
      'all',
    );

    expect(
      changes.map(({ start, conflicts }) => [start, conflicts.map(({ seance }) => seance?.name)]),
    ).to.deep.equal([
      ['2025-03-04T10:00', []],
      ['2025-03-05T10:00', []],
      ['2025-03-11T10:00', ['Gêneur']],
    ]);
  });

  it('are those of the trainers that a séance has of its own, wherever it has moved', async () => {
    const { id } = await campus.create({
      trainerIds: ['trainer1'],
      start: '2025-04-07T10:00',
      end: '2025-04-07T11:00',
    });
    const { items } = await campus.repeat(id, { weekdays: ['MO'], weeks: 2 });
    await campus.edit(items[1]!.id, {
      trainerIds: ['trainer2'],
      start: '2025-03-04T10:00',
      end: '2025-03-04T11:00',
    });
    for (const [name, trainerId, day] of [
      ['De Blaise', 'trainer2', '2025-03-04'],
      ["D'Ada", 'trainer1', '2025-03-04'],
      ['Encore Ada', 'trainer1', '2025-04-14'],
    ] as const) {
      const [start, end] = [`${day}T10:30`, `${day}T12:00`];
      await campus.create({ name, trainerIds: [trainerId], start, end });
    }
    const changes = await campus.previewEdit(id, { capacity: 5 }, 'all');
    const shown = changes.map((one) => [one.id, one.conflicts.map(({ seance }) => seance?.name)]);

    expect(Object.fromEntries(shown)).to.deep.equal({
      [id]: [],
      [items[0]!.id]: ['Encore Ada'],
      [items[1]!.id]: ['De Blaise'],
    });
  });

  it('are found, as closed days are, where a change puts the séances into another order', async () => {
    const { id } = await campus.create({ trainerIds: ['trainer1'] });
    const { items } = await campus.repeat(id, { weekdays: ['MO'], weeks: 2 });
    // Keeps its own time, on a day in between.
    await campus.edit(items[1]!.id, { start: '2025-03-27T10:00', end: '2025-03-27T11:00' });
    for (const [name, day] of [
      ['Avant', '2025-02-03'],
      ['Entre', '2025-03-27'],
      ['Après', '2025-06-09'],
    ] as const)
      await campus.create({ name, trainerIds: ['trainer1'], start: `${day}T10:30`, end: `${day}T12:00` });
    const closed = ['2025-02-03', '2025-06-09'].map((day) => ({
      id: day,
      name: day,
      starts_on: day,
      ends_on: day,
    }));
    await database.knex('seance_closed_day').insert(closed);
    const shown = async (day: string) => {
      const changes = await campus.previewEdit(id, { start: `${day}T10:00`, end: `${day}T11:00` }, 'all');
      return changes.map(({ start, closedDay, conflicts }) => [
        start.slice(0, 10),
        closedDay,
        ...conflicts.map(({ seance }) => seance?.name),
      ]);
    };
    const [earlier, later] = [await shown('2025-02-03'), await shown('2025-06-02')];
    await database.knex('seance_closed_day').delete();

    expect(earlier).to.have.deep.members([
      ['2025-02-03', '2025-02-03', 'Avant'],
      ['2025-02-10', null],
      ['2025-03-27', null, 'Entre'],
    ]);
    expect(later).to.have.deep.members([
      ['2025-06-02', null],
      ['2025-06-09', '2025-06-09', 'Après'],
      ['2025-03-27', null, 'Entre'],
    ]);
  });

  it('are those of the place that a séance has of its own', async () => {
    const { id } = await campus.create({ locationId: 'room-a' });
    const { items } = await campus.repeat(id, { weekdays: ['MO'], weeks: 2 });
    await campus.edit(items[0]!.id, { locationId: 'room-b' });
    await campus.create({
      name: 'En A',
      locationId: 'room-a',
      start: '2025-03-10T12:00',
      end: '2025-03-10T13:00',
    });
    await campus.create({
      name: 'En B',
      locationId: 'room-b',
      start: '2025-03-10T12:00',
      end: '2025-03-10T13:00',
    });
    const changes = await campus.previewEdit(
      id,
      { start: '2025-03-03T12:00', end: '2025-03-03T13:00' },
      'all',
    );

    expect(changes.map(({ conflicts }) => conflicts.map(({ seance }) => seance?.name))).to.deep.equal([
      [],
      ['En B'],
      [],
    ]);
  });
});
