import { Repeater } from '../adapters/system/repeater.js';
import { PurgeDeleted } from '../application/deletion/purge-deleted.js';
import { MoveQueues } from '../application/enrolment/move-queues.js';
import { ForgetAttempts } from '../application/housekeeping/forget-attempts.js';
import { RefreshSeances } from '../application/seance/refresh-seances.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Clock } from '../ports/clock.js';
import { Logger } from '../ports/logger.js';
import { Metrics } from '../ports/metrics.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

/** How often it looks for something to do, in milliseconds. */
const every = 60 * 60 * 1_000;
/** The same for what people wait for: what was left when a process ended in the middle of it. */
const everyRefresh = 5_000;

export const housekeepingFeature: Feature = {
  bind(container) {
    provide(container, ForgetAttempts, [UnitOfWork, Clock]);
    provide(container, PurgeDeleted, [UnitOfWork, ReadSettings, Clock]);
  },
  work: (container) => [
    new Repeater('housekeeping', every, container.get(Logger), container.get(Metrics), async () => {
      await container.get(ForgetAttempts).run();
      await container.get(PurgeDeleted).run();
      await container.get(MoveQueues).run();
      return false;
    }),
    new Repeater('refreshing', everyRefresh, container.get(Logger), container.get(Metrics), async () => {
      await container.get(RefreshSeances).all();
      return false;
    }),
  ],
};
