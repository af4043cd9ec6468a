import type { Cancellation } from '../domain/seance/cancellation.js';
import type { Seance, SeanceState } from '../domain/seance/seance.js';
import type { EnrolmentMode } from '../domain/seance/seance-content.js';
import type { SeanceGroup } from '../domain/group/group.js';
import type { Location } from '../domain/location/location.js';
import type { Instant } from '../domain/time/schedule.js';
import type { CalendarDate } from '../domain/time/wall-time.js';
import type { PageOf } from '../domain/page.js';

/** A séance with what is shown beside it. */
export interface ListedSeance {
  readonly seance: Seance;
  readonly group: SeanceGroup | null;
  readonly location: Location | null;
  /** Places taken and turns in the queue that are stored; automatic enrolments are not. */
  readonly enrolledCount: number;
  readonly waitingCount: number;
  /** Comments that are not deleted. */
  readonly commentCount: number;
}

/** A séance with what it refers to, and the folded text by which searches find it. */
export interface SeanceRecord {
  readonly seance: Seance;
  readonly group: SeanceGroup | null;
  readonly location: Location | null;
  readonly searchText: string;
}

/** A séance that was just added, as it would be listed: nobody is enrolled yet, and nobody wrote a comment. */
export function asListed({ seance, group, location }: SeanceRecord): ListedSeance {
  return { seance, group, location, enrolledCount: 0, waitingCount: 0, commentCount: 0 };
}

export const seanceSorts = ['start', 'end', 'name', 'capacity', 'enrolmentMode', 'group'] as const;
export type SeanceSort = (typeof seanceSorts)[number];

/** Which séances of a session. */
export interface SeanceCriteria {
  readonly spaceId: string;
  readonly sessionId: string;
  /** Folded words that all occur in the séance's search text. */
  readonly terms: readonly string[];
  /** Days, in the séance's own zone: those that are on one from `from` to `to`; an end at midnight is on the day before. */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly enrolmentMode?: EnrolmentMode | undefined;
  readonly groupId?: string | undefined;
  readonly seriesId?: string | undefined;
  readonly locationId?: string | undefined;
  readonly trainerId?: string | undefined;
  /** Those in which somebody takes part: enrolled or waiting, teaching, or in because everybody is. */
  readonly takesPart?: { readonly userId: string; readonly inAutomatic: boolean } | undefined;
  /** Only those that do not take place, or only those that do. */
  readonly cancelled?: boolean | undefined;
  /** The state at `now`. */
  readonly state?: SeanceState | undefined;
  readonly now: Instant;
}

export interface SeanceQuery extends SeanceCriteria {
  readonly sort: SeanceSort;
  readonly descending: boolean;
  readonly page: number;
  readonly size: number | 'all';
  /** The most entries that `all` may mean: a longer list answers its total and nothing else. Default: no limit. */
  readonly most?: number | undefined;
}

/** How séances in the order of their starts stand to `now`. */
export interface Progress {
  /** How many have ended, wherever they are: a long one may go on while those that started after it have ended. */
  readonly past: number;
  /** The place, from 0, of the first that has not ended; of the last when all have; 0 when there is none. */
  readonly current: number;
}

/**
 * The séances of a space, as requests ask for them: one of another space is not found, and neither is a deleted one until
 * it is restored.
 */
export abstract class SeanceRepository {
  /** One page in a total order: the sort, then the start, then the id; without a group, or unlimited, counts as last. */
  abstract list(query: SeanceQuery): Promise<PageOf<ListedSeance>>;

  /** Of all that match, whatever the page. */
  abstract progress(criteria: SeanceCriteria): Promise<Progress>;

  /** @throws Refusal `not-found` */
  abstract get(spaceId: string, id: string): Promise<ListedSeance>;

  /**
   * Those of the séances that are there, in no order, in a handful of statements, however many.
   *
   * @param spaceId null for séances of any space.
   */
  abstract find(spaceId: string | null, ids: readonly string[]): Promise<readonly ListedSeance[]>;

  /** Locks the séances until the end of the transaction, in the order of their ids, and answers those that are there. */
  abstract lock(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]>;

  /** The séances of a series in the order of their starts. */
  abstract series(spaceId: string, seriesId: string): Promise<readonly Seance[]>;

  /** Ids of the séances of a series. */
  abstract idsInSeries(spaceId: string, seriesId: string): Promise<readonly string[]>;

  /**
   * Locks a series against others that lock, add to, split or restore into it, and its séances, which it answers in the
   * order of their starts.
   */
  abstract lockSeries(spaceId: string, seriesId: string): Promise<readonly Seance[]>;

  /** Locks a series alone, as `lockSeries` does before its séances. */
  abstract touchSeries(spaceId: string, seriesId: string): Promise<void>;

  /** Ids of the séances of a group; of those only that are not deleted, unless `alsoDeleted`. */
  abstract idsInGroup(
    groupId: string,
    options?: { readonly alsoDeleted?: boolean },
  ): Promise<readonly string[]>;

  /** The session that a séance of the space is in; null when there is no such séance. It never changes. */
  abstract sessionOf(spaceId: string, id: string): Promise<string | null>;

  /** The highest number that a séance of the series has, or had before it was deleted; null without any. */
  abstract highestNumber(spaceId: string, seriesId: string): Promise<number | null>;

  /** Makes a locked séance the first of a series. Its version stays: nothing that people wrote changes. */
  abstract startSeries(id: string, seriesId: string): Promise<void>;

  /** Says of locked séances that they do not take place, or with null that they do: each has a new version then. */
  abstract markCancelled(
    ids: readonly string[],
    cancelled: Cancellation | null,
    updatedAt: Instant,
  ): Promise<void>;

  /** Adds séances in a handful of statements, however many. */
  abstract insert(records: readonly SeanceRecord[]): Promise<void>;

  /** Replaces what is stored of séances that are locked, in a handful of statements, however many. */
  abstract update(records: readonly SeanceRecord[]): Promise<void>;
}
