import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { onDatabase } from '../../support/databases.js';
import { Campus, type Problem } from '../repetition/campus/campus.js';

/** The first of a weekly series of five over the change to summer time of 2025-03-30, in Brussels. */
const first = { start: '2025-03-10T10:00', end: '2025-03-10T11:30' };
const fiveMondays = ['2025-03-10', '2025-03-17', '2025-03-24', '2025-03-31', '2025-04-07'];

onDatabase('A change of a series', (database) => {
  let campus: Campus;
  let members: readonly SeanceView[];

  beforeEach(async () => {
    campus = new Campus(database.knex);
    const { id } = await campus.create(first);
    const { seriesId } = await campus.repeat(id, { weekdays: ['MO'], weeks: 4 });
    members = await campus.series(seriesId);
  });

  const now = () => Promise.all(members.map(({ id }) => campus.get(id)));
  const column = async <Key extends keyof SeanceView>(key: Key) => (await now()).map((one) => one[key]);

  it('is of the one séance unless it says otherwise', async () => {
    await campus.edit(members[2]!.id, { capacity: 7 });

    expect(await column('capacity')).to.deep.equal([null, null, 7, null, null]);
    expect(await column('version')).to.deep.equal([1, 1, 2, 1, 1]);
    expect(new Set(await column('seriesId')).size).to.equal(1);
  });

  it('is of the séance and those after it, which become a series of their own', async () => {
    await campus.edit(members[2]!.id, { capacity: 7 }, 'following');
    const [one, two, three, four, five] = await column('seriesId');

    expect(await column('capacity')).to.deep.equal([null, null, 7, 7, 7]);
    expect([one, two]).to.deep.equal([members[0]!.seriesId, members[0]!.seriesId]);
    expect(three).not.to.equal(one);
    expect([four, five]).to.deep.equal([three, three]);
    expect((await campus.series(three!)).map(({ id }) => id)).to.deep.equal(
      members.slice(2).map(({ id }) => id),
    );
  });

  it('is of every séance, whichever it is asked of', async () => {
    await campus.edit(members[3]!.id, { capacity: 7 }, 'all');

    expect(await column('capacity')).to.deep.equal([7, 7, 7, 7, 7]);
    expect(new Set(await column('seriesId'))).to.deep.equal(new Set([members[0]!.seriesId]));
  });

  it('is of every séance for the first and those after it: there is nothing to split off', async () => {
    await campus.edit(members[0]!.id, { capacity: 7 }, 'following');

    expect(await column('capacity')).to.deep.equal([7, 7, 7, 7, 7]);
    expect(new Set(await column('seriesId'))).to.deep.equal(new Set([members[0]!.seriesId]));
  });

  it('is of the one séance when it is on its own, whatever the scope', async () => {
    const { id } = await campus.create({ name: 'Seule' });
    for (const scope of ['this', 'following', 'all'] as const) await campus.edit(id, { capacity: 3 }, scope);

    expect(await campus.get(id)).to.include({ capacity: 3, seriesId: null, version: 4 });
    expect(new Set(await column('capacity'))).to.deep.equal(new Set([null]));
  });

  it('moves every séance by the same wall time, over a change of the clocks', async () => {
    await campus.edit(members[1]!.id, { start: '2025-03-17T11:00', end: '2025-03-17T12:30' }, 'all');

    expect(await column('start')).to.deep.equal(fiveMondays.map((day) => `${day}T11:00`));
    expect(await column('end')).to.deep.equal(fiveMondays.map((day) => `${day}T12:30`));
    expect((await column('startsAt')).map((at) => at.slice(11))).to.deep.equal([
      '10:00:00Z',
      '10:00:00Z',
      '10:00:00Z',
      '09:00:00Z',
      '09:00:00Z',
    ]);
  });

  it('moves every séance to another weekday', async () => {
    await campus.edit(members[4]!.id, { start: '2025-04-10T10:00', end: '2025-04-10T11:30' }, 'all');

    expect(await column('start')).to.deep.equal(
      ['2025-03-13', '2025-03-20', '2025-03-27', '2025-04-03', '2025-04-10'].map((day) => `${day}T10:00`),
    );
  });

  it('moves onto a time that a clock change skips, and off it again, without losing the time', async () => {
    await campus.edit(members[2]!.id, { start: '2025-03-30T02:30', end: '2025-03-30T03:30' }, 'following');
    expect(await column('start')).to.deep.equal([
      '2025-03-10T10:00',
      '2025-03-17T10:00',
      '2025-03-30T02:30',
      '2025-04-06T02:30',
      '2025-04-13T02:30',
    ]);
    expect((await column('startsAt'))[2]).to.equal('2025-03-30T01:30:00Z');
    await campus.edit(members[2]!.id, { start: '2025-03-31T02:30', end: '2025-03-31T03:30' }, 'all');

    expect((await column('start')).slice(2)).to.deep.equal([
      '2025-03-31T02:30',
      '2025-04-07T02:30',
      '2025-04-14T02:30',
    ]);
    expect((await column('startsAt'))[2]).to.equal('2025-03-31T00:30:00Z');
  });

  it('gives every séance the new length, and leaves their days alone', async () => {
    await campus.edit(members[0]!.id, { end: '2025-03-10T13:00' }, 'all');

    expect(await column('start')).to.deep.equal(fiveMondays.map((day) => `${day}T10:00`));
    expect(await column('end')).to.deep.equal(fiveMondays.map((day) => `${day}T13:00`));
  });

  it('renames every séance and leaves its number', async () => {
    await campus.edit(members[3]!.id, { name: 'Cours [3]' }, 'all');

    expect(await column('name')).to.deep.equal(['Cours', 'Cours [1]', 'Cours [2]', 'Cours [3]', 'Cours [4]']);
  });

  it('changes place, trainers, group and texts of every séance', async () => {
    const changes = {
      locationId: 'room-b',
      trainerIds: ['trainer2'],
      groupName: 'Soir',
      enrolmentMode: 'public',
      description: '<p>Neuf</p>',
    };
    await campus.edit(members[0]!.id, changes, 'all');

    for (const one of await now()) {
      expect([one.location?.name, one.group?.name, one.trainers.map(({ id }) => id)]).to.deep.equal([
        'Salle B',
        'Soir',
        ['trainer2'],
      ]);
      expect(one).to.include({ description: '<p>Neuf</p>', enrolmentMode: 'public' });
    }
    const { body } = await campus.request<{ total: number }>(
      'GET',
      'demo/seances?q=soir+blaise+salle&size=all',
    );
    expect(body.total, 'they are found by what they have now').to.be.at.least(5);
  });

  it('leaves what was changed by hand in one séance as it is', async () => {
    await campus.edit(members[1]!.id, { start: '2025-03-18T14:00', end: '2025-03-18T15:30', capacity: 3 });
    await campus.edit(members[2]!.id, { name: 'Visite', locationId: 'room-b' });
    const changes = {
      start: '2025-03-10T09:00',
      end: '2025-03-10T10:30',
      capacity: 20,
      name: 'Cours',
      locationId: 'room-a',
    };
    await campus.edit(members[0]!.id, changes, 'all');

    expect(await column('start')).to.deep.equal([
      '2025-03-10T09:00',
      '2025-03-18T14:00',
      '2025-03-24T09:00',
      '2025-03-31T09:00',
      '2025-04-07T09:00',
    ]);
    expect(await column('capacity')).to.deep.equal([20, 3, 20, 20, 20]);
    expect(await column('name')).to.deep.equal(['Cours', 'Cours [1]', 'Visite', 'Cours [3]', 'Cours [4]']);
    expect((await column('location')).map((place) => place?.name)).to.deep.equal([
      'Salle A',
      'Salle A',
      'Salle B',
      'Salle A',
      'Salle A',
    ]);
  });

  it('still moves a séance whose length alone was changed by hand, and keeps that length', async () => {
    await campus.edit(members[1]!.id, { end: '2025-03-17T16:00' });
    await campus.edit(members[0]!.id, { start: '2025-03-10T09:00', end: '2025-03-10T09:45' }, 'all');

    expect([(await now())[1]?.start, (await now())[1]?.end]).to.deep.equal([
      '2025-03-17T09:00',
      '2025-03-17T15:00',
    ]);
  });

  it('takes the fields of the first of several changes by hand and of the second', async () => {
    await campus.edit(members[1]!.id, { capacity: 3 });
    await campus.edit(members[1]!.id, { inAgenda: true });
    await campus.edit(members[0]!.id, { capacity: 20, inAgenda: false, extraInfo: 'x' }, 'all');
    const one = (await now())[1];

    expect(one).to.include({ capacity: 3, inAgenda: true, extraInfo: 'x' });
  });

  it('goes on after a split: each half is a series that changes, moves and grows on its own', async () => {
    await campus.edit(members[3]!.id, { name: 'Suite' }, 'following');
    await campus.edit(members[0]!.id, { capacity: 5 }, 'all');
    expect(await column('capacity')).to.deep.equal([5, 5, 5, null, null]);
    const { seriesId, items } = await campus.repeat(members[4]!.id, { weekdays: ['MO'], weeks: 2 });

    expect(items.map(({ name }) => name)).to.deep.equal(['Suite [5]', 'Suite [6]']);
    expect((await campus.series(seriesId)).map(({ name }) => name)).to.deep.equal([
      'Suite [3]',
      'Suite [4]',
      'Suite [5]',
      'Suite [6]',
    ]);
    expect((await campus.series(members[0]!.seriesId)).map(({ name }) => name)).to.deep.equal([
      'Atelier',
      'Atelier [1]',
      'Atelier [2]',
    ]);
  });

  it('changes nobody when nothing in scope can take it: a group in which somebody enrols nobody', async () => {
    await campus.edit(members[1]!.id, { enrolmentMode: 'automatic' });
    await campus.edit(members[0]!.id, { enrolmentMode: 'public' });
    const path = `demo/seances/${members[0]!.id}?scope=all`;
    const { status, body } = await campus.request<Problem>('PATCH', path, { groupName: 'Matin' });

    expect([status, body.code]).to.deep.equal([422, 'validation']);
    expect(new Set(await column('group'))).to.deep.equal(new Set([null]));
  });

  it('needs the version of the séance that it is asked of, and of no other', async () => {
    await campus.edit(members[3]!.id, { capacity: 9 });
    const path = `demo/seances/${members[0]!.id}?scope=all`;
    const stale = await campus.request('PATCH', path, { inAgenda: true }, { 'if-match': '"7"' });
    const fresh = await campus.request('PATCH', path, { inAgenda: true }, { 'if-match': '"1"' });

    expect([stale.status, fresh.status]).to.deep.equal([412, 200]);
    expect(fresh.headers.get('etag')).to.equal('"2"');
    expect(await column('inAgenda')).to.deep.equal([true, true, true, true, true]);
    expect(await column('version')).to.deep.equal([2, 2, 2, 3, 2]);
  });

  it('keeps every enrolment where it is', async () => {
    await database
      .knex('seance')
      .where({ id: members[2]!.id })
      .update({ enrolled_count: 4, waiting_count: 1 });
    await campus.edit(members[0]!.id, { start: '2025-03-11T10:00', end: '2025-03-11T11:30' }, 'all');
    const row = (await database.knex('seance').where({ id: members[2]!.id }))[0] as Record<string, unknown>;

    expect(row).to.include({ enrolled_count: 4, waiting_count: 1 });
  });
});

onDatabase('The list of séances', (database) => {
  it('says which series a séance is of, and shows that series alone', async () => {
    const campus = new Campus(database.knex);
    const { id } = await campus.create();
    const alone = await campus.create({ name: 'Seule' });
    const { seriesId, items } = await campus.repeat(id, { weekdays: ['MO'], weeks: 2 });
    const { body } = await campus.request<{ items: SeanceView[]; total: number }>(
      'GET',
      'demo/seances?size=all',
    );
    const filtered = await campus.request<{ items: SeanceView[]; total: number }>(
      'GET',
      `demo/seances?series=${seriesId}&size=10`,
    );

    expect(new Map(body.items.map((one) => [one.id, one.seriesId]))).to.deep.equal(
      new Map([
        [id, seriesId],
        [alone.id, null],
        ...items.map((one): [string, string] => [one.id, seriesId]),
      ]),
    );
    expect(filtered.body.total).to.equal(3);
    expect(filtered.body.items.map((one) => one.id)).to.deep.equal([id, ...items.map((one) => one.id)]);
  });
});
