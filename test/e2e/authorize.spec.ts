import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { eventually } from '../support/eventually.js';
import { seancesPath, setFrames } from './frames.js';

describe('The browser part in the frame of a platform, where no cookie says who asks', function () {
  this.timeout(120_000);
  const frames = setFrames(3);

  it('asks as the page says, which says so before the element is there', async () => {
    const { frame } = await frames.open({ height: 1_200 });
    await frame.getByRole('link', { name: 'Atelier 01' }).click();
    await frame.getByRole('heading', { name: 'Description de la séance' }).waitFor();
    await frame.getByRole('button', { name: 'Retour' }).click();
    await frame.getByRole('button', { name: 'Créer une séance' }).first().click();
    await frame.getByRole('dialog').waitFor();

    expect(frames.asked.filter((line) => !line.endsWith(' trainer1'))).to.deep.equal([]);
  });

  it('asks anew as the page says, which says so once the element is there', async () => {
    const { frame } = await frames.open({ height: 1_200, says: 'after' });
    await frame.getByRole('link', { name: 'Atelier 01' }).waitFor();

    expect(frames.asked).to.include(`GET ${seancesPath} trainer1`);
  });

  it('asks once more when it is not known any more, and does what was to be done once', async () => {
    const { frame } = await frames.open({ height: 1_200 });
    await frame.getByRole('button', { name: 'Créer une séance' }).first().click();
    const form = frame.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Nom' }).fill('Une de plus');
    frames.lapse('POST', seancesPath);
    await form.getByRole('button', { name: 'Ok' }).click();
    await frame.getByRole('link', { name: 'Une de plus' }).waitFor();

    const sent = frames.asked.filter((line) => line.startsWith(`POST ${seancesPath} `));
    expect(sent).to.have.length(2);
    expect(await frame.getByRole('link', { name: 'Une de plus' }).count()).to.equal(1);
  });

  it('shows that nobody can say who asks as it shows that there is no network', async () => {
    const { page, frame } = await frames.open({ height: 1_200 });
    await frame.getByRole('link', { name: 'Atelier 01' }).waitFor();
    await page
      .frames()[1]
      ?.evaluate("document.querySelector('seance-tool').authorize = () => Promise.reject(new Error('gone'))");
    await frame.getByRole('searchbox').fill('Atelier 02');
    await frame.getByText('Le serveur ne répond pas. Vérifiez votre connexion.').waitFor();
  });

  it('saves a list, and a séance for a calendar, from an address that answers once', async () => {
    const { page, frame } = await frames.open({ height: 1_200 });
    await frame.getByRole('button', { name: 'Exporter' }).click();
    const list = page.waitForEvent('download');
    await frame.getByRole('menuitem', { name: 'CSV' }).click();
    expect((await list).suggestedFilename()).to.match(/\.csv$/);

    await frame.getByRole('link', { name: 'Atelier 01' }).click();
    const calendar = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Ajouter à mon agenda' }).click();
    const file = await calendar;
    expect(file.suggestedFilename()).to.equal('Atelier 01.ics');
    expect(await readFile(await file.path(), 'utf8')).to.contain('SUMMARY:Atelier 01');
    expect(
      frames.asked.filter((line) => line.includes('/downloads')).map((line) => line.split(' ')[0]),
    ).to.deep.equal(['POST', 'GET']);
    expect(new URL(page.frames()[1]?.url() ?? '').pathname).to.equal('/page');
  });

  it('gives up a place from the home page as the page says who asks', async () => {
    const times = { start: '2027-02-01T09:00', end: '2027-02-01T10:00' };
    const seance = { name: 'À quitter', ...times, enrolmentMode: 'public' };
    const answer = await frames.ask('POST', seancesPath, seance);
    const { id } = (await answer.json()) as { readonly id: string };
    await frames.ask('PUT', `${seancesPath}/${id}/enrolments/me`, {}, 'learner1');
    const { frame } = await frames.open({ height: 1_200, element: 'my-seances', user: 'learner1' });
    await frame.getByRole('button', { name: 'Se désinscrire' }).click();
    await frame.getByRole('dialog').getByRole('button', { name: 'Se désinscrire' }).click();
    await frame.getByRole('listitem').filter({ hasText: 'À quitter' }).waitFor({ state: 'detached' });

    expect(frames.asked).to.include(`DELETE ${seancesPath}/${id}/enrolments/me learner1`);
    expect(frames.asked.filter((line) => !line.endsWith(' learner1'))).to.deep.equal([]);
  });

  for (const [element, user, text] of [
    ['seance-admin', 'admin', 'Administration des séances'],
    ['my-seances', 'trainer1', 'Mes séances'],
  ] as const)
    it(`is known in ${element}, too`, async () => {
      const { frame } = await frames.open({ height: 1_200, element, user });
      await frame.getByRole('heading', { name: text }).waitFor();
      await eventually(() => Promise.resolve(expect(frames.asked.length).to.be.greaterThan(0)));
      expect(frames.asked.filter((line) => !line.endsWith(` ${user}`))).to.deep.equal([]);
    });
});
