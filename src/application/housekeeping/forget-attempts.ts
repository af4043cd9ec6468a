import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

const secondsKept = 24 * 60 * 60;

/** Clears the idempotency keys that are older than a day. Any number of processes may do it at once. */
export class ForgetAttempts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const limit = shiftInstant(this.clock.now(), -secondsKept);
    return this.unitOfWork.write(({ idempotency }) => idempotency.forgetBefore(limit));
  }
}
