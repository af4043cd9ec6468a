import { expect } from 'chai';
import { person } from '../../../src/testing/index.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { currentSession, space } from '../../support/campus.js';
import { fileOf } from '../../support/exported-files.js';
import { pdfFile, wordsOf } from '../../support/pdf-file.js';
import { presences } from '../../support/presences.js';
import { onHttp, type Scene } from '../../support/scene.js';
import { drawnSignature } from '../../support/sheets.js';

/** Moves the clock to a time of the Monday that the suite happens on, in Brussels. */
function moveTo({ clock }: Scene, time: string): void {
  const instant = Date.parse(`2026-11-23T${time}:00+01:00`);
  clock.advance((instant - Date.parse(clock.now())) / 1_000);
}

const sheetAt = (id: string, query = '') => `${seances}/${id}/attendance.pdf${query}`;
const periodAt = (query: string) => `/api/v1/spaces/${space}/attendance.pdf?${query}`;

/** What a sheet says, on all of its pages. */
async function wordsAt(scene: Scene, path: string, language = 'fr'): Promise<string> {
  const { bytes } = await fileOf(scene, path, { language });
  return pdfFile(bytes).pages.map(wordsOf).join(' ');
}

async function setTo({ api }: Scene, settings: object): Promise<void> {
  expect((await api.send('PUT', '/api/v1/admin/settings', { as: 'admin', json: settings })).status).to.equal(
    200,
  );
}

async function openSeance({ api }: Scene, parts: object = {}): Promise<SeanceView> {
  const times = { start: '2026-11-23T11:45', end: '2026-11-23T15:45' };
  return api.created({ enrolmentMode: 'automatic', trainerIds: ['trainer1'], ...times, ...parts });
}

onHttp('The sheet of a séance', (scene) => {
  before(() => setTo(scene, { providerName: 'Institut Est', providerNumber: '44 67', attendance: 'signed' }));
  beforeEach(() => moveTo(scene, '11:30'));

  it('is a file that is named after the séance, and kept nowhere', async () => {
    const { id } = await openSeance(scene, { name: 'Excel', locationId: 'host-room' });
    const { headers, bytes } = await fileOf(scene, sheetAt(id));
    expect(headers.get('content-type')).to.equal('application/pdf');
    expect(headers.get('content-disposition')).to.include('filename="Feuille d\'emargement - Excel.pdf"');
    expect(headers.get('cache-control')).to.equal('no-store');
    const words = pdfFile(bytes).pages.map(wordsOf).join(' ');
    expect(words).to.include('Institut Est').and.include('44 67').and.include(`Session ${currentSession}`);
    expect(words).to.include("Lieu : Salle de l'hôte, Rue de la Loi 16, 1000 Bruxelles, BE");
    expect(words).to.include('11:45–13:00 1 h 15 min').and.include('13:00–15:45 2 h 45 min');
    expect(words).to.include('Établi le 23/11/2026 à 11:30');
    expect(await wordsAt(scene, sheetAt(id), 'nl')).to.include('Aanwezigheidslijst');
  });

  it('has who is in, before the roster is written, and then the roster', async () => {
    const { add } = presences(scene);
    const { id } = await openSeance(scene, { enrolmentMode: 'public' });
    const enrol = (userId: string) => scene.api.post(`${seances}/${id}/enrolments`, { userIds: [userId] });
    await enrol('learner1');
    expect(await wordsAt(scene, sheetAt(id))).to.include('Lea Learner Non renseigné Non renseigné Formateur');
    moveTo(scene, '11:50');
    await presences(scene).mark(id, [{ userId: 'learner1', mark: 'present' }]);
    await enrol('learner2');
    expect(await wordsAt(scene, sheetAt(id))).to.include(
      'Lea Learner Présent Non renseigné Leo Learner Non inscrit Non renseigné',
    );
    await add(id, ['learner2']);
    expect(await wordsAt(scene, sheetAt(id))).to.include('Leo Learner Non renseigné Non renseigné');
    expect(await wordsAt(scene, sheetAt(id, '?blank=true'))).not.to.include('Présent');
  });

  it('has what was signed, drawn or in words, who closed it, and both versions of what was corrected', async () => {
    const { show, exchange, confirm, close, mark, correct } = presences(scene);
    const { id } = await openSeance(scene);
    const code = (await show(id)).body.code!;
    for (const [as, json] of [
      ['learner1', { signature: drawnSignature }],
      ['learner2', {}],
    ] as const)
      expect((await confirm((await exchange(code)).body.ticket, as, json)).status).to.equal(200);
    moveTo(scene, '13:00');
    await mark(id, [{ userId: 'learner2', mark: 'late', minutes: 10 }]);
    await close(id, { signature: drawnSignature });
    await correct(id, { userId: 'learner1', mark: 'left-early', minutes: 15, reason: 'Malaise' });
    const { bytes } = await fileOf(scene, sheetAt(id));
    const { pages } = pdfFile(bytes);
    const words = pages.map(wordsOf).join(' ');
    expect(words).to.include('Lea Learner Parti 15 min plus tôt Corrigé (voir plus bas) Signé à 11:30');
    expect(words).to.include('Leo Learner En retard de 10 min Confirmé le 23/11/2026 à 11:30');
    expect(words)
      .to.include('Zoé Étienne Signé par Zoé Étienne le 23/11/2026 à 13:00')
      .and.include('Pas encore clôturé');
    expect(words).to.include(
      'Avant : Présent. Après : Parti 15 min plus tôt. Motif : Malaise Par Zoé Étienne, le 23/11/2026 à 13:00',
    );
    expect(pages.flatMap(({ strokes }) => strokes).flat()).to.have.length(2 * 5);
  });

  it('has marks without a signature where nobody signs, and nothing but room to sign where none are kept', async () => {
    const { mark, close } = presences(scene);
    const { id } = await openSeance(scene);
    await setTo(scene, { attendance: 'marks' });
    await mark(id, [{ userId: 'learner1', mark: 'excused', note: 'Hospitalisée' }]);
    await close(id);
    const words = await wordsAt(scene, sheetAt(id));
    expect(words)
      .to.include('Lea Learner Excusé')
      .and.include('Leo Learner Absent')
      .and.include('Clôturé par Zoé Étienne');
    // Why somebody was excused is nothing for those who pay.
    expect(words).not.to.match(/Signé|Confirmé|Hospitalisée/);
    await setTo(scene, { attendance: 'off' });
    refusedWith(await scene.api.get(sheetAt(id)), 409, 'attendance-off');
    expect(await wordsAt(scene, sheetAt(id, '?blank=true'))).to.include('Lea Learner');
    await setTo(scene, { attendance: 'signed' });
  });

  it('is none of a séance that is cancelled, or that there is not, nor for who does not manage enrolments', async () => {
    const { id } = await openSeance(scene);
    for (const as of ['learner1', 'editor'])
      refusedWith(await scene.api.get(sheetAt(id), { as }), 403, 'forbidden');
    await scene.api.post(`${seances}/${id}/cancel`, {});
    refusedWith(await scene.api.get(sheetAt(id)), 409, 'seance-cancelled');
    refusedWith(await scene.api.get(sheetAt('unknown')), 404, 'not-found');
  });

  it('names everybody by their last names, with what tells them apart', async () => {
    for (const [id, first, last] of [
      ['abel', 'Zoé', 'Abel'],
      ['zola', 'Abel', 'Zola'],
    ] as const)
      scene.host.withLearner(currentSession, { ...person(id, first, last), detail: `Promotion ${last}` });
    const { id } = await openSeance(scene);
    const words = await wordsAt(scene, sheetAt(id, '?blank=true'));
    expect(words).to.match(/Zoé Abel Promotion Abel .*Learner .*Abel Zola Promotion Zola/);
  });
});

