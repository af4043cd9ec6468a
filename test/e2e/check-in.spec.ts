import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Attendance, ShownCheckIn } from '../../src/web/wire.gen.js';
import { FixedClock } from '../../src/testing/index.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, setStage, type Visit } from './stage.js';

/** A Wednesday: 10:05 in Brussels. */
const now = '2027-03-10T09:05:00Z';
const minute = 60;

describe('Checking in', function () {
  this.timeout(120_000);
  const clock = new FixedClock(now);
  const stage = setStage(3, clock);
  let staff: Page;
  let id: string;

  beforeEach(async () => {
    clock.advance((Date.parse(now) - Date.parse(clock.now())) / 1_000);
    staff = await stage.visit();
    ({ id } = await created(staff, {
      ...{ name: 'Atelier de théâtre', enrolmentMode: 'automatic' },
      ...{ start: '2027-03-10T10:00', end: '2027-03-10T11:30' },
    }));
  });

  /** What the wall of the room shows. */
  const wall = (): Promise<ShownCheckIn> =>
    asked(staff, 'POST', `${apiPath}/seances/${id}/attendance/1/check-in`, { open: true });

  const presenceOf = async (user: string) => {
    const { slots } = await asked<Attendance>(staff, 'GET', `${apiPath}/seances/${id}/attendance`);
    return slots[0]?.entries.find((entry) => entry.user.id === user);
  };

  const sign = async (): Promise<void> => {
    const admin = await stage.signedIn('admin');
    await asked(admin, 'PUT', '/plugins/seances/api/v1/admin/settings', { attendance: 'signed' });
  };

  /** A phone with the clock of the server, on which nobody is signed in unless `visit` says who. */
  const phone = async (visit: Visit = {}): Promise<Page> => {
    const page = await stage.visit({ width: 360, path: '/', ...visit });
    if (visit.user === undefined) await page.context().clearCookies({ name: 'demo_user' });
    await setTime(page);
    return page;
  };

  const setTime = (page: Page) => page.clock.setFixedTime(new Date(clock.now()));

  const pass = async (seconds: number, ...pages: readonly Page[]): Promise<void> => {
    clock.advance(seconds);
    await Promise.all(pages.map(setTime));
  };

  /** Scans what is on the wall: a camera opens the address. */
  const scan = async (page: Page): Promise<void> => {
    const { url } = await wall();
    await page.goto('about:blank');
    await page.goto(url ?? '');
  };

  const signInHere = async (page: Page, user: string): Promise<void> => {
    await page.getByLabel('Utilisateur').selectOption(user);
    await page.getByRole('button', { name: 'Se connecter' }).click();
  };

  const confirm = (page: Page) => page.getByRole('button', { name: 'Confirmer ma présence' });
  const draw = async (page: Page): Promise<void> => {
    const box = await page.locator('signature-field canvas').boundingBox();
    if (!box) throw new Error('There is nothing to draw on.');
    await page.mouse.move(box.x + 20, box.y + 40);
    await page.mouse.down();
    for (let step = 0; step < 40; step += 1)
      await page.mouse.move(box.x + 20 + step * 5, box.y + 50 + 30 * Math.sin(step / 3));
    await page.mouse.up();
  };

  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const)
    it(`counts for who signs in long after the code has gone, ${width} px wide`, async () => {
      const page = await phone({ width, options: { colorScheme } });
      await scan(page);
      await page.getByText("Connectez-vous\u00a0: votre présence vous attend jusqu'à 10:10.").waitFor();
      expect(new URL(page.url()).hash).to.equal('');
      await expectAccessible(page, 'the page of a code for who is not signed in');
      await expectNoSidewaysScroll(page, 'the page of a code');
      await picture(page, `fr-check-in-signed-out-${width}`);

      const before = (await wall()).code;
      await pass(4 * minute, page);
      expect((await wall()).code).not.to.equal(before);
      await page.getByRole('link', { name: 'Ouvrir la séance' }).click();
      await signInHere(page, 'learner1');

      const dialog = page.getByRole('dialog', { name: 'Confirmer ma présence' });
      await dialog.getByText('Vous confirmez en tant que Aurélie ADAM.').waitFor();
      await dialog.getByText('Atelier de théâtre').waitFor();
      await expectAccessible(page, 'the question for who has signed in');
      await picture(page, `fr-check-in-dialog-${width}`);
      await confirm(page).click();
      await page.getByText(/^Présence enregistrée\u00a0: Atelier de théâtre, /).waitFor();
      await page.getByRole('heading', { name: 'Ma présence' }).waitFor();
      await page.locator('my-attendance-mark').getByText('Présent', { exact: true }).waitFor();
      await expectAccessible(page, 'the page of a séance where one is present');
      await expectNoSidewaysScroll(page, 'the page of a séance where one is present');
      await picture(page, `fr-own-mark-${width}`);
      expect(await presenceOf('learner1')).to.include({ mark: 'present', source: 'self', signed: false });
      await page.reload();
      await page.locator('my-attendance-mark').getByText('Présent', { exact: true }).waitFor();
      expect(await page.getByRole('dialog').count()).to.equal(0);
    });

  it('is one button for who is signed in, and says that it counted', async () => {
    const page = await phone({ user: 'learner2' });
    await scan(page);
    await page.getByText('Vous confirmez en tant que Benoît BAUDOUIN.').waitFor();
    await expectAccessible(page, 'the page of a code for who is signed in');
    await confirm(page).click();
    await page.getByText('Votre présence est enregistrée.', { exact: true }).waitFor();
    await page.getByText('mercredi 10 mars 2027, 10:00 – 11:30').waitFor();
    await expectAccessible(page, 'the page of a code that counted');
    await picture(page, 'fr-check-in-counted-360');
    expect(await presenceOf('learner2')).to.include({ mark: 'present', source: 'self' });
  });

  it('waits on the home page, too', async () => {
    const page = await phone();
    await scan(page);
    await page.getByText(/^Connectez-vous/).waitFor();
    await page.goto('/');
    await signInHere(page, 'learner1');
    await page.getByRole('dialog').getByText('Vous confirmez en tant que Aurélie ADAM.').waitFor();
    await confirm(page).click();
    await page.getByText(/^Présence enregistrée/).waitFor();
    const own = page.locator('my-seances').getByRole('listitem').filter({ hasText: 'Atelier de théâtre' });
    await own.getByText('Présent', { exact: true }).waitFor();
    await expectAccessible(page, 'the home page of who is present');
    await picture(page, 'fr-home-present-360');
  });

  it('goes on by itself for who has signed in in another window', async () => {
    const page = await phone();
    await scan(page);
    await page.getByText(/^Connectez-vous/).waitFor();
    await page.context().request.post('/sign-in', { data: { user: 'learner1' } });
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await confirm(page).waitFor();
  });

  it('refuses a wrong code and one that has gone, and takes the one that is typed', async () => {
    const page = await phone({ user: 'learner1' });
    const { code, url } = await wall();
    await pass(2 * minute, page);
    await page.goto(url ?? '');
    await page.getByText(/^Ce code n'est pas ou plus valable/).waitFor();
    await expectAccessible(page, 'the page of a code that has gone');
    await picture(page, 'fr-check-in-wrong-360');
    const input = page.getByLabel('Code affiché');
    const go = page.getByRole('button', { name: 'Continuer' });
    await input.fill('12');
    await go.click();
    await page.getByText('Le code se compose de quatre lettres et de quatre chiffres.').waitFor();
    await input.fill(code ?? '');
    await go.click();
    await page.getByText('il change toutes les 15 secondes.', { exact: false }).nth(1).waitFor();
    const right = (await wall()).code ?? '';
    await input.fill(right.replace('-', ' ').toLowerCase());
    await go.click();
    await confirm(page).waitFor();
    expect(await presenceOf('learner1')).to.include({ mark: null });
  });

  it('says so once the time to confirm is over, and counts nothing', async () => {
    const page = await phone({ user: 'learner1' });
    await scan(page);
    await confirm(page).waitFor();
    await pass(6 * minute);
    await confirm(page).click();
    await page.getByText(/^Le temps pour confirmer est écoulé/).waitFor();
    await page.getByLabel('Code affiché').waitFor();
    expect(await presenceOf('learner1')).to.include({ mark: null });
  });

  it('tells who may not open the space to sign in as somebody else', async () => {
    const page = await phone({ user: 'outsider' });
    await scan(page);
    await page.getByText(/^Le compte connecté n'a pas accès à cette séance/).waitFor();
    await expectAccessible(page, 'the page of a code for somebody else');
  });

  it('flags two people with one device to the trainer, and counts both', async () => {
    const page = await phone({ user: 'learner1' });
    for (const user of ['learner1', 'learner2']) {
      await page.context().request.post('/sign-in', { data: { user } });
      await scan(page);
      await confirm(page).click();
      await page.getByText('Votre présence est enregistrée.', { exact: true }).waitFor();
    }
    for (const user of ['learner1', 'learner2'])
      expect(await presenceOf(user)).to.include({ mark: 'present', sharedDevice: true });
  });

  it('is signed where people sign: drawn, with a finger or a mouse', async () => {
    await sign();
    const page = await phone({ user: 'learner1' });
    await scan(page);
    const signing = page.getByRole('button', { name: 'Signer et confirmer' });
    await page.locator('signature-field canvas').waitFor();
    await signing.click();
    await page.getByText('Signez dans le cadre, ou confirmez sans dessiner.').waitFor();
    await draw(page);
    await page.getByText('Votre signature est dessinée.').waitFor();
    await page.setViewportSize({ width: 740, height: 360 });
    await page.getByText('Votre signature est dessinée.').waitFor();
    await expectAccessible(page, 'a signature');
    await expectNoSidewaysScroll(page, 'a signature');
    await picture(page, 'fr-check-in-signed-740');
    await signing.click();
    await page.getByText('Votre présence est enregistrée.', { exact: true }).waitFor();
    expect(await presenceOf('learner1')).to.include({ mark: 'present', signed: true });
  });

  it('is signed in words by who draws nothing, after an empty drawing', async () => {
    await sign();
    const page = await phone({ user: 'learner1' });
    await scan(page);
    await page.locator('signature-field canvas').waitFor();
    await draw(page);
    await page.getByRole('button', { name: 'Effacer' }).click();
    await page.getByText('Signez dans le cadre, au doigt, au stylet ou à la souris.').waitFor();
    await page.getByRole('button', { name: 'Confirmer sans dessiner' }).click();
    await page.getByText('Votre présence est enregistrée.', { exact: true }).waitFor();
    expect(await presenceOf('learner1')).to.include({ mark: 'present', signed: true });
  });

  it('is done with the code that is typed on the page of the séance, without a camera', async () => {
    const { code } = await wall();
    const page = await phone({ user: 'learner1' });
    await page.goto(`/spaces/demo/tools/seances?seance=${id}`);
    await page.getByRole('button', { name: 'Saisir le code' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirmer ma présence' });
    await dialog.getByLabel('Code affiché').fill('ABCD-1234');
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await dialog.getByText(/^Ce code n'est pas ou plus valable/).waitFor();
    await expectAccessible(page, 'a code to type');
    await picture(page, 'fr-check-in-code-360');
    await dialog.getByLabel('Code affiché').fill(code ?? '');
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await dialog.getByText('Vous confirmez en tant que Aurélie ADAM.').waitFor();
    await confirm(page).click();
    await page.locator('my-attendance-mark').getByText('Présent', { exact: true }).waitFor();
  });
});
