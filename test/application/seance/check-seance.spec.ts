import { expect } from 'chai';
import type { Warning } from '../../../src/domain/seance/warning.js';
import { onDatabase } from '../../support/databases.js';
import { Campus, type Problem } from '../repetition/campus/campus.js';

const mondays = { weekdays: ['MO'], weeks: 3 };
const monday = { start: '2025-03-03T10:00', end: '2025-03-03T11:00' };

onDatabase('The check of a séance that is being written', (database) => {
  let campus: Campus;

  beforeEach(() => {
    campus = new Campus(database.knex);
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_closed_day', 'seance_location'])
      await database.knex(table).delete();
  });

  async function warnings(body: object, query = ''): Promise<readonly Warning[]> {
    const path = `demo/seances/check${query}`;
    const answer = await campus.request<{ readonly warnings: readonly Warning[] }>('POST', path, body);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body.warnings;
  }

  const codes = async (body: object, query = '') => (await warnings(body, query)).map(({ code }) => code);

  async function close(name: string, startsOn: string): Promise<void> {
    const row = { id: name, name, starts_on: startsOn, ends_on: startsOn };
    await database.knex('seance_closed_day').insert(row);
  }

  it('finds nothing in the way of an ordinary séance, and writes nothing', async () => {
    expect(await warnings({ name: 'Cours', ...monday, groupName: 'Ateliers', enrolmentMode: 'public' }))
      .to //
      .deep.equal([]);
    expect(await database.knex('seance')).to.deep.equal([]);
    expect(await database.knex('seance_group')).to.deep.equal([]);
  });

  it('names the trainer and the place that are taken, and by which séance', async () => {
    const taken = { trainerIds: ['trainer1', 'trainer2'], locationId: 'room-a' };
    const other = await campus.create({ name: 'Réunion', ...taken });
    const seance = { id: other.id, name: 'Réunion' };

    expect(await warnings({ ...monday, trainerIds: ['trainer2'], locationId: 'room-a' })).to.deep.equal([
      {
        code: 'trainer-busy',
        field: 'trainerIds',
        start: monday.start,
        seance,
        resource: { id: 'trainer2', name: 'Blaise DEUX' },
      },
      {
        code: 'location-busy',
        field: 'locationId',
        start: monday.start,
        seance,
        resource: { id: 'room-a', name: 'Salle A' },
      },
    ]);
  });

  it('does not name a séance of another space', async () => {
    await campus.create({ name: 'Secret', trainerIds: ['trainer1'] }, 'other');
    const [warning] = await warnings({ ...monday, trainerIds: ['trainer1'] });

    expect(warning).to.deep.include({ code: 'trainer-busy', seance: null });
  });

  it('says that a day is closed, in the past, and what a clock change does', async () => {
    await close('Fête', '2025-03-03');

    expect(await warnings(monday)).to.deep.equal([
      { code: 'closed-day', field: 'start', start: monday.start, seance: null, name: 'Fête' },
    ]);
    expect(await codes({ start: '2024-05-31T10:00', end: '2024-05-31T11:00' })).to.deep.equal(['past']);
    expect(await warnings({ start: '2025-03-30T02:30', end: '2025-03-30T03:30' })).to.deep.equal([
      {
        code: 'clock-change',
        field: 'start',
        start: '2025-03-30T02:30',
        seance: null,
        clockChange: 'skipped',
      },
    ]);
  });

  it('compares an edited séance with all but itself, and sees it in its series', async () => {
    const { id } = await campus.create({ trainerIds: ['trainer1'] });
    const { items } = await campus.repeat(id, mondays);
    const onFirst = { start: '2025-03-10T10:30', end: '2025-03-10T11:30' };

    expect(await codes({ id, ...monday })).to.deep.equal([]);
    const found = await warnings({ id, ...onFirst });
    expect(found.map(({ code }) => code)).to.deep.equal(['same-series', 'trainer-busy']);
    expect(found[0]?.seance).to.deep.equal({ id: items[0]!.id, name: 'Atelier [1]' });
    // The whole series moves along.
    expect(await codes({ id, ...onFirst }, '?scope=all')).to.deep.equal([]);
  });

  it('tells of each séance in scope, by its start', async () => {
    const { id } = await campus.create();
    await campus.repeat(id, mondays);
    await campus.create({ trainerIds: ['trainer1'], start: '2025-03-10T10:00', end: '2025-03-10T11:00' });
    await campus.create({ trainerIds: ['trainer1'], start: '2025-03-24T09:00', end: '2025-03-24T12:00' });
    const starts = async (scope: string) =>
      (await warnings({ id, trainerIds: ['trainer1'] }, `?scope=${scope}`)).map(({ start }) => start);

    expect(await starts('all')).to.deep.equal(['2025-03-10T10:00', '2025-03-24T10:00']);
    expect(await starts('this')).to.deep.equal([]);
  });

  it('finds two of a series that a change would put at one time', async () => {
    const { id } = await campus.create({ trainerIds: ['trainer1'] });
    const { items } = await campus.repeat(id, { weekdays: ['MO'], weeks: 1 });
    await campus.edit(items[0]!.id, { start: '2025-03-04T10:00', end: '2025-03-04T11:00' });

    const found = await warnings({ id, start: '2025-03-04T10:30', end: '2025-03-04T11:30' }, '?scope=all');
    expect(found.map(({ code, start }) => [code, start])).to.deep.equal([
      ['same-series', '2025-03-04T10:30'],
      ['trainer-busy', '2025-03-04T10:30'],
      ['same-series', '2025-03-04T10:00'],
      ['trainer-busy', '2025-03-04T10:00'],
    ]);
  });

  it('tells no more than fifty', async () => {
    const rows = Array.from({ length: 60 }, () => campus.create({ locationId: 'room-a' }));
    await Promise.all(rows);

    expect(await warnings({ ...monday, locationId: 'room-a' })).to.have.length(50);
  });

  it('refuses what a creation or an edit would refuse, at the field', async () => {
    const { id } = await campus.create();
    const refusals: readonly (readonly [object, string, string])[] = [
      [{ end: monday.end }, '/start', 'required'],
      [{ start: monday.start }, '/end', 'required'],
      [{ ...monday, end: monday.start }, '/end', 'end-before-start'],
      [{ id, end: '2025-03-03T09:00' }, '/end', 'end-before-start'],
      [{ ...monday, trainerIds: ['nobody'] }, '/trainerIds/0', 'not-proposed'],
      [{ ...monday, locationId: 'nowhere' }, '/locationId', 'not-proposed'],
      [{ ...monday, colour: 'red' }, '/colour', 'unknown-field'],
    ];
    for (const [body, pointer, code] of refusals) {
      const answer = await campus.request<Problem>('POST', 'demo/seances/check', body);
      expect(answer.status, pointer).to.equal(422);
      expect(answer.body.errors[0]).to.include({ pointer, code });
    }
    const ofNobody = await campus.request<Problem>('POST', 'demo/seances/check', { id: 'nobody', ...monday });
    expect(ofNobody.status).to.equal(404);
  });
});
