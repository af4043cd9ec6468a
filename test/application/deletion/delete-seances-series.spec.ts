import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import type { Scope } from '../../../src/domain/series/series-scope.js';
import { onDatabase } from '../../support/databases.js';
import { Campus } from '../repetition/campus/campus.js';

onDatabase('A deletion in a series', (database) => {
  let campus: Campus;
  let members: readonly SeanceView[];
  let alone: SeanceView;

  beforeEach(async () => {
    campus = new Campus(database.knex);
    alone = await campus.create({ name: 'Seule' });
    const { id } = await campus.create();
    const { seriesId } = await campus.repeat(id, { weekdays: ['MO'], weeks: 4 });
    members = await campus.series(seriesId);
  });

  const left = async () => (await campus.series(members[0]!.seriesId)).map(({ name }) => name);
  const remove = (index: number, scope: Scope) => campus.delete(members[index]!.id, scope);

  it('is of the one séance', async () => {
    await remove(1, 'this');

    expect(await left()).to.deep.equal(['Atelier', 'Atelier [2]', 'Atelier [3]', 'Atelier [4]']);
  });

  it('is of the séance and those after it; what is before goes on as the series', async () => {
    await remove(2, 'following');

    expect(await left()).to.deep.equal(['Atelier', 'Atelier [1]']);
  });

  it('is of the whole series, and of nothing else', async () => {
    await remove(3, 'all');

    expect(await left()).to.deep.equal([]);
    expect(await campus.get(alone.id)).to.deep.equal(alone);
  });

  it('is of the séance alone when it is on its own', async () => {
    await campus.delete(alone.id, 'all');

    expect(await left()).to.have.length(5);
  });

  it('needs the version of the séance that it is asked of', async () => {
    const path = `demo/seances/${members[1]!.id}?scope=all`;
    const stale = await campus.request('DELETE', path, undefined, { 'if-match': '"2"' });
    expect([stale.status, (await left()).length]).to.deep.equal([412, 5]);
    const fresh = await campus.request('DELETE', path, undefined, { 'if-match': '"1"' });

    expect([fresh.status, (await left()).length]).to.deep.equal([204, 0]);
  });

  it('is undone one by one: a séance comes back into its series', async () => {
    await remove(2, 'following');
    await campus.request('POST', `demo/seances/${members[3]!.id}/restore`);

    expect(await left()).to.deep.equal(['Atelier', 'Atelier [1]', 'Atelier [3]']);
  });

  it('leaves what was deleted before out of later changes', async () => {
    await remove(1, 'this');
    await campus.edit(members[0]!.id, { capacity: 8 }, 'all');
    await campus.request('POST', `demo/seances/${members[1]!.id}/restore`);

    expect((await campus.get(members[1]!.id)).capacity).to.equal(null);
    expect((await campus.get(members[2]!.id)).capacity).to.equal(8);
  });

  it('is found no more by a scope: what is gone is not found', async () => {
    await remove(1, 'this');
    const again = await campus.request('DELETE', `demo/seances/${members[1]!.id}?scope=all`);

    expect([again.status, (await left()).length]).to.deep.equal([404, 4]);
  });

  it('refuses a scope that there is not', async () => {
    const { status } = await campus.request('DELETE', `demo/seances/${members[1]!.id}?scope=past`);

    expect([status, (await left()).length]).to.deep.equal([422, 5]);
  });
});
