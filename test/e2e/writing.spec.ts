import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible } from './accessible.js';
import { apiPath, asked, created, setStage, toolPath } from './stage.js';

/** Pastes HTML where the caret is, as if it had been copied elsewhere. */
const paste = (page: Page, html: string): Promise<unknown> =>
  page.evaluate(`(() => {
    const text = [...document.querySelector('seance-tool').shadowRoot.querySelector('seance-form').shadowRoot
      .querySelectorAll('rich-text-field')][0].shadowRoot.querySelector('.text');
    text.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${JSON.stringify(html)});
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);

describe('A rich text', function () {
  this.timeout(60_000);
  const stage = setStage();

  async function editing(page: Page): Promise<() => Promise<string>> {
    const { id } = await created(page, { name: 'Écrit', start: '2031-03-03T09:00', end: '2031-03-03T10:00' });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Éditer' }).click();
    await page.getByRole('textbox', { name: 'Description' }).waitFor();
    return async () => {
      await page.getByRole('button', { name: 'Ok', exact: true }).last().click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      return (await asked<{ description: string }>(page, 'GET', `${apiPath}/seances/${id}`)).description;
    };
  }

  it('keeps the structure of what is pasted: headings, rows of tables, bullets of Word', async () => {
    const page = await stage.visit();
    const saved = await editing(page);
    await paste(
      page,
      `<html><head><style>p { color: red }</style><title>Titre</title></head><body><h1 style="color: red">Programme</h1>Introduction
      <table><tr><td>Heure</td><td>Sujet</td></tr><tr><td>9h</td><td>Accueil</td></tr></table>
      <p><span>·<span>&nbsp;&nbsp; </span></span>Puce</p></body></html>`,
    );
    const shown = await page.getByRole('textbox', { name: 'Description' }).innerText();
    expect(shown.split(/\n+/).map((line) => line.trim())).to.deep.equal([
      ...['Programme', 'Introduction', 'Heure | Sujet', '9h | Accueil', 'Puce'],
    ]);
    const description = await saved();
    expect(description).to.contain('<h3>Programme</h3>').and.contain('<li>Puce</li>');
    expect(description).to.contain('<p>Heure | Sujet</p>').and.not.contain('Titre');
  });

  it('keeps words that are pasted into a line in that line', async () => {
    const page = await stage.visit();
    const saved = await editing(page);
    await page.getByRole('textbox', { name: 'Description' }).click();
    await page.keyboard.type('Un mot');
    await paste(page, '<meta charset="utf-8"><b>gras</b>');
    expect(await saved()).to.equal('Un mot<strong>gras</strong>');
  });

  it('has links to sites and people, and says which address is neither', async () => {
    const page = await stage.visit();
    const saved = await editing(page);
    await page.getByRole('textbox', { name: 'Description' }).click();
    const link = page.getByRole('button', { name: 'Lien' }).first();
    const address = page.getByLabel('Adresse du lien');
    await link.click();
    for (const wrong of ['localhost:3000', 'javascript:alert(1)']) {
      await address.fill(wrong);
      await address.press('Enter');
      await page.getByText('une adresse de courriel').waitFor();
      expect(await address.inputValue()).to.equal(wrong);
    }
    await expectAccessible(page, 'the question for a link that leads nowhere');
    await address.fill('jean@exemple.org');
    await address.press('Enter');
    expect(await saved())
      .to.contain('href="mailto:jean@exemple.org"')
      .and.contain('>jean@exemple.org</a>');
  });
});
