import type { Cancellation } from './cancellation.js';
import type { Instant, Schedule } from '../time/schedule.js';

/** A time at which a trainer or a place is taken. */
export interface Occupation {
  readonly kind: 'trainer' | 'location';
  /** Id of the trainer or of the place. */
  readonly resourceId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The séance that takes it; null when it is in a space whose names must not be shown. */
  readonly seance: { readonly id: string; readonly name: string } | null;
}

/** A trainer or a place. */
export type Resource = Pick<Occupation, 'kind' | 'resourceId'>;

/** What a séance takes, and when. */
export interface Booking extends Pick<Schedule, 'startsAt' | 'endsAt'> {
  readonly trainers: readonly { readonly id: string }[];
  readonly locationId: string | null;
  /** What does not take place takes nothing. */
  readonly cancelled: Cancellation | null;
}

/** The trainers and the place that a séance takes, in its order. */
export function resourcesOf({
  trainers,
  locationId,
  cancelled,
}: Omit<Booking, 'startsAt' | 'endsAt'>): readonly Resource[] {
  if (cancelled) return [];
  return [
    ...trainers.map(({ id }): Resource => ({ kind: 'trainer', resourceId: id })),
    ...(locationId === null ? [] : [{ kind: 'location' as const, resourceId: locationId }]),
  ];
}

/**
 * What a séance takes after a change and did not take before, at that time: all of it where it moves to another time.
 *
 * @param before null for a séance that was not there.
 */
export function newlyTaken(before: Booking | null, after: Booking): readonly Resource[] {
  const taken = resourcesOf(after);
  const isThen = before?.startsAt === after.startsAt && before.endsAt === after.endsAt;
  const had = new Set(isThen ? resourcesOf(before).map(resourceKey) : []);
  return taken.filter((one) => !had.has(resourceKey(one)));
}

/** The same for the same trainer or place, and for no other. */
export function resourceKey({ kind, resourceId }: Resource): string {
  return `${kind} ${resourceId}`;
}

type Period = Pick<Schedule, 'startsAt' | 'endsAt'>;

/** For each of `schedules`, those of `taken` that overlap it. Touching ends do not overlap. */
export function overlapping<Taken extends Period>(
  schedules: readonly Period[],
  taken: readonly Taken[],
): readonly (readonly Taken[])[] {
  const coming = [...taken].sort(byStart);
  const order = schedules.map(({ startsAt, endsAt }, index) => ({ startsAt, endsAt, index })).sort(byStart);
  const overlaps: (readonly Taken[])[] = [];
  let open: readonly Taken[] = [];
  let next = 0;
  for (const { startsAt, endsAt, index } of order) {
    const upTo = firstAtOrAfter(coming, endsAt, next);
    // What has ended before this start has ended for every later one too.
    open = [...open, ...coming.slice(next, upTo)].filter((one) => one.endsAt > startsAt);
    next = upTo;
    overlaps[index] = open.filter((one) => one.startsAt < endsAt);
  }
  return overlaps;
}

function byStart(one: Period, other: Period): number {
  return one.startsAt < other.startsAt ? -1 : 1;
}

function firstAtOrAfter(coming: readonly Period[], end: Instant, from: number): number {
  let index = from;
  for (let one = coming[index]; one && one.startsAt < end; one = coming[index]) index += 1;
  return index;
}
