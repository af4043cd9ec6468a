import { expect } from 'chai';
import { person as newcomer } from '../../src/testing/index.js';
import { eventually } from '../support/eventually.js';
import { button, name, person, setAttendanceStage, wallTime } from './attendance-stage.js';
import { focused } from './focus.js';
import { apiPath, asked, toolPath } from './stage.js';

describe('the sheet of presence', function () {
  this.timeout(180_000);
  const { begun, slotsOf, marked, expectMarked, open, openNew, choose, look, stage } = setAttendanceStage();

  for (const width of [1280, 360])
    it(`marks forty people in a few taps, takes back, closes and corrects, ${width} px wide`, async () => {
      const page = await stage.visit({ width, path: '/' });
      const id = await begun(page);
      await page.goto(`${toolPath}?seance=${id}`);
      await page.getByText('0 présent sur 40').waitFor();
      await button(page, 'Ouvrir la feuille de présence').click();
      await page.getByRole('heading', { name: 'Présences', exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get('presences')).to.equal('true');
      await page.reload();
      await person(page, 'Aurélie ADAM').click();
      await page.getByText('1 présent sur 40', { exact: true }).waitFor();
      await choose(page, 'Benoît BAUDOUIN', 'En retard');
      const late = page.getByRole('dialog', { name: 'En retard' });
      expect(Number(await late.getByLabel('Retard').inputValue())).to.be.within(40, 45);
      await late.getByLabel('Retard').fill('100');
      await button(late, 'Ok').click();
      await late.getByText('Un nombre de minutes de 1 à 99.').waitFor();
      await late.getByLabel('Retard').fill('12');
      await look(page, 'late', width);
      await button(late, 'Ok').click();
      await person(page, 'Benoît BAUDOUIN').getByText('En retard (12 min)').waitFor();
      await expectMarked(page, id, { present: 1, late: 1, none: 38 });

      await button(page, 'Tous présents').click();
      await page.getByText('38 personnes sont marquées présentes.').waitFor();
      await page.getByText('40 présents sur 40', { exact: true }).waitFor();
      await button(page.locator('.message'), 'Annuler').click();
      await page.getByText('2 présents sur 40', { exact: true }).waitFor();
      await choose(page, 'Célia BODART', 'Absent');
      await button(page, 'Tous présents').click();
      await page.getByText('39 présents sur 40', { exact: true }).waitFor();
      await look(page, 'marked', width);
      await expectMarked(page, id, { present: 38, late: 1, absent: 1 });

      await button(page, 'Clôturer').click();
      const closing = page.getByRole('dialog', { name: 'Clôturer la demi-journée' });
      await closing.getByText('Tout le monde a une marque.').waitFor();
      await button(closing, 'Clôturer').click();
      await page.getByText('La demi-journée est clôturée.').waitFor();

      await choose(page, 'Célia BODART', 'Excusé');
      const correction = page.getByRole('dialog', { name: 'Corriger' });
      await button(correction, 'Ok').click();
      await correction.getByText('Ce champ est obligatoire').waitFor();
      await correction.getByLabel('Motif').fill('Certificat reçu');
      await look(page, 'correction', width);
      await button(correction, 'Ok').click();
      await person(page, 'Célia BODART').getByText('Corrigé').waitFor();
      await choose(page, 'Célia BODART', 'Détail et versions');
      const details = page.getByRole('dialog', { name: 'Célia BODART' });
      await details.getByText('Motif\u00a0: Certificat reçu').waitFor();
      await details.getByText('Absent', { exact: true }).waitFor();
      await look(page, 'details', width);
      await expectMarked(page, id, { present: 38, late: 1, excused: 1 });
    });

  it('is filled in by the keyboard, from person to person', async () => {
    const [page, id] = await openNew();
    await person(page, 'Aurélie ADAM').focus();
    await page.keyboard.press('p');
    expect(await focused(page)).to.contain('Benoît BAUDOUIN');
    await page.keyboard.press('a');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('d');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'Excusé' }).getByRole('textbox').fill('Malade');
    await page.keyboard.press('Enter');
    expect(await focused(page)).to.contain('Inès');
    await expectMarked(page, id, { present: 1, absent: 1, excused: 1, remote: 1, none: 36 });
  });

  it('finds people, and those without a mark, who stay until somebody looks for others', async () => {
    const [page] = await openNew();
    const rows = page.locator('li[data-id]');
    await page.getByRole('searchbox').fill('eleonore');
    await eventually(async () => expect(await rows.count()).to.equal(1));
    await person(page, 'Éléonore COLLIGNON').click();
    await page.getByRole('searchbox').fill('');
    await eventually(async () => expect(await rows.count()).to.equal(40));
    const filter = page.getByRole('button', { name: /^Sans marque \d/ });
    await filter.click();
    expect(await rows.count()).to.equal(39);
    await person(page, 'Aurélie ADAM').click();
    await page.getByText('2 présents sur 40', { exact: true }).waitFor();
    expect(await rows.count()).to.equal(39);
    await filter.click();
    expect(await rows.count()).to.equal(40);
  });

  it('shows each of two trainers what the other marks, and loses nothing', async () => {
    const [one, id] = await openNew();
    const other = await open({ user: 'trainer2' }, id);
    await person(one, 'Aurélie ADAM').click();
    await person(other, 'Benoît BAUDOUIN').click();
    await one.getByText('2 présents sur 40', { exact: true }).waitFor();
    await other.getByText('2 présents sur 40', { exact: true }).waitFor();
    await expectMarked(one, id, { present: 2, none: 38 });
  });

  it('parts the day where the trainer says, until something is marked', async () => {
    const page = await stage.visit({ path: '/' });
    const id = await begun(page, [-60, 180]);
    await page.goto(`${toolPath}?seance=${id}&presences`);
    await page.locator('li[data-id]').first().waitFor();
    await button(page, 'Plus').click();
    await page.getByRole('menuitem', { name: 'Pause de midi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pause de midi' });
    const cut = wallTime(60).slice(11);
    await dialog.getByLabel('Début').fill(cut);
    await dialog.getByLabel('Fin').fill(cut);
    await look(page, 'break', 1280);
    await button(dialog, 'Ok').click();
    const slots = page.getByRole('group', { name: 'Demi-journées' }).getByRole('button');
    await eventually(async () => expect(await slots.count()).to.equal(2));
    await slots.nth(1).click();
    await page.getByText('Les présences pourront être marquées à partir de ce moment').waitFor();
    await slots.nth(0).click();
    await person(page, 'Aurélie ADAM').click();
    await expectMarked(page, id, { present: 1, none: 39 });
    await button(page, 'Plus').click();
    expect(await page.getByRole('menuitem', { name: 'Pause de midi' }).count()).to.equal(0);
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Feuille remplie (PDF)' }).click();
    expect((await coming).suggestedFilename()).to.match(/\.pdf$/);
  });

  it('takes up who came without a place', async () => {
    const page = await stage.visit({ path: '/' });
    const id = await begun(page, [-40, 60], { enrolmentMode: 'manual', capacity: 10 });
    await page.goto(`${toolPath}?seance=${id}&presences`);
    await page.getByText("Personne n'est inscrit à cette demi-journée.").waitFor();
    await button(page, 'Plus').click();
    await page.getByRole('menuitem', { name: 'Ajouter des personnes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ajouter des personnes' });
    await dialog.getByRole('checkbox', { name: 'Aurélie ADAM' }).check();
    await look(page, 'add', 1280);
    await button(dialog, 'Ajouter').click();
    await person(page, 'Aurélie ADAM').waitFor();
    await expectMarked(page, id, { none: 1 });
  });

  for (const width of [1280, 360])
    it(`is signed by the trainer, drawn or in words, where people sign, ${width} px wide`, async () => {
      const admin = await stage.signedIn('admin');
      await asked(admin, 'PUT', '/plugins/seances/api/v1/admin/settings', { attendance: 'signed' });
      const [page, id] = await openNew({ width });
      await person(page, 'Aurélie ADAM').click();
      await button(page, 'Clôturer').click();
      const closing = page.getByRole('dialog', { name: 'Clôturer la demi-journée' });
      await closing.getByText('39 personnes sans marque seront absentes').waitFor();
      const box = await closing.locator('signature-field canvas').boundingBox();
      if (!box) throw new Error('There is nothing to sign on.');
      const sign = closing.getByRole('button', { name: 'Signer et clôturer' });
      expect(await sign.getAttribute('aria-disabled')).to.equal('true');
      await page.mouse.move(box.x + 20, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
      await page.mouse.up();
      await closing.getByText('Votre signature est dessinée.').waitFor();
      await look(page, 'sign', width);
      await sign.click();
      await page.getByText('Demi-journée signée et clôturée par').waitFor();
      await look(page, 'closed', width);
      expect((await slotsOf(page, id))[0]?.closed?.signed).to.equal(true);
      expect(await marked(page, id)).to.deep.equal({ present: 1, absent: 39 });
    });

  it('is not there for learners, nor for a séance that is cancelled', async () => {
    const trainer = await stage.visit({ path: '/' });
    const id = await begun(trainer);
    const learner = await stage.visit({ user: 'learner1', path: `${toolPath}?seance=${id}&presences` });
    await learner.getByRole('heading', { name }).waitFor();
    expect(await learner.locator('attendance-sheet').count()).to.equal(0);
    await asked(trainer, 'POST', `${apiPath}/seances/${id}/cancel?scope=this`, {});
    await trainer.goto(`${toolPath}?seance=${id}&presences`);
    await trainer.getByText('Les présences de cette séance ne sont pas tenues.').waitFor();
    await button(trainer, 'Retour').click();
    await trainer.getByRole('heading', { name: 'Participants' }).waitFor();
    expect(await button(trainer, 'Ouvrir la feuille de présence').count()).to.equal(0);
  });

  it('takes up who joined the session since, where everybody of it is in', async () => {
    const [page, id] = await openNew({ width: 360 });
    await person(page, 'Aurélie ADAM').click();
    await expectMarked(page, id, { present: 1, none: 39 });
    stage.directory.addLearner('demo-2026', newcomer('late1', 'Zita', 'AARTS'));
    await button(page, 'Plus').click();
    await page.getByRole('menuitem', { name: 'Ajouter des personnes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ajouter des personnes' });
    const listed = dialog.getByRole('checkbox', { name: 'Aurélie ADAM Sur la feuille' });
    await listed.waitFor();
    expect(await listed.isDisabled()).to.equal(true);
    await look(page, 'listed', 360);
    await dialog.getByRole('searchbox').fill('personne de ce nom');
    await dialog.getByText('Aucun apprenant ne correspond.').waitFor();
    await dialog.getByRole('searchbox').fill('AARTS');
    await dialog.getByRole('checkbox', { name: 'Zita AARTS' }).check();
    await button(dialog, 'Ajouter').click();
    await person(page, 'Zita AARTS').waitFor();
    await expectMarked(page, id, { present: 1, none: 40 });
  });
});
