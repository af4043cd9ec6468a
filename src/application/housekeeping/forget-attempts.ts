import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

const secondsKept = 24 * 60 * 60;
/** Notices are there for ninety days. */
const noticesKept = 90 * secondsKept;
/** Sets of notices that one transaction removes. */
const setsAtOnce = 100;

/**
 * Clears the idempotency keys that are older than a day, the downloads that cannot be fetched any more, and what was told
 * ninety days ago. Any number of processes may do it at once.
 */
export class ForgetAttempts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns how many keys and downloads there were. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const removeNotices = () =>
      this.unitOfWork.write(({ notices }) => notices.removeOld(shiftInstant(now, -noticesKept), setsAtOnce));
    for (let removed = setsAtOnce; removed === setsAtOnce;) removed = await removeNotices();
    return this.unitOfWork.write(
      async ({ idempotency, downloads }) =>
        (await idempotency.forgetBefore(shiftInstant(now, -secondsKept))) +
        (await downloads.forgetBefore(now)),
    );
  }
}
