import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { setStage, toolPath } from './stage.js';

/** Reloads the page, and stays when the browser asks; what it asked. */
async function reload(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.evaluate('location.reload()').catch(() => undefined);
  await page.waitForTimeout(300);
  page.removeAllListeners('dialog');
  return asked;
}

describe('Leaving the page', function () {
  const stage = setStage();

  it('is asked about while a form has something typed, and what was typed stays', async () => {
    const page = await stage.visit();
    await page.getByRole('button', { name: 'Créer une séance' }).first().click();
    const name = page.getByRole('dialog').getByLabel('Nom', { exact: true });
    await name.fill('Atelier tapé');
    expect(await reload(page)).to.deep.equal(['beforeunload']);
    expect(await name.inputValue()).to.equal('Atelier tapé');
    await name.fill('');
    expect(await reload(page)).to.deep.equal([]);
  });

  it('is asked about while an information is written, and not once it is given up', async () => {
    const page = await stage.visit({ path: `${toolPath}?q=Lunch` });
    await page
      .getByRole('button', { name: /^Actions/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Gestion des informations' }).click();
    await page.locator('rich-text-field .text').click();
    await page.keyboard.type('À lire');
    expect(await reload(page)).to.deep.equal(['beforeunload']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Abandonner' }).click();
    expect(await reload(page)).to.deep.equal([]);
  });

  it('is asked about while settings were changed and not saved', async () => {
    const page = await stage.visit({ user: 'admin', path: '/administration/seances' });
    const days = page.getByLabel('Conservation des séances supprimées (jours)', { exact: true });
    await days.click();
    await days.fill('7');
    expect(await reload(page)).to.deep.equal(['beforeunload']);
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await reload(page)).to.deep.equal([]);
  });
});
