import type { SeanceEvent } from '../../domain/event/seance-event.js';
import { groupedBy } from '../../domain/grouped.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Claim, DueEvent } from '../../ports/event-repository.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Logger } from '../../ports/logger.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { mostAttempts, pauseAfter } from '../attempts.js';
import { inTime } from '../in-time.js';

/** Tells one event; rejects when it is to be told again. */
export type Teller = (event: SeanceEvent) => Promise<void>;

/** Somebody who is told what happened. Told twice when a process dies in between. */
export interface EventConsumer {
  /** What tells the events of a batch one by one, after having read at once whatever it needs for all of them. */
  open(batch: readonly SeanceEvent[]): Promise<Teller>;
}

/** How many events one process claims at a time. When it gets as many, there are more; what comes later is told together. */
export const eventsAtOnce = 500;
/**
 * How long a claim lasts. An event that two processes deliver at once may arrive out of order: what cannot be begun well
 * before the end is given back.
 */
const leaseSeconds = 300;
/** How long a delivery may take, in seconds: a host that never answers has not got the event. */
const patienceSeconds = 30;

/** Delivers what is due, in order for each séance, with a growing pause after failures. */
export class DeliverEvents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consumers: readonly EventConsumer[],
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly patience = patienceSeconds,
  ) {}

  /** Delivers one batch, and says how many events it took. */
  async run(): Promise<number> {
    if (this.consumers.length === 0) return 0;
    const now = this.clock.now();
    if (!(await this.unitOfWork.read(({ outbox }) => outbox.hasDue(now)))) return 0;
    const claim = { token: this.ids.next(), until: shiftInstant(now, leaseSeconds) };
    const due = await this.unitOfWork.write(({ outbox }) => outbox.claim(claim, now, eventsAtOnce));
    const batch = due.map(({ event }) => event);
    // Waited for where a failure counts as one of each event.
    const tellers = Promise.all(this.consumers.map((consumer) => consumer.open(batch)));
    const delivered: number[] = [];
    const ends = await Promise.allSettled(
      [...groupedBy(due, ({ event }) => event.seanceId).values()].map((lane) =>
        this.deliver(lane, tellers, claim, delivered),
      ),
    );
    if (delivered.length > 0)
      await this.unitOfWork.write(({ outbox }) => outbox.complete(claim.token, delivered));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return due.length;
  }

  /** The events of one séance, one after the other; what follows a failure waits for it. */
  private async deliver(
    lane: readonly DueEvent[],
    tellers: Promise<readonly Teller[]>,
    claim: Claim,
    delivered: number[],
  ): Promise<void> {
    const lastStart = shiftInstant(claim.until, -2 * patienceSeconds);
    for (const [index, { sequence, event }] of lane.entries()) {
      const now = this.clock.now();
      if (now > lastStart) {
        const rest = sequencesOf(lane.slice(index));
        await this.unitOfWork.write(({ outbox }) => outbox.release(claim.token, rest, now));
        return;
      }
      try {
        for (const tell of await tellers)
          await inTime(tell(event), 1_000 * this.patience, () => noAnswer(this.patience));
        delivered.push(sequence);
      } catch (error) {
        await this.failed(lane.slice(index), claim, error);
        return;
      }
    }
  }

  private async failed(rest: readonly DueEvent[], { token }: Claim, error: unknown): Promise<void> {
    const [first, ...later] = rest as [DueEvent, ...DueEvent[]];
    const now = this.clock.now();
    const attempt = first.attempts + 1;
    const values = { event: first.event.id, type: first.event.type, attempt, error: String(error) };
    const isLast = attempt >= mostAttempts;
    const pause = pauseAfter(attempt);
    const next = shiftInstant(now, isLast ? 0 : pause);
    await this.unitOfWork.write(async ({ outbox }) => {
      if (isLast) await outbox.giveUp(token, [first.sequence], now);
      else await outbox.postpone(token, [first.sequence], next);
      await outbox.release(token, sequencesOf(later), next);
    });
    if (isLast) this.logger.error(values, 'an event was given up');
    else this.logger.warn({ ...values, pause }, 'an event could not be delivered; it is tried again');
  }
}

/** A host that never answers has not got the event. */
function noAnswer(seconds: number): Error {
  return new Error(`no answer within ${seconds} s`);
}

function sequencesOf(events: readonly DueEvent[]): readonly number[] {
  return events.map(({ sequence }) => sequence);
}
