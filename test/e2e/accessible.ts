import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

/** Brings axe into the document that the page shows, unless it is there. */
const bringAxe = async (page: Page): Promise<void> => {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
};

/**
 * What axe has to say, a line for each rule that is broken. Where a modal dialog has the focus, of the dialog: what is
 * behind it is inert, and was in front before.
 */
const runAxe = `(async () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  while (at && !at.closest('dialog:modal')) at = at.getRootNode().host;
  const { violations } = await axe.run(at?.closest('dialog:modal') ?? document, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', '));
})()`;

/**
 * Asserts that axe finds nothing to say about the page as it is now. `state` names it in the failure. The pages have no
 * frames: axe finishes where it began, and stays for the next state of the same document, which takes half the time.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await bringAxe(page);
  expect(await page.evaluate<readonly string[]>(runAxe), `axe on ${state}`).to.deep.equal([]);
}

/** Asserts that nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const excess = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(excess, `pixels of ${state} beyond the window`).to.be.at.most(0);
}
