import { expect } from 'chai';
import { refusedWith, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

interface Trail {
  readonly items: readonly { readonly type: string }[];
}

onHttp('The history of a séance', (scene) => {
  const typesOf = async (id: string, list: string) =>
    (await scene.api.get<Trail>(`${seances}/${id}/${list}`)).body.items.map(({ type }) => type);

  it('can be read when the séance was deleted, and is not there for one that never was', async () => {
    const { id } = await scene.api.created();
    await scene.api.delete(`${seances}/${id}`);

    for (const list of ['history', 'edits']) {
      expect(await typesOf(id, list)).to.deep.equal(['seance.deleted', 'seance.created']);
      refusedWith(await scene.api.get(`${seances}/nothing/${list}`), 404, 'not-found');
      refusedWith(await scene.api.get(`/api/v1/spaces/other/seances/${id}/${list}`), 404, 'not-found');
    }
  });
});
