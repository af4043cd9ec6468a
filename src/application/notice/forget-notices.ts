import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { inBatches } from '../in-batches.js';

const secondsKept = 90 * 24 * 60 * 60;
/** Sets of notices, or links, that one transaction removes. */
const atOnce = 100;

/** Removes what people were told more than ninety days ago, and the links that were in mails then. */
export class ForgetNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = shiftInstant(this.clock.now(), -secondsKept);
    await inBatches(this.unitOfWork, atOnce, ({ notices }) => notices.removeOld(before, atOnce));
    await inBatches(this.unitOfWork, atOnce, ({ unsubscriptions }) =>
      unsubscriptions.removeOld(before, atOnce),
    );
  }
}
