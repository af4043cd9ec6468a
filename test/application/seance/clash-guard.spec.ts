import { expect } from 'chai';
import { onDatabase } from '../../support/databases.js';
import { type Answer, Campus, type Problem } from '../repetition/campus/campus.js';

const monday = { start: '2025-03-03T10:00', end: '2025-03-03T11:00' };
const tuesday = { start: '2025-03-04T10:00', end: '2025-03-04T11:00' };
const ada = { trainerIds: ['trainer1'] };

interface Clashing extends Problem {
  readonly errors: readonly (Problem['errors'][number] & {
    readonly clash: object;
    readonly seance?: { readonly id: string };
  })[];
}

onDatabase('Clashes where the platform refuses them', (database) => {
  let campus: Campus;
  let takenBy: { readonly id: string; readonly name: string };

  const refuse = (policy: 'refuse' | 'warn') =>
    database.knex('seance_setting').insert({ name: 'clashes', value: JSON.stringify(policy) });

  beforeEach(async () => {
    campus = new Campus(database.knex);
    const { id, name } = await campus.create({ name: 'Réunion', ...ada, locationId: 'room-a' });
    takenBy = { id, name };
    await refuse('refuse');
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_setting', 'seance_resource', 'seance_event'])
      await database.knex(table).delete();
  });

  function expectRefused(answer: Answer, code: string, pointer: string, start: string): Clashing['errors'] {
    const { status, body } = answer as Answer<Clashing>;
    expect([status, body.code], JSON.stringify(body)).to.deep.equal([409, code]);
    expect(body.errors[0]).to.include({ code, pointer });
    expect(body.errors[0]?.clash).to.deep.include({ start, takenBy });
    return body.errors;
  }

  const post = (path: string, body: object) => campus.request<Clashing>('POST', `demo/seances${path}`, body);
  const patch = (id: string, body: object, scope = 'this') =>
    campus.request<Clashing>('PATCH', `demo/seances/${id}?scope=${scope}`, body);

  it('refuse a creation, with the date, what is taken and by which séance', async () => {
    const answer = await post('', { name: 'Cours', ...monday, ...ada });
    const errors = expectRefused(answer, 'trainer-busy', '/trainerIds', monday.start);
    expect(errors[0]?.clash).to.deep.equal({
      name: 'Cours',
      start: monday.start,
      resource: { id: 'trainer1', name: 'Ada UN' },
      takenBy,
    });
    expect(errors[0]?.message).to.contain('Ada UN').and.to.contain('Réunion').and.to.contain('3 mars 2025');
    expectRefused(
      await post('', { name: 'Cours', ...monday, locationId: 'room-a' }),
      'location-busy',
      '/locationId',
      monday.start,
    );
    const free = { name: 'Cours', ...monday, trainerIds: ['trainer2'], locationId: 'room-b' };
    expect((await post('', free)).status).to.equal(201);
  });

  it('refuse an edit that takes what is taken: at another time, another trainer, another place', async () => {
    const { id } = await campus.create({ ...tuesday, ...ada });
    const errors = expectRefused(await patch(id, monday), 'trainer-busy', '/start', monday.start);
    expect(errors[0]?.seance).to.deep.include({ id });
    const { id: alone } = await campus.create(monday);
    expectRefused(await patch(alone, ada), 'trainer-busy', '/trainerIds', monday.start);
    expectRefused(await patch(alone, { locationId: 'room-a' }), 'location-busy', '/locationId', monday.start);
    expectRefused(
      await patch(id, {
        timeZone: 'Europe/London',
        ...monday,
        end: '2025-03-03T10:30',
        start: '2025-03-03T09:00',
      }),
      'trainer-busy',
      '/start',
      '2025-03-03T09:00',
    );
  });

  it('leave alone what clashed before, as long as nothing is taken newly', async () => {
    await database.knex('seance_setting').delete();
    const { id } = await campus.create({ ...monday, ...ada, locationId: 'room-a' });
    await refuse('refuse');

    expect((await patch(id, { name: 'Autre', capacity: 3 })).status).to.equal(200);
    expect((await patch(id, { locationId: 'room-b' })).status).to.equal(200);
    expect((await patch(id, { trainerIds: ['trainer1', 'trainer2'] })).status).to.equal(200);
    expectRefused(await patch(id, { end: '2025-03-03T11:30' }), 'trainer-busy', '/end', monday.start);
  });

  it('refuse a place that is taken, however many clashes of the trainer are left alone', async () => {
    await database.knex('seance_setting').delete();
    const { id } = await campus.create({ ...monday, ...ada });
    await Promise.all(Array.from({ length: 55 }, () => campus.create({ ...monday, ...ada })));
    await refuse('refuse');

    expectRefused(await patch(id, { locationId: 'room-a' }), 'location-busy', '/locationId', monday.start);
  });

  it('refuse a change of a series and a repetition for one of their dates, and write nothing', async () => {
    const { id } = await campus.create({ start: '2025-02-24T10:00', end: '2025-02-24T11:00', ...ada });
    const rule = { weekdays: ['MO'], weeks: 2 };
    expectRefused(await post(`/${id}/repetitions`, rule), 'trainer-busy', '/weekdays', monday.start);
    expect((await post(`/${id}/repetitions`, { ...rule, exceptDates: ['2025-03-03'] })).status).to.equal(201);
    await campus.edit(id, { trainerIds: ['trainer2'] }, 'all');
    await campus.edit(id, { start: '2025-03-03T12:00', end: '2025-03-03T13:00' });

    const back = { start: '2025-03-03T10:30', end: '2025-03-03T11:30', ...ada };
    expectRefused(await patch(id, back, 'all'), 'trainer-busy', '/start', '2025-03-03T10:30');
    expect((await campus.get(id)).start).to.equal('2025-03-03T12:00');
  });

  it('refuse two of one change that would take the same', async () => {
    const { id } = await campus.create({ ...tuesday, trainerIds: ['trainer2'] });
    const { items } = await campus.repeat(id, { weekdays: ['TU'], weeks: 1 });
    await campus.edit(items[0]!.id, { start: '2025-03-04T11:00', end: '2025-03-04T12:00' });

    const answer = await patch(id, { end: '2025-03-04T12:00' }, 'all');
    expect([answer.status, answer.body.code]).to.deep.equal([409, 'trainer-busy']);
  });

  it('refuse a restoration, of one, of several and of a deletion, which points at it', async () => {
    const { id } = await campus.create({ ...tuesday, ...ada });
    await campus.delete(id);
    const { id: later } = await campus.create({ name: 'Réunion', ...tuesday, ...ada });
    takenBy = { id: later, name: 'Réunion' };
    const [deletionId] = await database.knex('seance').where({ id }).pluck<string[]>('deletion_id');

    expectRefused(await post(`/${id}/restore`, {}), 'trainer-busy', '', tuesday.start);
    expectRefused(await post('/restore', { ids: [id] }), 'trainer-busy', '/ids/0', tuesday.start);
    expectRefused(await post('/restore', { deletionId }), 'trainer-busy', '/deletionId', tuesday.start);
    await campus.delete(later);
    expect((await post(`/${id}/restore`, {})).status).to.equal(200);
  });

  it('say the same as what was answered when the same request comes again', async () => {
    const headers = { 'idempotency-key': 'again' };
    const body = { name: 'Cours', ...tuesday, ...ada };
    const first = await campus.request('POST', 'demo/seances', body, headers);
    expect(first.status).to.equal(201);
    expect(await campus.request('POST', 'demo/seances', body, headers)).to.deep.include({ body: first.body });
  });

  it('lock nothing as long as they are only told', async () => {
    await database.knex('seance_setting').delete();
    await database.knex('seance_resource').delete();

    expect((await post('', { name: 'Cours', ...monday, ...ada })).status).to.equal(201);
    expect(await database.knex('seance_resource')).to.deep.equal([]);
  });
});
