import { Repeater } from '../adapters/system/repeater.js';
import { PurgeDeleted } from '../application/deletion/purge-deleted.js';
import { MoveQueues } from '../application/enrolment/move-queues.js';
import { AnnounceVersion, announcedEvery } from '../application/housekeeping/announce-version.js';
import { ForgetAttempts } from '../application/housekeeping/forget-attempts.js';
import { ForgetNotices } from '../application/notice/forget-notices.js';
import { RefreshSeances } from '../application/seance/refresh-seances.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Clock } from '../ports/clock.js';
import { Logger } from '../ports/logger.js';
import { Metrics } from '../ports/metrics.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { ManifestToken } from './tokens.js';

/** How often it looks for something to do, in milliseconds. */
const every = 60 * 60 * 1_000;
/** The same for what people wait for: what was left when a process ended in the middle of it. */
const everyRefresh = 5_000;

export const housekeepingFeature: Feature = {
  bind(container) {
    container
      .bind(AnnounceVersion)
      .toDynamicValue(
        () =>
          new AnnounceVersion(
            container.get(UnitOfWork),
            container.get(Clock),
            container.get(ManifestToken).version,
          ),
      );
    provide(container, ForgetAttempts, [UnitOfWork, Clock]);
    provide(container, PurgeDeleted, [UnitOfWork, ReadSettings, Clock]);
  },
  work(container) {
    const repeated = (name: string, every: number, work: () => Promise<unknown>, first = every) => {
      const [logger, metrics] = [container.get(Logger), container.get(Metrics)];
      return new Repeater(name, every, logger, metrics, () => work().then(() => false), first);
    };
    return [
      repeated('housekeeping', every, async () => {
        await container.get(ForgetAttempts).run();
        await container.get(ForgetNotices).run();
        await container.get(PurgeDeleted).run();
        await container.get(MoveQueues).everywhere();
      }),
      repeated('refreshing', everyRefresh, () => container.get(RefreshSeances).all()),
      // Whoever updates the platform looks at once which versions run.
      repeated('announcing', announcedEvery * 1_000, () => container.get(AnnounceVersion).run(), 0),
    ];
  },
};
