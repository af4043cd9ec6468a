import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { Repositories } from '../../src/ports/unit-of-work.js';
import { Campus, campusNow } from '../application/repetition/campus/campus.js';
import { onMysql } from '../support/databases.js';
import { latch, letOthersRun } from '../support/latch.js';
import { nextId } from '../support/seance-records.js';

const spaceId = 'demo';

onMysql('A séance that comes back while its series is split', (database) => {
  let campus: Campus;
  let members: readonly SeanceView[];

  /** Two processes, of which the second has connections of its own. */
  beforeEach(async () => {
    campus = new Campus(database.knex);
    const { id } = await campus.create();
    const { seriesId } = await campus.repeat(id, { weekdays: ['MO'], weeks: 4 });
    members = await campus.series(seriesId);
  });

  /** Has somebody else do `work` in a transaction, and `then` be asked for before it ends. */
  async function during(work: (repositories: Repositories) => Promise<void>, then: () => Promise<unknown>) {
    const done = latch();
    const first = new KnexUnitOfWork(database.openAnother()).write(async (repositories) => {
      await work(repositories);
      done.open();
      await letOthersRun(200);
    });
    await done.opened;
    await Promise.all([first, then()]);
  }

  const seriesOf = async (index: number) => (await campus.get(members[index]!.id)).seriesId;
  const restore = async (index: number) => {
    const { status } = await campus.request('POST', `demo/seances/${members[index]!.id}/restore`);
    expect(status).to.equal(200);
  };

  for (const [title, deleted, splits] of [
    ['', 3, 0],
    [', when it is the one by which the series is locked', 0, 1],
  ] as const) {
    it(`is in the new one when the split was first${title}`, async () => {
      const [seriesId, newSeriesId] = [members[0]!.seriesId!, nextId()];
      await campus.delete(members[deleted]!.id);
      const from = members[deleted]!.startsAt as Instant;
      await during(
        async ({ deletions, seances }) => {
          await seances.lockSeries(spaceId, seriesId);
          await deletions.followSplit({ spaceId, seriesId, newSeriesId, from });
        },
        () => restore(deleted),
      );

      expect(await seriesOf(deleted)).to.equal(newSeriesId);
      // Alone in it so far, so that it is the one that locks it.
      const touches: unknown[] = await database
        .knex('seance')
        .where({ id: members[deleted]!.id })
        .pluck('touches');
      expect(touches, 'it was locked as one of the new series').to.deep.equal([splits + 1]);
    });
  }

  it('is split off as the others are when it was back first', async () => {
    const { id, seriesId } = members[3]!;
    await campus.delete(id);
    await during(
      async ({ deletions, seances }) => {
        await seances.touchSeries(spaceId, seriesId!);
        await deletions.lockDeleted(spaceId, [id]);
        await deletions.markRestored([id], campusNow as Instant);
      },
      () => campus.edit(members[2]!.id, { capacity: 7 }, 'following'),
    );

    const back = await campus.get(id);
    expect([back.seriesId, back.capacity]).to.deep.equal([await seriesOf(2), 7]);
    expect(back.seriesId).to.not.equal(seriesId);
  });
});
