import { restorableSince } from '../../domain/retention.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';

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
      const count = await this.unitOfWork.write(async ({ archive, comments, events }) => {
        const seances = await archive.addresses({ deletedBefore }, '', batchSize);
        const bySpace = new Map<string, string[]>();
        for (const { id, spaceId } of seances) bySpace.set(spaceId, [...(bySpace.get(spaceId) ?? []), id]);
        for (const [spaceId, ids] of bySpace) {
          await comments.removeOf(spaceId, ids);
          await events.removeOf(spaceId, ids);
          await archive.purge(ids);
        }
        return seances.length;
      });
      purged += count;
      if (count < batchSize) return purged;
    }
  }
}
