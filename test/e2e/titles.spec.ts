import { expect } from 'chai';
import { eventually } from '../support/eventually.js';
import { created, setStage, toolPath } from './stage.js';

const name = 'Évaluation finale';
const workshop = { name, start: '2031-03-03T09:00', end: '2031-03-03T10:00' };

describe('The title of the window', () => {
  const stage = setStage();

  it('names the page, and is the host’s for the list and once the tool is gone', async () => {
    const page = await stage.visit();
    await page.getByRole('table').waitFor();
    const host = await page.title();
    const expectTitle = (own: string) => eventually(async () => expect(await page.title()).to.equal(own));
    const { id } = await created(page, workshop);

    await page.goto(`${toolPath}?seance=${id}`);
    await expectTitle(`${name} – ${host}`);
    await page.getByRole('button', { name: 'Retour' }).click();
    await expectTitle(host);
    await page.getByRole('button', { name: 'Calendrier' }).click();
    await expectTitle(`Calendrier – ${host}`);
    await page.goBack();
    await expectTitle(host);
    await page.getByRole('button', { name: 'Corbeille' }).click();
    await expectTitle(`Corbeille – ${host}`);
    await page.evaluate("document.querySelector('seance-tool').remove()");
    await expectTitle(host);
  });

  it('is a name that a séance’s file has, too', async () => {
    const page = await stage.visit();
    const { id } = await created(page, workshop);
    await page.goto(`${toolPath}?seance=${id}`);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Ajouter à mon agenda' }).click();
    expect((await download).suggestedFilename()).to.equal(`${name}.ics`);
  });
});
