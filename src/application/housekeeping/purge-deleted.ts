import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';

const secondsPerDay = 24 * 60 * 60;
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
    const deletedBefore = shiftInstant(this.clock.now(), -retentionDays * secondsPerDay);
    for (let purged = 0; ;) {
      const count = await this.unitOfWork.write(async ({ archive, events }) => {
        const ids = (await archive.addresses({ deletedBefore }, '', batchSize)).map(({ id }) => id);
        await archive.purge(ids);
        await events.removeOf(ids);
        return ids.length;
      });
      purged += count;
      if (count < batchSize) return purged;
    }
  }
}
