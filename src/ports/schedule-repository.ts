import type { Instant, Schedule } from '../domain/time/schedule.js';

/** A stored schedule and the séance that it is of. */
export interface StoredSchedule extends Schedule {
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly name: string;
}

/** The schedules of all séances, for work on the whole platform. */
export abstract class ScheduleRepository {
  /** The next schedules, by séance id, that end after `instant`, deleted séances included; locked for the transaction. */
  abstract lockBatch(endingAfter: Instant, afterId: string, size: number): Promise<readonly StoredSchedule[]>;

  /** Stores new instants for the same wall times. */
  abstract move(schedules: readonly StoredSchedule[], at: Instant): Promise<void>;
}
