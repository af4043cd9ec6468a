import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { onDatabase } from '../../support/databases.js';
import { Campus } from '../repetition/campus/campus.js';

/** The first of a weekly series of five. */
const first = { start: '2025-03-10T10:00', end: '2025-03-10T11:30' };

onDatabase('What is in the bin, when its series is split', (database) => {
  let campus: Campus;
  let members: readonly SeanceView[];

  beforeEach(async () => {
    campus = new Campus(database.knex);
    const { id } = await campus.create(first);
    const { seriesId } = await campus.repeat(id, { weekdays: ['MO'], weeks: 4 });
    members = await campus.series(seriesId);
  });

  /** Deletes those of these places in the series, splits it at the third, and restores them. */
  const around = async (places: readonly number[], changes: object = { capacity: 7 }) => {
    const ids = places.map((place) => members[place]!.id);
    for (const id of ids) await campus.delete(id);
    const before = await campus.get(members[2]!.id);
    const { seriesId } = await campus.edit(members[2]!.id, changes, 'following');
    for (const id of ids) await campus.request('POST', `demo/seances/${id}/restore`);
    return { before, seriesId, back: await Promise.all(ids.map((id) => campus.get(id))) };
  };
  const idsOf = async (seriesId: string | null) => (await campus.series(seriesId)).map(({ id }) => id);
  const allIds = () => members.map(({ id }) => id);

  it('takes those along that are among them, as they are', async () => {
    const { seriesId, back } = await around([3, 4], { start: '2025-03-24T14:00', end: '2025-03-24T15:30' });

    expect(await idsOf(seriesId)).to.deep.equal(allIds().slice(2));
    expect(await idsOf(members[0]!.seriesId)).to.deep.equal(allIds().slice(0, 2));
    expect(back.map(({ start, version }) => [start, version])).to.deep.equal([
      ['2025-03-31T10:00', 3],
      ['2025-04-07T10:00', 3],
    ]);
    const { items } = await campus.edits(back[0]!.id);
    expect(items.map(({ type }) => type)).to.deep.equal([
      'seance.restored',
      'seance.deleted',
      'seance.created',
    ]);
  });

  it('leaves those in their series that start before', async () => {
    const { seriesId } = await around([1, 3]);

    expect(await idsOf(seriesId)).to.deep.equal(allIds().slice(2));
    expect(await idsOf(members[0]!.seriesId)).to.deep.equal(allIds().slice(0, 2));
  });

  it('takes one along that starts at the same instant', async () => {
    const when = { start: members[2]!.start, end: members[2]!.end };
    await campus.edit(members[3]!.id, when);
    const { seriesId } = await around([3]);

    expect(await idsOf(seriesId)).to.have.members(allIds().slice(2));
  });

  it('stays in the one series when nothing else is before the split', async () => {
    const { before, seriesId } = await around([0, 1, 4]);

    expect(seriesId).to.equal(before.seriesId);
    expect(await idsOf(seriesId)).to.deep.equal(allIds());
  });

  it('counts for the numbers of the series that it went to', async () => {
    const { seriesId } = await around([]);
    await campus.delete(members[4]!.id);
    await campus.edit(members[3]!.id, { capacity: 9 }, 'following');
    const { items } = await campus.repeat(members[3]!.id, { weekdays: ['TH'], weeks: 1 });

    expect(items.map(({ name }) => name)).to.deep.equal(['Atelier [5]']);
    expect(await idsOf(seriesId)).to.deep.equal([members[2]!.id]);
  });

  it('of other series stays where it is', async () => {
    const other = await campus.create(first);
    const { seriesId, items } = await campus.repeat(other.id, { weekdays: ['MO'], weeks: 4 });
    const last = items.at(-1)!;
    await campus.delete(last.id);
    await around([4]);
    await campus.request('POST', `demo/seances/${last.id}/restore`);

    expect((await campus.get(last.id)).seriesId).to.equal(seriesId);
  });
});
