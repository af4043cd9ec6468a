import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

const secondsKept = 24 * 60 * 60;

/**
 * Clears the idempotency keys that are older than a day, and the downloads that cannot be fetched any more. Any number of
 * processes may do it at once.
 */
export class ForgetAttempts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns how many keys and downloads there were. */
  async run(): Promise<number> {
    const now = this.clock.now();
    return this.unitOfWork.write(
      async ({ idempotency, downloads }) =>
        (await idempotency.forgetBefore(shiftInstant(now, -secondsKept))) +
        (await downloads.forgetBefore(now)),
    );
  }
}
