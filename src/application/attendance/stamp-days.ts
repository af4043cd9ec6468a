import { noHash } from '../../domain/attendance/entry.js';
import { isStampDue, type Stamp, stampContent } from '../../domain/attendance/stamp.js';
import { cutTo } from '../../domain/text/cut.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Digests } from '../../ports/digests.js';
import type { Claim } from '../../ports/event-repository.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Logger } from '../../ports/logger.js';
import type { TimeStamper, TimeStampReader } from '../../ports/time-stamper.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';

/** Half-days in a stamp: a megabyte of text. */
const mostInStamp = 5_000;
/** How long a process has a stamp for itself: several times as long as a service may take to answer. In seconds. */
const leaseSeconds = 300;
const longestFault = 300;

/**
 * Hashes what was closed or corrected since together, once a day, and has it stamped. Any number of processes may do it at
 * once: whoever stores the stamp of a number asks the service for it, outside of the transaction. A service that does not
 * answer is asked again for the same.
 */
export class StampDays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stamper: TimeStamper,
    private readonly reader: TimeStampReader,
    private readonly digests: Digests,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly most = mostInStamp,
  ) {}

  /**
   * @returns whether there is more to stamp at once.
   * @throws Error when the service did not do it.
   */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const claim: Claim = { token: this.ids.next(), until: shiftInstant(now, leaseSeconds) };
    const claimed = await this.unitOfWork.write((repositories) => this.claimed(repositories, claim));
    if (!claimed) return false;
    const { stamp, isMore } = claimed;
    const end = await this.ask(stamp);
    await this.unitOfWork.write(({ attendanceSeals }) => attendanceSeals.endStamp(stamp.number, claim, end));
    if ('fault' in end) throw new Error(end.fault);
    const { number, digest } = stamp;
    this.logger.info({ number, digest, stampedAt: end.at }, 'closed presence was stamped');
    return isMore;
  }

  /** The stamp that is to be asked for, and whether half-days are left that have no place in it. */
  private async claimed({ attendanceSeals: seals }: Repositories, claim: Claim) {
    const now = this.clock.now();
    const last = await seals.lastStamp();
    if (last && !last.token)
      return (await seals.claimStamp(last.number, claim, now)) ? { stamp: last, isMore: true } : undefined;
    const found = await seals.slotsToStamp(this.most + 1);
    const isMore = found.length > this.most;
    if (found.length === 0 || !(isMore || isStampDue(last, now))) return undefined;
    const slots = found.slice(0, this.most);
    const content = stampContent(last?.digest ?? noHash, slots);
    const digest = this.digests.sha256(content);
    const number = (last?.number ?? 0) + 1;
    const stamp: Stamp = { number, content, digest, createdAt: now, token: null };
    await seals.addStamp(stamp, slots, claim);
    return { stamp, isMore };
  }

  /** What a service says of a stamp is read again before it is kept. */
  private async ask({ content }: Stamp) {
    try {
      const der = await this.stamper.stamp(content);
      const { at } = await this.reader.verify(der, content);
      return { der, at };
    } catch (error) {
      return { fault: cutTo(longestFault, (error as Error).message) };
    }
  }
}
