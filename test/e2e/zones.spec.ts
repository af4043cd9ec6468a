import { expect } from 'chai';
import { expectAccessible } from './accessible.js';
import { asked, apiPath, created, setStage, toolPath } from './stage.js';

describe('A time zone', () => {
  const stage = setStage();

  it('is looked for by its city in the form, and says what is none', async () => {
    const page = await stage.visit();
    const hours = { start: '2027-07-05T09:00', end: '2027-07-05T10:00' };
    const { id } = await created(page, { name: 'Au loin', ...hours, timeZone: 'America/Montreal' });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByText('Montréal (UTC').first().waitFor();
    await page.getByRole('button', { name: 'Éditer' }).click();
    await page.getByText('Fuseau horaire\u00a0: Montréal').click();
    const zone = page.getByLabel('Fuseau horaire', { exact: true });
    await zone.fill('Atlantide');
    await zone.press('Tab');
    await page.getByText("n'est pas un fuseau horaire connu").waitFor();
    expect(await zone.inputValue()).to.match(/^Montréal/);
    await expectAccessible(page, 'the form with a zone that is none');
    await zone.fill('bruxelles');
    await zone.press('Tab');
    await page.getByRole('button', { name: 'Ok' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { timeZone } = await asked<{ timeZone: string }>(page, 'GET', `${apiPath}/seances/${id}`);
    expect(timeZone).to.equal('Europe/Brussels');
  });

  it('is one of the settings', async () => {
    const page = await stage.visit({ user: 'admin', path: '/administration/seances' });
    const zone = page.getByLabel('Fuseau horaire par défaut', { exact: true });
    expect(await zone.inputValue()).to.match(/^Bruxelles \(UTC\+[12]\)$/);
    await zone.fill('Atlantide');
    await zone.press('Enter');
    await page.getByText('Ce fuseau horaire est inconnu.').waitFor();
    await zone.fill('londres');
    await zone.press('Enter');
    await page.getByText('Les paramètres sont enregistrés').waitFor();
    await page.getByText('avant\u00a0: Bruxelles (UTC').waitFor();
  });
});
