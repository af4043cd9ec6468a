import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage, type Stage } from './stage.js';

const open = 'Tournoi ouvert';
const first = 'Choix du matin';
const second = "Choix de l'après-midi";
const manual = 'Cours particulier';
const everybody = 'Assemblée générale';
const past = 'Atelier terminé';

/** Séances that nothing else in the demo touches, in a future that is far enough: their ids by their names. */
async function prepare(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const trainer = await stage.signedIn();
  const hours = { start: '2031-03-03T09:00', end: '2031-03-03T10:00' };
  const seances = [
    { name: open, enrolmentMode: 'public', capacity: 3 },
    { name: first, enrolmentMode: 'public', capacity: 2, groupName: 'Choix' },
    { name: second, enrolmentMode: 'public', capacity: 1, groupName: 'Choix' },
    { name: manual, enrolmentMode: 'manual', capacity: 25 },
    { name: everybody, enrolmentMode: 'automatic', capacity: 3 },
    {
      ...{ name: past, enrolmentMode: 'manual', capacity: 1 },
      ...{ start: '2020-03-02T09:00', end: '2020-03-02T10:00' },
    },
  ];
  const ids = new Map<string, string>();
  for (const seance of seances) ids.set(seance.name, (await created(trainer, { ...hours, ...seance })).id);
  return ids;
}

async function search(page: Page, q: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Rechercher dans la liste' }).fill(q);
  const row = page.getByRole('row').filter({ hasText: q });
  await row.waitFor();
  return row;
}

