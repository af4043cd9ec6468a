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
    await page.getByText('(09:00–10:00 à Montréal)').waitFor();
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

  for (const [width, ...times] of [
    [
      1280,
      'mar. 08/06/2027 01:00 (lun. 07/06 19:00 à Montréal)',
      'mar. 08/06/2027 02:30 (lun. 07/06 20:30 à Montréal)',
    ],
    [360, 'mar. 08/06/2027 01:00–02:30 (lun. 07/06 19:00–20:30 à Montréal)'],
  ] as const)
    it(`of a séance elsewhere stands after the hours of the reader, ${width} pixels wide`, async () => {
      const page = await stage.visit({ width });
      const there = { timeZone: 'America/Montreal', enrolmentMode: 'public' };
      const hours = { start: '2027-06-07T19:00', end: '2027-06-07T20:30' };
      const { id } = await created(page, { name: 'Au loin', ...hours, ...there });
      // The clocks of Brussels skip this hour.
      const skipped = { start: '2027-03-28T02:30', end: '2027-03-28T04:00' };
      await created(page, { name: 'Heure perdue', ...skipped });
      await page.goto(`${toolPath}?q=Au loin`);
      const row = page.getByRole('row').filter({ hasText: 'Au loin' });
      await row.waitFor();
      const said = (await row.innerText()).replaceAll(/\s+/g, ' ');
      for (const time of times) expect(said).to.contain(time);
      await page.goto(`${toolPath}?q=Heure perdue`);
      await page.getByText('dim. 28/03/2027 03:30').filter({ visible: true }).waitFor();
      await page.goto(`${toolPath}?seance=${id}`);
      const facts = page.locator('seance-detail dl');
      await facts.waitFor();
      expect((await facts.innerText()).replaceAll(/\s+/g, ' ')).to.contain(
        "mardi 8 juin 2027 à 01:00 → jusqu'à 02:30 (lun. 07/06 19:00–20:30 à Montréal)",
      );
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
