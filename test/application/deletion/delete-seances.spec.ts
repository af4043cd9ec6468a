import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const day = 86_400;

onHttp('Deletion', (scene) => {
  const there = async (id: string) => (await scene.api.get(`${seances}/${id}`)).status === 200;
  const deleteMany = (ids: unknown, headers: Record<string, string> = {}, more = {}) =>
    scene.api.post<{ deleted: number }>(`${seances}/delete`, { ids, ...more }, { headers });
  const several = async (count: number) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push((await scene.api.created()).id);
    return ids;
  };

  it('deletes one, which is then not found', async () => {
    const { id } = await scene.api.created();
    const { status, text } = await scene.api.delete(`${seances}/${id}`, { headers: { 'if-match': '"1"' } });

    expect([status, text]).to.deep.equal([204, '']);
    expect(await there(id)).to.equal(false);
    refusedWith(await scene.api.delete(`${seances}/${id}`), 404, 'not-found');
  });

  it('deletes several only as long as each has the version that is expected, and names those that have another', async () => {
    const ids = await several(3);
    await scene.api.patch(`${seances}/${ids[1]}`, { name: 'Autre' });
    const { errors = [] } = refusedWith(await deleteMany(ids, {}, { version: 1 }), 412, 'stale');
    expect(errors.map(({ pointer, seance }) => [pointer, seance?.name])).to.deep.equal([['/ids/1', 'Autre']]);
    expect(await there(ids[0] ?? '')).to.equal(true);
    const others = [ids[0], ids[2]];
    expect((await deleteMany(others, {}, { version: 1 })).body).to.deep.equal({ deleted: 2 });
  });

  it('restores it as it was, with a new version; restoring what is there changes nothing', async () => {
    const before = await scene.api.created({
      enrolmentMode: 'manual',
      groupName: 'G',
      trainerIds: ['trainer1'],
    });
    await scene.api.delete(`${seances}/${before.id}`);
    const restored = await scene.api.send<SeanceView>('POST', `${seances}/${before.id}/restore`);

    expect(restored.status).to.equal(200);
    expect(restored.body).to.deep.equal({ ...before, version: 3 });
    expect((await scene.api.send('POST', `${seances}/${before.id}/restore`)).body).to.deep.equal(
      restored.body,
    );
    expect(await there(before.id)).to.equal(true);
  });

  it('restores until the retention delay of 30 days has passed', async () => {
    const { id } = await scene.api.created();
    await scene.api.delete(`${seances}/${id}`);
    scene.clock.advance(30 * day);
    expect((await scene.api.send('POST', `${seances}/${id}/restore`)).status).to.equal(200);

    await scene.api.delete(`${seances}/${id}`);
    scene.clock.advance(30 * day + 1);
    refusedWith(await scene.api.send('POST', `${seances}/${id}/restore`), 409, 'retention-passed');
  });

  it('restores nothing of another space, and nothing that never was', async () => {
    const { id } = await scene.api.created();
    await scene.api.delete(`${seances}/${id}`);

    refusedWith(await scene.api.send('POST', `/api/v1/spaces/other/seances/${id}/restore`), 404, 'not-found');
    refusedWith(await scene.api.send('POST', `${seances}/nothing/restore`), 404, 'not-found');
  });

  it('deletes several at once', async () => {
    const ids = await several(3);
    const { status, body } = await deleteMany([...ids].reverse());

    expect([status, body]).to.deep.equal([200, { deleted: 3 }]);
    for (const id of ids) expect(await there(id)).to.equal(false);
  });

  it('deletes all or none: points at those that are not there, and keeps the others', async () => {
    const ids = await several(2);
    const gone = (await scene.api.created()).id;
    await scene.api.delete(`${seances}/${gone}`);
    const elsewhere = (await scene.api.created({}, '/api/v1/spaces/other/seances')).id;
    const problem = refusedWith(
      await deleteMany([ids[0], 'nothing', ids[1], gone, elsewhere]),
      404,
      'not-found',
    );

    expect(problem.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/ids/1', '/ids/3', '/ids/4']);
    for (const id of ids) expect(await there(id)).to.equal(true);
    expect((await scene.api.get(`/api/v1/spaces/other/seances/${elsewhere}`)).status).to.equal(200);
  });

  it('refuses no ids, ids that are none, and the same one twice', async () => {
    const [id = ''] = await several(1);

    invalid(await deleteMany([]), ['/ids', 'too-short']);
    invalid(await deleteMany(undefined), ['/ids', 'required']);
    invalid(await deleteMany('all'), ['/ids', 'wrong-type']);
    invalid(
      await deleteMany([1, null, '']),
      ['/ids/0', 'wrong-type'],
      ['/ids/1', 'wrong-type'],
      ['/ids/2', 'empty'],
    );
    invalid(await deleteMany([id, id]), ['/ids/1', 'duplicate']);
    invalid(await deleteMany(Array.from({ length: 5_001 }, (_, index) => `id-${index}`)), [
      '/ids',
      'too-long',
    ]);
    expect(await there(id)).to.equal(true);
  });

  it('answers a repeated request under the same Idempotency-Key like the first', async () => {
    const ids = await several(2);
    const headers = { 'idempotency-key': 'delete-two' };
    const [first, again] = [await deleteMany(ids, headers), await deleteMany(ids, headers)];

    expect([again.status, again.body]).to.deep.equal([first.status, first.body]);
    refusedWith(await deleteMany(ids), 404, 'not-found');
  });
});
