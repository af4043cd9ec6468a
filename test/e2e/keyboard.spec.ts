import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { focused } from './focus.js';
import { seriesWords } from './series-words.js';
import { setStage, toolPath } from './stage.js';
import { words } from './words.js';

const text = { ...words.fr, ...seriesWords.fr };
const name = 'Cours du soir';

describe('The tool, with the keyboard alone', function () {
  this.timeout(120_000);
  const stage = setStage();

  /** Waits until what is named so has the focus. */
  const expectFocus = (page: Page, label: string): Promise<void> =>
    eventually(async () => expect(await focused(page)).to.contain(label));

  /** Presses a key until what is named so has the focus. */
  async function reach(page: Page, label: string, key = 'Tab', limit = 40): Promise<void> {
    for (let presses = 0; presses < limit; presses += 1) {
      await page.keyboard.press(key);
      if ((await focused(page)).startsWith(label)) return;
    }
    expect.fail(`${key} does not lead to ${label}`);
  }

  async function chooseAction(page: Page, action: string): Promise<void> {
    await reach(page, text.actionsOf(name));
    await page.keyboard.press('Enter');
    await expectFocus(page, text.edit);
    await reach(page, action, 'ArrowDown');
    await page.keyboard.press('Enter');
  }

  it('creates a séance, repeats it, deletes the series and brings it back', async () => {
    const page = await stage.visit({ path: `${toolPath}?q=soir` });
    await page.getByText(text.results(0), { exact: true }).waitFor();
    await reach(page, text.create, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectFocus(page, text.name);
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expectFocus(page, name);

    await chooseAction(page, text.repeat);
    await expectFocus(page, text.weekdays[0] ?? '');
    await reach(page, text.weeks);
    await page.keyboard.type('2');
    await page.getByText(text.willCreate(2)).waitFor();
    await reach(page, 'Ok', 'Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await page.getByText(text.willCreate(1)).waitFor();
    await reach(page, 'Ok');
    await page.keyboard.press('Enter');
    await page.getByText(text.created(1), { exact: true }).waitFor();
    await expectFocus(page, name);

    await chooseAction(page, text.remove);
    await expectFocus(page, text.cancel);
    await reach(page, text.this, 'Shift+Tab');
    await page.getByText('2 séances').first().waitFor();
    await reach(page, text.all, 'ArrowDown');
    await reach(page, text.remove);
    await page.keyboard.press('Enter');
    await page.getByText(text.deleted(2), { exact: true }).waitFor();
    await reach(page, text.undo);
    await page.keyboard.press('Enter');
    await page.getByText(text.restored(2)).waitFor();
    await page.getByText(text.results(2), { exact: true }).waitFor();
  });
});
