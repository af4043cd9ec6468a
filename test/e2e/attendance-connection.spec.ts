import { expect } from 'chai';
import { button, name, person, setAttendanceStage } from './attendance-stage.js';
import { asked, toolPath } from './stage.js';

describe('the sheet of presence and what it needs the server for', function () {
  this.timeout(180_000);
  const { begun, choose, pathOf, slotsOf, marked, expectMarked, openNew, cutOff, look, stage } =
    setAttendanceStage();

  it('keeps what is marked without a connection, over a reload, and sends it with its time when that is back', async () => {
    const [page, id] = await openNew({ width: 360 });
    await cutOff(page);
    const before = Date.now();
    for (const who of ['Aurélie ADAM', 'Benoît BAUDOUIN', 'Célia BODART']) await person(page, who).click();
    await page.getByText('3 présences à envoyer').waitFor();
    await look(page, 'cut-off', 360);
    const questions: string[] = [];
    page.on('dialog', (question) => {
      questions.push(question.type());
      void question.accept();
    });
    await page.reload();
    expect(questions).to.deep.equal(['beforeunload']);
    await page.getByText('3 présences à envoyer').waitFor();
    await page.getByText('3 présents sur 40', { exact: true }).waitFor();
    expect(await marked(page, id)).to.deep.equal({ none: 40 });
    await page.evaluate("sessionStorage.removeItem('cut')");
    await button(page, 'Réessayer').click();
    await page.getByText('3 présences à envoyer').waitFor({ state: 'detached' });
    await expectMarked(page, id, { present: 3, none: 37 });
    const [slot] = await slotsOf(page, id);
    const times = slot?.entries.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)])) ?? [];
    for (const time of times)
      expect(time, 'when it was marked').to.be.within(before - 1_000, before + 16_000);
  });

  it('keeps what was said last of somebody, also on a phone whose clock is slow', async () => {
    const page = await stage.visit({ width: 360, path: '/' });
    const id = await begun(page);
    await page.clock.install({ time: Date.now() - 90_000 });
    await page.goto(`${toolPath}?seance=${id}&presences`);
    await page.locator('li[data-id]').first().waitFor();
    const other = await stage.signedIn('trainer2');
    const marks = [{ userId: 'learner1', mark: 'present' }];
    await asked(other, 'PUT', `${pathOf(id)}/1/marks`, { marks });
    await page.getByText('1 présent sur 40', { exact: true }).waitFor();
    await cutOff(page);
    await choose(page, 'Aurélie ADAM', 'Absent');
    await page.clock.fastForward(20_000);
    await page.getByText('1 présence à envoyer').waitFor();
    await page.evaluate("sessionStorage.removeItem('cut')");
    await button(page, 'Réessayer').click();
    await page.getByText('1 présence à envoyer').waitFor({ state: 'detached' });
    await expectMarked(page, id, { absent: 1, none: 39 });
  });

  it('makes corrections of what came too late, or drops it, and says each', async () => {
    const [page, id] = await openNew();
    await cutOff(page);
    for (const who of ['Aurélie ADAM', 'Benoît BAUDOUIN']) await person(page, who).click();
    await page.getByText('2 présences à envoyer').waitFor();
    await button(page, 'Clôturer').click();
    const closing = page.getByRole('dialog', { name: 'Clôturer la demi-journée' });
    await button(closing, 'Clôturer').click();
    await closing.getByText("2 présences n'ont pas pu être envoyées.").waitFor();
    await button(closing, 'Annuler').click();
    const other = await stage.signedIn('trainer2');
    await asked(other, 'POST', `${pathOf(id)}/1/close`, {});
    await page.evaluate("sessionStorage.removeItem('cut')");
    await page.getByText("2 présences n'ont pas été acceptées").waitFor();
    await look(page, 'refused', 1280);
    await button(page, 'En faire une correction').first().click();
    const correction = page.getByRole('dialog', { name: 'Corriger' });
    await correction.getByLabel('Motif').fill('Marqué hors connexion');
    await button(correction, 'Ok').click();
    await page.getByText("1 présence n'a pas été acceptée").waitFor();
    await button(page, 'Abandonner').click();
    await page.getByText("1 présence n'a pas été acceptée").waitFor({ state: 'detached' });
    await expectMarked(page, id, { present: 1, absent: 39 });
  });

  for (const [width, colorScheme] of [
    [1280, 'dark'],
    [360, 'light'],
  ] as const)
    it(`opens the check-in and shows its code to the room, ${width} px wide, ${colorScheme}`, async () => {
      const [page, id] = await openNew({ width, options: { colorScheme } });
      await button(page, 'Ouvrir le pointage').click();
      await button(page, 'Afficher le code').click();
      const projector = page.getByRole('dialog', { name });
      await projector.getByText(/^[A-Z]{4}-\d{4}$/).waitFor();
      await projector.getByText('0 / 40').waitFor();
      await look(page, 'projector', width);
      await page.route('**/attendance', (route) => route.abort());
      await projector.getByText('Connexion perdue').waitFor();
      await page.unroute('**/attendance');
      await projector.getByText('Connexion perdue').waitFor({ state: 'hidden' });
      const other = await stage.signedIn('trainer2');
      await asked(other, 'POST', `${pathOf(id)}/1/check-in`, { open: false });
      await projector.getByText('Le pointage est fermé.').waitFor();
      expect((await slotsOf(page, id))[0]?.checkIn, 'that the projector opened again').to.equal(null);
      await button(projector, 'Fermer').click();
      await button(page, 'Ouvrir le pointage').waitFor();
    });
});
