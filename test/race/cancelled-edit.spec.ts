import { expect } from 'chai';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import { Campus } from '../application/repetition/campus/campus.js';
import { onMysql } from '../support/databases.js';

const rounds = 20;

onMysql('A séance that one cancels while another edits it', (database) => {
  it('has both, each with a version of its own, whoever was first', async function () {
    this.timeout(60_000);
    const [one, other] = [new Campus(database.knex), new Campus(database.openAnother().knex)];
    for (let round = 0; round < rounds; round += 1) {
      const { id } = await one.create();
      const [cancelled] = await Promise.all([
        one.request('POST', `demo/seances/${id}/cancel`, { reason: 'Neige' }),
        other.edit(id, { capacity: 7 }),
      ]);
      expect(cancelled.status).to.equal(200);
      const { capacity, cancelled: now, version } = await one.get(id);
      expect([capacity, now?.reason, version]).to.deep.equal([7, 'Neige', 3]);
    }
  });

  it('is a series whose dates are all cancelled, and all edited', async function () {
    this.timeout(60_000);
    const [one, other] = [new Campus(database.knex), new Campus(database.openAnother().knex)];
    for (let round = 0; round < rounds / 4; round += 1) {
      const { id } = await one.create();
      const { seriesId } = await one.repeat(id, { weekdays: ['MO'], weeks: 4 });
      await Promise.all([
        one.request('POST', `demo/seances/${id}/cancel?scope=all`, {}),
        other.edit(id, { capacity: 7 }, 'all'),
      ]);
      const members: readonly SeanceView[] = await one.series(seriesId);
      expect(
        members.map(({ capacity, cancelled, version }) => [capacity, cancelled !== null, version]),
      ).to.deep.equal(members.map(() => [7, true, 3]));
    }
  });
});
