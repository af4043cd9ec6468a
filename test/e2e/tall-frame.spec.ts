import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { setFrames, type Framed } from './frames.js';
import { picture } from './picture.js';

/** Of the window and of a séance that is far below in a frame of 3,000 pixels. */
const cases = [
  { width: 1_280, size: '50', name: 'Atelier 44' },
  { width: 360, size: '20', name: 'Atelier 12' },
] as const;

describe('The tool in a frame that is as high as what is in it', function () {
  this.timeout(120_000);
  const frames = setFrames(50);

  const scrolled = (page: Page): Promise<number> => page.evaluate('scrollY');
  const actionsOf = ({ frame }: Framed, name: string): Locator =>
    frame.getByRole('button', { name: new RegExp(`^Actions.*${name}`) });

  /** Scrolls the platform's page until a séance is in the middle of the window. */
  async function scrollTo({ page, frame }: Framed, name: string): Promise<void> {
    const box = await frame.getByRole('link', { name }).boundingBox();
    await page.evaluate(`scrollBy(0, ${(box?.y ?? 0) - 300})`);
  }

  /** Whether all of it is in the window of the platform's page. */
  async function expectInView(page: Page, part: Locator): Promise<void> {
    const height = page.viewportSize()?.height ?? 0;
    await eventually(async () => {
      const box = await part.boundingBox();
      expect(box, 'shown').to.not.equal(null);
      expect(box?.y, 'its top').to.be.within(0, height);
      expect((box?.y ?? 0) + (box?.height ?? 0), 'its bottom').to.be.within(0, height);
    });
  }

  async function opened(width: number, size: string, name: string): Promise<Framed> {
    const framed = await frames.open({ width, height: 3_000 });
    const { frame } = framed;
    await frame.getByRole('link', { name: 'Atelier 01' }).waitFor();
    await frame.getByRole('button', { name: size, exact: true }).first().click();
    await frame.getByRole('link', { name }).waitFor();
    await scrollTo(framed, name);
    return framed;
  }

  for (const { width, size, name } of cases)
    it(`shows menus, dialogs and notices where its reader is, ${width} pixels wide, and leaves the page where it is`, async () => {
      const framed = await opened(width, size, name);
      const { page, frame } = framed;
      const before = await scrolled(page);
      expect(before).to.be.greaterThan(1_000);

      await actionsOf(framed, name).click();
      await expectInView(page, frame.getByRole('menu'));
      await picture(page, `tall-frame-menu-${width}`);
      await frame.getByRole('menuitem', { name: 'Éditer' }).click();
      const dialog = frame.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Nom' }).waitFor();
      await expectInView(page, dialog);
      expect(await scrolled(page), 'with the dialog').to.equal(before);
      await picture(page, `tall-frame-dialog-${width}`);

      // The reader goes on in the page around.
      await page.evaluate('scrollBy(0, -450)');
      await expectInView(page, dialog);
      expect(await scrolled(page)).to.equal(before - 450);
      await page.evaluate('scrollBy(0, 450)');
      await expectInView(page, dialog);

      await dialog.getByRole('textbox', { name: 'Nom' }).fill(`${name} bis`);
      await dialog.getByRole('button', { name: 'Ok' }).click();
      await dialog.waitFor({ state: 'detached' });
      const notice = frame.locator('.message .box');
      await notice.waitFor();
      await expectInView(page, notice);
      expect(await scrolled(page), 'with the notice').to.equal(before);
      await picture(page, `tall-frame-notice-${width}`);
      await page.evaluate('scrollBy(0, -600)');
      await expectInView(page, notice);
    });

  it('gives a dialog room of which little is seen, and not outside of the frame', async () => {
    const { page, frame } = await frames.open({ height: 3_000 });
    await frame.getByRole('link', { name: 'Atelier 01' }).waitFor();
    // Of the frame, 150 pixels are left below the platform's bar.
    await page.setViewportSize({ width: 1_280, height: 450 });
    const create = frame.getByRole('button', { name: 'Créer une séance' }).first();
    await create.focus();
    await page.evaluate('scrollTo(0, 0)');
    await create.press('Enter');
    const dialog = frame.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Nom' }).waitFor();
    const box = await dialog.boundingBox();
    const around = await page.locator('iframe').boundingBox();
    expect(box?.height).to.be.within(220, 300);
    expect((box?.y ?? 0) - (around?.y ?? 0), 'its top in the frame').to.be.within(0, 20);
  });

  it('looks for what is seen as long as something is to be kept there, and no longer', async () => {
    const framed = await opened(1_280, '20', 'Atelier 12');
    const { page, frame } = framed;
    const tool = page.frames()[1];
    await tool?.evaluate(`{
      window.looks = 0;
      const { observe } = IntersectionObserver.prototype;
      IntersectionObserver.prototype.observe = function (...given) {
        looks += 1;
        return observe.apply(this, given);
      };
    }`);
    /** How often was looked meanwhile: many times as often as the page is drawn between two looks. */
    const looks = (): Promise<number> =>
      tool?.evaluate(`new Promise((resolve) => {
        const before = looks;
        let left = 40;
        const draw = () => (left-- > 0 ? requestAnimationFrame(draw) : resolve(looks - before));
        draw();
      })`) as Promise<number>;

    await actionsOf(framed, 'Atelier 12').click();
    await expectInView(page, frame.getByRole('menu'));
    await page.keyboard.press('Escape');
    expect(await looks(), 'after a menu').to.equal(0);
    await frame.getByRole('button', { name: 'Créer une séance' }).first().click();
    const dialog = frame.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Nom' }).waitFor();
    expect(await looks(), 'with a dialog').to.be.greaterThan(0);
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await looks(), 'after a dialog').to.equal(0);

    await frame.getByRole('button', { name: 'Créer une séance' }).first().click();
    await dialog.waitFor();
    await tool?.evaluate("document.querySelector('seance-tool').remove()");
    await looks();
    expect(await looks(), 'without the tool').to.equal(0);
    expect(await tool?.evaluate("document.querySelectorAll('body > div').length")).to.equal(0);
  });

  it('begins with the first row of a page that its reader has turned to below', async () => {
    const framed = await opened(1_280, '20', 'Atelier 20');
    const { page, frame } = framed;
    await frame.getByRole('button', { name: 'Page suivante' }).last().click();
    await frame.getByRole('link', { name: 'Atelier 21' }).waitFor();
    await expectInView(page, frame.getByRole('link', { name: 'Atelier 21' }));
  });

  describe('whose platform gives it as much room as it says', () => {
    /** How high the page in the frame says that it is, once it has been drawn some times and says nothing else. */
    async function height({ page }: Framed): Promise<number> {
      const said: readonly number[] = await page.evaluate(`new Promise((resolve) => {
        const said = [];
        const look = () => {
          said.push(heights.at(-1));
          if (said.length === 30) resolve(said);
          else requestAnimationFrame(look);
        };
        look();
      })`);
      expect(new Set(said.slice(-10)).size, said.join(' ')).to.equal(1);
      const inside: number = await inFrame(page, 'document.documentElement.scrollHeight');
      expect(said.at(-1)).to.equal(inside);
      return inside;
    }

    const inFrame = <T>(page: Page, script: string): Promise<T> =>
      page.frames()[1]?.evaluate(script) as Promise<T>;

    it('is as high as what is there while the list is on its way, and when it has come', async () => {
      const framed = await frames.open({ height: 'content', holds: true });
      const { frame } = framed;
      await frame.locator('.skeleton').waitFor();
      expect(await height(framed)).to.be.lessThan(600);
      await framed.release();
      await frame.getByRole('link', { name: 'Atelier 20' }).waitFor();
      const list = await height(framed);
      expect(list).to.be.greaterThan(900);

      await frame.getByRole('button', { name: '10', exact: true }).first().click();
      await frame.getByRole('link', { name: 'Atelier 20' }).waitFor({ state: 'detached' });
      expect(await height(framed)).to.be.lessThan(list);
    });

    for (const width of [1_280, 360])
      it(`is as high as before once a dialog and a menu were there, ${width} pixels wide`, async () => {
        const framed = await frames.open({ width, height: 'content' });
        const { page, frame } = framed;
        await frame.getByRole('link', { name: 'Atelier 20' }).waitFor();
        const list = await height(framed);
        await frame.getByRole('button', { name: 'Créer une séance' }).first().click();
        const dialog = frame.getByRole('dialog');
        await dialog.getByRole('textbox', { name: 'Nom' }).waitFor();
        expect(await height(framed), 'with the dialog').to.equal(list);
        await expectInView(page, dialog);
        await dialog.getByRole('button', { name: 'Annuler' }).click();
        await dialog.waitFor({ state: 'detached' });
        expect(await height(framed)).to.equal(list);

        // The last of the page, below which there is no room.
        await scrollTo(framed, 'Atelier 20');
        await actionsOf(framed, 'Atelier 20').click();
        await expectInView(page, frame.getByRole('menu'));
        expect(await height(framed), 'with the menu').to.equal(list);
        await page.keyboard.press('Escape');
        expect(await height(framed)).to.equal(list);
      });
  });
});
