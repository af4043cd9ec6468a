import { expect } from 'chai';
import type { CreatedSeance } from '../../../src/application/seance/create-seance.js';
import { onDatabase } from '../../support/databases.js';
import { Campus, type Problem } from '../repetition/campus/campus.js';

const workshop = {
  name: 'Atelier',
  description: '<p>Avec <strong>soin</strong></p>',
  enrolmentMode: 'public',
  capacity: 12,
  start: '2025-03-03T10:00',
  end: '2025-03-03T11:00',
  trainerIds: ['trainer1'],
  locationId: 'room-a',
  groupName: 'Matin',
};
const repetition = { weekdays: ['MO'], weeks: 3 };

onDatabase('A séance that is created and repeated in one go', (database) => {
  let campus: Campus;

  beforeEach(() => {
    campus = new Campus(database.knex);
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_group', 'seance_setting', 'seance_closed_day'])
      await database.knex(table).delete();
  });

  const create = (parts: object, headers = {}) =>
    campus.request<CreatedSeance>('POST', 'demo/seances', { ...workshop, ...parts }, headers);

  const refused = async (parts: object) => {
    const { status, body } = await campus.request<Problem>('POST', 'demo/seances', { ...workshop, ...parts });
    return { status, code: body.code, errors: body.errors.map(({ pointer, code }) => [pointer, code]) };
  };

  const stored = () => database.knex('seance').orderBy('start_local');

  it('is the first of its series, whose copies have all that it has', async () => {
    const { status, body, headers } = await create({ repetition });
    const series = await campus.series(body.seriesId);

    expect(status).to.equal(201);
    expect(body.created).to.equal(3);
    expect(headers.get('location')).to.match(new RegExp(`/seances/${body.id}$`));
    expect(series.map(({ name, start }) => [name, start])).to.deep.equal([
      ['Atelier', '2025-03-03T10:00'],
      ['Atelier [1]', '2025-03-10T10:00'],
      ['Atelier [2]', '2025-03-17T10:00'],
      ['Atelier [3]', '2025-03-24T10:00'],
    ]);
    const { created, copyIds, ...first } = body;
    expect(series[0]).to.deep.equal(first);
    expect(series.slice(1).map(({ id }) => id)).to.deep.equal(copyIds);
    for (const { description, capacity, group, trainers, location, baseName } of series)
      expect({ description, capacity, group, trainers, location, baseName }).to.deep.equal({
        description: first.description,
        capacity: 12,
        group: first.group,
        trainers: first.trainers,
        location: first.location,
        baseName: 'Atelier',
      });
  });

  it('is the same as a creation and a repetition one after the other', async () => {
    const { body } = await create({ repetition });
    const { id } = await campus.create(workshop);
    const { seriesId } = await campus.repeat(id, repetition);
    const comparable = async (series: string | null) =>
      (await campus.series(series)).map(({ id: _id, seriesId: _series, ...same }) => same);

    expect(await comparable(body.seriesId)).to.deep.equal(await comparable(seriesId));
  });

  it('tells of each in the history, and of its series', async () => {
    const { body } = await create({ repetition });

    for (const { id } of await campus.series(body.seriesId)) {
      const { items } = await campus.edits(id);
      expect(items.map(({ type }) => type)).to.deep.equal(['seance.created']);
      expect(items[0]?.data['seriesId']).to.equal(body.seriesId);
    }
  });

  it('says nothing of copies when none are asked for', async () => {
    const { body } = await create({});

    expect(body).not.to.have.property('created');
    expect(body.seriesId).to.equal(null);
  });

  it('is created once however often it is sent under one key', async () => {
    const key = { 'idempotency-key': 'once-and-for-all' };
    const { body } = await create({ repetition }, key);
    const again = await create({ repetition }, key);

    expect(again.body).to.deep.equal(body);
    expect(await stored()).to.have.length(4);
    expect((await create({ repetition: { ...repetition, weeks: 2 } }, key)).status).to.equal(422);
  });

  it('is not created when its repetition is refused, which is said where the body has it', async () => {
    const before = { ...repetition, weeks: undefined, until: '2025-03-02' };
    const none = { weekdays: ['TU'], until: '2025-03-03' };

    expect(await refused({ repetition: before })).to.deep.equal({
      status: 422,
      code: 'validation',
      errors: [['/repetition/until', 'until-before-start']],
    });
    expect((await refused({ repetition: none })).errors).to.deep.equal([
      ['/repetition/weekdays', 'no-occurrence'],
    ]);
    expect(await refused({ repetition: { weekdays: ['MO', 'TU', 'WE'], weeks: 1000 } })).to.deep.equal({
      status: 422,
      code: 'too-many-occurrences',
      errors: [['/repetition/weeks', 'too-many-occurrences']],
    });
    expect((await refused({ repetition: { weekdays: [] } })).errors).to.deep.include.members([
      ['/repetition/weekdays', 'too-short'],
      ['/repetition/until', 'required'],
    ]);
    expect((await refused({ repetition: null })).errors).to.deep.equal([['/repetition', 'wrong-type']]);
    expect(await stored()).to.deep.equal([]);
    expect(await database.knex('seance_group')).to.deep.equal([]);
  });

  it('is not made when all of its dates are closed days', async () => {
    const row = { id: 'h', name: 'Congé', starts_on: '2025-03-04', ends_on: '2025-04-30' };
    await database.knex('seance_closed_day').insert(row);

    expect((await refused({ repetition })).errors).to.deep.equal([['/repetition/weekdays', 'no-occurrence']]);
    expect((await create({ repetition: { ...repetition, skipClosedDays: false } })).body.created).to.equal(3);
  });

  it('is refused where clashes are: at its own field, or at the repetition for one of the dates', async () => {
    await campus.create({ ...workshop, name: 'Réunion', start: '2025-03-10T10:30', end: '2025-03-10T11:30' });
    await database.knex('seance_setting').insert({ name: 'clashes', value: JSON.stringify('refuse') });
    const at = (start: string) => ({ start: `${start}T10:00`, end: `${start}T11:00`, repetition });

    const copies = await refused(at('2025-03-03'));
    expect([copies.status, copies.code]).to.deep.equal([409, 'trainer-busy']);
    expect(copies.errors).to.deep.equal([
      ['/repetition/weekdays', 'trainer-busy'],
      ['/repetition/weekdays', 'location-busy'],
    ]);
    expect((await refused(at('2025-03-10'))).errors[0]).to.deep.equal(['/trainerIds', 'trainer-busy']);
    expect(await stored()).to.have.length(1);
  });

  it('is made on the dates that a séance of two days would be repeated on', async () => {
    const camp = { start: '2025-03-03T10:00', end: '2025-03-04T12:00', trainerIds: [], locationId: null };
    const { body } = await create({ ...camp, repetition: { weekdays: ['MO', 'TU'], weeks: 1 } });
    const starts = (await campus.series(body.seriesId)).map(({ start }) => start.slice(0, 10));

    const { id } = await campus.create({ ...workshop, ...camp });
    const { seriesId } = await campus.repeat(id, { weekdays: ['MO', 'TU'], weeks: 1 });
    expect(starts).to.deep.equal((await campus.series(seriesId)).map(({ start }) => start.slice(0, 10)));
  });
});
