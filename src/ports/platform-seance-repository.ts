import type { DayRange } from '../domain/repetition/closed-days.js';
import type { WallTime } from '../domain/time/wall-time.js';
import type { PageOf } from '../domain/page.js';

/** A séance as administrators are told of it: which one, when and where, and nothing of its content. */
export interface SeanceOutline {
  readonly id: string;
  readonly spaceId: string;
  readonly name: string;
  readonly start: WallTime;
}

/** Séances of the whole platform, for administrators. Deleted ones are not there unless it is said. */
export abstract class PlatformSeanceRepository {
  /** How many séances are at a place, and the `limit` that end last. */
  abstract atLocation(locationId: string, limit: number): Promise<PageOf<SeanceOutline>>;

  /** The ids of all séances at a place, deleted ones included, by space. */
  abstract idsAtLocation(locationId: string): Promise<ReadonlyMap<string, readonly string[]>>;

  /**
   * How many séances start on one of the days, and the first `limit` of them by start. The day is that of the séance's
   * own zone, as for repetitions.
   *
   * @param ranges stretches that do not touch each other, ascending.
   */
  abstract onDays(ranges: readonly DayRange[], limit: number): Promise<PageOf<SeanceOutline>>;
}
