import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

/** How often a process says that it runs, in seconds. */
export const announcedEvery = 60;
/** A version that was not seen for so long runs no more: several announcements may fail. In seconds. */
export const goneAfter = 5 * announcedEvery;

/** Whether a version that was seen at `seenAt` still runs. */
export function isRunning(seenAt: Instant, now: Instant): boolean {
  return seenAt >= shiftInstant(now, -goneAfter);
}

/**
 * Says that a process of this version runs, and forgets those that do no more. Any number of processes may do it at once:
 * of one version, about one of them a minute writes.
 */
export class AnnounceVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly version: string,
  ) {}

  /** @returns whether it had to be said. */
  async run(): Promise<boolean> {
    const { version } = this;
    const now = this.clock.now();
    const seen = await this.unitOfWork.read(({ runningVersions }) => runningVersions.all());
    const recently = shiftInstant(now, -announcedEvery / 2);
    if (seen.some((one) => one.version === version && one.seenAt > recently)) return false;
    await this.unitOfWork.write(async ({ runningVersions }) => {
      await runningVersions.forgetBefore(shiftInstant(now, -goneAfter));
      await runningVersions.announce({ version, seenAt: now });
    });
    return true;
  }
}
