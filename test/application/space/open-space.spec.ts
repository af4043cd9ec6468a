import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { currentSession, hostRoom, nextSession, roles } from '../../support/campus.js';
import { person } from '../../../src/testing/index.js';
import { onHttp } from '../../support/scene.js';

const root = '/api/v1/spaces/demo';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Page {
  readonly items: readonly Named[];
  readonly total: number;
}

onHttp('A space and its choices', (scene) => {
  const names = async (path: string) =>
    (await scene.api.get<Page>(`${root}/${path}`)).body.items.map(({ name }) => name);

  before(async () => {
    const work = new KnexUnitOfWork(scene.database.open);
    for (const name of ['Salle 10', 'Salle 2', 'Étage']) {
      await work.write(({ locations }) => locations.saveOwn('', { ...hostRoom, id: name, name }));
    }
    for (const groupName of ['Groupe 10', 'groupe 2'])
      await scene.api.created({ enrolmentMode: 'manual', groupName });
    await scene.api.created(
      { enrolmentMode: 'manual', groupName: 'Next' },
      `${seances}?session=${nextSession}`,
    );
  });

  it('says what the space is, its sessions, what the actor may do, and the settings in force', async () => {
    await scene.database.knex('seance_setting').insert({ name: 'retentionDays', value: '7' });
    const { body } = await scene.api.get<Record<string, unknown> & { settings: object }>(root);

    expect(body).to.deep.include({
      id: 'demo',
      name: 'demo',
      permissions: { ...roles.trainer1, administer: false },
      actor: { id: 'trainer1', name: 'Zoé Étienne', locale: 'fr', timeZone: 'Europe/Brussels' },
    });
    expect(body['sessions']).to.have.length(2);
    expect(body['sessions']).to.have.nested.property('[0].id', currentSession);
    expect(body.settings).to.include({
      retentionDays: 7,
      maxOccurrences: 1_000,
      defaultTimeZone: 'Europe/Brussels',
    });
    await scene.database.knex('seance_setting').delete();
  });

  it('says whether everybody of the space is known, which is so unless the host says otherwise', async () => {
    const opened = async () => (await scene.api.get<object>(root)).body;

    expect(await opened()).to.deep.include({ listsEverybody: true });
    for (const said of [false, true, undefined]) {
      scene.host.directory.addSpace({ id: 'demo', name: 'demo', listsEverybody: said });
      expect(await opened()).to.deep.include({ listsEverybody: said ?? true });
    }
  });

  it('shows a space without a session, and has no choices there', async () => {
    expect((await scene.api.get('/api/v1/spaces/empty')).body).to.deep.include({ sessions: [] });
    refusedWith(await scene.api.get('/api/v1/spaces/empty/groups'), 409, 'no-session');
    refusedWith(await scene.api.get('/api/v1/spaces/empty/seances?session=x'), 404, 'not-found');
    refusedWith(await scene.api.get('/api/v1/spaces/empty/trainers'), 409, 'no-session');
  });

  it('lists the groups of a session by name', async () => {
    expect(await names('groups')).to.deep.equal(['groupe 2', 'Groupe 10']);
    expect(await names(`groups?session=${nextSession}`)).to.deep.equal(['Next']);
  });

  it("lists the host's groups of a session by name, searched and paged", async () => {
    const [one, other] = [person('g1', 'Gil', 'Un'), person('g2', 'Guy', 'Deux')];
    scene.host.withGroup('b', 'Classe Verte').withGroup('a', 'Classe Été').withGroup('none', 'Classe vide');
    scene.host.withLearner(nextSession, one, 'a', 'b').withLearner(nextSession, other, 'b');
    const at = `host-groups?session=${nextSession}`;

    expect(await names(at)).to.deep.equal(['Classe Été', 'Classe Verte']);
    expect(await names(`${at}&q=CLASSE%20ete`)).to.deep.equal(['Classe Été']);
    expect((await scene.api.get<Page>(`${root}/${at}&page=2&size=10`)).body).to.deep.include({
      items: [],
      total: 2,
    });
  });

  it('lists the trainers of a session by last name, searched and paged', async () => {
    expect(await names('trainers')).to.deep.equal(['Zoé Étienne', 'Anh Thao PHAM']);
    expect(await names(`trainers?session=${nextSession}&size=all`)).to.have.members([
      'Next Year',
      'Zoé Étienne',
      'Anh Thao PHAM',
    ]);
    expect(await names('trainers?q=ZOE')).to.deep.equal(['Zoé Étienne']);
    expect((await scene.api.get<Page>(`${root}/trainers?page=2&size=10`)).body).to.deep.equal({
      items: [],
      total: 2,
      page: 2,
      size: 10,
    });
  });

  it("lists the platform's places, then the host's", async () => {
    const expected = ['Étage', 'Salle 2', 'Salle 10', hostRoom.name];

    expect(await names('locations')).to.deep.equal(expected);
    expect(await names('locations?size=all')).to.deep.equal(expected);
    expect(await names('locations?q=salle')).to.deep.equal(['Salle 2', 'Salle 10', hostRoom.name]);
    expect(await names('locations?page=2')).to.deep.equal([]);
  });

  it('keeps proposing a place of the host once, after it was used', async () => {
    await scene.api.created({ locationId: hostRoom.id });

    expect((await names('locations')).filter((name) => name === hostRoom.name)).to.have.length(1);
  });

  it('takes a place of the platform for a séance', async () => {
    expect((await scene.api.created({ locationId: 'Salle 2' })).location).to.deep.include({
      id: 'Salle 2',
      name: 'Salle 2',
    });
  });

  it('does not find a session that the space is not attached to', async () => {
    for (const path of ['groups', 'trainers', 'seances']) {
      refusedWith(await scene.api.get(`${root}/${path}?session=other-2026`), 404, 'not-found');
    }
  });

  it('refuses wrong parameters', async () => {
    invalid(await scene.api.get(`${root}/groups?q=x`), ['?q', 'unknown-field']);
    invalid(await scene.api.get(`${root}/locations?session=x`), ['?session', 'unknown-field']);
    invalid(await scene.api.get(`${root}/trainers?size=7`), ['?size', 'not-allowed']);
    invalid(await scene.api.get(`${root}/trainers?session=`), ['?session', 'empty']);
  });
});