async function openPage(page: Page, name: string): Promise<void> {
  await search(page, name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

for (const width of [1280, 360]) {
  describe(`enrolment in the tool, fr, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();

    let ids: ReadonlyMap<string, string>;

    before(async () => {
      ids = await prepare(stage);
    });

    const pathOf = (name: string) => `${apiPath}/seances/${ids.get(name) ?? ''}`;
    async function enrolled(name: string, ...learners: readonly string[]): Promise<void> {
      for (const user of learners)
        await asked(await stage.signedIn(user), 'PUT', `${pathOf(name)}/enrolments/me`);
    }
    /** Staff enrol the 20 learners of a group of the host. */
    async function visitWithGroup(name: string): Promise<Page> {
      const page = await stage.visit({ width });
      const [group] = await listed(page, `${apiPath}/host-groups`);
      await asked(page, 'POST', `${pathOf(name)}/enrolments`, { groupIds: [group?.id] });
      return page;
    }

    async function expectGood(page: Page, state: string): Promise<void> {
      await picture(page, `fr-${state}-${width}`);
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    it('lets a learner enrol, leave, choose within a group, change the choice and find their own séances', async () => {
      const page = await stage.visit({ user: 'learner1', width });
      await button(await search(page, open), "S'inscrire à la séance").click();
      await page.getByText(`Votre inscription à la séance « ${open} » est enregistrée.`).waitFor();
      await page.getByRole('row').filter({ hasText: open }).getByText('Inscrit', { exact: true }).waitFor();
      expect(await focused(page)).to.contain('Votre inscription');
      await button(page, 'Se désinscrire').scrollIntoViewIfNeeded();
      await expectGood(page, 'enrol-own-list');

      await page.getByRole('link', { name: open, exact: true }).click();
      await button(page, 'Se désinscrire').click();
      const question = page.getByRole('dialog', { name: 'Se désinscrire de la séance' });
      await question.getByText('Votre place sera libérée').waitFor();
      await button(question, 'Se désinscrire').click();
      await page.getByText('Votre désinscription').waitFor();
      await button(page, "S'inscrire à la séance").waitFor();
      await expectGood(page, 'enrol-own-detail');
      await button(page, 'Retour').click();

      await button(await search(page, first), "S'inscrire à la séance").click();
      await page.getByText(`Votre inscription à la séance « ${first} » est enregistrée.`).waitFor();

      await button(await search(page, second), "S'inscrire à la séance").click();
      const choice = page.getByRole('dialog', { name: 'Choisir une séance' });
      await choice.getByText(`« ${second} » remplacera « ${first} ».`).waitFor();
      expect(await choice.getByRole('radio', { name: second }).isChecked()).to.equal(true);
      await expectGood(page, 'enrol-choice');
      await button(choice, `Remplacer ${first}`).click();
      await page.getByText(`Votre inscription à la séance « ${second} » est enregistrée.`).waitFor();
      await page.getByRole('searchbox').fill('Choix');
      await page.getByText('2 résultats', { exact: true }).waitFor();
      const changed = page.getByRole('row').filter({ hasText: first });
      await button(changed, "S'inscrire à la séance").waitFor();
      await changed.getByText('2 places libres', { exact: true }).waitFor();

      await page.getByRole('searchbox').fill('');
      await button(page, 'Filtres').click();
      await page.getByRole('checkbox', { name: 'Mes séances' }).check();
      await page.getByRole('link', { name: first, exact: true }).waitFor({ state: 'detached' });
      await page.reload();
      await search(page, second);
      expect(new URL(page.url()).searchParams.get('mine')).to.equal('true');
    });

    it('puts a learner into the queue of a full séance, with the position, and shows no participants', async () => {
      await enrolled(second, 'learner1');
      const page = await stage.visit({ user: 'learner2', width });
      await openPage(page, second);
      await page.getByText('Cette séance est complète : vous serez en attente.').waitFor();
      await button(page, "S'inscrire sur la liste d'attente").click();
      await page.getByText('vous êtes en attente, en position 1').waitFor();
      await page.locator('seance-detail').getByText('position 1', { exact: true }).waitFor();
      expect(await page.getByRole('heading', { name: 'Participants' }).count()).to.equal(0);
      await expectGood(page, 'enrol-waiting');
      await button(page, 'Retour').click();
      await search(page, second);
      await page.getByText('En attente', { exact: true }).waitFor();
    });

    it('shows staff who is in and who waits, and moves and removes them', async () => {
      await enrolled(second, 'learner1', 'learner2');
      const page = await stage.visit({ width });
      await openPage(page, second);
      await page.getByText('1 inscrit sur 1 – Complet, 1 en attente').waitFor();
      await page
        .getByRole('button', { name: /^Désinscrire / })
        .last()
        .scrollIntoViewIfNeeded();
      await expectGood(page, 'enrol-participants');
      expect(await page.getByRole('button', { name: /^Accepter / }).count(), 'full').to.equal(0);
      await page
        .getByRole('button', { name: /^Déplacer / })
        .first()
        .click();
      const move = page.getByRole('dialog', { name: 'Déplacer vers une autre séance' });
      await move.getByRole('searchbox').fill('Choix');
      await move.getByRole('radio', { name: first }).check();
      await expectGood(page, 'enrol-move');
      await button(move, 'Ok').click();
      await page.getByText(`a maintenant une place dans la séance « ${first} ».`).waitFor();
      await page.getByText('1 inscrit sur 1 – Complet', { exact: true }).waitFor();
      await button(page, 'Désinscrire Benoît BAUDOUIN').click();
      const removal = page.getByRole('dialog', { name: 'Désinscrire un participant' });
      await button(removal, 'Désinscrire').click();
      await page.getByText('Aucun participant', { exact: true }).waitFor();
    });

    it('lets staff pick learners over searches, groups and pages, and says how many are in', async () => {
      const page = await stage.visit({ width });
      await openPage(page, manual);
      await button(page, 'Inscrire des apprenants').click();
      const picker = page.getByRole('dialog', { name: 'Inscrire des apprenants' });
      await button(picker, 'Sélectionner les 40 résultats').waitFor();
      await picker.getByRole('combobox', { name: "Groupe d'apprenants" }).selectOption({ index: 1 });
      await button(picker, 'Sélectionner les 20 résultats').click();
      await picker.getByText('20 apprenants sélectionnés', { exact: true }).waitFor();
      await expectGood(page, 'enrol-picker');
      await button(picker, 'Inscrire').click();
      await page.getByText(`20 nouvelles inscriptions à la séance « ${manual} ».`).waitFor();
      await picker.waitFor({ state: 'detached' });
      await page.getByText('20 inscrits sur 25 – 5 places libres').waitFor();
      const participants = page.locator('participants-panel');
      await button(participants, '10').click();
      await button(participants, 'Page suivante').click();
      await button(participants, 'Page 2').waitFor();
      expect(await participants.getByRole('row').count()).to.equal(width < 600 ? 10 : 11);
      await participants.getByRole('searchbox').fill('introuvable');
      await participants.getByText('Aucun participant ne correspond').waitFor();
    });

    it('lets staff pick all that match a search within a host group, on whatever page they are', async () => {
      const page = await stage.visit({ width });
      const [seance] = await listed(page, `${apiPath}/seances?q=Travail+de+groupe+3`);
      const [, group] = await listed(page, `${apiPath}/host-groups`);
      const path = `${apiPath}/seances/${seance?.id ?? ''}`;
      const expected = await listed(page, `${path}/candidates?group=${group?.id ?? ''}&q=e&size=all`);
      expect(expected).to.have.length.within(11, 19);

      await openPage(page, 'Travail de groupe 3');
      await button(page, 'Inscrire des apprenants').click();
      const picker = page.getByRole('dialog', { name: 'Inscrire des apprenants' });
      await picker.getByRole('combobox', { name: "Groupe d'apprenants" }).selectOption(group?.name ?? '');
      await picker.getByRole('searchbox').fill('e');
      await button(picker, '10').click();
      await button(picker, `Sélectionner les ${expected.length} résultats`).click();
      await picker.getByText(`${expected.length} apprenants sélectionnés`, { exact: true }).waitFor();
      await button(picker, 'Page suivante').click();
      await picker.getByRole('checkbox', { name: expected.at(-1)?.name ?? '' }).uncheck();
      await button(picker, 'Inscrire').click();
      await page.getByText(`${expected.length - 1} nouvelles inscriptions`).waitFor();
      const participants = await listed<{ readonly user: { readonly id: string } }>(
        page,
        `${path}/enrolments?size=all`,
      );
      expect(participants.map(({ user }) => user.id)).to.have.members(
        expected.slice(0, -1).map(({ id }) => id),
      );
    });

    it('lets staff correct the list of a past séance, and says that it is a correction', async () => {
      const page = await stage.visit({ width });
      await openPage(page, past);
      const addFirst = async (): Promise<void> => {
        await button(page, 'Inscrire des apprenants').click();
        const picker = page.getByRole('dialog', { name: 'Inscrire des apprenants' });
        await picker.getByText('vous corrigez la liste des participants').waitFor();
        await picker.getByRole('checkbox').first().check();
        await button(picker, 'Inscrire').click();
      };
      await addFirst();
      await page.getByText(`1 nouvelle inscription à la séance « ${past} ».`).waitFor();
      await addFirst();
      const results = page.getByRole('dialog', { name: 'Résultat des inscriptions' });
      await results
        .getByRole('heading', { name: '1 non inscrit\u00a0: séance complète', exact: true })
        .waitFor();
      await expectGood(page, 'enrol-results');
      await results.getByRole('button', { name: 'Fermer' }).last().click();
      await page.getByRole('button', { name: /^Déplacer / }).waitFor();
      await page.getByRole('button', { name: /^Désinscrire / }).click();
      const removal = page.getByRole('dialog', { name: 'Désinscrire un participant' });
      await removal.getByText('vous corrigez la liste des participants').waitFor();
      await expectGood(page, 'enrol-correction');
      await button(removal, 'Désinscrire').click();
      await page.getByText('Aucun participant', { exact: true }).waitFor();
      await page.getByText('Historique', { exact: true }).click();
      const corrections = page.getByText('Correction de la liste, après le début', { exact: true });
      await corrections.last().waitFor();
      expect(await corrections.count()).to.equal(2);
    });

    it('says in the form what a mode does to the enrolments, and refuses too small a capacity at its field', async () => {
      const page = await visitWithGroup(manual);
      await openPage(page, manual);
      await button(page, 'Éditer').click();
      const form = page.getByRole('dialog', { name: "Édition d'une séance" });
      await form.getByLabel("Nombre maximum d'utilisateurs", { exact: true }).fill('7');
      await button(form, 'Ok').click();
      await form.getByText('20 personnes sont inscrites : le maximum ne peut pas être 7.').waitFor();
      expect(await focused(page)).to.contain("Nombre maximum d'utilisateurs");
      await form.getByLabel('Inscription aux séances', { exact: true }).selectOption('automatic');
      await form.getByText('Les 20 inscriptions individuelles actuelles').waitFor();
      await form.getByText('Ce maximum ne limite pas').waitFor();
      await expectGood(page, 'enrol-form');
    });

    it('lists everybody of the session in an automatic séance, and lets nobody in or out by hand', async () => {
      const page = await stage.visit({ width });
      await openPage(page, everybody);
      await page.getByText('tous les apprenants de la session sont inscrits (40)').waitFor();
      await page.getByText('il ne limite pas une séance automatique').waitFor();
      await page.getByRole('cell', { name: 'Inscrit' }).first().waitFor();
      expect(await page.getByRole('button', { name: /^Désinscrire |^Inscrire des/ }).count()).to.equal(0);
      await expectGood(page, 'enrol-automatic');
    });

    it('edits and deletes a group of séances from the list', async () => {
      const page = await stage.visit({ width });
      await button(await search(page, first), 'Choix').click();
      const dialog = page.getByRole('dialog', { name: 'Modification du groupe de séances' });
      await dialog.getByLabel('Limite', { exact: true }).fill('0');
      await button(dialog, 'Ok').click();
      await dialog.getByText('La valeur minimale est 1.').waitFor();
      await dialog.getByLabel('Nom', { exact: true }).fill('Choix libres');
      await dialog.getByLabel('Limite', { exact: true }).fill('2');
      await expectGood(page, 'enrol-group');
      await button(dialog, 'Ok').click();
      await page.getByText('Le groupe « Choix libres » a été modifié.').waitFor();
      await button(page.getByRole('row').filter({ hasText: first }), 'Choix libres').click();
      await button(dialog, 'Supprimer').click();
      await button(dialog, 'Supprimer le groupe').click();
      await page.getByText('Ses séances restent.').waitFor();
      await button(page.getByRole('row').filter({ hasText: first }), 'Choix libres').waitFor({
        state: 'detached',
      });
    });
  });
}

describe('enrolment in the tool, en', function () {
  this.timeout(60_000);
  const stage = setStage();

  it('speaks English to a learner', async () => {
    await prepare(stage);
    const page = await stage.visit({ user: 'learner1', language: 'en' });
    await page.getByRole('searchbox').fill(open);
    await button(page.getByRole('row').filter({ hasText: open }), 'Enrol in the séance').click();
    await page.getByText(`Your enrolment in the séance “${open}” is saved.`).waitFor();
    await page.getByText('Enrolled', { exact: true }).waitFor();
    await expectAccessible(page, 'the list in English');
  });
});
