import { expect } from 'chai';
import { FramedTool, toolIn } from './framed-tool.js';
import { illustration, picture } from './picture.js';

describe('What a platform gives, as its staff see it below the tool', function () {
  this.timeout(120_000);
  let framed: FramedTool;

  const start = async (profile: 'ilias' | 'moodle'): Promise<void> => {
    framed = await FramedTool.start(profile, 'first-party');
  };

  afterEach(() => framed.stop());

  for (const width of [1280, 360])
    it(`is told in words, and mended where the platform says nothing, at ${width} pixels`, async () => {
      await start('ilias');
      framed.lms.privacy = 'nothing';
      await toolIn(await framed.course('learner'))
        .getByRole('heading', { level: 1 })
        .waitFor();
      const page = await framed.course('instructor', width);
      const tool = toolIn(page);
      await tool.getByText('Ce que donne votre plateforme').click();
      await tool.getByText('La plateforme ne donne pas de liste').waitFor();
      await tool.getByLabel('Premier jour').fill('2026-09-01');
      await tool.getByLabel('Dernier jour').fill('2026-08-01');
      await tool.locator('#save-period').click();
      await tool.getByRole('status').filter({ hasText: 'le dernier jour précède' }).waitFor();
      expect(await tool.getByLabel('Premier jour').inputValue()).to.equal('2026-09-01');
      await tool.getByLabel('Dernier jour').fill('2027-06-30');
      await tool.locator('#save-period').click();
      await tool.getByRole('status').filter({ hasText: 'Enregistré.' }).waitFor();
      expect(await tool.locator('#save-period:focus').count(), 'the focus stays').to.equal(1);
      const person = tool.getByRole('form', { name: /^Participant/ }).first();
      await person.getByLabel('Prénom').fill('Zoé');
      await person.getByLabel('Nom', { exact: true }).fill('Dupont');
      await person.getByRole('button').click();
      await tool.getByRole('form', { name: 'Zoé Dupont' }).scrollIntoViewIfNeeded();
      await picture(page, `lti-about-${width}`);
      const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
      expect(await tool.locator('html').evaluate(fits)).to.equal(true);
      if (width === 360) return;
      // All of it at once.
      await page.setViewportSize({ width, height: 2_000 });
      await illustration(page, 'lti-about', tool.locator('[data-about]'));
    });

  it('is nothing that a learner sees', async () => {
    await start('ilias');
    const tool = toolIn(await framed.course('learner'));
    await tool.getByRole('heading', { level: 1 }).waitFor();

    expect(await tool.getByText('Ce que donne votre plateforme').isVisible()).to.equal(false);
  });

  it('says so when it cannot be had', async () => {
    await start('ilias');
    const page = await framed.course('instructor');
    const tool = toolIn(page);
    await tool.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/about?*', (route) => route.abort());
    await tool.getByText('Ce que donne votre plateforme').click();
    await tool.getByRole('status').filter({ hasText: "Cela n'a pas abouti" }).waitFor();
  });

  for (const width of [1280, 360])
    it(`gives administrators an address for another platform, at ${width} pixels`, async () => {
      await start('moodle');
      const page = await framed.course('administrator', width, { custom: { page: 'administration' } });
      const tool = toolIn(page);
      await tool.getByText('Plateformes et cours').click();
      await tool.getByRole('button', { name: "Créer une adresse d'invitation" }).click();
      expect(await tool.getByLabel("Adresse d'invitation").inputValue()).to.contain(
        '/lti/register?invitation=',
      );
      await picture(page, `lti-administration-${width}`);
    });
});
