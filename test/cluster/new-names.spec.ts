import { expect } from 'chai';
import { SanitizeHtmlSanitizer } from '../../src/adapters/html/sanitize-html-sanitizer.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { EventRecorder } from '../../src/application/event/event-recorder.js';
import { RefreshSeances } from '../../src/application/seance/refresh-seances.js';
import { SeanceDrafts } from '../../src/application/seance/seance-drafts.js';
import { ReadSettings } from '../../src/application/settings/read-settings.js';
import { Transactions } from '../../src/application/transactions.js';
import { FixedClock } from '../../src/testing/index.js';
import { onCluster } from '../support/clusters.js';
import { noon, place, seanceRecord } from '../support/seance-records.js';
import { settingsInForce } from '../support/settings.js';

const seances = 1_000;
const room = place('room', 'Salle Avant');

onCluster('A place that gets another name on a cluster, with a worker on each node', function (cluster) {
  this.timeout(120_000);

  before('lets all of them bring it to its séances at once', async () => {
    const work = new KnexUnitOfWork(cluster.open);
    const records = Array.from({ length: seances }, () => seanceRecord({ location: room }));
    await work.write((repositories) => repositories.seances.insert(records));
    await work.write(async ({ locations, seanceRefreshes }) => {
      await locations.saveOwn('', { ...room, name: 'Salle Après' });
      await seanceRefreshes.begin({
        ...{ kind: 'location', subjectId: room.id, name: '', run: 'run', dueAt: noon },
      });
    });
    await cluster.nodes.agreed();
    const ids = new UuidGenerator();
    const workers = cluster.openings.map((opening) => {
      const own = new KnexUnitOfWork(opening);
      const settings = new ReadSettings(own, settingsInForce());
      const clock = new FixedClock('2026-11-23T13:00:00Z');
      const transactions = new Transactions(own, settings, new EventRecorder(ids), ids, clock);
      return new RefreshSeances(transactions, new SeanceDrafts(new SanitizeHtmlSanitizer(), ids));
    });
    await Promise.all(workers.map((worker) => worker.of('location', room.id)));
    await cluster.nodes.agreed();
  });

  it('is found by all of them, each entry with one version more, on each node', async () => {
    for (const { knex } of cluster.openings) {
      expect(await knex('seance').distinct('entry_changes').pluck('entry_changes')).to.deep.equal([1]);
      expect(await knex('seance').where('search_text', 'like', '%apres%')).to.have.length(seances);
      expect(await knex('seance_refresh')).to.have.length(0);
      expect(await knex('seance_event').where({ type: 'seance.refreshed' })).to.have.length(seances);
    }
  });
});
