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
