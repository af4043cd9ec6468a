import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { eventually } from '../support/eventually.js';
import { seanceRecord, startOf } from '../support/seance-records.js';
import { focused } from './focus.js';
import { apiPath, setStage, toolPath, listed } from './stage.js';

const count = 5_000;
const path = `${toolPath}?page=1&size=all`;
const rows = 'tbody tr[data-id]';

describe('a list of 5,000 séances on one page', function () {
  this.timeout(120_000);
  const stage = setStage(0);

  before(async () => {
    const database = openDatabase(stage.databaseUrl);
    const records = Array.from({ length: count }, (_, index) =>
      seanceRecord({ name: `Séance ${index + 1}`, start: startOf(index, 2031) }),
    );
    await new KnexUnitOfWork(database).write(({ seances }) => seances.insert(records));
    await database.knex.destroy();
  });

  async function open(width: number): Promise<{ readonly page: Page; readonly names: readonly string[] }> {
    const page = await stage.visit({ width, path });
    const items = await listed(page, `${apiPath}/seances?size=all`);
    await page.getByText(`${count.toLocaleString('fr-BE')} résultats`.replaceAll(/\s/g, ' ')).waitFor();
    expect(items).to.have.length(count);
    return { page, names: items.map(({ name }) => name) };
  }

  const expectFew = (page: Page): Promise<void> =>
    eventually(async () => expect(await page.locator(rows).count()).to.be.within(3, 79));

  const linkOf = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true });

  async function scrollTo(page: Page, share: number): Promise<void> {
    await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight * ${share})`);
  }

  /** The rows that a reader sees, from top to bottom, without a hole between them. */
  async function seen(page: Page): Promise<readonly { readonly index: number; readonly top: number }[]> {
    return page.evaluate(`(() => {
      const table = document.querySelector('seance-tool').shadowRoot.querySelector('seance-list')
        .shadowRoot.querySelector('seance-table').shadowRoot;
      const boxes = [...table.querySelectorAll('${rows}')].map((row) => ({
        index: row.ariaRowIndex ?? row.getAttribute('aria-rowindex'),
        ...row.getBoundingClientRect().toJSON(),
      }));
      return boxes
        .filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
        .map(({ index, top }) => ({ index: Number(index), top }));
    })()`);
  }

  for (const width of [1280, 360]) {
    describe(`${width} px wide`, () => {
      it('has only the rows near the window in the document, and says how many there are', async () => {
        const { page, names } = await open(width);
        await expectFew(page);
        const table = page.getByRole('table');
        expect(await table.getAttribute('aria-rowcount')).to.equal(String(count + 1));
        for (const share of [0.1, 0.5, 0.93]) {
          await scrollTo(page, share);
          await eventually(async () => {
            const indexes = (await seen(page)).map(({ index }) => index);
            const [first = 0] = indexes;
            expect(indexes, `rows at ${share}`).to.have.length.above(2);
            expect(indexes).to.deep.equal(indexes.map((_, place) => first + place));
            expect(first / count).to.be.closeTo(share, 0.1);
          });
          await expectFew(page);
        }
        await expectNoSidewaysScroll(page, 'the middle of the list');
        await expectAccessible(page, 'the middle of the list');
        await page.keyboard.press('End');
        await linkOf(page, names.at(-1) ?? '').waitFor();
        await eventually(async () => {
          // The page may have grown meanwhile: rows are measured when they are there.
          await page.keyboard.press('End');
          expect((await seen(page)).map(({ index }) => index)).to.include(count + 1);
        });
        expect(await page.locator('tr[aria-rowindex="5001"]').innerText()).to.contain(names.at(-1));
      });

      it('leads to the last row and back with the keyboard, and keeps the row that has the focus', async () => {
        const { page, names } = await open(width);
        await linkOf(page, names[0] ?? '').focus();
        for (const name of names.slice(1, 4)) {
          await page.keyboard.press('ArrowDown');
          await eventually(async () => expect(await focused(page)).to.equal(name));
        }
        await page.keyboard.press('End');
        await eventually(async () => expect(await focused(page)).to.equal(names.at(-1)));
        await page.keyboard.press('ArrowUp');
        await eventually(async () => expect(await focused(page)).to.equal(names.at(-2)));
        await scrollTo(page, 0.4);
        await eventually(async () =>
          expect((await seen(page))[0]?.index).to.be.within(count * 0.3, count * 0.5),
        );
        expect(await focused(page)).to.equal(names.at(-2));
        await page.keyboard.press('ArrowUp');
        await eventually(async () => {
          expect(await focused(page)).to.equal(names.at(-3));
          expect((await seen(page)).map(({ index }) => index)).to.include(count - 1);
        });
        await page.keyboard.press('Home');
        await eventually(async () => expect(await focused(page)).to.equal(names[0]));
        await expectFew(page);
      });

      it('comes back from the page of a séance to its row', async () => {
        const { page, names } = await open(width);
        await scrollTo(page, 0.6);
        let index = 0;
        await eventually(async () => {
          index = (await seen(page))[2]?.index ?? 0;
          expect(index).to.be.above(count * 0.5);
        });
        const name = names[index - 2] ?? '';
        await linkOf(page, name).click();
        await page.getByRole('heading', { name, exact: true }).waitFor();
        await page.getByRole('button', { name: 'Retour' }).click();
        await eventually(async () => {
          expect(await focused(page)).to.equal(name);
          const row = (await seen(page)).find((one) => one.index === index);
          expect(row?.top, 'top of the row').to.be.within(0, 700);
        });
      });
    });
  }

  it('selects rows, and all of them, wherever they are', async () => {
    const { page, names } = await open(1280);
    await scrollTo(page, 0.5);
    let index = 0;
    await eventually(async () => {
      index = (await seen(page))[3]?.index ?? 0;
      expect(index).to.be.above(count * 0.4);
    });
    const box = page.getByRole('checkbox', { name: `Sélectionner ${names[index - 2] ?? ''}`, exact: true });
    await box.check();
    await scrollTo(page, 0);
    await page.getByText('1 séance sélectionnée').waitFor();
    await page.getByRole('checkbox', { name: 'Tout sélectionner sur cette page' }).check();
    await page.getByText(/^5\s000 séances sélectionnées/).waitFor();
    await scrollTo(page, 1);
    const last = page.getByRole('checkbox', { name: `Sélectionner ${names.at(-1) ?? ''}`, exact: true });
    await eventually(async () => expect(await last.isChecked()).to.equal(true));
    await last.uncheck();
    await page.getByText(/^4\s999 séances sélectionnées/).waitFor();
  });

  for (const width of [1100, 920, 880, 700]) {
    it(`is not wider than a window of ${width} px, with columns that stay as they are`, async () => {
      const { page } = await open(width);
      const edges = async (): Promise<readonly number[]> => {
        const heads = await page.getByRole('columnheader').all();
        return Promise.all(heads.map(async (head) => Math.round((await head.boundingBox())?.x ?? 0)));
      };
      await eventually(async () => expect((await seen(page)).length).to.be.above(2));
      const atTop = await edges();
      for (const share of [0.3, 0.8]) {
        await scrollTo(page, share);
        await eventually(async () => expect((await seen(page))[0]?.index).to.be.above(count * share * 0.8));
        await expectNoSidewaysScroll(page, `the list, ${width} px wide`);
        expect(await edges()).to.deep.equal(atTop);
      }
    });
  }

  it('keeps the heads of the columns above the rows', async () => {
    const { page } = await open(1280);
    await scrollTo(page, 0.5);
    await eventually(async () => {
      const box = await page.getByRole('columnheader', { name: 'Nom', exact: true }).boundingBox();
      expect(box?.y).to.be.within(-1, 1);
    });
  });
});
