import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { apiPath, asked, created, listed, setStage, toolPath, type Visit, type SignedIn } from './stage.js';
import { words } from './words.js';

const text = words.fr;
const atelier = 'Atelier du soir';
const hours = { start: '2031-03-03T18:00', end: '2031-03-03T19:00' };

interface Planned {
  readonly id: string;
  readonly start: string;
  readonly location: { readonly name: string } | null;
  readonly trainers: readonly { readonly name: string }[];
  readonly enrolledCount: number;
}

/** How many times a mouse is pressed for the usual tasks. Typing and scrolling are not counted. */
describe('the clicks of a task', function () {
  this.timeout(120_000);
  const stage = setStage();

  /** The open tool, from where presses are counted: a click is one, and so is a drag. */
  async function open(visit: Visit = {}): Promise<Page> {
    const page = await stage.visit(visit);
    await page.locator('[data-id] a, a[data-id]').first().waitFor();
    await page.evaluate("presses = 0; addEventListener('pointerdown', () => (presses += 1), true)");
    return page;
  }

  async function expectPresses(page: Page, count: number): Promise<void> {
    expect(await page.evaluate<number>('presses'), 'presses of the mouse').to.equal(count);
  }

  /** Opens a list of choices, which is one press, and types which. */
  async function choose(select: Locator, label: string): Promise<void> {
    await select.click();
    await select.page().keyboard.type(label);
    await select.page().keyboard.press('Enter');
    await eventually(async () => expect(await select.locator('option:checked').innerText()).to.equal(label));
  }

  const button = (within: Page | Locator, name: string): Locator =>
    within.getByRole('button', { name, exact: true });
  const find = (name: string): string => `${toolPath}?q=${encodeURIComponent(name)}`;

  /** What the form or the calendar made of a séance. */
  const planned = async (by: SignedIn, name: string): Promise<Planned | undefined> =>
    (await listed<Planned>(by, `${apiPath}/seances?q=${encodeURIComponent(name)}`))[0];

  async function act(page: Page, name: string, action: string): Promise<void> {
    await button(page, text.actionsOf(name)).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  /** The page of a séance to enrol into, with its learners to pick from. */
  async function pickLearners(): Promise<readonly [Page, Locator]> {
    const staff = await stage.signedIn();
    await created(staff, { ...hours, name: atelier, enrolmentMode: 'manual', capacity: 30 });
    const page = await open({ path: find(atelier) });
    await page.getByRole('link', { name: atelier, exact: true }).click();
    await button(page, 'Inscrire des apprenants').click();
    return [page, page.getByRole('dialog', { name: 'Inscrire des apprenants' })];
  }

  it('are none to see what comes next', async () => {
    const page = await open();
    const first = page.locator('tbody tr[data-id]').first();
    expect(await first.getAttribute('class')).not.to.contain('past');
    const box = await first.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).to.be.within(0, 900);
    await expectPresses(page, 0);
  });

  for (const width of [1280, 360]) {
    it(`are 5 to create a séance with its hours, place and trainer, ${width} px wide`, async () => {
      const page = await open({ width });
      const top = button(page, text.create).first();
      expect((await top.boundingBox())?.y, 'in view').to.be.within(0, 700);
      await top.click();
      const form = page.getByRole('dialog', { name: text.createTitle });
      await form.getByRole('group', { name: text.trainers }).getByRole('checkbox').first().waitFor();
      await page.keyboard.type(atelier);
      for (const [label, time] of [
        [text.start, hours.start],
        [text.end, hours.end],
      ] as const) {
        const field = form.getByLabel(label, { exact: true });
        await field.click();
        await field.fill(time);
      }
      await choose(form.getByLabel(text.place, { exact: true }), 'Auditoire Agora');
      await button(form, 'Ok').click();
      await form.waitFor({ state: 'detached' });
      const { location, trainers } = (await planned(page, atelier)) ?? {};
      expect(location?.name).to.equal('Auditoire Agora');
      expect(trainers?.map(({ name }) => name)).to.deep.equal(['Charles Montgomery BURNS']);
      await expectPresses(page, 5);
    });
  }

  it('are 4 to change the place', async () => {
    const staff = await stage.signedIn();
    await created(staff, { ...hours, name: atelier });
    const page = await open({ path: find(atelier) });
    await act(page, atelier, text.edit);
    const form = page.getByRole('dialog', { name: text.editTitle });
    await choose(form.getByLabel(text.place, { exact: true }), 'Auditoire Agora');
    await button(form, 'Ok').click();
    await form.waitFor({ state: 'detached' });
    expect((await planned(page, atelier))?.location?.name).to.equal('Auditoire Agora');
    await expectPresses(page, 4);
  });

  it('are a drag and an answer to move to another day of the calendar', async () => {
    const staff = await stage.signedIn();
    await created(staff, { ...hours, name: atelier });
    const page = await open({ path: `${find(atelier)}&view=month&date=2031-03-01` });
    const entry = page.getByRole('link', { name: atelier });
    const box = await entry.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (box?.width ?? 0) * 1.1, y, { steps: 10 });
    await page.mouse.up();
    await button(page.getByRole('dialog', { name: text.moveTitle }), text.move).click();
    await eventually(async () => expect((await planned(page, atelier))?.start).to.equal('2031-03-04T18:00'));
    await expectPresses(page, 2);
  });

  it('are 4 to enrol a learner', async () => {
    const [page, picker] = await pickLearners();
    await picker.getByRole('checkbox').first().click();
    await button(picker, 'Inscrire').click();
    await page.getByText(`1 nouvelle inscription à la séance «\u00a0${atelier}\u00a0».`).waitFor();
    await picker.waitFor({ state: 'detached' });
    await expectPresses(page, 4);
  });

  it('are 4 to enrol a class', async () => {
    const [page, picker] = await pickLearners();
    const [group] = await listed(page, `${apiPath}/host-groups`);
    await choose(picker.getByRole('combobox', { name: "Groupe d'apprenants" }), group?.name ?? '');
    await button(picker, 'Inscrire tout le groupe').click();
    await picker.waitFor({ state: 'detached' });
    expect((await planned(page, atelier))?.enrolledCount).to.equal(20);
    await expectPresses(page, 4);
  });

  it('are 3 to write the first information', async () => {
    const page = await open({ path: find('Lunch') });
    await act(page, 'Lunch', text.informations);
    const dialog = page.getByRole('dialog', { name: text.informations });
    await dialog.getByRole('textbox', { name: 'Nouvelle information' }).waitFor();
    await page.keyboard.type('Salle 4.');
    await button(dialog, 'Ok').click();
    await dialog.getByRole('listitem').getByText('Salle 4.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expectPresses(page, 3);
  });

  it('are 3 to delete, and 1 to undo it', async () => {
    const page = await open({ path: find('Lunch') });
    await act(page, 'Lunch', text.remove);
    await button(page.getByRole('dialog', { name: text.confirmTitle }), text.remove).click();
    await page.getByText('Aucun résultat', { exact: true }).waitFor();
    await expectPresses(page, 3);
    await button(page, text.undo).click();
    await page.getByRole('link', { name: 'Lunch', exact: true }).waitFor();
    await expectPresses(page, 4);
  });

  for (const [where, groupName] of [
    ['', undefined],
    [', the first of a group', 'Ateliers'],
  ] as const) {
    it(`are 1 to take a place${where}`, async () => {
      const staff = await stage.signedIn();
      await created(staff, { ...hours, name: atelier, enrolmentMode: 'public', capacity: 3, groupName });
      await created(staff, { ...hours, name: 'Autre', enrolmentMode: 'public', capacity: 3, groupName });
      const page = await open({ user: 'learner1', path: find(atelier) });
      await button(page, "S'inscrire à la séance").click();
      await page
        .getByText(`Votre inscription à la séance «\u00a0${atelier}\u00a0» est enregistrée.`)
        .waitFor();
      await expectPresses(page, 1);
    });
  }

  it('are 3 to subscribe, and to have the address copied', async () => {
    const page = await open({ user: 'learner1', options: { permissions: ['clipboard-write'] } });
    await button(page, text.subscribe).click();
    await button(page, text.newAddress).click();
    await button(page, text.copy).click();
    await page.getByText('Adresse copiée.').waitFor();
    expect(
      (await asked<{ createdAt: string | null }>(page, 'GET', '/plugins/seances/api/v1/me/feed')).createdAt,
    ).not.to.equal(null);
    await expectPresses(page, 3);
  });
});