onHttp('The sheet of some days', (scene) => {
  const created = (name: string, day: string, parts: object = {}) =>
    scene.api.created({
      name,
      enrolmentMode: 'automatic',
      start: `${day}T09:00`,
      end: `${day}T16:00`,
      ...parts,
    });

  before(async () => {
    await created('Lundi', '2027-03-01');
    const { id } = await created('Annulée', '2027-03-02');
    await scene.api.post(`${seances}/${id}/cancel`, {});
    await created('Vendredi', '2027-03-05', {
      enrolmentMode: 'manual',
      onlineUrl: 'https://classe.example/1',
    });
    await created('Nuit', '2027-03-07', { start: '2027-03-07T20:00', end: '2027-03-09T10:00' });
    await created('Plus tard', '2027-03-15');
    await created('Mercredi', '2027-03-03');
  });

  it('has the half-days of all séances of the session that take place on them, in their order', async () => {
    const words = await wordsAt(scene, periodAt('from=2027-03-01&to=2027-03-07'));
    expect(words).to.include('Dates : 1er–7 mars 2027');
    expect(words)
      .to.match(/Lundi.*Lundi.*Mercredi.*Vendredi.*Nuit/)
      .and.not.match(/Annulée|Plus tard/);
    expect(words).to.include('lun. 1er mars 2027').and.not.include('8 mars');
    expect(words).to.include('À distance').and.include('Non inscrit');
    const day = await wordsAt(scene, periodAt('from=2027-03-01&to=2027-03-01&blank=true'));
    expect(day).to.include('Séance : Lundi').and.include('7 h (2 demi-journées)').and.include('Lea Learner');
  });

  it('is named after the session, of which another one than the current may be asked for', async () => {
    const { headers } = await fileOf(scene, periodAt('from=2027-03-01&to=2027-03-07'));
    expect(headers.get('content-disposition')).to.include('emargement - Session demo-2026.pdf');
    const other = await wordsAt(scene, periodAt('from=2027-03-01&to=2027-03-07&session=demo-2027'));
    expect(other).to.include('Session demo-2027').and.not.include('Lundi');
    refusedWith(
      await scene.api.get(periodAt('from=2027-03-01&to=2027-03-07&session=other-2026')),
      404,
      'not-found',
    );
  });

  it('is of a month at most, in its order, and of a session that there is', async () => {
    await fileOf(scene, periodAt('from=2027-03-01&to=2027-03-31'));
    invalid(await scene.api.get(periodAt('from=2027-03-01&to=2027-04-01')), ['?to', 'period-too-long']);
    invalid(await scene.api.get(periodAt('from=2027-03-02&to=2027-03-01')), ['?to', 'end-before-start']);
    invalid(await scene.api.get(periodAt('from=2027-03-02')), ['?to', 'required']);
    const empty = '/api/v1/spaces/empty/attendance.pdf?from=2027-03-01&to=2027-03-01';
    refusedWith(await scene.api.get(empty), 409, 'no-session');
    refusedWith(
      await scene.api.get(periodAt('from=2027-03-01&to=2027-03-01'), { as: 'learner1' }),
      403,
      'forbidden',
    );
  });
});
