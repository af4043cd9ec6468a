import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { created, setStage, toolPath } from './stage.js';

const name = 'Atelier de trop';

describe('A notice', () => {
  const stage = setStage();

  async function boxOf(part: Locator): Promise<{ left: number; right: number; top: number; bottom: number }> {
    const { x, y, width, height } = (await part.boundingBox())!;
    return { left: x, right: x + width, top: y, bottom: y + height };
  }

  async function deletion(page: Page): Promise<void> {
    await created(page, { name, start: '2026-09-01T09:00', end: '2026-09-01T10:00' });
    await page.reload();
    await page.getByRole('button', { name: `Actions\u00a0: ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Supprimer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
    await page.getByText(`1 séance supprimée\u00a0: ${name}`).waitFor();
  }

  it('is not over the head of the table, and says which séance it is about', async () => {
    const page = await stage.visit({ path: `${toolPath}?page=1&size=50` });
    await deletion(page);
    for (const scrolled of [0, 300, 900]) {
      await page.evaluate(`scrollTo(0, ${scrolled})`);
      const notice = await boxOf(page.locator('.box'));
      const head = await boxOf(page.getByRole('columnheader', { name: 'Nom', exact: true }));
      expect(notice.top).to.be.at.least(0);
      expect(head.top, `${scrolled} px`).to.be.at.least(notice.bottom);
    }
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText(`1 séance restaurée\u00a0: ${name}`).waitFor();
    await page.locator('.box').getByRole('button', { name: 'Fermer' }).click();
    await page.evaluate('scrollTo(0, 900)');
    const head = await boxOf(page.getByRole('columnheader', { name: 'Nom', exact: true }));
    expect(head.top).to.be.below(2);
  });

  it('has its cross at the end of the first line on a phone', async () => {
    const page = await stage.visit({ width: 360, path: `${toolPath}?page=1` });
    await deletion(page);
    const notice = await boxOf(page.locator('.box'));
    const cross = await boxOf(page.locator('.box').getByRole('button', { name: 'Fermer' }));
    const action = await boxOf(page.locator('.box').getByRole('button', { name: 'Annuler' }));
    expect(notice.right - cross.right).to.be.below(16);
    expect(cross.bottom).to.be.at.most(action.top);
  });

  it('is in a box in the administration, too', async () => {
    const page = await stage.visit({ user: 'admin', path: '/administration/seances' });
    await page.getByRole('button', { name: 'Ok' }).click();
    await page.getByText('Les paramètres sont enregistrés').waitFor();
    const border = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('seance-admin').shadowRoot.querySelector('.box')).borderLeftWidth",
    );
    expect(border).to.equal('4px');
  });
});
