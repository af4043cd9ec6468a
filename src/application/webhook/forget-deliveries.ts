import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { inBatches } from '../in-batches.js';

const secondsKept = 30 * 24 * 60 * 60;
const atOnce = 1_000;

/** Removes the messages to other systems that are older than 30 days, sent or not. */
export class ForgetDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = shiftInstant(this.clock.now(), -secondsKept);
    await inBatches(this.unitOfWork, atOnce, ({ webhooks }) => webhooks.removeOld(before, atOnce));
  }
}
