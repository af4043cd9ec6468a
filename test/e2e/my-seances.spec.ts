import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { expectContrastInUse } from './contrast.js';
import { eventually } from '../support/eventually.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage, type Visit } from './stage.js';

const onlineUrl = 'https://classe.example.org/j/1';
/** A Wednesday: 10:15 in Brussels. */
const now = '2027-03-10T09:15:00Z';

describe('What somebody has before them, on the home page', function () {
  this.timeout(120_000);
  const stage = setStage(3);
  const element = (page: Page) => page.locator('my-seances');
  const rowsOf = (page: Page, section: string) =>
    element(page).getByRole('region', { name: section }).getByRole('listitem');
  const text = async (page: Page, section: string) =>
    (await rowsOf(page, section).allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());

  const visitAt = async (visit: Visit, at = now): Promise<Page> => {
    const page = await stage.visit({ ...visit, path: '/spaces/demo' });
    await page.clock.setFixedTime(new Date(at));
    await page.goto('/');
    await element(page).getByRole('heading', { level: 2 }).waitFor();
    return page;
  };

  /** Today, this week and later: a class for everybody, a workshop, and one that is full. */
  const prepare = async (): Promise<void> => {
    const staff = await stage.signedIn();
    const [place] = await listed(staff, `${apiPath}/locations`);
    const open = { enrolmentMode: 'public', ...(place && { locationId: place.id }) };
    await created(staff, {
      ...{ name: 'Physique quantique', enrolmentMode: 'automatic', onlineUrl, trainerIds: ['trainer1'] },
      ...{ start: '2027-03-10T10:00', end: '2027-03-10T12:00' },
    });
    const workshop = await created(staff, {
      ...{ ...open, name: 'Atelier de conversation', timeZone: 'America/Montreal' },
      ...{ start: '2027-03-12T09:00', end: '2027-03-12T11:00' },
    });
    const full = await created(staff, {
      ...{ ...open, name: 'Visite du laboratoire', capacity: 1 },
      ...{ start: '2027-03-23T14:00', end: '2027-03-23T16:00' },
    });
    await asked(staff, 'POST', `${apiPath}/seances/${full.id}/enrolments`, { userIds: ['learner2'] });
    const learner = await stage.signedIn('learner1');
    for (const { id } of [workshop, full])
      await asked(learner, 'PUT', `${apiPath}/seances/${id}/enrolments/me`);
  };

  for (const width of [1280, 360])
    it(`is today, this week and later, with what they are in each, ${width} px wide`, async () => {
      await prepare();
      const page = await visitAt({ user: 'learner1', width });

      expect(await text(page, "Aujourd'hui")).to.deep.equal([
        'mer. 10/03 10:00–12:00 En cours Physique quantique Inscrit Former les formateurs Rejoindre',
      ]);
      expect((await text(page, 'Cette semaine'))[0]).to.match(
        /^ven\. 12\/03 15:00–17:00 \(09:00–11:00 à Montréal\) Atelier de conversation Inscrit Former les formateurs.* Se désinscrire$/,
      );
      expect((await text(page, 'Plus tard'))[0]).to.match(
        /^mar\. 23\/03 14:00–16:00 Visite du laboratoire En attente position 1 .* Se désinscrire$/,
      );
      expect(
        await element(page)
          .getByRole('link', { name: /^Rejoindre/ })
          .getAttribute('href'),
      ).to.equal(onlineUrl);
      await expectAccessible(page, 'the home page');
      await expectNoSidewaysScroll(page, 'the home page');
      await picture(page, `fr-home-${width}`);
    });

  it('is left from there, once they are sure; the list tells what is left', async () => {
    await prepare();
    const page = await visitAt({ user: 'learner1' });
    const week = rowsOf(page, 'Cette semaine');
    await week.getByRole('button', { name: 'Se désinscrire' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Atelier de conversation').waitFor();
    await expectAccessible(page, 'the question before a place is left');
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    expect(await week.count()).to.equal(1);

    await week.getByRole('button', { name: 'Se désinscrire' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Se désinscrire' }).click();
    const notice = element(page).getByRole('status').filter({ hasText: 'Atelier de conversation' });
    await notice.waitFor();
    await week.first().waitFor({ state: 'detached' });
    expect(await page.evaluate<boolean>(hasFocus), 'the focus is on what is said').to.equal(true);
    expect(await rowsOf(page, 'Plus tard').count()).to.be.greaterThan(0);
  });

  it('is narrowed to what they teach, take part in or wait for, where there is more than one kind', async () => {
    await prepare();
    const learner = await visitAt({ user: 'learner1' });
    const filter = element(learner).getByRole('group', { name: 'Filtrer mes séances' });
    expect(await filter.getByRole('button').allInnerTexts()).to.deep.equal([
      'Tout',
      'Je participe',
      "J'attends",
    ]);
    await filter.getByRole('button', { name: "J'attends" }).click();
    await rowsOf(learner, "Aujourd'hui").first().waitFor({ state: 'detached' });
    expect(await element(learner).getByRole('listitem').count()).to.equal(1);
    expect(await filter.getByRole('button', { pressed: true }).allInnerTexts()).to.deep.equal(["J'attends"]);

    const trainer = await visitAt({ user: 'trainer1' });
    expect((await text(trainer, "Aujourd'hui"))[0]).to.contain('Physique quantique Formateur');
    expect(await element(trainer).getByRole('group').count()).to.equal(0);
    await expectContrastInUse(trainer, 'the home page');
  });

  it('says of what does not take place that it does not, and why, and offers nothing for it', async () => {
    await prepare();
    const staff = await stage.signedIn();
    const [one] = await listed(staff, `${apiPath}/seances?q=Physique`);
    await asked(staff, 'POST', `${apiPath}/seances/${one?.id}/cancel`, { reason: 'Grève des trains' });
    const page = await visitAt({ user: 'learner1' });

    expect(await text(page, "Aujourd'hui")).to.deep.equal([
      'mer. 10/03 10:00–12:00 Séance annulée Grève des trains Physique quantique Inscrit Former les formateurs',
    ]);
    await expectAccessible(page, 'the home page with what does not take place');
    await picture(page, 'fr-home-cancelled');
  });

  it('leads to the page of a séance', async () => {
    await prepare();
    const page = await visitAt({ user: 'learner1' });
    await element(page).getByRole('link', { name: 'Physique quantique', exact: true }).click();
    await page.waitForURL(/\/spaces\/demo\/tools\/seances\?seance=/);
    await page.getByRole('heading', { name: 'Physique quantique' }).waitFor();
  });

  it('follows the clock: what begins, what is over, and another day', async () => {
    await prepare();
    const page = await visitAt({ user: 'learner1' }, '2027-03-10T08:40:00Z');
    const row = rowsOf(page, "Aujourd'hui");
    await row.waitFor();
    expect(await row.innerText()).to.not.match(/En cours|Rejoindre/);
    const tick = async (at: string) => {
      await page.clock.setFixedTime(new Date(at));
      await page.evaluate("document.querySelector('my-seances').requestUpdate()");
    };
    await tick('2027-03-10T09:00:00Z');
    await row.getByText('En cours').waitFor();
    await row.getByRole('link', { name: /^Rejoindre/ }).waitFor();
    await tick('2027-03-10T11:00:00Z');
    await row.getByText('Passée').waitFor();
    expect(await row.getByRole('link', { name: /^Rejoindre/ }).count()).to.equal(0);
    const asked = page.waitForRequest(/\/me\/seances/);
    await tick('2027-03-12T07:00:00Z');
    await asked;
    await row.getByText('Atelier de conversation').waitFor();
    expect(await element(page).getByText('Physique quantique').count()).to.equal(0);
  });

  it('says that there is nothing, and what went wrong, with a button to try again', async () => {
    const page = await visitAt({ user: 'outsider' });
    await element(page).getByText('Aucune séance à venir').waitFor();
    await expectAccessible(page, 'the home page of somebody without séances');
    await picture(page, 'fr-home-none');

    await page.route('**/me/seances*', (route) => route.abort());
    await page.reload();
    await element(page).getByRole('alert').waitFor();
    await expectAccessible(page, 'the home page that could not be loaded');
    await page.unroute('**/me/seances*');
    await element(page).getByRole('button', { name: 'Réessayer' }).click();
    await element(page).getByText('Aucune séance à venir').waitFor();
    expect(await element(page).getByRole('alert').count()).to.equal(0);
  });
});

describe('Many séances on the home page', function () {
  this.timeout(180_000);
  const stage = setStage();

  it('come page by page, and the focus goes to the first of the next', async () => {
    const page = await stage.visit({ user: 'learner1', language: 'en', width: 360, path: '/' });
    const rows = page.locator('my-seances').getByRole('listitem');
    await rows.first().waitFor();
    const before = await rows.count();
    expect(before).to.equal(10);
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    await rows.nth(before).waitFor();
    const first = await rows.nth(before).getByRole('link').first().innerText();
    await eventually(async () => expect(await focused(page)).to.equal(first));
    await expectAccessible(page, 'a long home page');
    await expectNoSidewaysScroll(page, 'a long home page');
    await picture(page, 'en-home-360');
  });

  it('are dark where the reader wants it', async () => {
    const page = await stage.visit({ user: 'learner1', path: '/', options: { colorScheme: 'dark' } });
    await page.locator('my-seances').getByRole('listitem').first().waitFor();
    await expectAccessible(page, 'the dark home page');
    await picture(page, 'fr-home-dark');
  });
});

/** Whether something inside the element has the focus. */
const hasFocus = `Boolean(document.querySelector('my-seances').shadowRoot.activeElement)`;
