import { restorableSince } from '../../domain/retention.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { purge } from './purge.js';

const batchSize = 200;

/** Removes for good what was deleted before the retention delay. Any number of processes may do it at once. */
export class PurgeDeleted {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  /** @returns how many séances were removed. */
  async run(): Promise<number> {
    const { retentionDays } = await this.readSettings.run();
    const deletedBefore = restorableSince(this.clock.now(), retentionDays);
    await this.unitOfWork.write(({ comments }) => comments.removeDeletedBefore(deletedBefore));
    for (let purged = 0; ;) {
      const count = await this.unitOfWork.write(async (repositories) => {
        const seances = await repositories.archive.addresses({ deletedBefore }, '', batchSize);
        await purge(repositories, seances);
        return seances.length;
      });
      purged += count;
      if (count < batchSize) return purged;
    }
  }
}
