import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { type Answer, invalid, refusedWith, seances, type Sending } from '../../support/api.js';
import { hostRoom } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

const locations = '/api/v1/admin/locations';
const as = 'admin';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly readOnly: boolean;
}
interface UsedPlace extends Place {
  readonly usedBy: {
    readonly total: number;
    readonly items: readonly {
      readonly id: string;
      readonly name: string;
      readonly start: string;
      readonly spaceId: string;
      readonly spaceName: string | null;
    }[];
  };
}

const address = {
  street: 'Chemin du cyclotron',
  streetNumber: '6',
  box: 'B',
  postalCode: '1348',
  city: 'Louvain-La-Neuve',
  country: 'Belgique',
  phone: '+32 10 00 00 00',
};

onHttp('The administration of the places', (scene) => {
  const add = async (json: object, sending: Sending = {}): Promise<Place> => {
    const answer = await scene.api.post<Place>(locations, json, { as, ...sending });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const edit = (id: string, json: object) => scene.api.patch<Place>(`${locations}/${id}`, json, { as });
  const remove = (id: string): Promise<Answer> => scene.api.delete(`${locations}/${id}`, { as });
  const one = (id: string) => scene.api.get<UsedPlace>(`${locations}/${id}`, { as });
  const names = async (path: string, role = as) =>
    (await scene.api.get<{ readonly items: readonly Place[] }>(path, { as: role })).body.items.map(
      ({ name }) => name,
    );
  const found = async (q: string) =>
    (
      await scene.api.get<{ readonly items: readonly SeanceView[] }>(
        `${seances}?size=all&q=${encodeURIComponent(q)}`,
      )
    ).body.items.map(({ id }) => id);

  afterEach(async () => {
    await scene.database.knex('seance_location').delete();
  });

  it('adds a place with its address, where its Location says', async () => {
    const answer = await scene.api.post<Place>(
      locations,
      { name: ' Locaux de Claroline ', ...address },
      { as },
    );

    expect(answer.status).to.equal(201);
    expect(answer.body).to.deep.equal({
      id: answer.body.id,
      name: 'Locaux de Claroline',
      ...address,
      readOnly: false,
    });
    expect(answer.headers.get('location')).to.equal(`${scene.api.basePath}${locations}/${answer.body.id}`);
    expect((await one(answer.body.id)).body).to.deep.equal({
      ...answer.body,
      usedBy: { total: 0, items: [] },
    });
  });

  it('adds one place for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'place-1' };

    expect(await add({ name: 'A' }, { headers })).to.deep.equal(await add({ name: 'A' }, { headers }));
    expect(await names(locations)).to.deep.equal(['A', hostRoom.name]);
  });

  it("lists the platform's places by name, then the host's, read-only, searched and paged", async () => {
    for (const name of ['Salle 10', 'Salle 2', 'Étage']) await add({ name });
    const { body } = await scene.api.get<{ readonly items: readonly Place[] }>(locations, { as });

    expect(body.items.map(({ name, readOnly }) => [name, readOnly])).to.deep.equal([
      ['Étage', false],
      ['Salle 2', false],
      ['Salle 10', false],
      [hostRoom.name, true],
    ]);
    expect(await names(`${locations}?q=SALLE`)).to.deep.equal(['Salle 2', 'Salle 10', hostRoom.name]);
    expect(await names(`${locations}?page=2&size=10`)).to.deep.equal([]);
    expect((await one(hostRoom.id)).body).to.deep.include({ ...hostRoom, readOnly: true });
  });

  it('proposes a new place in the form of a séance at once', async () => {
    const { id } = await add({ name: 'Nouvelle salle', city: 'Namur' });

    expect(await names('/api/v1/spaces/demo/locations', 'trainer1')).to.include('Nouvelle salle');
    expect((await scene.api.created({ locationId: id })).location).to.include({ id, city: 'Namur' });
  });

  it('changes what is shown of a place everywhere, and finds its séances by the new name', async () => {
    const { id } = await add({ name: 'Ancienne salle', city: 'Namur' });
    const shown = await scene.api.created({
      locationId: id,
      description: 'Un texte',
      groupName: 'Groupe',
      enrolmentMode: 'public',
    });
    const gone = await scene.api.created({ locationId: id });
    await scene.api.delete(`${seances}/${gone.id}`);
    expect((await edit(id, { name: 'Auditoire Némo', city: 'Liège' })).body).to.include({ city: 'Liège' });
    await scene.api.post(`${seances}/${gone.id}/restore`, undefined);

    expect((await scene.api.get<SeanceView>(`${seances}/${shown.id}`)).body).to.deep.equal({
      ...shown,
      location: { ...shown.location, name: 'Auditoire Némo', city: 'Liège' },
    });
    expect(await found('auditoire nemo')).to.have.members([shown.id, gone.id]);
    expect(await found('auditoire texte groupe')).to.deep.equal([shown.id]);
    expect(await found('ancienne')).to.deep.equal([]);
    expect((await edit(id, { name: 'Ancienne salle' })).status).to.equal(200);
    expect(await found('ancienne')).to.have.members([shown.id, gone.id]);
  });

  it('keeps what the body of an edit does not name', async () => {
    const { id } = await add({ name: 'A', ...address });

    expect((await edit(id, { phone: '' })).body).to.deep.include({ ...address, name: 'A', phone: '' });
  });

  it('says where a place is used before it is deleted, and keeps it with its séances', async () => {
    const { id } = await add({ name: 'Salle à fermer' });
    const other = '/api/v1/spaces/other/seances';
    const early = await scene.api.created({ locationId: id, name: 'Tôt' });
    const late = await scene.api.created(
      { locationId: id, name: 'Tard', start: '2027-01-04T09:00', end: '2027-01-04T10:00' },
      other,
    );
    expect((await one(id)).body.usedBy).to.deep.equal({
      total: 2,
      items: [
        { id: late.id, name: 'Tard', start: '2027-01-04T09:00', spaceId: 'other', spaceName: 'other' },
        { id: early.id, name: 'Tôt', start: '2026-12-01T09:00', spaceId: 'demo', spaceName: 'demo' },
      ],
    });
    expect((await remove(id)).status).to.equal(204);

    expect((await scene.api.get<SeanceView>(`${seances}/${early.id}`)).body.location?.name).to.equal(
      'Salle à fermer',
    );
    expect(await found('fermer')).to.deep.equal([early.id]);
    expect(await names(locations)).to.deep.equal([hostRoom.name]);
    expect(await names('/api/v1/spaces/demo/locations', 'trainer1')).to.deep.equal([hostRoom.name]);
    refusedWith(await one(id), 404, 'not-found');
    refusedWith(await edit(id, { name: 'B' }), 404, 'not-found');
    refusedWith(await remove(id), 404, 'not-found');
  });

  it('takes a deleted place for no other séance, and lets the one that has it be edited', async () => {
    const { id } = await add({ name: 'Fermée' });
    const seance = await scene.api.created({ locationId: id });
    await remove(id);

    invalid(
      await scene.api.post(seances, {
        name: 'S',
        start: '2026-12-01T09:00',
        end: '2026-12-01T10:00',
        locationId: id,
      }),
      ['/locationId', 'not-proposed'],
    );
    const edited = await scene.api.patch<SeanceView>(`${seances}/${seance.id}`, {
      locationId: id,
      name: 'Autre',
    });
    expect(edited.body).to.deep.include({ name: 'Autre', location: seance.location });
  });

  it("does not change the host's places", async () => {
    await scene.api.created({ locationId: hostRoom.id });

    refusedWith(await edit(hostRoom.id, { name: 'Mine' }), 409, 'read-only');
    refusedWith(await remove(hostRoom.id), 409, 'read-only');
    expect(await names(locations)).to.deep.equal([hostRoom.name]);
    expect((await one(hostRoom.id)).body.usedBy.total).to.equal(1);
  });

  it('refuses wrong fields and finds nothing by a strange id', async () => {
    invalid(
      await scene.api.post(locations, { city: 'x'.repeat(256), extra: 1 }, { as }),
      ['/name', 'required'],
      ['/city', 'too-long'],
      ['/extra', 'unknown-field'],
    );
    invalid(
      await scene.api.post(locations, { name: ' ', phone: '1\n2' }, { as }),
      ['/name', 'empty'],
      ['/phone', 'invalid-format'],
    );
    invalid(await edit('any', {}), ['', 'empty']);
    for (const id of ['nothing', 'x'.repeat(300), '%F0%9F%98%80']) {
      refusedWith(await one(id), 404, 'not-found');
      refusedWith(await edit(id, { name: 'B' }), 404, 'not-found');
      refusedWith(await remove(id), 404, 'not-found');
    }
  });
});
