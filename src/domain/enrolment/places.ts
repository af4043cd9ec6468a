import type { EnrolmentMode } from '../seance/seance-content.js';
import type { WindowInstants } from '../seance/enrolment-window.js';
import type { Instant } from '../time/schedule.js';
import type { TimeZone } from '../time/time-zone.js';
import type { EnrolmentStatus } from './enrolment.js';

/** What decides who gets a place in a séance: read, and written back, under its lock. */
export interface Places extends WindowInstants {
  readonly seanceId: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly startsAt: Instant;
  readonly timeZone: TimeZone;
  readonly enrolmentMode: EnrolmentMode;
  /** The most learners enrolled; null is unlimited. */
  readonly capacity: number | null;
  readonly groupId: string | null;
  readonly enrolled: number;
  readonly waiting: number;
  readonly nextTurn: number;
  /** Deleted, and not purged yet: nobody is promoted in it, and it counts in no group. */
  readonly isDeleted: boolean;
  /** Does not take place: who is in it keeps place or turn, and it counts in no group. */
  readonly isCancelled: boolean;
}

/** How many more learners may be enrolled; Infinity when there is no limit. */
export function freePlaces({ capacity, enrolled }: Pick<Places, 'capacity' | 'enrolled'>): number {
  return capacity === null ? Infinity : Math.max(0, capacity - enrolled);
}

/** From then on those who have a place are those who take part, and queues move no more. */
export function hasBegun({ startsAt }: Pick<Places, 'startsAt'>, now: Instant): boolean {
  return now >= startsAt;
}

/**
 * What somebody who comes now gets: a place only when one is free and nobody waits for it. Once the séance has begun
 * nobody is waited for, and nobody waits.
 */
export function admission(
  places: Pick<Places, 'capacity' | 'enrolled' | 'waiting' | 'startsAt'>,
  now: Instant,
): EnrolmentStatus | 'seance-full' {
  const isFree = freePlaces(places) > 0;
  if (hasBegun(places, now)) return isFree ? 'enrolled' : 'seance-full';
  return isFree && places.waiting === 0 ? 'enrolled' : 'waiting';
}

/** `places` after enrolments of a status were added, or taken away when `count` is negative. */
export function withMore<P extends Pick<Places, 'enrolled' | 'waiting'>>(
  places: P,
  status: EnrolmentStatus,
  count: number,
): P {
  return { ...places, [status]: places[status] + count };
}
