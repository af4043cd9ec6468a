import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
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
    const staff = await stage.visit();
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
    const learner = await stage.visit({ user: 'learner1' });
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
});
