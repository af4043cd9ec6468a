import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { asked, setStage } from './stage.js';

interface Review {
  readonly values: Readonly<Record<string, unknown>>;
}

/** A large picture. */
const screenshot = fileURLToPath(new URL('../../docs/images/fr-list.png', import.meta.url));
const settingsPath = '/plugins/seances/api/v1/admin/settings';

describe('The settings of presence', function () {
  this.timeout(120_000);
  const stage = setStage(3);
  const open = async (width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await stage.visit({
      ...{ user: 'admin', width, path: '/administration/seances', options: { colorScheme } },
    });
    await page.getByLabel('Présences', { exact: true }).waitFor();
    return page;
  };

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const)
    it(`say what is kept, for how long, and of which provider, ${width} px wide`, async () => {
      const page = await open(width, colorScheme);
      await page
        .getByLabel('Présences', { exact: true })
        .selectOption({ label: 'Les noter et les faire signer' });
      await page.getByLabel('Début de la pause de midi').fill('12:30');
      await page.getByLabel('Fin de la pause de midi').fill('13:30');
      await page.getByLabel('Conservation des feuilles signées (jours)').fill('3653');
      await page.getByText('Soit 10 ans.').waitFor();
      await page.getByLabel("Nom de l'organisme de formation").fill('Académie Némo');
      await page.getByLabel("Numéro de l'organisme").fill('11 75 00000 00');
      await page.getByLabel("Logo de l'organisme").setInputFiles(screenshot);
      await page.getByRole('img', { name: "Logo de l'organisme" }).waitFor();
      await expectAccessible(page, 'the settings of presence');
      await expectNoSidewaysScroll(page, 'the settings of presence');
      await page.getByRole('img', { name: "Logo de l'organisme" }).scrollIntoViewIfNeeded();
      await picture(page, `fr-attendance-settings-${width}`);
      await page.getByRole('button', { name: 'Ok' }).first().click();
      await page.getByText('Les paramètres sont enregistrés.').waitFor();

      const { values } = await asked<Review>(page, 'GET', settingsPath);
      expect(values).to.include({
        ...{ attendance: 'signed', attendanceBreakStart: '12:30', attendanceBreakEnd: '13:30' },
        ...{ attendanceRetentionDays: 3653, providerName: 'Académie Némo', providerNumber: '11 75 00000 00' },
      });
      expect(values['providerLogo']).to.match(/^data:image\/(png|jpeg);base64,/);
      await page.getByRole('button', { name: "Retirer l'image" }).click();
      await page.getByRole('button', { name: 'Ok' }).first().click();
      await page.getByText('une image').first().waitFor();
      expect((await asked<Review>(page, 'GET', settingsPath)).values['providerLogo']).to.equal('');
    });

  it('take no file that is no picture', async () => {
    const page = await open(1280, 'light');
    await page
      .getByLabel("Logo de l'organisme")
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await page.getByText("Ce fichier n'est pas une image que l'on peut reprendre ici.").waitFor();
    await expectAccessible(page, 'a picture that is none');
  });
});
