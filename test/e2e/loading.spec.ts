import { expect } from 'chai';
import { setStage, toolPath } from './stage.js';

describe('A page whose script is slow', () => {
  const stage = setStage();

  for (const [user, path, script] of [
    ['trainer1', toolPath, 'seance-tool'],
    ['admin', '/administration/seances', 'seance-admin'],
  ] as const)
    it(`says that it loads until there is something to read: ${script}`, async () => {
      const page = await stage.visit({ user, path: '/' });
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(`**/${script}.js`, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'commit' });
      const note = page.locator(script).getByText('Chargement…', { exact: true }).first();
      await note.waitFor();
      expect(await page.getByRole('heading', { level: 1 }).count()).to.equal(0);
      release();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await note.waitFor({ state: 'hidden' });
    });
});
