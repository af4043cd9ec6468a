import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { apiPath, setStage, toolPath } from './stage.js';

describe('the elements on a page of a host', function () {
  this.timeout(120_000);
  const stage = setStage(12);

  it('are what they are without an attribute when a page takes it away', async () => {
    const page = await stage.visit({ language: 'en' });
    await page.getByRole('heading', { name: 'Séance management' }).waitFor();
    await page.evaluate("document.querySelector('seance-tool').removeAttribute('locale')");
    await page.getByRole('heading', { name: 'Gestion des séances' }).waitFor();
    await page.evaluate("document.querySelector('seance-tool').setAttribute('locale', 'nl')");
    await page.getByRole('heading', { name: 'Beheer van bijeenkomsten' }).waitFor();
  });

  it('keep out of the address, the history and the title of the page where they are told to', async () => {
    const page = await stage.visit();
    await page.goto(`${toolPath}?q=Workshop`);
    const [first, second] = [page.locator('seance-tool').nth(0), page.locator('seance-tool').nth(1)];
    await first.getByRole('row').filter({ hasText: 'Workshop' }).first().waitFor();
    await page.evaluate(`{
      const tool = document.querySelector('seance-tool');
      const other = tool.cloneNode();
      other.setAttribute('address', 'none');
      tool.after(other);
    }`);
    await second.getByRole('table').waitFor();
    expect(await second.getByRole('searchbox').inputValue()).to.equal('');
    const [address, title] = [page.url(), await page.title()];
    await second.getByRole('row').getByRole('link').first().click();
    await second.getByRole('heading', { name: 'Description de la séance' }).waitFor();
    expect([page.url(), await page.title()]).to.deep.equal([address, title]);
    expect(await first.getByRole('searchbox').inputValue()).to.equal('Workshop');
    await second.getByRole('button', { name: 'Retour' }).click();
    await second.getByRole('table').waitFor();
    expect(page.url()).to.equal(address);
    const shown = await first
      .getByRole('link', { name: /^Workshop/ })
      .first()
      .getAttribute('href');
    expect(shown).to.contain('seance=');
  });
});

describe('choices that cannot be had', function () {
  this.timeout(120_000);
  const stage = setStage(3);

  const without = async (page: Page, part: string): Promise<void> => {
    await page.route(`**${apiPath}/${part}*`, (route) => route.fulfill({ status: 503, body: '' }));
  };

  it('are said to be missing, and not to be none', async () => {
    const page = await stage.visit();
    for (const part of ['trainers', 'locations', 'groups']) await without(page, part);
    await page.getByRole('button', { name: 'Créer une séance' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Inscription aux séances').selectOption('public');
    await form.getByText("Les formateurs de la session n'ont pas pu être chargés.").waitFor();
    await form.getByText("Les lieux n'ont pas pu être chargés.").waitFor();
    await form.getByText("Les groupes n'ont pas pu être chargés").waitFor();
    expect(await form.getByText("La session n'a aucun formateur.").count()).to.equal(0);
  });
});
