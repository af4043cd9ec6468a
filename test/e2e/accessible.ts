import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

/**
 * Asserts that axe finds nothing to say about the page as it is now. `state` names it in the failure.
 *
 * The pages have no frames of elsewhere, and nobody reads what axe is content with: axe finishes in the page itself, and
 * writes only what it finds down, which takes a sixth of the time.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found, `axe on ${state}`).to.deep.equal([]);
}

/** Asserts that nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const excess = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(excess, `pixels of ${state} beyond the window`).to.be.at.most(0);
}
