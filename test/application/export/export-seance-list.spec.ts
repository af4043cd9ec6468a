import { expect } from 'chai';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { hostRoom, nextSession } from '../../support/campus.js';
import { onSqlite } from '../../support/databases.js';
import { csvRows, fileOf, xlsxSheet } from '../../support/exported-files.js';
import { startPlugin, stopPlugins } from '../../support/plugin-under-test.js';
import { onHttp } from '../../support/scene.js';

onHttp('The list of séances as a file', (scene) => {
  const day = { start: '2026-12-01T09:00', end: '2026-12-01T10:30' };
  const csv = async (query = '', as = 'trainer1') =>
    csvRows(await fileOf(scene, `${seances}.csv${query}`, { as }));
  const namesIn = (rows: readonly (readonly unknown[])[]) => rows.slice(1).map(([name]) => name);
  let publicSeance: string;

  before(async () => {
    const { api } = scene;
    ({ id: publicSeance } = await api.created({
      ...day,
      name: 'Atelier Zoé',
      enrolmentMode: 'public',
      capacity: 1,
      groupName: 'Matin',
      locationId: hostRoom.id,
      trainerIds: ['trainer1', 'trainer2'],
      onlineUrl: 'https://classe.example.org/j/1',
    }));
    for (const as of ['learner1', 'learner2'])
      await api.send('PUT', `${seances}/${publicSeance}/enrolments/me`, { as });
    await api.created({ name: 'Plénière', start: '2026-12-02T23:30', end: '2026-12-03T00:30' });
    await api.created({ name: 'À Montréal', ...day }, `${seances}?session=${nextSession}`);
    await api.created({ ...day, name: 'Ailleurs' }, '/api/v1/spaces/other/seances');
  });

  it('has the labels of the list, and what the list says of each séance', async () => {
    const [head, first, second, ...more] = await csv();

    expect(head).to.deep.equal([
      ...['Nom', 'Date de début', 'Date de fin', 'Fuseau horaire', 'Annulée', 'Inscription'],
      ...["Nombre maximum d'utilisateurs", 'Inscrits', 'En attente', 'Groupe', 'Lieu', 'Formateurs'],
      'Lien de la classe virtuelle',
    ]);
    expect(first).to.deep.equal([
      ...['Atelier Zoé', '2026-12-01 09:00', '2026-12-01 10:30', '', '', 'Publique', '1', '1', '1', 'Matin'],
      ...["Salle de l'hôte", 'Zoé Étienne, Anh Thao PHAM', 'https://classe.example.org/j/1'],
    ]);
    expect(second?.slice(0, 9)).to.deep.equal([
      ...['Plénière', '2026-12-02 23:30', '2026-12-03 00:30', '', '', 'Automatique', '', '2', '0'],
    ]);
    expect(more).to.deep.equal([]);
  });

  it('has numbers that are numbers and dates that are dates in a workbook, which is named after the session', async () => {
    const { name, rows } = await xlsxSheet(await fileOf(scene, `${seances}.xlsx`));

    expect(name).to.equal('Session demo-2026');
    expect(rows[0]?.[0]).to.equal('Nom');
    expect(rows[1]?.slice(0, 9)).to.deep.equal([
      ...[
        'Atelier Zoé',
        new Date('2026-12-01T09:00Z'),
        new Date('2026-12-01T10:30Z'),
        null,
        null,
        'Publique',
      ],
      ...[1, 1, 1],
    ]);
  });

  it('tells learners what they have themselves, and not how many wait nor where a class is that is not theirs', async () => {
    for (const [as, own, address] of [
      ['learner1', 'Inscrit', 'https://classe.example.org/j/1'],
      ['learner2', 'En attente', ''],
    ] as const) {
      const [head = [], first = []] = await csv('', as);
      expect(head).to.not.include('En attente');
      expect(first[head.indexOf('Mon inscription')], as).to.equal(own);
      expect(first[head.indexOf('Lien de la classe virtuelle')], as).to.equal(address);
    }
  });

  it('is said by the clocks where a séance is, whose zone is named when it is not that of the reader', async () => {
    const [, row] = await csv(`?session=${nextSession}`);
    expect(row?.slice(0, 4)).to.deep.equal([
      ...['À Montréal', '2026-12-01 09:00', '2026-12-01 10:30', 'America/Montreal'],
    ]);
  });

  it('says what clocks show where a change of theirs skips what was meant', async () => {
    const { id } = await scene.api.created({
      ...{ name: 'La nuit', start: '2027-03-28T02:30', end: '2027-03-28T04:00' },
    });
    const [, row] = await csv('?q=nuit');
    expect(row?.slice(1, 3)).to.deep.equal(['2027-03-28 03:30', '2027-03-28 05:00']);
    await scene.api.delete(`${seances}/${id}`);
  });

  it('says which séances are cancelled, and why when that was said', async () => {
    const said = [
      ['Sans raison', {}, 'Annulée'],
      ['Avec raison', { reason: '=malade' }, "'=malade"],
    ] as const;
    for (const [name, body, expected] of said) {
      const { id } = await scene.api.created({ ...day, name });
      await scene.api.post(`${seances}/${id}/cancel`, body);
      const [head = [], row = []] = await csv(`?cancelled=true&q=${name}`);
      expect(row[head.indexOf('Annulée')]).to.equal(expected);
      await scene.api.delete(`${seances}/${id}`);
    }
  });

  it('is narrowed and sorted as the list is', async () => {
    for (const [query, names] of [
      ['?sort=-name', ['Plénière', 'Atelier Zoé']],
      ['?q=ZOE', ['Atelier Zoé']],
      ['?enrolmentMode=automatic', ['Plénière']],
      ['?from=2026-12-03', ['Plénière']],
      ['?trainer=trainer2', ['Atelier Zoé']],
      ['?q=nothing', []],
    ] as const)
      expect(namesIn(await csv(query)), query).to.deep.equal(names);
    expect(namesIn(await csv('?mine=true', 'learner1'))).to.deep.equal(['Atelier Zoé', 'Plénière']);
  });

  it('refuses what the list refuses, and has no pages', async () => {
    const get = (query: string) => scene.api.get(`${seances}.csv${query}`);
    invalid(await get('?page=2'), ['?page', 'unknown-field']);
    invalid(await get('?size=all'), ['?size', 'unknown-field']);
    invalid(await get('?sort=nothing'), ['?sort', 'not-allowed']);
    invalid(await get('?from=2026-02-30'), ['?from', 'invalid-date']);
    refusedWith(await get('?session=unknown'), 404, 'not-found');
  });

  it('is empty in a space without a session', async () => {
    const rows = csvRows(await fileOf(scene, '/api/v1/spaces/empty/seances.csv'));
    expect(rows).to.have.length(1);
  });

  it('is a download that is kept nowhere on the way, and is what it says', async () => {
    const { headers } = await fileOf(scene, `${seances}.csv`);
    expect(Object.fromEntries(headers)).to.include({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="Seances - Session demo-2026.csv"; filename*=UTF-8''S%C3%A9ances%20-%20Session%20demo-2026.csv`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const workbook = await fileOf(scene, `${seances}.xlsx`, { language: 'nl' });
    expect(workbook.headers.get('content-type')).to.match(/spreadsheetml\.sheet$/);
    expect(workbook.headers.get('content-disposition')).to.contain(
      '"Bijeenkomsten - Session demo-2026.xlsx"',
    );
  });

  it('is in the language that is asked for, then in that of the reader, with its separator', async () => {
    const english = await fileOf(scene, `${seances}.csv`, { language: 'en-GB' });
    expect(csvRows(english, ',')[0]?.slice(0, 2)).to.deep.equal(['Name', 'Start date']);
    const unasked = await fileOf(scene, `${seances}.csv`, { as: 'english', language: '' });
    expect(csvRows(unasked, ',')[0]?.[0]).to.equal('Name');
  });

  it('runs nothing of what somebody wrote, and changes no letter of it', async () => {
    const names = ['=cmd|calc', '+1', '-1', '@SUM(1)', 'سارة 😀', 'a;b,"c"', '<b>&amp;', '_x0041_'];
    for (const name of names) await scene.api.created({ name, groupName: name, enrolmentMode: 'public' });
    const found = new Set(namesIn(await csv()));
    for (const name of names) expect([...found], name).to.include(/^[=+\-@]/.test(name) ? `'${name}` : name);
    const { rows } = await xlsxSheet(await fileOf(scene, `${seances}.xlsx`));
    expect(namesIn(rows)).to.include.members(names);
  });
});

onSqlite('A long list of séances as a file', (database) => {
  after(stopPlugins);

  it('has all of 10,000 rows, each once and in order, in both formats', async function () {
    this.timeout(120_000);
    const { api, plugin } = await startPlugin(database.knex);
    const everyDay = { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], weeks: 100 };
    for (let series = 0; series < 15; series += 1) {
      const { id } = await api.created({ name: `Séance ${series}` });
      const { status } = await api.post(`${seances}/${id}/repetitions`, everyDay);
      expect(status).to.equal(201);
    }
    const scene = { plugin, api };

    const starts = csvRows(await fileOf(scene, `${seances}.csv`)).map(([name, start]) => `${start} ${name}`);
    const { rows } = await xlsxSheet(await fileOf(scene, `${seances}.xlsx`));

    expect(rows)
      .to.have.length(1 + 15 * 701)
      .and.length(starts.length);
    expect(new Set(starts)).to.have.property('size', starts.length);
    const dates = starts.slice(1).map((start) => start.slice(0, 16));
    expect(dates).to.deep.equal(dates.toSorted());
  });

  it('is refused when it is longer than a file may be', async () => {
    const { api } = await startPlugin(database.knex, { limits: { exportedRows: 1 } });
    for (const format of ['csv', 'xlsx'])
      refusedWith(await api.get(`${seances}.${format}`), 422, 'too-many-rows');
    expect((await api.get(`${seances}.csv?q=nothing`)).status).to.equal(200);
  });
});
