import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, setStage, toolPath } from './stage.js';

const url = 'https://classe.example.org/j/1';
const hours = { start: '2027-03-10T10:00', end: '2027-03-10T11:00' };

describe('an online class', function () {
  this.timeout(120_000);
  const stage = setStage(3);

  const visitAt = async (now: string, user: string, path: string, width = 1280): Promise<Page> => {
    const page = await stage.visit({ user, path: '/', width });
    await page.clock.setFixedTime(new Date(now));
    await page.goto(path);
    return page;
  };

  it('is typed in the form, which says what is no address', async () => {
    const page = await stage.visit();
    await page.getByRole('button', { name: 'Créer une séance' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Nom', { exact: true }).fill('Visio');
    const link = form.getByLabel('Lien de la classe virtuelle', { exact: true });
    await link.fill('http://classe.example.org');
    await form.getByRole('button', { name: 'Ok' }).click();
    await form.getByText("L'adresse commence par https").waitFor();
    await expectAccessible(page, 'the form with a wrong address');
    await link.fill(url);
    await form.getByRole('button', { name: 'Ok' }).click();
    await form.waitFor({ state: 'detached' });
    const { items } = await asked<{ items: { onlineUrl: string }[] }>(
      page,
      'GET',
      `${apiPath}/seances?q=visio`,
    );
    expect(items.map(({ onlineUrl }) => onlineUrl)).to.deep.equal([url]);
  });

  for (const width of [1280, 360])
    it(`is joined from 15 minutes before until the end by who is in it, ${width} px wide`, async () => {
      const staff = await stage.signedIn();
      const { id } = await created(staff, {
        name: 'Visio',
        onlineUrl: url,
        enrolmentMode: 'public',
        ...hours,
      });
      const learner = await stage.signedIn('learner1');
      await asked(learner, 'PUT', `${apiPath}/seances/${id}/enrolments/me`, {});
      const detail = `${toolPath}?seance=${id}`;

      const early = await visitAt('2027-03-10T08:44:00Z', 'learner1', detail, width);
      await early
        .getByText(
          '« Rejoindre » apparaît le mercredi 10 mars 2027 à 09:45'
            .replace('« ', '«\u00a0')
            .replace(' »', '\u00a0»'),
        )
        .waitFor();
      expect(await early.getByRole('link', { name: /^Rejoindre/ }).count()).to.equal(0);

      const inTime = await visitAt('2027-03-10T08:45:00Z', 'learner1', detail, width);
      const join = inTime.getByRole('link', { name: /^Rejoindre/ });
      expect(await join.getAttribute('href')).to.equal(url);
      expect(await join.getAttribute('rel')).to.equal('noopener noreferrer');
      await expectAccessible(inTime, 'the page of an online class');
      await expectNoSidewaysScroll(inTime, 'the page of an online class');
      await picture(inTime, `fr-online-${width}`);
      await inTime.goto(`${toolPath}?q=visio&page=1`);
      await inTime.getByRole('link', { name: /^Rejoindre/ }).waitFor();
      await expectAccessible(inTime, 'the list with an online class');
      await picture(inTime, `fr-online-list-${width}`);

      const late = await visitAt('2027-03-10T10:00:00Z', 'learner1', detail, width);
      await late.getByText('La classe virtuelle est terminée.').waitFor();
      const other = await visitAt('2027-03-10T08:45:00Z', 'learner2', detail, width);
      await other.getByRole('heading', { name: 'Visio' }).waitFor();
      expect(await other.getByText(/virtuelle|Rejoindre/).count()).to.equal(0);
    });

  it('is a link also where somebody has written it into a text', async () => {
    const staff = await stage.visit();
    const description =
      '<p>Voir https://a.example.org/x?y=1. Et <a href="https://b.example.org">https://c.example.org</a> (http://d.example.org/e).</p>';
    const { id } = await created(staff, { name: 'Liens', description, ...hours });
    await staff.goto(`${toolPath}?seance=${id}`);
    const links = staff.locator('.text a');
    await links.first().waitFor();
    const addresses = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
    expect(addresses).to.deep.equal([
      'https://a.example.org/x?y=1',
      'https://b.example.org',
      'http://d.example.org/e',
    ]);
    expect(await staff.locator('.text').first().innerText()).to.equal(
      'Voir https://a.example.org/x?y=1. Et https://c.example.org (http://d.example.org/e).',
    );
  });
});
