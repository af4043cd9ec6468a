import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { onDatabase } from '../../support/databases.js';
import { place } from '../../support/seance-records.js';
import { Campus, type Problem } from './campus/campus.js';

const threeMondays = { weekdays: ['MO'], weeks: 3 };

onDatabase('The copies of a séance', (database) => {
  let campus: Campus;

  before(() => {
    campus = new Campus(database.knex);
  });

  const named = async (seriesId: string) => (await campus.series(seriesId)).map(({ name }) => name);

  it('have everything of the source but its time, its number and its enrolments', async () => {
    const source = await campus.create({
      description: '<p>Avec <strong>soin</strong></p>',
      extraInfo: '<p>Stylo</p>',
      enrolmentMode: 'public',
      capacity: 12,
      locationId: 'room-a',
      trainerIds: ['trainer2', 'trainer1'],
      groupName: 'Matin',
      inAgenda: true,
      timeZone: 'America/St_Johns',
    });
    await database.knex('seance').where({ id: source.id }).update({ enrolled_count: 3, waiting_count: 2 });
    const { items, seriesId, created } = await campus.repeat(source.id, threeMondays);

    expect(created).to.equal(3);
    for (const copy of [...items, ...(await campus.series(seriesId)).filter(({ id }) => id !== source.id)]) {
      expect(withoutTimes(copy)).to.deep.equal({ ...withoutTimes(source), seriesId });
      expect(copy).to.include({ enrolledCount: 0, waitingCount: 0, version: 1 });
    }
  });

  it('leave the source as it is, but for its series', async () => {
    const { id } = await campus.create({
      trainerIds: ['trainer1'],
      groupName: 'Soir',
      enrolmentMode: 'public',
    });
    const row = async () => (await database.knex('seance').where({ id }))[0] as Record<string, unknown>;
    const trainers = () => database.knex('seance_trainer').where({ seance_id: id });
    const [before, trainersBefore] = [await row(), await trainers()];
    campus.clock.advance(60);
    const { seriesId } = await campus.repeat(id, threeMondays);

    expect(await row()).to.deep.equal({ ...before, series_id: seriesId });
    expect(await trainers()).to.deep.equal(trainersBefore);
  });

  it('are the first hundred in the answer, and all of them in the list', async () => {
    const { id } = await campus.create();
    const { items, created, seriesId } = await campus.repeat(id, {
      weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
      weeks: 25,
    });

    expect(created).to.equal(125);
    expect(items).to.have.length(100);
    expect(items).to.deep.equal((await campus.series(seriesId)).filter((one) => one.id !== id).slice(0, 100));
  });

  it('are created one by one in the history, and come from the manager of the session who repeats', async () => {
    const { id } = await campus.create();
    const { items } = await campus.repeat(id, threeMondays);
    const managed = await campus.repeat(id, { weekdays: ['TU'], weeks: 1 }, { 'x-actor': 'manager' });

    for (const one of items)
      expect((await campus.edits(one.id)).items.map(({ type }) => type)).to.deep.equal(['seance.created']);
    expect([items[0]?.origin, managed.items[0]?.origin]).to.deep.equal(['space', 'manager']);
  });

  it('of a séance that was changed by hand follow the next change of the series all the same', async () => {
    const { id } = await campus.create();
    const { items } = await campus.repeat(id, threeMondays);
    await campus.edit(items[0]!.id, { inAgenda: true, capacity: 7 });
    const { items: further } = await campus.repeat(items[0]!.id, { weekdays: ['TU'], weeks: 1 });
    expect(further[0]?.capacity).to.equal(7);
    await campus.edit(id, { capacity: 9 }, 'all');

    expect((await campus.get(items[0]!.id)).capacity).to.equal(7);
    expect((await campus.get(further[0]!.id)).capacity).to.equal(9);
  });

  it('are numbered from 1 in the order of their dates', async () => {
    const { id } = await campus.create();
    const { items, seriesId } = await campus.repeat(id, threeMondays);

    expect(items.map(({ name }) => name)).to.deep.equal(['Atelier [1]', 'Atelier [2]', 'Atelier [3]']);
    expect(await named(seriesId)).to.deep.equal(['Atelier', 'Atelier [1]', 'Atelier [2]', 'Atelier [3]']);
  });

  it('go on with the numbers when a copy is repeated, and when the source is repeated again', async () => {
    const { id } = await campus.create();
    const { items, seriesId } = await campus.repeat(id, threeMondays);
    const further = await campus.repeat(items[2]!.id, { weekdays: ['MO'], weeks: 2 });
    const again = await campus.repeat(id, { weekdays: ['TU'], weeks: 1 });

    expect(further.seriesId).to.equal(seriesId);
    expect(further.items.map(({ name }) => name)).to.deep.equal(['Atelier [4]', 'Atelier [5]']);
    expect(again.seriesId).to.equal(seriesId);
    expect(again.items.map(({ name }) => name)).to.deep.equal(['Atelier [6]']);
    expect(await named(seriesId)).to.have.length(7);
  });

  it('go on with the numbers after the highest, also when that séance has been deleted', async () => {
    const { id } = await campus.create();
    const { items } = await campus.repeat(id, threeMondays);
    await campus.delete(items[2]!.id);
    const { items: further } = await campus.repeat(id, { weekdays: ['WE'], weeks: 1 });

    expect(further.map(({ name }) => name)).to.deep.equal(['Atelier [4]']);
  });

  it('have the place of the source, and the preview says when that was deleted', async () => {
    const { knex } = database;
    const gone = { ...place('gone', 'Salle fermée'), name_sort: '', search_text: '', from_host: false };
    const { streetNumber, postalCode, ...row } = gone;
    await knex('seance_location').insert({ ...row, street_number: streetNumber, postal_code: postalCode });
    const { id } = await campus.create({ locationId: 'gone' });
    const told = async () => (await campus.preview(id, threeMondays)).occurrences.map((one) => one.warnings);

    expect(await told()).to.deep.equal([[], [], []]);
    await knex('seance_location').where({ id: 'gone' }).update({ deleted_at: '2025-01-01T00:00:00Z' });
    expect((await told()).map(([warning]) => [warning?.code, warning?.resource])).to.deep.equal(
      Array(3).fill(['location-deleted', { id: 'gone', name: 'Salle fermée' }]),
    );
    const { items } = await campus.repeat(id, threeMondays);
    expect(items.map(({ location }) => location?.id)).to.deep.equal(Array(3).fill('gone'));
    await knex('seance_location').where({ id: 'gone' }).delete();
  });

  it('are not made again on dates that the series has, unless these are kept', async () => {
    const { id } = await campus.create();
    await campus.repeat(id, threeMondays);
    const again = { ...threeMondays, weekdays: ['MO', 'WE'] };
    const kept = { ...again, keepDates: ['2025-03-10'] };

    const { skipped } = await campus.preview(id, again);
    expect(skipped).to.deep.equal(
      ['2025-03-10', '2025-03-17', '2025-03-24'].map((date) => ({ date, reason: 'same-series' })),
    );
    const preview = await campus.preview(id, kept);
    expect(preview.occurrences[1]?.warnings.map(({ code, seance }) => [code, seance?.name])).to.deep.equal([
      ['same-series', 'Atelier [1]'],
    ]);
    const { items } = await campus.repeat(id, kept);
    expect(items.map(({ start }) => start)).to.deep.equal(preview.occurrences.map(({ start }) => start));
  });

  it('are refused when the series has them all', async () => {
    const { id } = await campus.create();
    const { items } = await campus.repeat(id, threeMondays);

    expect((await campus.preview(id, threeMondays)).occurrences).to.deep.equal([]);
    for (const source of [id, items[0]!.id]) {
      const path = `demo/seances/${source}/repetitions`;
      const body = { weekdays: ['MO'], until: '2025-03-24' };
      const answer = await campus.request<Problem>('POST', path, body);
      expect(answer.status).to.equal(422);
      expect(answer.body.errors[0]).to.include({ pointer: '/weekdays', code: 'no-occurrence' });
    }
  });

  it('take nothing in a name for a number that no repetition gave', async () => {
    const { id } = await campus.create({ name: 'Excel [2016]' });
    const { items, seriesId } = await campus.repeat(id, { weekdays: ['MO'], weeks: 2 });

    expect(items.map(({ name }) => name)).to.deep.equal(['Excel [2016] [1]', 'Excel [2016] [2]']);
    await campus.edit(id, { name: 'Access [2019]' }, 'all');
    const names = (await campus.series(seriesId)).map(({ name }) => name);
    expect(names).to.deep.equal(['Access [2019]', 'Access [2019] [1]', 'Access [2019] [2]']);
    const further = await campus.repeat(items[1]!.id, { weekdays: ['TU'], weeks: 1 });
    expect(further.items.map(({ name }) => name)).to.deep.equal(['Access [2019] [3]']);
  });

  it('have the name of the source when numbering is off, by request or by the setting', async () => {
    const { id } = await campus.create();
    const { items } = await campus.repeat(id, { ...threeMondays, numbering: false });
    await database.knex('seance_setting').insert({ name: 'numbering', value: 'false' });
    const { occurrences } = await campus.preview(id, { weekdays: ['TU'], weeks: 1 });
    const { occurrences: asked } = await campus.preview(id, { weekdays: ['TU'], weeks: 1, numbering: true });
    await database.knex('seance_setting').delete();

    expect(items.map(({ name }) => name)).to.deep.equal(['Atelier', 'Atelier', 'Atelier']);
    expect(occurrences[0]?.name).to.equal('Atelier');
    expect(asked[0]?.name).to.equal('Atelier [1]');
  });

  it('keep their number when the name of the source fills the field: the name gives way', async () => {
    const { id } = await campus.create({ name: 'é'.repeat(255) });
    const { items } = await campus.repeat(id, { weekdays: ['MO'], weeks: 10 });

    expect(items[0]?.name).to.equal(`${'é'.repeat(251)} [1]`);
    expect(items[9]?.name).to.equal(`${'é'.repeat(250)} [10]`);
  });

  it('are found by the number in their name', async () => {
    const { id } = await campus.create({ name: 'Retrouvable' });
    await campus.repeat(id, threeMondays);
    const { body } = await campus.request<{ items: SeanceView[] }>('GET', 'demo/seances?q=retrouvable+2');

    expect(body.items.map(({ name }) => name)).to.deep.equal(['Retrouvable [2]']);
  });

  it('are what the preview said: times, names and instants', async () => {
    const { id } = await campus.create({ start: '2025-10-20T23:30', end: '2025-10-21T02:15' });
    const rule = { weekdays: ['TU', 'SA', 'SU'], weeks: 4, interval: 2, exceptDates: ['2025-11-04'] };
    const { occurrences } = await campus.preview(id, rule);
    const { items } = await campus.repeat(id, rule);

    expect(items.map(planned)).to.deep.equal(occurrences.map(planned));
    expect(items).to.have.length(5);
  });

  it('may have the longest texts that there are, and be asked for again with the same key', async () => {
    const text = 'é'.repeat(49_900);
    const texts = { description: `<p>${text}</p>`, extraInfo: `<p>${text}</p>` };
    const { id } = await campus.create(texts);
    const request = () =>
      campus.repeat(id, { weekdays: ['MO', 'WE', 'FR'], weeks: 50 }, { 'idempotency-key': 'longest-texts' });
    const [first, again] = [await request(), await request()];

    expect(first.created).to.equal(150);
    expect(first.items[99]).to.include(texts);
    expect(JSON.stringify(again) === JSON.stringify(first), 'the same answer').to.equal(true);
  }).timeout(60_000);

  it('are not made by who may only look', async () => {
    const { id } = await campus.create();
    const asLearner = { 'x-actor': 'learner1' };
    const refused = await campus.request('POST', `demo/seances/${id}/repetitions`, threeMondays, asLearner);
    const preview = await campus.request(
      'POST',
      `demo/seances/${id}/repetitions/preview`,
      threeMondays,
      asLearner,
    );
    const elsewhere = await campus.request('POST', `other/seances/${id}/repetitions`, threeMondays);

    expect([refused.status, preview.status, elsewhere.status]).to.deep.equal([403, 403, 404]);
    expect((await campus.get(id)).seriesId).to.equal(null);
  });
});

function planned({
  name,
  start,
  end,
  startsAt,
  endsAt,
  timeZone,
}: Pick<SeanceView, 'name' | 'start' | 'end' | 'startsAt' | 'endsAt' | 'timeZone'>) {
  return { name, start, end, startsAt, endsAt, timeZone };
}

/** What a copy has in common with its source. */
function withoutTimes(view: SeanceView) {
  const {
    id: _,
    name,
    start: _s,
    end: _e,
    startsAt: _sa,
    endsAt: _ea,
    version: _v,
    enrolledCount: _c,
    waitingCount: _w,
    ...same
  } = view;
  return { ...same, name: name.replace(/ \[\d+\]$/, '') };
}
