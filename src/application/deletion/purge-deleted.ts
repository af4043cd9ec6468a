import { keptSince } from '../../domain/attendance/retention.js';
import { restorableSince } from '../../domain/deletion/retention.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { inBatches } from '../in-batches.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { purge } from './purge.js';

const batchSize = 200;

/**
 * Removes for good what was deleted before the retention delay of its platform, and what was kept for the host of séances that
 * went as long ago. Séances with signed half-days stay until these need not be kept. Any number of processes may do it at once.
 */
export class PurgeDeleted {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  /** @returns how many séances were removed. */
  async run(): Promise<number> {
    let purged = 0;
    for (const platformId of await this.unitOfWork.read(({ platforms }) => platforms.all()))
      purged += await this.on(platformId);
    return purged;
  }

  private async on(platformId: string): Promise<number> {
    const now = this.clock.now();
    const { retentionDays, attendanceRetentionDays } = await this.readSettings.run(platformId);
    const since = restorableSince(now, retentionDays);
    const signedSince = keptSince(now, attendanceRetentionDays);
    await this.unitOfWork.write(({ comments }) => comments.removeDeletedBefore(platformId, since));
    const purged = await inBatches(this.unitOfWork, batchSize, async (repositories) => {
      const old = { deletedBefore: since, signedSince, platformId };
      const seances = await repositories.platformSeances.addresses(old, '', batchSize);
      // What is being written of one of them is there to be removed with it, and what was restored meanwhile stays.
      const locked = await repositories.enrolments.lockPlaces(
        null,
        seances.map(({ id }) => id),
      );
      const deleted = new Set(locked.filter(({ isDeleted }) => isDeleted).map(({ seanceId }) => seanceId));
      await purge(
        repositories,
        seances.filter(({ id }) => deleted.has(id)),
        now,
      );
      return seances.length;
    });
    await inBatches(this.unitOfWork, batchSize, ({ events }) =>
      events.removeLeft(platformId, since, batchSize),
    );
    return purged;
  }
}
