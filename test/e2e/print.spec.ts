import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { apiPath, setStage, toolPath, listed } from './stage.js';

const name = 'Travail de groupe 1';
const learners = Array.from({ length: 30 }, (_, index) => `learner${index + 1}`);

/** What can be pressed on paper, but for names that look like text; and how what is written looks. */
const onPaper = `(() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
    element, ...(element.shadowRoot ? all(element.shadowRoot) : []),
  ]);
  const shown = all(document).filter((element) => element.checkVisibility() && element.getClientRects().length > 0);
  const style = (element) => getComputedStyle(element);
  const readable = shown.filter((element) => [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''));
  return {
    controls: shown
      .filter((element) => element.matches('button:not(.in-text), input, nav, [role=menu], search-box, seance-pager, svg'))
      .map((element) => element.outerHTML.slice(0, 80)),
    colours: [...new Set(readable.map((element) => style(element).color))].sort(),
    lines: [...new Set(shown.filter((element) => element.matches('a')).map((a) => style(a).textDecorationLine))],
    heads: shown.filter((element) => element.matches('thead')).map((head) => style(head).display),
    rows: shown.filter((element) => element.matches('tbody tr')).length,
  };
})()`;

interface OnPaper {
  readonly controls: readonly string[];
  readonly colours: readonly string[];
  readonly lines: readonly string[];
  /** How the heads of tables are laid out: as a group, they are repeated on each sheet. */
  readonly heads: readonly string[];
  readonly rows: number;
}

async function expectPrinted(page: Page, rows: number): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await eventually(async () => expect((await page.evaluate<OnPaper>(onPaper)).rows).to.equal(rows));
  const { controls, colours, lines, heads } = await page.evaluate<OnPaper>(onPaper);
  expect(controls).to.deep.equal([]);
  expect(colours, 'black, and grey for what matters less').to.deep.equal(['rgb(0, 0, 0)', 'rgb(68, 68, 68)']);
  for (const line of lines) expect(line).to.equal('none');
  expect(heads).to.deep.equal(['table-header-group']);
}

describe('what is printed', function () {
  this.timeout(120_000);
  const stage = setStage(250);
  const open = async (path: string, width = 1280): Promise<Page> =>
    stage.visit({ path, width, options: { colorScheme: 'dark' } });

  it('is the list with all its rows and nothing to press, also those that are not there on the screen', async () => {
    const page = await open(`${toolPath}?size=all`);
    const rows = page.locator('tbody tr[data-id]');
    await page.getByText('250 résultats').waitFor();
    await eventually(async () => expect(await rows.count()).to.be.below(80));
    await expectPrinted(page, 250);
    expect(await rows.first().getByRole('cell').count()).to.equal(6);
    await page.emulateMedia({ media: 'screen' });
    await eventually(async () => expect(await rows.count()).to.be.below(80));
  });

  it('has all rows when a browser says only that it is going to print', async () => {
    const page = await open(`${toolPath}?size=all`);
    const rows = page.locator('tbody tr[data-id]');
    await eventually(async () => expect(await rows.count()).to.be.within(1, 80));
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await rows.count()).to.equal(250);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await rows.count()).to.be.below(80);
  });

  for (const width of [1280, 360]) {
    it(`is a table with a head, from a window ${width} px wide`, async () => {
      const page = await open(toolPath, width);
      await page.getByText('250 résultats').waitFor();
      await expectPrinted(page, 20);
    });

    it(`is everybody of a séance, however one prints, from a window ${width} px wide`, async () => {
      const page = await open(toolPath, width);
      const [seance] = await listed(page, `${apiPath}/seances?q=${name}`);
      const path = `${apiPath}/seances/${seance?.id ?? ''}/enrolments`;
      expect((await page.request.post(path, { data: { userIds: learners } })).status()).to.equal(200);
      const everybody = page.waitForResponse((answer) => answer.url().includes('size=all'));
      await page.goto(`${toolPath}?seance=${seance?.id ?? ''}`);
      await everybody;
      const rows = page.locator('participants-panel tbody tr');
      await eventually(async () => expect(await rows.count()).to.equal(20));
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      expect(await rows.count()).to.equal(learners.length);
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
      expect(await rows.count()).to.equal(20);
      await expectPrinted(page, learners.length);
    });

    it(`is everybody of a séance, by their button, from a window ${width} px wide`, async () => {
      const page = await open(toolPath, width);
      const [seance] = await listed(page, `${apiPath}/seances?q=${name}`);
      const path = `${apiPath}/seances/${seance?.id ?? ''}/enrolments`;
      expect((await page.request.post(path, { data: { userIds: learners } })).status()).to.equal(200);
      await page.addInitScript('window.print = () => { document.title = "printed" }');
      await page.goto(`${toolPath}?seance=${seance?.id ?? ''}`);
      const panel = page.locator('participants-panel');
      await panel.getByText('20 inscrits sur 20').waitFor();
      await eventually(async () => expect(await panel.locator('tbody tr').count()).to.equal(20));
      await panel.getByRole('button', { name: 'Imprimer la liste' }).click();
      // Asked from outside: what waits inside the page is text, which the page's policy lets nobody run.
      await eventually(async () => expect(await page.title()).to.equal('printed'));
      await expectPrinted(page, learners.length);
      await panel.getByText('En attente').first().waitFor();
    });
  }
});
