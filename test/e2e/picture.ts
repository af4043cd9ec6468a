import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Leaves a picture to look at when SCREENSHOTS asks for it: a normal run writes no file. */
export async function picture(page: Page, name: string): Promise<void> {
  await save(page, page, `${root}tmp/screens/`, name);
}

/** The same for a picture that the documents show: of the window, or of one part of it. */
export async function illustration(page: Page, name: string, part: Page | Locator = page): Promise<void> {
  await save(page, part, `${root}docs/images/`, name);
}

async function save(page: Page, part: Page | Locator, folder: string, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return;
  await mkdir(folder, { recursive: true });
  await page.evaluate('document.fonts.ready');
  await part.screenshot({ path: `${folder}${name}.png` });
}
