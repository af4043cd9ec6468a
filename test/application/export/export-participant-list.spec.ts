import { expect } from 'chai';
import { person } from '../../../src/testing/index.js';
import { refusedWith, seances } from '../../support/api.js';
import { currentSession } from '../../support/campus.js';
import { csvRows, fileOf, xlsxSheet } from '../../support/exported-files.js';
import { onHttp } from '../../support/scene.js';

onHttp('The participants of a séance as a file', (scene) => {
  const at = (id: string, query = '') => `${seances}/${id}/participants.csv${query}`;
  const csv = async (id: string, query = '') => csvRows(await fileOf(scene, at(id, query)));
  const formula = '=HYPERLINK("https://elsewhere.example.org";"Click")';

  before(() => {
    scene.host.withLearner(currentSession, { id: 'odd', name: 'odd', firstName: '\t+1', lastName: formula });
    scene.host.withLearner(currentSession, person('rtl', 'שרה', 'כהן'));
  });

  let visit: string;

  before(async () => {
    ({ id: visit } = await scene.api.created({ enrolmentMode: 'public', capacity: 1, name: 'Visite' }));
    const enrol = (as: string) => scene.api.send('PUT', `${seances}/${visit}/enrolments/me`, { as });
    scene.clock.advance(13 * 60 * 60);
    await enrol('learner1');
    scene.clock.advance(60);
    await enrol('learner2');
  });

  it('is who is in and then who waits, with when they asked by the clocks of the séance', async () => {
    expect(await csv(visit)).to.deep.equal([
      ['Nom', 'Prénom', 'État', "Rang dans la file d'attente", 'Date de la demande', "Date d'inscription"],
      ['Learner', 'Lea', 'Inscrit', '', '2026-11-24 00:30', '2026-11-24 00:30'],
      ['Learner', 'Leo', 'En attente', '1', '2026-11-24 00:31', ''],
    ]);
  });

  it('is narrowed as the list is', async () => {
    expect((await csv(visit, '?status=waiting')).slice(1).map(([, first]) => first)).to.deep.equal(['Leo']);
    expect((await csv(visit, '?q=LEO')).slice(1).map(([, first]) => first)).to.deep.equal(['Leo']);
  });

  it('is everybody of the session in an automatic séance, of whom it is not known since when', async () => {
    const { id } = await scene.api.created({ name: 'Plénière' });
    const rows = await csv(id);
    expect(rows).to.have.length(5);
    expect(rows.find(([name]) => name === 'כהן')).to.deep.equal(['כהן', 'שרה', 'Inscrit', '', '', '']);
    expect(await csv(id, '?status=waiting')).to.have.length(1);
  });

  it('runs nothing of what a host calls people', async () => {
    const { id } = await scene.api.created({ name: 'Plénière' });
    expect((await csv(id)).find(([name]) => name?.includes('HYPERLINK'))?.slice(0, 2)).to.deep.equal([
      `'${formula}`,
      "'\t+1",
    ]);
    const { rows } = await xlsxSheet(await fileOf(scene, `${seances}/${id}/participants.xlsx`));
    expect(rows.map(([name]) => name)).to.include(formula);
  });

  it('is named after the séance, as far as a sheet can be', async () => {
    const name = 'Atelier [3] : "lire / écrire" et compter ensemble';
    const { id } = await scene.api.created({ name });
    const file = await fileOf(scene, `${seances}/${id}/participants.xlsx`);
    expect((await xlsxSheet(file)).name).to.equal('Atelier 3 "lire écrire" et comp');
    expect(file.headers.get('content-disposition')).to.contain('Participants - Atelier [3] lire ecrire');
  });

  it('is for who manages enrolments, and of a séance that is there', async () => {
    const { id } = await scene.api.created();
    refusedWith(await scene.api.get(at(id), { as: 'learner1' }), 403, 'forbidden');
    refusedWith(await scene.api.get(at(id), { as: 'editor' }), 403, 'forbidden');
    refusedWith(await scene.api.get(at('unknown')), 404, 'not-found');
    await scene.api.delete(`${seances}/${id}`);
    refusedWith(await scene.api.get(at(id)), 404, 'not-found');
  });
});
