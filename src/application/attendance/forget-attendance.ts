import { isKept } from '../../domain/attendance/retention.js';
import { groupedBy } from '../../domain/grouped.js';
import type { NamingSlot } from '../../ports/attendance-retention-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';

/** How many half-days one transaction changes. */
const batchSize = 100;

/**
 * Takes people who are gone out of the logs of half-days. What they signed for stays until its retention ends: it is the
 * proof that somebody may have to give.
 */
export class ForgetAttendance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  /** Somebody who is gone: all that need not be kept of them goes, and the rest when its time has come. */
  async of(userId: string): Promise<void> {
    const { kept, others } = await this.parted(userId);
    const now = this.clock.now();
    if (kept > 0)
      await this.unitOfWork.write(({ attendanceRetention }) => attendanceRetention.rememberGone(userId, now));
    for (let from = 0; from < others.length; from += batchSize)
      await this.unitOfWork.write(({ attendanceRetention }) =>
        attendanceRetention.forgetIn(others.slice(from, from + batchSize), userId),
      );
    if (kept === 0)
      await this.unitOfWork.write(({ attendanceRetention }) => attendanceRetention.forgetGone(userId));
  }

  /** Everybody who is gone. Any number of processes may do it at once. */
  async due(): Promise<void> {
    for (let afterId = ''; ;) {
      const gone = await this.unitOfWork.read(({ attendanceRetention }) =>
        attendanceRetention.gone(afterId, batchSize),
      );
      for (const userId of gone) await this.of(userId);
      const last = gone.at(-1);
      if (last === undefined) return;
      afterId = last;
    }
  }

  private async parted(userId: string) {
    const naming = await this.unitOfWork.read(({ attendanceRetention }) =>
      attendanceRetention.naming(userId),
    );
    const now = this.clock.now();
    const others: NamingSlot[] = [];
    for (const [platformId, slots] of groupedBy(naming, (slot) => slot.platformId)) {
      const { attendanceRetentionDays } = await this.readSettings.run(platformId);
      others.push(...slots.filter((slot) => !isKept(slot, now, attendanceRetentionDays)));
    }
    return { kept: naming.length - others.length, others };
  }
}
