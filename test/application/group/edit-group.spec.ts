import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const groups = '/api/v1/spaces/demo/groups';

interface Group {
  readonly id: string;
  readonly name: string;
  readonly limit: number;
}

onHttp('A group of séances', (scene) => {
  let number = 0;

  beforeEach(() => {
    number += 1;
  });

  /** A group of a name of its own, with so many séances that anybody may enrol in. */
  async function grouped(count: number, parts: object = {}) {
    const groupName = `Ateliers ${number}`;
    const made: SeanceView[] = [];
    for (let index = 0; index < count; index += 1)
      made.push(await scene.api.created({ enrolmentMode: 'public', groupName, ...parts }));
    const { id } = made[0]?.group ?? { id: '' };
    return { id, name: groupName, ids: made.map((seance) => seance.id), made };
  }

  const get = async (id: string) => (await scene.api.get<SeanceView>(`${seances}/${id}`)).body;
  const enrol = (id: string, learner: string) =>
    scene.api.send('PUT', `${seances}/${id}/enrolments/me`, { as: learner });
  const edit = (id: string, json: object) => scene.api.patch<Group>(`${groups}/${id}`, json);
  const listed = async () =>
    (await scene.api.get<{ readonly items: readonly Group[] }>(groups)).body.items.map(({ name }) => name);
  const found = async (q: string) =>
    (
      await scene.api.get<{ readonly items: readonly SeanceView[] }>(
        `${seances}?size=all&q=${encodeURIComponent(q)}`,
      )
    ).body.items.map(({ id }) => id);
  const edits = async (id: string) =>
    (
      await scene.api.get<{ readonly items: readonly { readonly type: string; readonly data: object }[] }>(
        `${seances}/${id}/edits`,
      )
    ).body.items;

  it('is renamed everywhere: its séances show the new name, are found by it, and keep their versions', async () => {
    const { id, ids, made } = await grouped(2);
    const [kept = '', deleted = ''] = ids;
    await scene.api.delete(`${seances}/${deleted}`);
    const name = `Travaux pratiques n${number}n`;

    expect((await edit(id, { name })).body).to.deep.equal({ id, name, limit: 1 });
    await scene.api.post(`${seances}/${deleted}/restore`, undefined);
    expect(await get(kept)).to.deep.equal({ ...made[0], group: { ...made[0]?.group, name } });
    expect(await found(`pratiques n${number}n`)).to.have.members([kept, deleted]);
    expect(await found(`Ateliers ${number}`)).to.not.include.members([kept]);
    expect(await listed()).to.include(name);
  });

  it('takes no name that another group of the session has, whatever its case, but its own', async () => {
    const { id, name } = await grouped(1);
    await scene.api.created({ enrolmentMode: 'manual', groupName: `Pris ${number}` });

    invalid(await edit(id, { name: `PRIS ${number}` }), ['/name', 'name-taken']);
    expect(await listed()).to.include(name);
    expect((await edit(id, { name: name.toUpperCase() })).body.name).to.equal(name.toUpperCase());
    expect((await edit(id, { name: name.toUpperCase() })).status).to.equal(200);
  });

  it('has no limit below what somebody has already, unless it had that one before', async () => {
    const { id, ids } = await grouped(3);
    expect((await edit(id, { limit: 3 })).body.limit).to.equal(3);
    const asLearner = async (index: number) =>
      (await scene.api.get<SeanceView>(`${seances}/${ids[index] ?? ''}`, { as: 'learner1' })).body;
    for (const [index, seance] of ids.slice(0, 2).entries()) {
      expect(await asLearner(index)).to.deep.include({ myEnrolment: null, enrolmentRefusal: null });
      expect((await enrol(seance, 'learner1')).status).to.equal(201);
    }
    expect((await asLearner(2)).enrolmentRefusal).to.equal(null);

    expect((await edit(id, { limit: 2 })).body.limit).to.equal(2);
    const tooLow = await edit(id, { limit: 1 });
    invalid(tooLow, ['/limit', 'limit-below-enrolled']);
    expect((await get(ids[0] ?? '')).group?.limit).to.equal(2);
    refusedWith(await enrol(ids[2] ?? '', 'learner1'), 409, 'group-limit');
    expect((await asLearner(2)).enrolmentRefusal).to.equal('group-limit');
    await scene.database.knex('seance_group').where({ id }).update({ enrolment_limit: 1 });
    expect((await edit(id, { limit: 1 })).body.limit).to.equal(1);
    expect((await edit(id, { name: `Trop plein ${number}` })).body.limit).to.equal(1);
  });

  it('does not take an automatic séance in which somebody of it would be over its limit', async () => {
    const { name, ids } = await grouped(1);
    const automatic = await scene.api.created({ enrolmentMode: 'automatic' });
    const joining = { enrolmentMode: 'public', groupName: name };
    await enrol(ids[0] ?? '', 'learner1');

    const { errors } = refusedWith(
      await scene.api.patch(`${seances}/${automatic.id}`, joining),
      409,
      'group-limit',
    );
    expect(errors?.map(({ pointer, code }) => [pointer, code])).to.deep.equal([
      ['/groupName', 'group-limit'],
    ]);
    expect(await get(automatic.id)).to.deep.equal(automatic);
    await scene.api.send('DELETE', `${seances}/${ids[0] ?? ''}/enrolments/me`, { as: 'learner1' });
    const { body } = await scene.api.patch<SeanceView>(`${seances}/${automatic.id}`, joining);
    expect(body).to.deep.include({ enrolmentMode: 'public', enrolledCount: automatic.enrolledCount });
    refusedWith(await enrol(ids[0] ?? '', 'learner1'), 409, 'group-limit');
  });

  it('lets who waited for its limit move up when it goes, and its séances stay', async () => {
    const { id, ids, name } = await grouped(2, { capacity: 1 });
    const [one = '', other = ''] = ids;
    await enrol(other, 'learner2');
    expect((await enrol(other, 'learner1')).status).to.equal(202);
    await enrol(one, 'learner1');
    await scene.api.send('DELETE', `${seances}/${other}/enrolments/me`, { as: 'learner2' });
    expect(await get(other)).to.include({ enrolledCount: 0, waitingCount: 1 });
    const { version } = await get(one);

    expect((await scene.api.delete(`${groups}/${id}`)).status).to.equal(204);
    expect(await get(other)).to.include({ enrolledCount: 1, waitingCount: 0, group: null });
    expect(await get(one)).to.deep.include({ group: null, version: version + 1 });
    expect((await edits(one))[0]).to.deep.include({
      type: 'seance.edited',
      data: { changed: ['groupId'], before: { groupId: id }, after: { groupId: null } },
    });
    expect(await listed()).to.not.include(name);
    expect(await found(name)).to.not.include.members([one]);
    refusedWith(await scene.api.delete(`${groups}/${id}`), 404, 'not-found');
  });

  it('is gone for a séance that comes back after it', async () => {
    const { id, ids } = await grouped(2);
    const [deleted = '', other = ''] = ids;
    await enrol(deleted, 'learner1');
    await scene.api.delete(`${seances}/${deleted}`);
    await enrol(other, 'learner1');
    await scene.api.delete(`${groups}/${id}`);
    await scene.api.post(`${seances}/${deleted}/restore`, undefined);

    expect(await get(deleted)).to.include({ group: null, enrolledCount: 1, waitingCount: 0 });
    const last = await scene.api.created({ enrolmentMode: 'manual', groupName: `Zéro ${number}` });
    const sorted = (
      await scene.api.get<{ readonly items: readonly SeanceView[] }>(`${seances}?size=all&sort=group`)
    ).body.items.map((seance) => seance.id);
    expect(sorted.indexOf(deleted), 'after those that have a group').to.be.greaterThan(
      sorted.indexOf(last.id),
    );
    expect((await edits(deleted)).map(({ type }) => type)).to.deep.equal([
      'seance.restored',
      'seance.deleted',
      'seance.created',
    ]);
  });

  it('is there for its own space alone', async () => {
    const { id, name } = await grouped(1);

    for (const path of [`/api/v1/spaces/other/groups/${id}`, `${groups}/nothing`]) {
      refusedWith(await scene.api.patch(path, { name: 'x' }), 404, 'not-found');
      refusedWith(await scene.api.delete(path), 404, 'not-found');
    }
    expect(await listed()).to.include(name);
  });
});
